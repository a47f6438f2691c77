// What arm64's encoder takes, out of the sources of Go toolchains: eng/data/asm/arm64-forms.txt, and from that src/GoAbi.Asm/Encoding/Arm64/Arm64FormData.g.cs.
// Run from the repository's root: dotnet run eng/Arm64Forms/Arm64Forms.cs [GOROOT...]; without a GOROOT the data stay and only the table is written.
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

var data = Path.Combine("eng", "data", "asm", "arm64-forms.txt");
if (!Directory.Exists(Path.GetDirectoryName(data)))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no eng/data/asm here.");
    return 1;
}

if (args.Length > 0)
{
    var facts = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
    foreach (var root in args)
    {
        var minor = int.Parse(Regex.Match(File.ReadAllText(Path.Combine(root, "VERSION")), @"go1\.(\d+)").Groups[1].Value);
        foreach (var fact in ToolchainFacts.Read(root))
        {
            if (!facts.TryGetValue(fact, out var versions))
            {
                facts.Add(fact, versions = []);
            }

            versions.Add(minor);
        }
    }

    var text = new StringBuilder("# Written by eng/Arm64Forms from cmd/internal/obj/arm64 and cmd/asm/internal/arch of the Go releases 1.N that a line begins with.\n"
        + "# class C takes...: operand classes that C takes besides itself. set: instructions treated alike. group: instructions that share the rows of the first.\n"
        + "# row: instruction, case of the encoder, suffix (P, W or -), classes of From, Reg, From3, To, To2. sys: system registers, r read, w write.\n"
        + "# sysop: operands of SYS aliases, with CRn and whether a register follows. prf: operands of PRFM. name: every instruction.\n");
    foreach (var (fact, versions) in facts)
    {
        text.Append(string.Join(',', versions)).Append(' ').Append(fact).Append('\n');
    }

    File.WriteAllText(data, text.ToString());
    Console.WriteLine(data);
}

TableWriter.Write(File.ReadAllLines(data), Path.Combine("src", "GoAbi.Asm", "Encoding", "Arm64", "Arm64FormData.g.cs"));
return 0;

static class ToolchainFacts
{
    public static IEnumerable<string> Read(string root)
    {
        var obj = Path.Combine(root, "src", "cmd", "internal", "obj", "arm64");
        var asm7 = WithoutComments(File.ReadAllText(Path.Combine(obj, "asm7.go")));
        var obj7 = WithoutComments(File.ReadAllText(Path.Combine(obj, "obj7.go")));
        var names = WithoutComments(File.ReadAllText(Path.Combine(obj, "a.out.go")));
        var arch = WithoutComments(File.ReadAllText(Path.Combine(root, "src", "cmd", "asm", "internal", "arch", "arm64.go")));
        var registers = WithoutComments(File.ReadAllText(Path.Combine(obj, "sysRegEnc.go")));
        return Classes(asm7).Concat(Rows(asm7)).Concat(Groups(asm7)).Concat(Sets(asm7, obj7, arch))
            .Concat(SystemRegisters(registers)).Concat(Operands(asm7)).Concat(Names(names));
    }

    private static IEnumerable<string> Names(string text)
    {
        var block = Regex.Match(text, @"\n\tAADC = obj\.ABaseARM64.*?\n\)", RegexOptions.Singleline).Value;
        foreach (Match name in Regex.Matches(block, @"^\tA([A-Z0-9]+)\b", RegexOptions.Multiline))
        {
            if (name.Groups[1].Value != "LAST")
            {
                yield return "name " + name.Groups[1].Value;
            }
        }
    }

    private static IEnumerable<string> Classes(string text)
    {
        var sections = Regex.Split(Function(text, "cmp"), @"\n\tcase C_(\w+):\n");
        var takes = new Dictionary<string, string[]>();
        for (var i = 1; i < sections.Length; i += 2)
        {
            takes[sections[i]] = [.. Regex.Matches(sections[i + 1], @"\bC_(\w+)").Select(m => m.Groups[1].Value)];
        }

        foreach (var (name, body) in Enumerable.Range(0, sections.Length / 2).Select(i => (sections[(2 * i) + 1], sections[(2 * i) + 2])))
        {
            // "return cmp(C_LCON, b)": that class and all that it takes.
            var all = Regex.IsMatch(body, @"return cmp\(") ? takes[name].SelectMany(c => takes[c].Prepend(c)) : takes[name];
            yield return "class " + name + " " + string.Join(' ', all.Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Rows(string text)
    {
        var block = Regex.Match(text, @"\nvar optab = \[\]Optab\{\n(.*?)\n\}\n", RegexOptions.Singleline).Groups[1].Value;
        foreach (Match row in Regex.Matches(block, @"\{(?:obj\.)?A(\w+), ((?:C_\w+, )+)(\d+), \d+, \w+, \w+, (\w+)\}"))
        {
            var classes = Regex.Matches(row.Groups[2].Value, @"C_(\w+)").Select(m => m.Groups[1].Value).ToList();
            if (row.Groups[1].Value is "XXX" or "TEXT" or "PCDATA" or "FUNCDATA")
            {
                continue;
            }

            // Rows of four classes say nothing of a second result.
            classes.AddRange(Enumerable.Repeat("-", 5 - classes.Count));
            var suffix = row.Groups[4].Value switch { "C_XPOST" => "P", "C_XPRE" => "W", _ => "-" };
            yield return "row " + Name(row.Groups[1].Value) + " " + row.Groups[3].Value + " " + suffix + " " + string.Join(' ', classes);
        }
    }

    private static IEnumerable<string> Groups(string text)
    {
        var sections = Regex.Split(Function(text, "buildop"), @"\n\t\tcase ");
        var bodies = new List<(string[] Heads, List<string> Members, bool FallsThrough)>();
        foreach (var section in sections.Skip(1))
        {
            var colon = section.IndexOf(':');
            var heads = Regex.Matches(section[..colon], @"\bA(\w+)").Select(m => m.Groups[1].Value).ToArray();
            var members = Regex.Matches(section[colon..], @"oprangeset\(A(\w+), t\)").Select(m => m.Groups[1].Value).ToList();
            if (section.Contains("range atomicLDADD", StringComparison.Ordinal))
            {
                foreach (var map in new[] { "atomicLDADD", "atomicSWP" })
                {
                    members.AddRange(Keys(text, map).Where(name => !heads.Contains(name)));
                }
            }

            bodies.Add((heads, members, section.Contains("fallthrough", StringComparison.Ordinal)));
        }

        for (var i = bodies.Count - 2; i >= 0; i--)
        {
            if (bodies[i].FallsThrough)
            {
                bodies[i].Members.AddRange(bodies[i + 1].Members);
            }
        }

        return bodies.Where(b => b.Members.Count > 0).Select(b => "group " + Name(b.Heads[0]) + " " + string.Join(' ', b.Members.Distinct().Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Sets(string asm7, string obj7, string arch)
    {
        foreach (var function in new[] { "isSTLXRop", "isSTXPop", "isANDop", "isANDWop", "isADDop", "isADDWop", "isADDSop", "isNEGop", "isMOVop", "isLoadStorePairOp" })
        {
            yield return Set(function[2..].Replace("op", "", StringComparison.Ordinal).Replace("Op", "", StringComparison.Ordinal), Cases(Function(asm7, function)));
        }

        yield return Set("Compare", Cases(Function(arch, "IsARM64CMP")));
        yield return Set("TwoResults", Cases(Function(arch, "IsARM64STLXR")).Concat(Keys(asm7, "atomicLDADD")).Concat(Keys(asm7, "atomicSWP")));
        yield return Set("ListSource", Cases(Function(arch, "IsARM64TBL")));
        yield return Set("TwoPairs", Cases(Function(arch, "IsARM64CASP")));
        yield return Set("Jump", Regex.Matches(Regex.Match(arch, @"var arm64Jump = .*?\n\}", RegexOptions.Singleline).Value, "\"(\\w+)\"").Select(m => m.Groups[1].Value));
        yield return Set("OneResult", Keys(obj7, "unaryDst").Append("RET").Append("GETCALLERPC"));
        yield return Set("ZeroIsRegister", Keys(obj7, "zrReplace"));
    }

    private static IEnumerable<string> SystemRegisters(string text) =>
        Regex.Matches(text, "\\{\"(\\w+)\", REG_\\w+, 0x[0-9a-f]+, ([A-Z_| ]+)\\}")
            .Select(m => "sys " + m.Groups[1].Value + " " + (m.Groups[2].Value.Contains("SR_READ", StringComparison.Ordinal) ? "r" : "")
                + (m.Groups[2].Value.Contains("SR_WRITE", StringComparison.Ordinal) ? "w" : ""));

    private static IEnumerable<string> Operands(string text)
    {
        foreach (Match field in Regex.Matches(text, @"^\tSPOP_(\w+): +\{\d+, (\d+), \d+, \d+, (true|false)\},", RegexOptions.Multiline))
        {
            yield return "sysop " + field.Groups[1].Value + " " + field.Groups[2].Value + " " + (field.Groups[3].Value == "true" ? "register" : "alone");
        }

        foreach (Match field in Regex.Matches(Regex.Match(text, @"var prfopfield = .*?\n\}", RegexOptions.Singleline).Value, @"SPOP_(\w+)"))
        {
            yield return "prf " + field.Groups[1].Value;
        }
    }

    private static string Set(string name, IEnumerable<string> members) => "set " + name + " " + string.Join(' ', members.Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Cases(string function) =>
        Regex.Matches(function, @"\n\tcase (.*?):\n", RegexOptions.Singleline).SelectMany(c => Regex.Matches(c.Groups[1].Value, @"\bA(\w+)").Select(m => Name(m.Groups[1].Value)));

    private static IEnumerable<string> Keys(string text, string map) =>
        Regex.Matches(Regex.Match(text, @"\nvar " + map + @" = .*?\n\}", RegexOptions.Singleline).Value, @"\n\tA(\w+):").Select(m => Name(m.Groups[1].Value));

    private static string Function(string text, string name) =>
        Regex.Match(text, @"\nfunc " + name + @"\(.*?\n\}\n", RegexOptions.Singleline).Value;

    private static string WithoutComments(string text) => Regex.Replace(text, @"//[^\n]*|/\*.*?\*/", "", RegexOptions.Singleline);

    // B and BL are what the assembler's own JMP and CALL are.
    private static string Name(string name) => name switch { "JMP" => "B", "CALL" => "BL", _ => name };
}

/// <summary>Facts to strings: classes by number, a row as pairs of hexadecimal digits.</summary>
static class TableWriter
{
    public static void Write(string[] lines, string path)
    {
        var facts = lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).Select(w => (Versions: w[0].Split(',').Select(int.Parse).ToArray(), Kind: w[1], Words: w[2..])).ToList();
        var versions = facts.SelectMany(f => f.Versions).Distinct().Order().ToArray();
        var text = new StringBuilder("// Written by eng/Arm64Forms from eng/data/asm/arm64-forms.txt. Do not edit.\n\n#nullable enable\n\nnamespace GoAbi.Asm;\n\n"
            + "/// <summary>What the encoder of each known release takes; see <see cref=\"Arm64Forms\"/> for the form.</summary>\ninternal static partial class Arm64FormData\n{\n");
        text.Append("    /// <summary>The minor versions that are known, in order.</summary>\n    public static readonly int[] Versions = [").Append(string.Join(", ", versions)).Append("];\n\n");
        text.Append("    public static string? TextOf(int version) => version switch\n    {\n");
        foreach (var version in versions)
        {
            text.Append("        ").Append(version).Append(" => Go1").Append(version).Append(",\n");
        }

        text.Append("        _ => null,\n    };\n");
        foreach (var version in versions)
        {
            var now = facts.Where(f => f.Versions.Contains(version)).ToList();
            text.Append("\n    private const string Go1").Append(version).Append(" =\n");
            var rows = now.Where(f => f.Kind == "row").GroupBy(f => f.Words[0]).ToDictionary(g => g.Key, g => g.ToList());
            var groups = now.Where(f => f.Kind == "group").ToDictionary(f => f.Words[0], f => f.Words);
            var covered = new HashSet<string>(StringComparer.Ordinal);
            var words = new List<string>();
            foreach (var (first, forms) in rows.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                var members = groups.TryGetValue(first, out var all) ? all : [first];
                covered.UnionWith(members);

                // In the order in which the encoder looks at them.
                var ordered = forms.Select(f => Row(f.Words)).OrderBy(r => r.Order, StringComparer.Ordinal).Select(r => r.Text);
                words.Add("r " + string.Join(',', members) + " " + string.Concat(ordered));
            }

            words.Add("n " + string.Join(',', now.Where(f => f.Kind == "name" && !covered.Contains(f.Words[0])).Select(f => f.Words[0])));
            words.AddRange(now.Where(f => f.Kind == "class" && Classes.Contains(f.Words[0]))
                .Select(f => "c " + Hex(Class(f.Words[0])) + " " + string.Concat(f.Words.Skip(1).Where(Classes.Contains).Select(c => Hex(Class(c))))));
            words.AddRange(now.Where(f => f.Kind == "set" && f.Words.Length > 1 && f.Words[1].Length > 0).Select(f => "s " + f.Words[0] + " " + string.Join(',', f.Words.Skip(1))));
            words.Add("y " + string.Join(',', now.Where(f => f.Kind == "sys").Select(f => f.Words[0] + ":" + (f.Words.Length > 1 ? f.Words[1] : ""))));
            words.Add("o " + string.Join(',', now.Where(f => f.Kind == "sysop").Select(f => f.Words[0] + ":" + f.Words[1] + ":" + f.Words[2][0])));
            words.Add("p " + string.Join(',', now.Where(f => f.Kind == "prf").Select(f => f.Words[0])));
            text.Append(Literal(string.Join('\n', words)));
        }

        text.Append("}\n");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
        Console.WriteLine(path);
    }

    // The members of Arm64Class, in its order.
    private static readonly string[] Classes =
    [
        .. File.ReadAllLines(Path.Combine("src", "GoAbi.Asm", "Encoding", "Arm64", "Arm64Class.cs"))
            .Select(l => Regex.Match(l, @"^    ([A-Za-z0-9_]+),(?:$| )")).Where(m => m.Success).Select(m => m.Groups[1].Value.ToUpperInvariant()),
    ];

    private static int Class(string name) => name == "-" ? 0xFF : Array.IndexOf(Classes, name) is var i and >= 0 ? i : throw new InvalidDataException("Arm64Class lacks " + name);

    private static (string Order, string Text) Row(string[] words)
    {
        var suffix = words[2] switch { "P" => 1, "W" => 2, _ => 0 };
        var classes = words[3..].Select(c => Hex(Class(c))).ToArray();
        return (string.Concat(classes[0], classes[1], classes[2], classes[3]) + Hex(suffix), Hex(int.Parse(words[1])) + Hex(suffix) + string.Concat(classes));
    }

    private static string Hex(int value) => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);

    private static string Literal(string text)
    {
        var parts = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            for (var i = 0; i < line.Length || i == 0; i += 140)
            {
                parts.Add("\"" + line[i..Math.Min(line.Length, i + 140)] + (i + 140 >= line.Length ? "\\n" : "") + "\"");
            }
        }

        return "        " + string.Join("\n        + ", parts) + ";\n";
    }
}
