using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;

namespace GoAbi.Oracle.Tests.Effects;

/// <summary>The bytes that the assembler makes of single statements; those that it refuses by themselves have none.</summary>
internal static partial class StatementBytes
{
    private const int MaxRounds = 20;

    public static async Task<Dictionary<string, byte[]>> OfAsync(GoToolchain toolchain, string goarch, IEnumerable<string> statements)
    {
        using var directory = new TemporaryDirectory();
        var all = statements.ToList();
        for (var round = 0; round < MaxRounds; round++)
        {
            var source = directory.Write("s.s", "TEXT f(SB), 4|512, $0\n" + string.Concat(all.Select(static s => "\t" + s + "\n")) + "\tRET\n");
            var result = await toolchain.RunAsync(
                toolchain.Tool("asm"), directory.Path, new Dictionary<string, string?> { ["GOARCH"] = goarch, ["GOOS"] = "linux" }, "-e", "-S", "-p", "s", "-o", directory["s.o"], source);
            if (result.ExitCode == 0)
            {
                return Read(all, result.Output);
            }

            var refused = ErrorLine().Matches(result.Error + result.Output).Select(static m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) - 2).ToHashSet();
            var before = all.Count;
            all = all.Where((_, i) => !refused.Contains(i)).ToList();
            if (all.Count == before)
            {
                throw new InvalidDataException(result.Error);
            }
        }

        throw new InvalidDataException("The assembler keeps refusing.");
    }

    private static Dictionary<string, byte[]> Read(List<string> statements, string listing)
    {
        var places = new SortedDictionary<int, int>();
        var bytes = new List<byte>();
        foreach (var line in listing.Split('\n'))
        {
            if (InstructionLine().Match(line) is { Success: true } at)
            {
                // What one line becomes begins with the first of its instructions.
                places.TryAdd(int.Parse(at.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture));
            }
            else if (DumpLine().Match(line) is { Success: true } dump)
            {
                bytes.AddRange(Convert.FromHexString(dump.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal)));
            }
        }

        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < statements.Count; i++)
        {
            if (places.TryGetValue(i + 2, out var from) && places.TryGetValue(i + 3, out var to) && to > from)
            {
                found[statements[i]] = [.. bytes.Skip(from).Take(to - from)];
            }
        }

        return found;
    }

    [GeneratedRegex(@"s\.s:(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"^\t0x[0-9a-f]+ (\d+) \(.*s\.s:(\d+)\)\t(?!TEXT|FUNCDATA|PCDATA)", RegexOptions.CultureInvariant)]
    private static partial Regex InstructionLine();

    [GeneratedRegex(@"^\t0x[0-9a-f]+((?: [0-9a-f]{2}){1,16})  ", RegexOptions.CultureInvariant)]
    private static partial Regex DumpLine();
}
