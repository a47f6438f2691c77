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

        // Package a has a finding that a stub mends: its trees are needed, so it is made again, with the same bytes. Package c is broken and never stored.
        Assert.Equal(1, store.Misses);
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

        // b's manifest and summary; those of a and d, which depend on it, have new keys.
        Assert.Equal(1 + 3, store.Writes);
    }

    private static readonly (string Name, Dictionary<string, string> Files, (string Path, string? Text)[] Edits)[] Histories =
    [
        ("a header's header", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/p/p.go"] = "package p\n\nfunc F()\n", ["/m/p/p_amd64.s"] = "#include \"../q/x.h\"\nTEXT ·F(SB), 4, $0\n\tBODY\n\tRET\n",
            ["/m/q/x.h"] = "#define BODY NOP\n",
        }, [("/m/q/x.h", "#include \"../q/z.h\"\n"), ("/m/q/z.h", "#define BODY NOP\n"), ("/m/q/z.h", "#define BODY CALL ·F(SB)\n"), ("/m/q/z.h", null)]),
        ("includes with comments and other quotes", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/p/p.go"] = "package p\n\nfunc F()\n",
            ["/m/p/p_amd64.s"] = "#/**/include \"../q/x.h\"\n#include/* c */\"../q/y.h\"\n#include \"../q\\x2fz.h\"\nTEXT ·F(SB), 4, $0\n\tX\n\tY\n\tZ\n\tRET\n",
            ["/m/q/x.h"] = "#define X NOP\n", ["/m/q/y.h"] = "#define Y NOP\n", ["/m/q/z.h"] = "#define Z NOP\n",
        }, [("/m/q/x.h", "#define X CALL ·F(SB)\n"), ("/m/q/y.h", "#define Y CALL ·F(SB)\n"), ("/m/q/z.h", "#define Z CALL ·F(SB)\n")]),
        ("a broken body in what is imported", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/x/x.go"] = "package x\n\nimport \"m/y\"\n\nfunc X() { y.G() }\n",
            ["/m/y/y.go"] = "package y\n\nfunc f() { if x {\n}\nfunc G() {}\n",
        }, [("/m/x/x.go", "package x\n\nimport \"m/y\"\n\nfunc X() { y.G(); y.G() }\n"), ("/m/y/y.go", "package y\n\nfunc G() {}\n")]),
        ("an import cycle", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/a/a.go"] = "package a\n\nimport \"m/b\"\n\ntype T b.T\n", ["/m/b/b.go"] = "package b\n\nimport _ \"m/a\"\n\ntype T struct{ F func() }\n",
            ["/m/x/x.go"] = "package x\n\nimport \"m/a\"\n\nfunc X(t a.T) { t.F() }\n",
        }, [("/m/b/b.go", "package b\n\nimport _ \"m/a\"\n\ntype T struct{ F I }\n\ntype I int\n")]),
        ("a constraint in a C++ header", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/p/p.go"] = "package p\n", ["/m/p/a.hpp"] = "//go:build (\n\n",
        }, [("/m/p/a.hpp", "//go:build linux\n\n")]),
        ("a root that moves", new()
        {
            ["/m/go.work"] = "go 1.22\n\nuse ./n\n", ["/m/n/go.mod"] = "module n\n", ["/m/n/p/p.go"] = "package p\n\nfunc F()\n",
            ["/m/n/p/p_amd64.s"] = "#include \"../q/x.h\"\nTEXT ·F(SB), 4, $0\n\tBODY\n\tRET\n", ["/m/n/q/x.h"] = "#define BODY NOP\n",
        }, [("/m/go.work", null), ("/m/n/q/x.h", "#define BODY CALL ·F(SB)\n")]),
        ("a line in the generated header", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/p/p.go"] = "package p\n\nconst X = 7\n\nfunc F()\n",
            ["/m/p/p_amd64.s"] = "#define const_X 7\n#include \"go_asm.h\"\nTEXT ·F(SB), 4, $const_X\n\tRET\n",
        }, [("/m/r/r.go", "package r\n")]),
        ("two commands", new()
        {
            ["/m/go.mod"] = "module m\n", ["/m/a/a.go"] = "package main\n\nfunc f()\n\nfunc main() { f() }\n", ["/m/a/a_amd64.s"] = "TEXT ·f(SB), 4, $0\n\tRET\n",
            ["/m/b/b.go"] = "package main\n\nfunc f()\n\nfunc main() { f() }\n",
        }, [("/m/b/b_amd64.s", "TEXT ·g(SB), 4, $0\n\tCALL ·f(SB)\n\tRET\n")]),
    ];

    public static TheoryData<string> HistoryNames => new(Histories.Select(history => history.Name));

    [Theory]
    [MemberData(nameof(HistoryNames))]
    public void After_every_edit_the_store_gives_what_the_sources_say(string name)
    {
        var (_, start, edits) = Histories.Single(history => history.Name == name);
        var files = new Dictionary<string, string>(start);
        var store = new MemoryStore();
        var root = files.ContainsKey("/m/n/go.mod") ? "/m/n" : "/m";
        foreach (var (path, text) in edits.Prepend((start.Keys.First(), start.Values.First())))
        {
            if (text is null)
            {
                files.Remove(path);
            }
            else
            {
                files[path] = text;
            }

            for (var round = 0; round < 2; round++)
            {
                var cached = AbiAnalyzer.Analyze(SummaryFixture.Load(files, root), new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true, Summaries = store });
                var plain = AbiAnalyzer.Analyze(SummaryFixture.Load(files, root), new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true });
                Assert.Equal(SummaryFixture.Print(plain), SummaryFixture.Print(cached));
            }
        }
    }

    [Fact]
    public void A_command_does_not_see_what_another_defines()
    {
        var files = Histories.Single(history => history.Name == "two commands").Files;
        var sites = SummaryFixture.Analyze(files).CallSites;
        Assert.Equal([AbiCase.GoToAssemblyDirect, AbiCase.None], sites.Select(site => site.Case));
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
