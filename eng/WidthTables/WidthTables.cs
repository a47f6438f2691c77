// Writes src/GoAbi.Asm/Effects/WidthTables.*.g.cs from eng/data/widths. Run from the repository's root: dotnet run eng/WidthTables/WidthTables.cs
//
// A line of the data is a pattern and the mnemonics that it holds for. A pattern is how many bytes of memory an instruction touches:
//   =8        always 8; 0 where the address alone is used
//   x16y32z64 by the largest vector register among the operands, - for none; behind i where an operand is an immediate
//   b4        behind these: with the suffix .BCST
//   list4     4 for each register of the list
//   simd      all registers of the list, by their arrangement, or one element of each
//   element   one element for each register of the list
//   element16 one element of the vector register where it is written with an arrangement, else 16
//   range8    8 for each of the registers from the first that is named to the last
//   length    as many as the first immediate says
// 386.txt holds what differs from amd64.txt.
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

var data = Path.Combine("eng", "data", "widths");
if (!Directory.Exists(data))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no " + data + " here.");
    return 1;
}

var form = new Regex(@"^((=\d+|(i?[-xyz]\d+)+)(b\d+)?|(list|range)\d+|element\d*|simd|length)$");
foreach (var path in Directory.GetFiles(data, "*.txt").Order(StringComparer.Ordinal))
{
    var name = Path.GetFileNameWithoutExtension(path);
    var patterns = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
    var seen = new HashSet<string>(StringComparer.Ordinal);
    foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!form.IsMatch(words[0]) || !words.Skip(1).All(seen.Add))
        {
            Console.Error.WriteLine(path + ": not a pattern, or a mnemonic twice: " + line);
            return 1;
        }

        if (!patterns.TryGetValue(words[0], out var mnemonics))
        {
            patterns.Add(words[0], mnemonics = []);
        }

        mnemonics.AddRange(words.Skip(1));
    }

    var id = name == "386" ? "I386" : char.ToUpperInvariant(name[0]) + name[1..];
    var text = new StringBuilder("// Written by eng/WidthTables from eng/data/widths. Do not edit.\n\n#nullable enable\n\nnamespace GoAbi.Asm;\n\n");
    text.Append("/// <summary>").Append(name).Append(": see <see cref=\"WidthPattern\"/> for the form.</summary>\ninternal static partial class WidthTables\n{\n");
    text.Append("    internal const string ").Append(id).Append(" =\n        \"");
    var column = 0;
    foreach (var word in patterns.SelectMany(p => p.Value.Order(StringComparer.Ordinal).Prepend(":" + p.Key)))
    {
        if (column > 130)
        {
            text.Append("\"\n            + \"");
            column = 0;
        }

        text.Append(word).Append(' ');
        column += word.Length + 1;
    }

    text.Append("\";\n}\n");
    var target = Path.Combine("src", "GoAbi.Asm", "Effects", "WidthTables." + name + ".g.cs");
    File.WriteAllText(target, text.ToString());
    Console.WriteLine(target);
}

return 0;
