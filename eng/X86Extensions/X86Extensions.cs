// Which extension of the instruction set each x86 instruction needs. Run from the repository's root:
//   dotnet run eng/X86Extensions/X86Extensions.cs GOROOT   assembles every form of eng/data/asm/x86-forms.txt with that Go, decodes the code, writes eng/data/asm/x86-extensions.txt, then the table
//   dotnet run eng/X86Extensions/X86Extensions.cs          writes src/GoAbi.Asm/Extensions/X86ExtensionData.g.cs from eng/data/asm/x86-extensions.txt
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:package Iced@1.22.0

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Iced.Intel;

var data = Path.Combine("eng", "data", "asm", "x86-extensions.txt");
if (!Directory.Exists(Path.GetDirectoryName(data)))
{
    Console.Error.WriteLine("Run this from the repository's root: there is no " + Path.GetDirectoryName(data) + " here.");
    return 1;
}

if (args.Length > 0)
{
    File.WriteAllText(data, Facts(args[0]));
}

Generate(File.ReadAllLines(data));
return 0;

static string Facts(string goroot)
{
    var text = new StringBuilder("# Which extensions x86 instructions need beyond SSE2: every form assembled by go tool asm, decoded by Iced. Written by eng/X86Extensions. Do not edit.\n");
    text.Append("# mnemonic, then where=extension+extension; where: g with a general register; x, y, z the widest vector register; e where only the EVEX encoding fits.\n");
    var statements = Statements(File.ReadAllLines(Path.Combine("eng", "data", "asm", "x86-forms.txt"))).ToList();
    var code = Assemble(goroot, statements.Select(s => s.Text).ToList());
    var found = new SortedDictionary<string, SortedDictionary<string, SortedSet<string>>>(StringComparer.Ordinal);
    for (var i = 0; i < statements.Count; i++)
    {
        if (code[i] is not { Length: > 0 } bytes)
        {
            continue;
        }

        var decoder = Iced.Intel.Decoder.Create(64, bytes);
        var instruction = decoder.Decode();
        if (instruction.IsInvalid)
        {
            continue;
        }

        var isEvex = instruction.Encoding == EncodingKind.EVEX;
        var where = statements[i].Where + (isEvex ? "e" : "");
        var places = found.TryGetValue(statements[i].Mnemonic, out var known) ? known : found[statements[i].Mnemonic] = new(StringComparer.Ordinal);
        var features = new SortedSet<string>(instruction.CpuidFeatures.ToArray().Select(f => NameOf(f)).Where(n => n.Length > 0), StringComparer.Ordinal);

        // Two forms of one place: what both need, so that nothing is asked for in vain.
        if (places.TryGetValue(where, out var before))
        {
            before.IntersectWith(features);
        }
        else
        {
            places[where] = features;
        }
    }

    foreach (var (mnemonic, places) in found)
    {
        if (places.Values.Any(p => p.Count > 0))
        {
            text.Append(mnemonic).Append(' ').AppendJoin(' ', places.Select(p => p.Key + "=" + string.Join('+', p.Value))).Append('\n');
        }
    }

    return text.ToString();
}

// Names as Go's internal/cpu and golang.org/x/sys/cpu have them; "" for what every amd64 has.
static string NameOf(CpuidFeature feature) => feature switch
{
    CpuidFeature.SSE4_1 => "SSE41",
    CpuidFeature.SSE4_2 => "SSE42",
    CpuidFeature.BMI1 or CpuidFeature.BMI2 or CpuidFeature.LZCNT or CpuidFeature.POPCNT or CpuidFeature.SSE3 or CpuidFeature.SSSE3 or CpuidFeature.AES or CpuidFeature.PCLMULQDQ
        or CpuidFeature.AVX or CpuidFeature.AVX2 or CpuidFeature.FMA or CpuidFeature.F16C or CpuidFeature.MOVBE or CpuidFeature.ADX or CpuidFeature.SHA or CpuidFeature.RDRAND
        or CpuidFeature.RDSEED or CpuidFeature.GFNI or CpuidFeature.VAES or CpuidFeature.VPCLMULQDQ => feature.ToString(),
    _ when feature.ToString().StartsWith("AVX512", StringComparison.Ordinal) => feature.ToString().Replace("_", "", StringComparison.Ordinal),
    _ => "",
};

static IEnumerable<(string Mnemonic, string Where, string Text)> Statements(string[] lines)
{
    var forms = new List<string[]>();
    foreach (var line in lines)
    {
        var words = line.Split(' ');
        if (words[0] == "form")
        {
            forms.Add(words[2] == "-" ? [] : words[2].Split(','));
        }
        else if (words[0] == "mnemonic" && words.Length > 2 && words[2].Length > 0 && char.IsDigit(words[2][0]) && words[1] is not ("TEXT" or "PCDATA" or "FUNCDATA" or "DUFFZERO" or "DUFFCOPY" or "END"))
        {
            foreach (var number in words[2].Split(','))
            {
                var classes = forms[int.Parse(number, CultureInfo.InvariantCulture)];
                foreach (var memory in new[] { false, true })
                {
                    var operands = classes.Select((c, i) => Operand(c, memory, i)).ToArray();
                    if (operands.All(o => o.Length > 0))
                    {
                        yield return (words[1], Where(operands), words[1] + (operands.Length == 0 ? "" : " " + string.Join(", ", operands)));
                    }
                }
            }
        }
    }
}

static string Where(string[] operands)
{
    var vector = operands.Any(o => o.Contains('Z')) ? "z" : operands.Any(o => o.Contains('Y')) ? "y" : operands.Any(o => Regex.IsMatch(o, "X[0-9]")) ? "x" : "";
    return (operands.Any(o => o is "DX" or "BX") ? "g" : "") + vector;
}

// "" for classes that say nothing here.
// Registers differ by place: gathers refuse one that comes twice.
static string Operand(string @class, bool memory, int place) => @class switch
{
    "Yi0" => "$0",
    "Yi1" => "$1",
    "Yu2" or "Yi8" or "Yu8" or "Yu7" => "$2",
    "Ys32" or "Yi32" or "Yi64" => "$70000",
    "Yal" => "AL",
    "Ycl" => "CL",
    "Yax" => "AX",
    "Ycx" => "CX",
    "Yrb" => "DL",
    "Yrl" or "Yrl32" => "DX",
    "Yrx" => "BX",
    "Ymb" => memory ? "(SI)" : "DL",
    "Yml" => memory ? "(SI)" : "DX",
    "Ym" => "(SI)",
    "Ymr" => "M1",
    "Ymm" => memory ? "(SI)" : "M2",
    "Yxr0" => "X0",
    "Yxr" => FormattableString.Invariant($"X{4 + place}"),
    "YxrEvex" => FormattableString.Invariant($"X{24 + place}"),
    "Yxm" => memory ? "(SI)" : "X2",
    "YxmEvex" => memory ? "(SI)" : "X21",
    "Yyr" => FormattableString.Invariant($"Y{4 + place}"),
    "YyrEvex" => FormattableString.Invariant($"Y{24 + place}"),
    "Yym" => memory ? "(SI)" : "Y2",
    "YymEvex" => memory ? "(SI)" : "Y21",
    "Yzr" => FormattableString.Invariant($"Z{4 + place}"),
    "Yzm" => memory ? "(SI)" : "Z2",
    "Yxvm" => "(SI)(X3*1)",
    "YxvmEvex" => "(SI)(X22*1)",
    "Yyvm" => "(SI)(Y3*1)",
    "YyvmEvex" => "(SI)(Y22*1)",
    "Yzvm" => "(SI)(Z3*1)",
    "YxrEvexMulti4" => "[X20-X23]",
    "YyrEvexMulti4" => "[Y20-Y23]",
    "YzrMulti4" => "[Z20-Z23]",
    "Yk0" => "K0",
    "Yknot0" => "K1",
    "Yk" => "K2",
    "Ykm" => memory ? "(SI)" : "K3",
    _ => "",
};

// One function a statement; what the assembler refuses is taken out and the rest tried again.
static byte[]?[] Assemble(string goroot, List<string> statements)
{
    var directory = Directory.CreateTempSubdirectory("goabi-extensions").FullName;
    var refused = new HashSet<int>();
    try
    {
        for (var round = 0; round < 200; round++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < statements.Count; i++)
            {
                text.Append("TEXT ·f").Append(i).Append("(SB), 4, $0-0\n\t").Append(refused.Contains(i) ? "NOP" : statements[i]).Append('\n');
            }

            var source = Path.Combine(directory, "all_amd64.s");
            File.WriteAllText(source, text.ToString());
            var start = new ProcessStartInfo(Path.Combine(goroot, "bin", "go"), ["tool", "asm", "-e", "-S", "-p", "p", "-o", Path.Combine(directory, "all.o"), source])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["GOARCH"] = "amd64";
            start.Environment["GOOS"] = "linux";
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var before = refused.Count;
            foreach (Match match in Regex.Matches(output + "\n" + error.Result, @"(?:^|/)all_amd64\.s:([0-9]+): |^asm: .*all_amd64\.s:([0-9]+)\)", RegexOptions.Multiline))
            {
                if (process.ExitCode != 0)
                {
                    refused.Add((int.Parse((match.Groups[1].Success ? match.Groups[1] : match.Groups[2]).Value, CultureInfo.InvariantCulture) - 1) / 2);
                }
            }

            if (process.ExitCode == 0)
            {
                return Read(output, statements.Count, refused);
            }

            if (refused.Count == before)
            {
                throw new InvalidOperationException(error.Result[..Math.Min(2000, error.Result.Length)]);
            }
        }

        throw new InvalidOperationException("too many rounds");
    }
    finally
    {
        Directory.Delete(directory, recursive: true);
    }
}

static byte[]?[] Read(string listing, int count, HashSet<int> refused)
{
    var code = new byte[]?[count];
    var current = -1;
    foreach (var line in listing.Split('\n'))
    {
        if (Regex.Match(line, @"^\S*\.f([0-9]+) STEXT") is { Success: true } function)
        {
            current = int.Parse(function.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        else if (current >= 0 && Regex.Match(line, @"^\t0x[0-9a-f]+ ((?:[0-9a-f]{2} )+)") is { Success: true } bytes && code[current] is null && !refused.Contains(current))
        {
            code[current] = bytes.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => Convert.ToByte(b, 16)).ToArray();
        }
    }

    return code;
}

static void Generate(string[] lines)
{
    var entries = lines.Where(l => l.Length > 0 && l[0] != '#').ToList();
    var path = Path.Combine("src", "GoAbi.Asm", "Extensions", "X86ExtensionData.g.cs");
    var text = new StringBuilder();
    text.Append("// <auto-generated>Written by eng/X86Extensions from eng/data/asm/x86-extensions.txt. Do not edit.</auto-generated>\n#nullable enable\n");
    text.Append("namespace GoAbi.Asm;\n\ninternal static partial class X86Extensions\n{\n    private const string Data =\n");

    // Mnemonics of one value stand together.
    var groups = entries.Select(e => (Name: e[..e.IndexOf(' ', StringComparison.Ordinal)], Value: e[(e.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
        .GroupBy(e => e.Value, StringComparer.Ordinal)
        .OrderBy(g => g.First().Name, StringComparer.Ordinal)
        .ToList();
    for (var i = 0; i < groups.Count; i++)
    {
        text.Append("        \"").Append(groups[i].Key).Append(':').AppendJoin(' ', groups[i].Select(e => e.Name)).Append(i + 1 < groups.Count ? "\\n\" +\n" : "\";\n");
    }

    text.Append("}\n");
    File.WriteAllText(path, text.ToString());
}
