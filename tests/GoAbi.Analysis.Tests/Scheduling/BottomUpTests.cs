using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using GoAbi.Analysis.Tests.Summaries;
using Xunit;

namespace GoAbi.Analysis.Tests.Scheduling;

/// <summary>Packages are analysed in the order of their imports, on any number of threads, with the same result.</summary>
public sealed class BottomUpTests
{
    private const int Packages = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void Results_do_not_depend_on_threads(int threads)
    {
        var texts = Chain();
        var one = SummaryFixture.Print(Analyze(texts, new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true, MaxParallelism = 1 }));
        for (var round = 0; round < 5; round++)
        {
            Assert.Equal(one, SummaryFixture.Print(Analyze(texts, new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true, MaxParallelism = threads })));
        }
    }

    [Fact]
    public void A_package_comes_after_what_it_imports()
    {
        var order = new Order();
        _ = AbiAnalyzer.Analyze(SummaryFixture.Load(Chain()), new AbiAnalysisOptions(), order);
        var done = order.Paths;
        Assert.Equal(Packages, done.Count);
        for (var i = 1; i < Packages; i++)
        {
            Assert.True(done.IndexOf(PathOf(i)) > done.IndexOf(PathOf(i / 2)), PathOf(i) + " came before " + PathOf(i / 2));
        }
    }

    [Fact]
    public void Import_cycles_are_analysed_too()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/m/go.mod"] = "module example.com/m\n",
            ["/m/a/a.go"] = "package a\n\nimport \"example.com/m/b\"\n\nfunc A() { b.B() }\n",
            ["/m/b/b.go"] = "package b\n\nimport \"example.com/m/a\"\n\nfunc B() { a.A() }\n",
            ["/m/c/c.go"] = "package c\n\nimport \"example.com/m/a\"\n\nfunc C() { a.A() }\n",
        };
        var analysis = Analyze(texts, new AbiAnalysisOptions { CollectCallSites = true });
        Assert.Equal(["example.com/m/b.B", "example.com/m/a.A", "example.com/m/a.A"], analysis.CallSites.Select(site => site.Callee));
        var store = new MemoryStore();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(SummaryFixture.Print(analysis), SummaryFixture.Print(Analyze(texts, new AbiAnalysisOptions { CollectCallSites = true, Summaries = store })));
        }
    }

    [Fact]
    public void Cancelling_ends_the_analysis()
    {
        using var source = new CancellationTokenSource();
        var after = new Order { Then = count => { if (count == 10) { source.Cancel(); } } };
        Assert.ThrowsAny<OperationCanceledException>(() => AbiAnalyzer.Analyze(SummaryFixture.Load(Chain()), new AbiAnalysisOptions { MaxParallelism = 2 }, after, source.Token));
        Assert.InRange(after.Paths.Count, 10, Packages - 1);
    }

    [Fact]
    public void An_exception_of_the_caller_reaches_the_caller()
    {
        var failing = new Order { Then = static count => { if (count == 5) { throw new InvalidOperationException("mine"); } } };
        Assert.Equal("mine", Assert.Throws<InvalidOperationException>(() => AbiAnalyzer.Analyze(SummaryFixture.Load(Chain()), new AbiAnalysisOptions(), failing)).Message);
    }

    private static AbiAnalysis Analyze(Dictionary<string, string> texts, AbiAnalysisOptions options) => AbiAnalyzer.Analyze(SummaryFixture.Load(texts), options);

    private static string PathOf(int number) => "example.com/m/p" + number.ToString("00", CultureInfo.InvariantCulture);

    // A tree of imports: each package imports the one with half its number, and its tests the last one.
    private static Dictionary<string, string> Chain()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["/m/go.mod"] = "module example.com/m\n" };
        for (var i = 0; i < Packages; i++)
        {
            var name = "p" + i.ToString("00", CultureInfo.InvariantCulture);
            var below = "p" + (i / 2).ToString("00", CultureInfo.InvariantCulture);
            texts["/m/" + name + "/x.go"] = i == 0
                ? "package p00\n\nfunc Asm()\n\nfunc F() { Asm() }\n"
                : $"package {name}\n\nimport \"example.com/m/{below}\"\n\nfunc F() {{ {below}.F(); go {below}.F() }}\n";
            texts["/m/" + name + "/x_test.go"] = $"package {name}\n\nimport \"example.com/m/p59\"\n\nfunc use() {{ p59.F() }}\n";
        }

        texts["/m/p00/x_amd64.s"] = "TEXT ·Asm(SB), 4, $0\n\tCALL example·com∕m∕p59·F(SB)\n\tRET\n";
        return texts;
    }

    private sealed class Order : IProgress<AbiProgress>
    {
        public List<string> Paths { get; } = [];

        public Action<int> Then { get; init; } = static _ => { };

        public void Report(AbiProgress value)
        {
            int count;
            lock (Paths)
            {
                Paths.Add(value.Current);
                count = Paths.Count;
            }

            Then(count);
        }
    }
}
