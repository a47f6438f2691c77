// How many bytes of memory each instruction of 386 and amd64 touches. Run from the repository's root with a GOROOT:
//   dotnet run eng/X86Widths/X86Widths.cs GOROOT
// Every form of eng/data/asm/x86-forms.txt that takes memory is assembled by that Go, decoded by Iced, and what Iced says of its memory operand written to
// eng/data/widths/amd64.txt and 386.txt (what differs from amd64). eng/WidthTables says what a line there means.
#:package Iced@1.22.0
#:property TargetFramework=net10.0
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false
#:property TreatWarningsAsErrors=false

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Iced.Intel;

var forms = Path.Combine("eng", "data", "asm", "x86-forms.txt");
if (!File.Exists(forms) || args.Length != 1)
{
    Console.Error.WriteLine("Run this from the repository's root, with a GOROOT.");
    return 1;
}

var statements = Statements(File.ReadAllLines(forms)).Distinct().ToList();
var amd64 = Measure(args[0], "amd64", statements);
var small = Measure(args[0], "386", statements);
Write("amd64", amd64);
Write("386", small.Where(entry => !amd64.TryGetValue(entry.Key, out var pattern) || pattern != entry.Value).ToDictionary());
return 0;

// Each form with memory in each place that takes it, and registers and numbers elsewhere.
static IEnumerable<Statement> Statements(string[] lines)
{
    var operands = lines.Where(l => l.StartsWith("form ", StringComparison.Ordinal)).Select(l => l.Split(' ')).ToDictionary(w => w[1], w => (Operands: w[2], Suffixes: w.Length > 7 ? w[7] : ""));
    var aliases = lines.Where(l => l.StartsWith("alias ", StringComparison.Ordinal)).Select(l => l.Split(' ')).Where(w => w[1][0] != 'J').ToLookup(w => w[2], w => w[1]);
    foreach (var words in lines.Where(l => l.StartsWith("mnemonic ", StringComparison.Ordinal)).Select(l => l.Split(' ')))
    {
        foreach (var form in words[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => operands[n]).Where(f => f.Operands != "-"))
        {
            var classes = form.Operands.Split(',').Where(c => c != "Ynone").ToArray();
            for (var memory = 0; memory < classes.Length; memory++)
            {
                if (!Operand.IsMemory(classes[memory]))
                {
                    continue;
                }

                var texts = classes.Select((c, i) => i == memory ? "8(AX)" : Operand.Text(c)).ToArray();
                if (texts.Any(t => t is null))
                {
                    continue;
                }

                foreach (var mnemonic in aliases[words[1]].Prepend(words[1]))
                {
                    var others = classes.Where((_, i) => i != memory).Select(c => Operand.Text(c)!).ToArray();
                    yield return new Statement(mnemonic, "", string.Join(", ", texts), Shape(others));
                    if (form.Suffixes.Split(',').Contains("BCST"))
                    {
                        yield return new Statement(mnemonic, ".BCST", string.Join(", ", texts), "b");
                    }
                }
            }
        }
    }

    yield return new Statement("CALL", "", "*8(AX)", "");
    yield return new Statement("JMP", "", "*8(AX)", "");
}

static string Shape(string[] others) =>
    (others.Any(o => o[0] == '$') ? "i" : "")
    + (others.Any(o => o.Contains('Z')) ? "z" : others.Any(o => o.Contains('Y')) ? "y" : others.Any(o => o.Contains('X') && o is not ("AX" or "BX" or "CX" or "DX")) ? "x" : "-");

static SortedDictionary<string, string> Measure(string goroot, string goarch, List<Statement> statements)
{
    var all = statements.ToList();
    for (var round = 0; round < 50; round++)
    {
        var (refused, code) = Assemble(goroot, goarch, all);
        if (refused.Count == 0)
        {
            return Patterns(goarch, all, code);
        }

        all = all.Where((_, i) => !refused.Contains(i)).ToList();
    }

    throw new InvalidOperationException("The assembler keeps refusing.");
}

static SortedDictionary<string, string> Patterns(string goarch, List<Statement> statements, List<byte[]> code)
{
    var found = new SortedDictionary<string, SortedDictionary<string, int>>(StringComparer.Ordinal);
    for (var i = 0; i < statements.Count; i++)
    {
        var statement = statements[i];
        var decoder = Iced.Intel.Decoder.Create(goarch == "386" ? 32 : 64, new ByteArrayCodeReader(code[i]));
        decoder.Decode(out var instruction);
        if (instruction.Code == Code.INVALID || instruction.Length != code[i].Length)
        {
            Console.Error.WriteLine(goarch + " not decoded: " + statement.Mnemonic + " " + statement.Operands + " " + Convert.ToHexString(code[i]));
            continue;
        }

        // LEA, prefetches and the like name an address and touch nothing there; what flushes a cache's line leaves its bytes.
        var touches = instruction.Mnemonic is not (Mnemonic.Clflush or Mnemonic.Clflushopt or Mnemonic.Clwb) && new InstructionInfoFactory().GetInfo(instruction).GetUsedMemory().Any(m => m.Access is not (OpAccess.None or OpAccess.NoMemAccess));
        var size = touches ? instruction.MemorySize.GetSize() : 0;
        if (touches && size == 0)
        {
            continue; // a size that depends on the machine: XSAVE
        }

        if (!found.TryGetValue(statement.Mnemonic, out var widths))
        {
            found.Add(statement.Mnemonic, widths = new SortedDictionary<string, int>(StringComparer.Ordinal));
        }

        if (!widths.TryAdd(statement.Shape, size) && widths[statement.Shape] != size)
        {
            Console.Error.WriteLine(goarch + " two widths: " + statement.Mnemonic + " " + statement.Operands + " " + widths[statement.Shape] + " " + size);
        }
    }

    var patterns = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var (mnemonic, widths) in found)
    {
        // A number for an immediate matters where the same registers without one have another width, as with counts of shifts.
        var plain = widths.Where(w => w.Key != "b").GroupBy(w => w.Key.TrimStart('i')).ToList();
        var hasSecond = plain.Any(g => g.Select(w => w.Value).Distinct().Count() > 1);
        var text = plain.SelectMany(g => g).Select(w => w.Value).Distinct().Count() == 1
            ? "=" + plain[0].First().Value.ToString(CultureInfo.InvariantCulture)
            : string.Concat(widths.Where(w => w.Key != "b").Select(w => (Key: hasSecond ? w.Key : w.Key.TrimStart('i'), w.Value)).Distinct()
                .OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key + w.Value.ToString(CultureInfo.InvariantCulture)));
        patterns[mnemonic] = text + (widths.TryGetValue("b", out var broadcast) ? "b" + broadcast.ToString(CultureInfo.InvariantCulture) : "");
    }

    return patterns;
}

static (HashSet<int> Refused, List<byte[]> Code) Assemble(string goroot, string goarch, List<Statement> statements)
{
    var directory = Directory.CreateTempSubdirectory("goabi-widths").FullName;
    try
    {
        var source = Path.Combine(directory, "w.s");
        File.WriteAllText(source, "TEXT f(SB), 4|512, $0\n" + string.Concat(statements.Select(s => "\t" + s.Mnemonic + s.Suffix + " " + s.Operands + "\n")) + "\tRET\n");
        var start = new ProcessStartInfo(Path.Combine(goroot, "bin", "go"), ["tool", "asm", "-e", "-S", "-p", "w", "-o", Path.Combine(directory, "w.o"), source]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GOARCH"] = goarch;
        start.Environment["GOOS"] = "linux";
        start.Environment["GOROOT"] = goroot;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var refused = new HashSet<int>();
        if (process.ExitCode != 0)
        {
            foreach (Match match in Regex.Matches(errors.Result, @"w\.s:(\d+)\)?(:|\t)"))
            {
                if (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 2 is var index && index >= 0 && index < statements.Count)
                {
                    refused.Add(index);
                }
            }

            return (refused.Count > 0 ? refused : throw new InvalidOperationException(errors.Result), []);
        }

        var starts = new List<int>();
        var bytes = new List<byte>();
        foreach (var line in output.Split('\n'))
        {
            if (Regex.Match(line, @"^\t0x[0-9a-f]+ (\d+) \(.*w\.s:(\d+)\)\t(?!TEXT|FUNCDATA|PCDATA)") is { Success: true } at)
            {
                starts.Add(int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture));
            }
            else if (Regex.Match(line, @"^\t0x[0-9a-f]+((?: [0-9a-f]{2}){1,16})  ") is { Success: true } dump)
            {
                bytes.AddRange(Convert.FromHexString(dump.Groups[1].Value.Replace(" ", "")));
            }
        }

        if (starts.Count != statements.Count + 1)
        {
            throw new InvalidOperationException("The listing has " + starts.Count + " lines for " + statements.Count + " statements.");
        }

        return ([], Enumerable.Range(0, statements.Count).Select(i => bytes.GetRange(starts[i], starts[i + 1] - starts[i]).ToArray()).ToList());
    }
    finally
    {
        Directory.Delete(directory, recursive: true);
    }
}

static void Write(string name, IDictionary<string, string> patterns)
{
    var text = new StringBuilder("# How much memory instructions of " + name + " touch: written by eng/X86Widths. Do not edit; eng/WidthTables says what a line means.\n");
    foreach (var group in patterns.GroupBy(p => p.Value, p => p.Key).OrderBy(g => g.Key, StringComparer.Ordinal))
    {
        var line = new StringBuilder(group.Key);
        foreach (var mnemonic in group.Order(StringComparer.Ordinal))
        {
            if (line.Length + mnemonic.Length > 150)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(group.Key);
            }

            line.Append(' ').Append(mnemonic);
        }

        text.Append(line).Append('\n');
    }

    File.WriteAllText(Path.Combine("eng", "data", "widths", name + ".txt"), text.ToString());
}

/// <summary>A statement to measure, and what decides its width besides the mnemonic.</summary>
internal sealed record Statement(string Mnemonic, string Suffix, string Operands, string Shape);

/// <summary>Operands of the encoder's classes.</summary>
internal static class Operand
{
    public static bool IsMemory(string name) => name is "Ymb" or "Yml" or "Ym" or "Ymm" or "Yxm" or "YxmEvex" or "Yym" or "YymEvex" or "Yzm" or "Ykm";

    public static string? Text(string name) => name switch
    {
        "Yi0" => "$0",
        "Yi1" or "Yu2" => "$1",
        "Yi8" or "Yu8" or "Yu7" => "$5",
        "Ys32" or "Yi32" => "$0x1234567",
        "Yal" => "AL",
        "Ycl" => "CL",
        "Yax" => "AX",
        "Ycx" or "Yrx" => "CX",
        "Yrb" or "Ymb" => "BL",
        "Yrl" or "Yrl32" or "Yml" => "BX",
        "Yrf" => "F1",
        "Yf0" => "F0",
        "Ycs" => "CS",
        "Yss" => "SS",
        "Yds" => "DS",
        "Yes" => "ES",
        "Yfs" => "FS",
        "Ygs" => "GS",
        "Ymr" or "Ymm" => "M1",
        "Yxr0" => "X0",
        "Yxr" or "YxrEvex" or "Yxm" or "YxmEvex" => "X1",
        "Yyr" or "YyrEvex" or "Yym" or "YymEvex" => "Y1",
        "Yzr" or "Yzm" => "Z1",
        "YxrEvexMulti4" => "[X0-X3]",
        "YyrEvexMulti4" => "[Y0-Y3]",
        "YzrMulti4" => "[Z0-Z3]",
        "Yk0" => "K0",
        "Yknot0" or "Yk" or "Ykm" => "K1",
        _ => null,
    };
}
