using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using GoAbi.Analysis;
using Xunit;

namespace GoAbi.Generator.Tests.Incrementality;

public sealed class RandomEditTests
{
    // Lines that change what other files see.
    private static readonly string[] Lines =
    [
        "", "// a comment", "//goabi:ignore GOABI2002 because", "func added(n int) int", "func nothing()", "func sum(p *base.Point, n int) int", "var picked = nothing", "var chosen = sum", "func init() { picked = nil }",
        "TEXT ·sum(SB), NOSPLIT, $0-24", "TEXT ·callback(SB), NOSPLIT, $8-4", "TEXT ·Plain(SB), NOSPLIT, $0-16", "\tCALL ·callback(SB)", "\tMOVQ AX, 64(SP)", "\tRET", "#define CALLED ·Copy", "\tCALL CALLED(SB)",
        "#ifdef GOARCH_amd64", "#endif", "#include \"macros.h\"", "const Size = 16", "type Point struct { X int64; Next *Point }", "func (p *Point) Scale(f float64) bool { return true }", "//go:build linux", "\tsum(nil, 1)",
        "\tpicked = sum", "//go:linkname sum m/base.Add", "}", "func Extra() { nothing() }",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AfterAnyEditsTheResultIsThatOfAFreshAnalysis(int seed)
    {
        var random = new Random(seed);
        var module = new EditedModule(SampleModule.Files());
        module.Update();
        var history = new List<string>();
        for (var step = 0; step < 60; step++)
        {
            history.Add(Edit(module, random));
            Compare(module.FromScratch(), module.Update(), seed + ":" + step + "\n" + string.Join("\n", history.TakeLast(3)));
        }
    }

    // Some runs are stopped somewhere, and several edits come before one ends.
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void AfterStoppedRunsTheResultIsThatOfAFreshAnalysis(int seed)
    {
        var random = new Random(seed);
        var module = new EditedModule(SampleModule.Files());
        var history = new List<string>();
        for (var step = 0; step < 120; step++)
        {
            history.Add(Edit(module, random));
            using var source = new CancellationTokenSource();
            var wait = TimeSpan.FromMicroseconds(random.Next(12_000));
            var stopping = new Thread(() =>
            {
                var clock = Stopwatch.StartNew();
                SpinWait.SpinUntil(() => clock.Elapsed > wait);
                source.Cancel();
            });
            stopping.Start();
            try
            {
                module.Update(source.Token);
            }
            catch (OperationCanceledException)
            {
                history[^1] += " stopped";
            }

            stopping.Join();
            if (step % 3 == 2)
            {
                Compare(module.FromScratch(), module.Update(), seed + ":" + step + "\n" + string.Join("\n", history.TakeLast(5)));
            }
        }

        Assert.Contains(history, static edit => edit.EndsWith(" stopped", StringComparison.Ordinal));
    }

    // Every line by itself, and back.
    [Fact]
    public void AfterALineIsTakenAwayTheResultIsThatOfAFreshAnalysis()
    {
        var files = SampleModule.Files();
        var module = new EditedModule(files);
        module.Update();
        foreach (var (path, text) in files.Where(static file => !file.Key.EndsWith("go.mod", StringComparison.Ordinal)))
        {
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i += 2)
            {
                module.Set(path, string.Join("\n", lines.Where((_, number) => number != i)));
                Compare(module.FromScratch(), module.Update(), path + " without line " + (i + 1) + ": " + lines[i]);
                module.Set(path, text);
            }
        }
    }

    [Fact]
    public void ItIsWhatTheCommandSays()
    {
        var module = new EditedModule(SampleModule.Files());
        var random = new Random(5);
        for (var step = 0; step < 40; step++)
        {
            var whole = module.Whole();
            var packages = module.Update();
            var expectedCalls = whole.CallSites
                .Where(static site => site.IsAboutAssembly())
                .SelectMany(static site => site.Targets.Select(target => target + " " + Show(site)))
                .Distinct()
                .Order(StringComparer.Ordinal);
            var calls = packages.SelectMany(static package => package.Calls.Select(call => package.Target + " " + Show(call)));
            Assert.Equal(expectedCalls, calls.Distinct().Order(StringComparer.Ordinal));

            // The architectures and versions that a message names at its end differ: the catalogue speaks of one target.
            var expectedFindings = whole.Findings
                .SelectMany(static finding => finding.Targets.Select(target => target + " " + finding.RuleId + " " + finding.Severity + " " + finding.Location.File.Path + " " + finding.Function + " " + Start(finding.Message)))
                .Order(StringComparer.Ordinal);
            var findings = packages.SelectMany(static package => package.Findings.Select(finding => package.Target + " " + finding.Rule + " " + finding.Severity + " " + finding.Path + " " + finding.Function + " " + Start(finding.Message)));
            Assert.Equal(expectedFindings.Distinct(), findings.Distinct().Order(StringComparer.Ordinal));
            var expectedFunctions = whole.Symbols.SelectMany(static symbol => symbol.Targets.Select(target => target + " " + symbol.Symbol + " " + symbol.Language + " " + symbol.Abi + " " + symbol.FrameSize)).Distinct();
            var functions = packages
                .SelectMany(static package => package.Functions.Where(static function => function.Language != SourceLanguage.Unknown).Select(function => package.Target + " " + function.Symbol + " " + function.Language + " " + function.Abi + " " + function.FrameSize))
                .Distinct();
            Assert.Equal(expectedFunctions.Order(StringComparer.Ordinal), functions.Order(StringComparer.Ordinal));
            Edit(module, random);
        }
    }

    // Messages that name lines of assembly say less in a catalogue: such an edit doesn't reach it.
    [Fact]
    public void AMessageNamesNoLineThatACommentMoves()
    {
        var files = SampleModule.Files();
        files["/m/lines/lines.go"] = "package lines\n\nfunc wide()\n\nfunc Wide() { wide() }\n\nvar global int\n\nfunc table()\n";
        files["/m/lines/lines_amd64.s"] = "TEXT ·wide(SB), 4, $0-0\n\tVPADDD Y0, Y1, Y2\n\tRET\n\nTEXT ·table(SB), 4, $0-0\n\tMOVQ $1, R15\n\tMOVQ ·global(SB), AX\n\tADDQ R15, AX\n\tRET\n";
        var module = new EditedModule(files);
        var said = module.Whole().Findings.Select(static finding => finding.Message).ToList();
        Assert.Contains(said, static message => message.Contains("lines_amd64.s:2)", StringComparison.Ordinal));
        Assert.Contains(said, static message => message.Contains(" in line 7", StringComparison.Ordinal));
        var before = module.Update();
        Assert.Contains(before, static package => package.Findings.Any(static finding => finding.Message.Contains("lines_amd64.s)", StringComparison.Ordinal)));
        module.Set("/m/lines/lines_amd64.s", "// moved\n\n" + module.Texts["/m/lines/lines_amd64.s"]);
        Compare(before, module.Update(), "kept");
        Compare(module.FromScratch(), before, "anew");
    }

    [Fact]
    public void WhatAnEditDoesntReachIsTheSameObject()
    {
        var module = new EditedModule(SampleModule.Files());
        var before = module.Update();
        module.Set("/m/cmd/tail_amd64.s", module.Texts["/m/cmd/tail_amd64.s"].Replace("RET", "NOP\n\tRET", StringComparison.Ordinal).Replace("$0-0", "$8-0", StringComparison.Ordinal));
        var after = module.Update();
        Assert.Equal(before.Length, after.Length);
        for (var i = 0; i < before.Length; i++)
        {
            Assert.Equal(before[i].Directory != "/m/cmd" || before[i].Target.Goarch != "amd64", ReferenceEquals(before[i], after[i]));
        }
    }

    private static string Start(string message) => message.Contains(" (amd64 from", StringComparison.Ordinal) || message.Contains(" (arm64 from", StringComparison.Ordinal) ? message[..message.LastIndexOf(" (", StringComparison.Ordinal)] : message;

    private static string Show(CallSite site) =>
        site.Location.File.Path + " " + site.Caller + " " + site.Callee + " " + site.CalleeSymbol + " " + site.Case + " " + site.Relation + " " + site.Kind + " " + site.IsDirect + " " + site.Abi + " " + site.Wrapper + " " + site.Certainty
        + (site.CallerLanguage == SourceLanguage.Assembly ? " " + site.Index : " " + site.Location.Start.Line);

    private static string Show(CatalogueCall call) =>
        call.Path + " " + call.Caller + " " + (call.Callee.Length == 0 ? null : call.Callee) + " " + (call.CalleeSymbol.Length == 0 ? null : call.CalleeSymbol) + " " + call.Case + " " + call.Relation + " " + call.Kind + " " + call.IsDirect + " "
        + call.Abi + " " + (call.Wrapper.Length == 0 ? null : call.Wrapper) + " " + call.Certainty + (call.Instruction >= 0 ? " 0" : " " + call.Line);

    private static string Edit(EditedModule module, Random random)
    {
        var paths = module.Texts.Keys.Where(static path => !path.EndsWith("go.mod", StringComparison.Ordinal)).ToList();
        var path = paths[random.Next(paths.Count)];
        var lines = module.Texts[path].Split('\n').ToList();
        var at = random.Next(lines.Count);
        var what = random.Next(8);
        switch (what)
        {
            case 0 when lines.Count > 2:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                (lines[at], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], lines[at]);
                break;
            case 3:
                lines[at] = lines[at].Replace("8", random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
                break;
            case 4 when random.Next(6) == 0 && paths.Count > 6:
                module.Set(path, null);
                return "removed " + path;
            case 5 when random.Next(2) == 0:
                // Back to what it was, or there again.
                var original = SampleModule.Files().ElementAt(1 + random.Next(SampleModule.Files().Count - 1));
                module.Set(original.Key, original.Value);
                return "restored " + original.Key;
            default:
                lines.Insert(at, Lines[random.Next(Lines.Length)]);
                break;
        }

        module.Set(path, string.Join("\n", lines));
        return what + " at " + path + ":" + (at + 1) + " now " + (at < lines.Count ? lines[at] : "");
    }

    private static void Compare(ImmutableArray<CataloguePackage> expected, ImmutableArray<CataloguePackage> actual, string context)
    {
        if (expected.SequenceEqual(actual))
        {
            return;
        }

        Assert.True(expected.Length == actual.Length, context + ": " + expected.Length + " packages, not " + actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var (left, right) = (expected[i], actual[i]);
            var differences = left.Functions.Except(right.Functions).Select(static item => "lacks " + item)
                .Concat(right.Functions.Except(left.Functions).Select(static item => "has " + item))
                .Concat(left.Calls.Except(right.Calls).Select(static item => "lacks " + item))
                .Concat(right.Calls.Except(left.Calls).Select(static item => "has " + item))
                .Concat(left.Findings.Except(right.Findings).Select(static item => "lacks " + item))
                .Concat(right.Findings.Except(left.Findings).Select(static item => "has " + item));
            Assert.True(left.Equals(right), context + "\n" + left.ImportPath + " " + left.Target + "\n" + string.Join("\n", differences));
        }
    }
}
