using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>
/// Names and calls of the standard library against go/types. A seeded sample of packages; all of them, commands and
/// tests included, with GOABI_TRUTH=all.
/// </summary>
public sealed class BindingTruthTests(ITestOutputHelper output)
{
    private const int Seed = 17;

    [GoTheory]
    [InlineData("amd64", 18)]
    [InlineData("arm64", 6)]
    public async Task Every_name_and_call_means_what_go_types_says(string goarch, int sample)
    {
        var differences = new List<string>();
        foreach (var toolchain in GoToolchain.All)
        {
            differences.AddRange(await CompareAsync(toolchain, goarch, sample));
        }

        Assert.True(differences.Count == 0, differences.Count + " differences:\n" + string.Join("\n", differences.Take(40)));
    }

    private async Task<List<string>> CompareAsync(GoToolchain toolchain, string goarch, int sample)
    {
        using var program = await OracleProgram.BuildAsync(toolchain, "bindingtruth.go.txt");
        var comparison = new BindingComparison(toolchain.Version, goarch);
        var count = await program.RunAsync(["-goarch=" + goarch, .. GoToolchain.WantsEverything ? [] : await SampleAsync(program, Seed, sample)], output =>
        {
            var packages = 0;
            foreach (var package in TruthPackage.Read(output, comparison.ImportedFiles))
            {
                comparison.Compare(package);
                packages++;
            }

            return packages;
        });
        output.WriteLine("TRUTH binding go=" + toolchain.Version + " goarch=" + goarch + " packages=" + count + " differences=" + comparison.Differences.Count);
        foreach (var (what, number) in comparison.Counts)
        {
            output.WriteLine(number.ToString().PadLeft(9) + "  " + what);
        }

        output.WriteLine("TRUTH callees go=" + toolchain.Version + " goarch=" + goarch + " calls=" + comparison.TypedCalls + " differences=" + comparison.TypedDifferences.Count);
        return [.. comparison.Differences, .. comparison.TypedDifferences];
    }

    internal static async Task<List<string>> SampleAsync(OracleProgram program, int seed, int size)
    {
        var all = (await program.RunAsync("", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("cmd/", StringComparison.Ordinal) && !p.StartsWith("vendor/", StringComparison.Ordinal)).ToList();
        var random = new Random(seed);
        return all.OrderBy(_ => random.Next()).Take(size).ToList();
    }
}
