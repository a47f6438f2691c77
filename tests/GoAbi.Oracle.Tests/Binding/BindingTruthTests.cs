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
/// in-package tests included, with GOABI_TRUTH=all.
/// </summary>
public sealed class BindingTruthTests(ITestOutputHelper output)
{
    private const int SampleSize = 30;
    private const int Seed = 17;

    [GoFact]
    public async Task Every_name_and_call_means_what_go_types_says()
    {
        var differences = new List<string>();
        foreach (var toolchain in GoToolchain.All)
        {
            differences.AddRange(await CompareAsync(toolchain));
        }

        Assert.True(differences.Count == 0, differences.Count + " differences:\n" + string.Join("\n", differences.Take(40)));
    }

    private async Task<List<string>> CompareAsync(GoToolchain toolchain)
    {
        using var program = await OracleProgram.BuildAsync(toolchain, "bindingtruth.go.txt");
        var comparison = new BindingComparison(toolchain.Version);
        var count = await program.RunAsync(GoToolchain.WantsEverything ? [] : await SampleAsync(program), output =>
        {
            var packages = 0;
            foreach (var package in TruthPackage.Read(output, comparison.ImportedFiles))
            {
                comparison.Compare(package);
                packages++;
            }

            return packages;
        });
        output.WriteLine("TRUTH binding go=" + toolchain.Version + " packages=" + count + " differences=" + comparison.Differences.Count);
        foreach (var (what, number) in comparison.Counts)
        {
            output.WriteLine(number.ToString().PadLeft(9) + "  " + what);
        }

        output.WriteLine("TRUTH callees go=" + toolchain.Version + " calls=" + comparison.TypedCalls + " differences=" + comparison.TypedDifferences.Count);
        return [.. comparison.Differences, .. comparison.TypedDifferences];
    }

    private static async Task<List<string>> SampleAsync(OracleProgram program)
    {
        var all = (await program.RunAsync("", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("cmd/", StringComparison.Ordinal) && !p.StartsWith("vendor/", StringComparison.Ordinal)).ToList();
        var random = new Random(Seed);
        return all.OrderBy(_ => random.Next()).Take(SampleSize).ToList();
    }
}
