using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>
/// What the analysis says of calls and symbols against what compiler and linker made of them, in both directions. One
/// program for amd64 with the newest Go; with GOABI_TRUTH=all three programs, every Go, amd64 and arm64.
/// </summary>
public sealed class LinkedCallsTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string> Subjects()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.Sample : [])
        {
            foreach (var goarch in GoToolchain.WantsEverything ? new[] { "amd64", "arm64" } : ["amd64"])
            {
                foreach (var program in GoToolchain.WantsEverything ? new[] { "numbers", "primitives", "server" } : ["primitives"])
                {
                    data.Add(program, toolchain.Version.ToString(), goarch);
                }
            }
        }

        if (data.Count == 0)
        {
            data.Add("primitives", "none", "amd64");
        }

        return data;
    }

    [GoTheory]
    [MemberData(nameof(Subjects))]
    public async Task Every_linked_call_of_assembly_or_a_wrapper_is_a_call_site_and_the_other_way_round(string program, string go, string goarch)
    {
        var subject = await LinkedSubject.GetAsync(program, GoToolchain.Named(go), goarch);
        var comparison = new CallComparison(subject);
        comparison.Run();
        Report("linked-calls", program, go, goarch, subject, comparison.Counts, " sites=" + comparison.SiteCount);
        foreach (var removed in comparison.Removed)
        {
            output.WriteLine("R6(c) " + removed);
        }

        Assert.True(comparison.Removed.Count * 20 <= comparison.SiteCount, comparison.Removed.Count + " of " + comparison.SiteCount + " sites have no code");
        AssertNothing(comparison.Unexplained);
    }

    [GoTheory]
    [MemberData(nameof(Subjects))]
    public async Task Every_linked_entry_of_an_assembly_function_and_every_wrapper_is_a_symbol(string program, string go, string goarch)
    {
        var subject = await LinkedSubject.GetAsync(program, GoToolchain.Named(go), goarch);
        var comparison = new SymbolComparison(subject);
        comparison.Run();
        Report("linked-symbols", program, go, goarch, subject, comparison.Counts, "");
        AssertNothing(comparison.Unexplained);
    }

    private static void AssertNothing(List<string> unexplained) =>
        Assert.True(unexplained.Count == 0, unexplained.Count + " unexplained:\n" + string.Join("\n", unexplained.Take(60)));

    private void Report(string oracle, string program, string go, string goarch, LinkedSubject subject, SortedDictionary<string, int> counts, string more) =>
        output.WriteLine(
            "TRUTH " + oracle + " program=" + program + " go=" + go + " target=linux/" + goarch + " packages=" + subject.PackageCount + more
            + string.Concat(counts.Select(static c => " " + c.Key + "=" + c.Value)));
}
