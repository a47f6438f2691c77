using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace GoAbi.Analysis.Tests.Summaries;

/// <summary>What comes from a store is what an analysis without one says, and nothing that has changed comes from it.</summary>
public sealed class SummaryCacheTests
{
    [Fact]
    public void A_second_analysis_says_the_same_and_makes_nothing_again()
    {
        var files = SummaryFixture.Files();
        var without = SummaryFixture.Print(SummaryFixture.Analyze(files));
        var store = new MemoryStore();
        Assert.Equal(without, SummaryFixture.Print(SummaryFixture.Analyze(files, store)));
        var written = store.Content.ToDictionary(pair => pair.Key, pair => pair.Value);
        (store.Hits, store.Misses, store.Writes) = (0, 0, 0);
        Assert.Equal(without, SummaryFixture.Print(SummaryFixture.Analyze(files, store)));

        // Package a has a finding that a stub mends: its trees are needed, so it alone is made again, with the same bytes.
        Assert.Equal(0, store.Misses);
        Assert.Equal(1, store.Writes);
        Assert.All(written, pair => Assert.Equal(pair.Value, store.Content[pair.Key]));
    }

    public static TheoryData<string, string, string> Changes => new()
    {
        { "/m/a/a.go", "Asm(1)", "Asm(1); Plain()" },
        { "/m/a/a_amd64.s", "CALL AX", "NOP" },
        { "/m/a/a_test.go", "Asm(2)", "Plain()" },
        { "/m/a/x_test.go", "a.Asm(3)", "a.Plain()" },
        { "/m/b/b.go", "func Asm()\n", "func Asm() {}\n" },
        { "/m/b/b_amd64.s", "TEXT ·Asm(SB), 4, $0", "TEXT ·Other(SB), 4, $0" },
        { "/m/inc/macros.h", "CALL f(SB);", "JMP f(SB);" },
        { "/m/c/c.go", "func broken( {", "func whole() {}" },
        { "/m/go.mod", "example.com/m", "example.com/n" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_anywhere_is_seen(string path, string from, string to)
    {
        var files = SummaryFixture.Files();
        var store = new MemoryStore();
        var before = SummaryFixture.Print(SummaryFixture.Analyze(files, store));
        Assert.Contains(from, files[path], StringComparison.Ordinal);
        files[path] = files[path].Replace(from, to, StringComparison.Ordinal);
        var after = SummaryFixture.Print(SummaryFixture.Analyze(files));
        Assert.NotEqual(before, after);
        Assert.Equal(after, SummaryFixture.Print(SummaryFixture.Analyze(files, store)));
    }

    [Fact]
    public void A_change_of_what_is_imported_reaches_who_imports_it_and_nobody_else()
    {
        var files = SummaryFixture.Files();
        var store = new MemoryStore();
        _ = SummaryFixture.Analyze(files, store);
        files["/m/b/b.go"] += "\nfunc More() {}\n";
        (store.Hits, store.Misses, store.Writes) = (0, 0, 0);
        _ = SummaryFixture.Analyze(files, store);

        // b's manifest and summary; those of a and d, which depend on it, have new keys; c comes from the store.
        Assert.Equal(1 + 3, store.Writes);
    }

    [Fact]
    public void An_include_that_appears_is_seen()
    {
        var files = SummaryFixture.Files();
        var store = new MemoryStore();
        files.Remove("/m/inc/macros.h");
        _ = SummaryFixture.Analyze(files, store);
        files = SummaryFixture.Files();
        Assert.Equal(SummaryFixture.Print(SummaryFixture.Analyze(files)), SummaryFixture.Print(SummaryFixture.Analyze(files, store)));
    }

    [Theory]
    [InlineData("/m")]
    [InlineData("/elsewhere/on/another/machine")]
    public void Summaries_are_the_same_wherever_the_module_is(string root)
    {
        var here = new MemoryStore();
        var there = new MemoryStore();
        _ = SummaryFixture.Analyze(SummaryFixture.Files(), here);
        var moved = SummaryFixture.Files().ToDictionary(pair => root + pair.Key[2..], pair => pair.Value);
        _ = AbiAnalyzer.Analyze(SummaryFixture.Load(moved, root), new AbiAnalysisOptions { Summaries = there });
        Assert.Equal(here.Content.Keys.Order(StringComparer.Ordinal), there.Content.Keys.Order(StringComparer.Ordinal));
        Assert.All(here.Content, pair => Assert.Equal(pair.Value, there.Content[pair.Key]));
    }

    [Fact]
    public void Damage_is_a_miss()
    {
        var files = SummaryFixture.Files();
        var expected = SummaryFixture.Print(SummaryFixture.Analyze(files));
        Func<byte[], byte[]>[] damages =
        [
            static _ => [],
            static bytes => bytes[..^1],
            static bytes => [.. bytes, 0],
            static bytes => [.. bytes.Select((b, i) => i == bytes.Length / 2 ? (byte)(b ^ 1) : b)],
            static bytes => new byte[bytes.Length],
        ];
        foreach (var damage in damages)
        {
            var store = new MemoryStore();
            _ = SummaryFixture.Analyze(files, store);
            store.Damage(damage);
            Assert.Equal(expected, SummaryFixture.Print(SummaryFixture.Analyze(files, store)));
        }
    }

    [Fact]
    public void Tool_options_that_change_results_change_keys_and_the_rest_does_not()
    {
        var store = new MemoryStore();
        var module = SummaryFixture.Load(SummaryFixture.Files());
        _ = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Summaries = store });
        var keys = new HashSet<string>(store.Content.Keys);
        _ = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Summaries = store, Select = ["GOABI2"], RunRules = false, CollectCallSites = true, MaxParallelism = 1 });
        Assert.Equal(keys.Order(), store.Content.Keys.Order());
        _ = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Summaries = store, MaxExpansion = 1000 });
        Assert.Equal(2 * keys.Count, store.Content.Count);
    }
}
