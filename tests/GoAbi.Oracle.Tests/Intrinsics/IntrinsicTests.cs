using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Intrinsics;

/// <summary>The table of intrinsics against the compilers' own.</summary>
public sealed partial class IntrinsicTests(ITestOutputHelper output)
{
    // What cmd/compile/internal/walk replaces; the compiler's table does not have them.
    private static readonly string[] BesidesTheTable = ["internal/abi.FuncPCABI0", "internal/abi.FuncPCABIInternal"];

    [GoFact]
    public async Task The_table_is_what_each_compiler_holds()
    {
        var differences = new List<string>();
        foreach (var toolchain in GoToolchain.All)
        {
            var theirs = (await FromCompilerAsync(toolchain)).Where(static i => GoPlatforms.AssemblerArchitectures.Contains(i.Goarch)).ToHashSet();
            Assert.NotEmpty(theirs);
            foreach (var goarch in GoPlatforms.AssemblerArchitectures)
            {
                var target = new Target { Toolchain = toolchain.Version, Goarch = goarch };
                foreach (var symbol in theirs.Select(static i => i.Symbol).Union(OwnSymbols(), StringComparer.Ordinal).Except(BesidesTheTable))
                {
                    var isTheirs = theirs.Contains((goarch, symbol));
                    if (Conventions.Intrinsics.Contains(symbol, target) != isTheirs)
                    {
                        differences.Add(target + " " + symbol + ": the compiler " + (isTheirs ? "replaces it" : "calls it"));
                    }
                }
            }

            output.WriteLine("TRUTH intrinsics go=" + toolchain.Version + " entries=" + theirs.Count);
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    private static IEnumerable<string> OwnSymbols() => File.ReadLines(Path.Combine(GoToolchain.Repository, "eng/data/intrinsics.txt"))
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split(' '))
        .SelectMany(static words => words[3..].Select(name => words[2] + "." + name));

    // From Go 1.23 on the compiler's tests hold the table; before, the compiler is asked, by a test of ours laid over its sources.
    private static async Task<IEnumerable<(string Goarch, string Symbol)>> FromCompilerAsync(GoToolchain toolchain)
    {
        var package = Path.Combine(toolchain.Root, "src/cmd/compile/internal/ssagen");
        var tests = Path.Combine(package, "intrinsics_test.go");
        if (File.Exists(tests))
        {
            return TableLine().Matches(await File.ReadAllTextAsync(tests)).Select(static m => (m.Groups[1].Value, m.Groups[2].Value + "." + m.Groups[3].Value));
        }

        var directory = Directory.CreateTempSubdirectory("goabi-intrinsics-").FullName;
        try
        {
            var test = Path.Combine(directory, "dump_test.go");
            var overlay = Path.Combine(directory, "overlay.json");
            await File.WriteAllTextAsync(test, """
                package ssagen

                import (
                	"fmt"
                	"testing"
                )

                func TestDumpIntrinsics(t *testing.T) {
                	InitTables()
                	for key := range intrinsics {
                		fmt.Println("intrinsic", key.arch.Name, key.pkg+"."+key.fn)
                	}
                }
                """);
            await File.WriteAllTextAsync(overlay, JsonSerializer.Serialize(new Dictionary<string, Dictionary<string, string>>
            {
                ["Replace"] = new() { [Path.Combine(package, "dump_test.go")] = test },
            }));
            var text = await toolchain.GoAsync(
                Path.Combine(toolchain.Root, "src/cmd"), HostArchitecture, "test", "-vet=off", "-v", "-overlay", overlay, "-run", "TestDumpIntrinsics", "./compile/internal/ssagen");
            return text.Split('\n').Where(static line => line.StartsWith("intrinsic ", StringComparison.Ordinal)).Select(static line => line.Split(' ')).Select(static w => (w[1], w[2]));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string HostArchitecture =>
        System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";

    [GeneratedRegex("\\{\"([^\"]+)\", \"([^\"]+)\", \"([^\"]+)\"\\}:")]
    private static partial Regex TableLine();
}
