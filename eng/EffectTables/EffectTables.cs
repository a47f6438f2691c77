// Writes src/GoAbi.Asm/Effects/EffectTables.*.g.cs from eng/data/effects. Run from the repository's root: dotnet run eng/EffectTables/EffectTables.cs
//
// A line of the data is a pattern and the mnemonics that it holds for; "IMULQ/1" is IMULQ with one operand. A pattern says, in this order:
//   a letter an operand, the last letter for the last operand, the first letter for all that are left:
//     r read, w written, b both, n neither (hints), t where control goes, l memory whose address alone is used,
//     a written, and read as well where there are but two operands, m written too where it is a register (masks of gathers)
//   =8 =4 the last operand gets the first one's value, which is a pointer on machines of that width; &8 &4 its address
//   ^     the register in the memory operand gets the address (ppc64's update forms)
//   >8 <8 pushes, pops so many bytes
//   #+ #- adds or subtracts an immediate operand
//   ..    the registers from the last but one to the last register operand
//   +A,B  registers written without being named; -A,B read
//   !     x traps, c calls, m reads memory, M writes memory, s and S read and write a segment's base, ? has effects that are not known
//   ?     alone: all effects are unknown
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

var data = Path.Combine("eng", "data", "effects");
if (!Directory.Exists(data))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no " + data + " here.");
    return 1;
}

var form = new Regex(@"^(\?|[rwbntlam]+([=&][48])?\^?([<>]\d+)?(#[+-])?(\.\.)?(\+[A-Z0-9,]+)?(-[A-Z0-9,]+)?(![xcmMsS?]+)?)$");
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

    var id = char.ToUpperInvariant(name[0]) + name[1..];
    var text = new StringBuilder("// Written by eng/EffectTables from eng/data/effects. Do not edit.\n\n#nullable enable\n\nnamespace GoAbi.Asm;\n\n");
    text.Append("/// <summary>").Append(name).Append(": see <see cref=\"EffectPattern\"/> for the form.</summary>\ninternal static partial class EffectTables\n{\n");
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
    var target = Path.Combine("src", "GoAbi.Asm", "Effects", "EffectTables." + name + ".g.cs");
    File.WriteAllText(target, text.ToString());
    Console.WriteLine(target);
}

return 0;
