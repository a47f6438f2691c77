using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Source;
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

    [Fact]
    public async Task Every_name_and_call_means_what_go_types_says()
    {
        var roots = GoRoots.Find();
        Assert.True(roots.Count > 0 || Environment.GetEnvironmentVariable("CI") != "true", "No Go toolchain found.");
        var differences = new List<string>();
        foreach (var root in roots)
        {
            differences.AddRange(await CompareAsync(root));
        }

        Assert.True(differences.Count == 0, differences.Count + " differences:\n" + string.Join("\n", differences.Take(40)));
    }

    private async Task<List<string>> CompareAsync(string root)
    {
        var directory = Directory.CreateTempSubdirectory("goabi-truth").FullName;
        try
        {
            var program = GoRoots.Build(root, "bindingtruth.go.txt", directory);
            var version = (await File.ReadAllTextAsync(Path.Combine(root, "VERSION"))).Split('\n')[0];
            Assert.True(GoVersion.TryParse(version, out var parsed), version);
            var comparison = new BindingComparison(parsed);
            var packages = GoRoots.WantsEverything ? [] : await SampleAsync(program, directory, root);
            using var truth = GoRoots.Start(program, packages, directory, root);
            var errors = truth.StandardError.ReadToEndAsync();
            var count = 0;
            foreach (var package in TruthPackage.Read(truth.StandardOutput, comparison.ImportedFiles))
            {
                comparison.Compare(package);
                count++;
            }

            await truth.WaitForExitAsync();
            Assert.True(truth.ExitCode == 0, await errors);
            output.WriteLine("TRUTH binding go=" + parsed + " packages=" + count + " differences=" + comparison.Differences.Count);
            foreach (var (what, number) in comparison.Counts)
            {
                output.WriteLine(number.ToString().PadLeft(9) + "  " + what);
            }

            return comparison.Differences;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<List<string>> SampleAsync(string program, string directory, string root)
    {
        using var list = GoRoots.Start(program, ["list"], directory, root);
        var all = (await list.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith("cmd/", StringComparison.Ordinal) && !p.StartsWith("vendor/", StringComparison.Ordinal)).ToList();
        var random = new Random(Seed);
        return all.OrderBy(_ => random.Next()).Take(SampleSize).ToList();
    }
}
