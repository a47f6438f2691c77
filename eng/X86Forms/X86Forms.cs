// What the x86 encoder takes. Run from the repository's root:
//   dotnet run eng/X86Forms/X86Forms.cs GOROOT/src...   reads cmd/internal/obj/x86 there (oldest first), writes eng/data/asm/x86-forms.txt, then the tables
//   dotnet run eng/X86Forms/X86Forms.cs                 writes src/GoAbi.Asm/Encoding/X86/*.g.cs from eng/data/asm/x86-forms.txt
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

var data = Path.Combine("eng", "data", "asm", "x86-forms.txt");
if (!Directory.Exists(Path.GetDirectoryName(data)))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no " + Path.GetDirectoryName(data) + " here.");
    return 1;
}

if (args.Length > 0)
{
    File.WriteAllText(data, Facts(args.Select(Release.Read).ToList()));
}

Generate(File.ReadAllLines(data));
return 0;

static string Facts(List<Release> releases)
{
    var newest = releases[^1];
    var text = new StringBuilder("# What the x86 encoder takes: written by eng/X86Forms from cmd/internal/obj/x86 of the versions named here. Do not edit.\n");
    text.Append("# class: an operand's class, then the classes of a form that it fits besides its own.\n");
    text.Append("# form: its operands; how it is encoded; the modes it is legal in; for evex: the memory operand, the mask (or -) and which suffixes it takes.\n");
    text.Append("# mnemonic: its forms in the order in which they are tried.\n");
    text.Append("versions ").AppendJoin(' ', releases.Select(r => r.Version)).Append('\n');
    foreach (var name in newest.Classes)
    {
        var covered = releases.SelectMany(r => r.Covers.Where(c => c.From == name).Select(c => c.To)).Distinct().OrderBy(newest.Classes.IndexOf);
        text.Append("class ").AppendJoin(' ', covered.Prepend(name)).Append('\n');
    }

    var mnemonics = new SortedDictionary<string, (List<string> Forms, string Since)>(StringComparer.Ordinal);
    foreach (var release in releases)
    {
        foreach (var (name, forms) in release.Mnemonics)
        {
            // A newer release's order holds; a form that only an older one has stays, so that no version is refused what it takes.
            var older = mnemonics.TryGetValue(name, out var known) ? known : ([], release.Version);
            mnemonics[name] = ([.. forms, .. older.Forms.Except(forms)], older.Since);
        }
    }

    var numbers = new Dictionary<string, int>();
    foreach (var form in mnemonics.Values.SelectMany(m => m.Forms))
    {
        if (numbers.TryAdd(form, numbers.Count))
        {
            text.Append("form ").Append(numbers.Count - 1).Append(' ').Append(form).Append('\n');
        }
    }

    foreach (var (name, (forms, since)) in mnemonics)
    {
        text.Append("mnemonic ").Append(name).Append(' ').AppendJoin(',', forms.Select(f => numbers[f]));
        text.Append(since == releases[0].Version ? "\n" : " since=" + since + "\n");
    }

    foreach (var (alias, name) in newest.Aliases.OrderBy(a => a.Key, StringComparer.Ordinal))
    {
        text.Append("alias ").Append(alias).Append(' ').Append(name).Append('\n');
    }

    return text.ToString();
}

static void Generate(string[] lines)
{
    var words = lines.Where(l => !l.StartsWith('#')).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 0).ToList();
    var classes = words.Where(w => w[0] == "class").Select(w => w[1]).ToList();
    string Hex(string name) => classes.IndexOf(name).ToString("x2", CultureInfo.InvariantCulture);
    var covers = words.Where(w => w[0] == "class" && w.Length > 2).Select(w => string.Concat(w.Skip(1).Select(Hex)));
    var forms = words.Where(w => w[0] == "form").Select(w =>
    {
        var operands = w[2] == "-" ? "" : string.Concat(w[2].Split(',').Select(Hex));
        var modes = (w[4].Contains("32", StringComparison.Ordinal) ? 1 : 0) + (w[4].Contains("64", StringComparison.Ordinal) ? 2 : 0);
        var evex = "";
        if (w[3] == "evex")
        {
            var suffixes = w[7].Split(',');
            var bits = (suffixes.Contains("SAE") ? 1 : 0) + (suffixes.Contains("rounding") ? 2 : 0) + (suffixes.Contains("Z") ? 4 : 0) + (suffixes.Contains("BCST") ? 8 : 0);
            evex = w[5] + w[6] + bits.ToString("x", CultureInfo.InvariantCulture);
        }

        return operands + ":" + w[3][0] + modes + evex;
    });
    var shapes = new List<string>();
    int Shape(string s) => shapes.IndexOf(s) is var at and >= 0 ? at : Added(s);
    int Added(string s)
    {
        shapes.Add(s);
        return shapes.Count - 1;
    }

    var mnemonics = words.Where(w => w[0] == "mnemonic").ToDictionary(w => w[1], w => Shape(w.Length > 2 && !w[2].StartsWith("since", StringComparison.Ordinal) ? w[2] : "-"));
    var named = mnemonics.Select(m => m.Key + ":" + m.Value);
    var aliases = words.Where(w => w[0] == "alias").Select(w => w[1] + ":" + w[2]);
    var header = "// Written by eng/X86Forms from eng/data/asm/x86-forms.txt. Do not edit.\n\n#nullable enable\n\nnamespace GoAbi.Asm;\n\n";
    var directory = Path.Combine("src", "GoAbi.Asm", "Encoding", "X86");
    var list = new StringBuilder(header);
    list.Append("/// <summary>The classes of operands that the x86 encoder tells apart, under its own names.</summary>\ninternal enum X86OperandClass : byte\n{\n");
    list.AppendJoin(",\n", classes.Select(c => "    " + c)).Append(",\n}\n");
    File.WriteAllText(Path.Combine(directory, "X86OperandClass.g.cs"), list.ToString());

    var table = new StringBuilder(header);
    table.Append("/// <summary>See <see cref=\"X86Forms\"/> for the form of these words.</summary>\ninternal static class X86FormData\n{\n");
    var newest = words.First(w => w[0] == "versions")[^1];
    table.Append("    /// <summary>The newest minor version whose sources were read.</summary>\n    public const int NewestVersion = ").Append(newest["1.".Length..]).Append(";\n\n");
    table.Append("    public const int ClassCount = ").Append(classes.Count).Append(";\n");
    Constant(table, "Covers", covers);
    Constant(table, "Forms", forms);
    Constant(table, "Shapes", shapes);
    Constant(table, "Mnemonics", named);
    Constant(table, "Aliases", aliases);
    table.Append("}\n");
    File.WriteAllText(Path.Combine(directory, "X86FormData.g.cs"), table.ToString());
}

static void Constant(StringBuilder text, string name, IEnumerable<string> words)
{
    text.Append("\n    public const string ").Append(name).Append(" =\n        \"");
    var column = 0;
    var first = true;
    foreach (var word in words)
    {
        if (!first)
        {
            text.Append(' ');
        }

        if (column + word.Length > 130)
        {
            text.Append("\"\n            + \"");
            column = 0;
        }

        text.Append(word);
        column += word.Length + 1;
        first = false;
    }

    text.Append("\";\n");
}

/// <summary>The tables of one release's sources.</summary>
sealed class Release
{
    public required string Version { get; init; }

    public required List<string> Classes { get; init; }

    public required List<(string From, string To)> Covers { get; init; }

    public required Dictionary<string, List<string>> Mnemonics { get; init; }

    public required Dictionary<string, string> Aliases { get; init; }

    public static Release Read(string src)
    {
        var directory = Path.Combine(src, "cmd", "internal", "obj", "x86");
        var asm6 = Source(Path.Combine(directory, "asm6.go"));
        var avx = Source(Path.Combine(directory, "avx_optabs.go"));
        var constants = new Dictionary<string, int>();
        foreach (Match m in Regex.Matches(asm6 + Source(Path.Combine(directory, "evex.go")), @"^\s+(\w+)\s*=\s*(0[xX][0-9a-fA-F]+|\d+)(?:\s*<<\s*(\d+))?\s*$", RegexOptions.Multiline))
        {
            constants[m.Groups[1].Value] = Number(m.Groups[2].Value) << (m.Groups[3].Success ? Number(m.Groups[3].Value) : 0);
        }

        var classes = Regex.Matches(Between(asm6, "Yxxx = iota", "Ymax"), @"^\s*(Y\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Distinct().ToList();
        var tables = new Dictionary<string, List<(string Case, int Offset, List<string> Operands)>>();
        foreach (Match m in Regex.Matches(asm6 + avx, @"^var (\w+) = \[\]ytab\{(.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            tables[m.Groups[1].Value] = Regex.Matches(m.Groups[2].Value, @"\{(?:zcase:\s*)?(Z\w+),\s*(?:zoffset:\s*)?(\d+),\s*(?:args:\s*)?argList\{([^}]*)\}\}")
                .Select(e => (e.Groups[1].Value, Number(e.Groups[2].Value), e.Groups[3].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList()))
                .ToList();
        }

        // A mnemonic without a table is one that the encoder has no form for.
        var mnemonics = new Dictionary<string, List<string>>();
        var names = Source(Path.Combine(directory, "anames.go")) + Between(Source(Path.Combine(directory, "..", "util.go")), "var Anames", "\n}");
        foreach (Match m in Regex.Matches(names, "^\\s+(?:obj\\.A_ARCHSPECIFIC:\\s*)?(?:A\\w+:\\s*)?\"(\\w+)\",", RegexOptions.Multiline))
        {
            mnemonics[m.Groups[1].Value] = [];
        }

        // A single operand is the source but for these; a case that encodes the other one has nothing to encode.
        var unaryDestinations = Regex.Matches(Between(Source(Path.Combine(directory, "obj6.go")), "var unaryDst =", "\n}"), @"A(\w+):\s*true").Select(m => m.Groups[1].Value).ToHashSet();
        var optabs = Between(asm6, "var optab =", "\n}") + Between(avx, "var avxOptab =", "\n}");
        foreach (Match m in Regex.Matches(optabs, @"\{(?:as:\s*)?(?:obj\.)?A(\w+),\s*(?:ytab:\s*)?(\w+),\s*(?:prefix:\s*)?(\w+),\s*(?:op:\s*)?opBytes\{([^}]*)\}\}"))
        {
            var bytes = m.Groups[4].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(b => b.Length > 0)
                .Select(b => b.Split('|', StringSplitOptions.TrimEntries).Select(w => constants.TryGetValue(w, out var v) ? v : Number(w)).Aggregate(0, (a, v) => a | v)).ToList();
            mnemonics[m.Groups[1].Value] = m.Groups[2].Value == "nil" ? []
                : Forms(tables[m.Groups[2].Value], m.Groups[3].Value, bytes, unaryDestinations.Contains(m.Groups[1].Value), m.Groups[1].Value);
        }

        foreach (Match m in Regex.Matches(Between(asm6, "var ymovtab =", "\n}"), @"\{A(\w+), (Y\w+), (Y\w+), (Y\w+), (mov\w+), \[4\]uint8\{([^}]*)\}\}"))
        {
            var operands = new[] { m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value }.Where(c => c != "Ynone").ToList();
            var isShift = m.Groups[5].Value == "movDoubleShift";
            mnemonics[m.Groups[1].Value].Add(Form(operands, isShift ? "shift" : "mov", isShift && m.Groups[6].Value.StartsWith("Pw", StringComparison.Ordinal) ? "64" : "32,64"));
        }

        var aliases = Regex.Matches(Between(Source(Path.Combine(src, "cmd", "asm", "internal", "arch", "arch.go")), "func archX86(", "\n}"), "instructions\\[\"(\\w+)\"\\] = x86\\.A(\\w+)")
            .Where(m => m.Groups[1].Value != m.Groups[2].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var version = Regex.Match(File.ReadAllText(Path.Combine(src, "internal", "goversion", "goversion.go")), @"const Version = (\d+)").Groups[1].Value;
        return new Release
        {
            Version = "1." + version,
            Classes = classes,
            Covers = Regex.Matches(asm6, @"ycover\[(Y\w+)\*Ymax\+(Y\w+)\] = 1").Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToList(),
            Mnemonics = mnemonics,
            Aliases = aliases,
        };
    }

    private static List<string> Forms(List<(string Case, int Offset, List<string> Operands)> table, string prefix, List<int> bytes, bool isUnaryDestination, string name)
    {
        var forms = new List<string>();
        var escape = bytes.Count > 0 && bytes[0] == 0x0f ? 1 : 0;
        var z = 0;
        foreach (var (zcase, offset, operands) in table)
        {
            var modes = prefix switch
            {
                "P32" => "32",
                "Pw" or "Pq3" or "Pq4w" or "Pq5w" or "Pfw" or "Py" => "64",
                "Pw8" => z >= 8 ? "64" : "32,64",
                "Py1" => z < 1 ? "64" : "32,64",
                "Py3" => z < 3 ? "64" : "32,64",
                _ => "32,64",
            };
            var encoding = zcase.StartsWith("Zevex", StringComparison.Ordinal) ? "evex"
                : zcase.StartsWith("Zvex", StringComparison.Ordinal) ? "vex"
                : zcase == "Zpseudo" ? "pseudo"
                : prefix == "Pb" ? "byte"
                : "legacy";
            if (operands.Count == 1 && ((isUnaryDestination && zcase is "Zm_o" or "Zrp_" or "Zib_" or "Zil_") || (!isUnaryDestination && zcase is "Z_rp")))
            {
                Console.Error.WriteLine(name + " " + zcase + ": its operand is not where the case looks for it");
                z += offset + escape;
                continue;
            }

            forms.Add(Form(operands, encoding, modes) + (encoding == "evex" ? Evex(zcase, operands.Count, bytes[z + 1]) : ""));
            z += offset + escape;
        }

        return forms;
    }

    // Which operand is r/m and which the mask: the parts of the case's name are the operands in order, but a v that is not there.
    private static string Evex(string zcase, int count, int features)
    {
        var parts = zcase["Zevex_".Length..].Split('_');
        var rm = Array.FindIndex(parts, p => p.StartsWith("rm", StringComparison.Ordinal));
        rm = rm == parts.Length - 1 ? count - 1 : rm;
        var mask = Array.IndexOf(parts, "k");
        if (mask >= 0 && parts.Length != count)
        {
            throw new InvalidOperationException(zcase + " has a mask and " + count + " operands");
        }

        var suffixes = new List<string>();
        if ((features & 4) != 0) { suffixes.Add("Z"); }
        if ((features & 0x18) != 0) { suffixes.Add("BCST"); }
        if ((features & 2) != 0) { suffixes.Add("rounding"); }
        if ((features & 1) != 0) { suffixes.Add("SAE"); }
        return " " + rm + " " + (mask < 0 ? "-" : mask) + " " + (suffixes.Count == 0 ? "-" : string.Join(',', suffixes));
    }

    private static string Form(List<string> operands, string encoding, string modes) =>
        (operands.Count == 0 ? "-" : string.Join(',', operands)) + " " + encoding + " " + modes;

    private static string Source(string path) =>
        Regex.Replace(Regex.Replace(File.ReadAllText(path), @"/\*.*?\*/", "", RegexOptions.Singleline), "//.*", "");

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static int Number(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? int.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : text.Length > 1 && text[0] == '0' ? Convert.ToInt32(text, 8)
        : int.Parse(text, CultureInfo.InvariantCulture);
}
