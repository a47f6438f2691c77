using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace GoAbi.Generator.Tests.Diagnostics;

public sealed class GoAbiAnalyzerTests
{
    private const string Module = "module example.com/m\n\ngo 1.20\n";
    private const string Go = "package m\n\nfunc f(a uint64) uint64\n";
    private const string WrongOffset = "#include \"textflag.h\"\n\nTEXT ·f(SB),NOSPLIT,$0-16\n\tMOVQ a+8(FP), AX\n\tMOVQ AX, ret+8(FP)\n\tRET\n";

    private static GoProject Broken => GoProject.Of(("go.mod", Module), ("m.go", Go), ("f_amd64.s", WrongOffset));

    [Fact]
    public async Task AFindingStandsAtItsLineWithTheSeverityOfItsRule()
    {
        var found = Assert.Single(await Broken.DiagnosticsAsync());
        Assert.Equal("GOABI2004", found.Id);
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal("/p/f_amd64.s", found.Location.GetLineSpan().Path);
        Assert.Equal(3, found.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(6, found.Location.GetLineSpan().StartLinePosition.Character);
        Assert.EndsWith("/GOABI2004.md", found.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
        [InlineData("suggestion", "Info")]
    [InlineData("Error", "Error")]
    [InlineData("none", null)]
    [InlineData("nonsense", "Warning")]
    public async Task SeveritiesByPathAreReadForEachFile(string value, string? expected)
    {
        var project = Broken.With(("n/go.mod", "module example.com/n\n"), ("n/n.go", "package n\n\nfunc f(a uint64) uint64\n"), ("n/f_amd64.s", WrongOffset));
        project = project.WithConfig("f_amd64.s", "goabi_rule.goabi2004.severity", value);
        var found = await project.DiagnosticsAsync();
        Assert.Equal("Warning", found.Single(static d => d.Location.GetLineSpan().Path == "/p/n/f_amd64.s").Severity.ToString());
        Assert.Equal(expected, found.SingleOrDefault(static d => d.Location.GetLineSpan().Path == "/p/f_amd64.s")?.Severity.ToString());
    }

    [Fact]
    public async Task CompilerOptionsTurnARuleOff()
    {
        var options = Broken.CompilationOptions;
        var off = options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.Add("GOABI2004", ReportDiagnostic.Suppress));
        Assert.Empty(await (Broken with { CompilationOptions = off }).DiagnosticsAsync());
        var error = options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.Add("GOABI2004", ReportDiagnostic.Error));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await (Broken with { CompilationOptions = error }).DiagnosticsAsync()).Severity);
    }

    [Fact]
    public async Task WhatAFileSaysByItselfIsLiveAndTheRestIsNot()
    {
        var project = GoProject.Of(
            ("go.mod", Module), ("m.go", Go), ("g.go", "package m\n\nfunc g( {\n"), ("f_amd64.s", WrongOffset), ("g_amd64.s", "TEXT ·g(SB),4,$0\n\tMOVQQ AX, BX\n\tRET\n"));
        Assert.Equal("GOABI4004", (await project.FileLinesAsync("g_amd64.s")).Single().Split(' ')[2].TrimEnd(':'));
        Assert.Contains("GOABI4101", (await project.FileLinesAsync("g.go")).First(), StringComparison.Ordinal);
        Assert.Empty(await project.FileLinesAsync("f_amd64.s"));
        Assert.Empty(await project.FileLinesAsync("m.go"));
        var all = await project.LinesAsync();
        Assert.Equal(all.Distinct(), all);
        Assert.Contains(all, static line => line.Contains("GOABI4004", StringComparison.Ordinal));
        Assert.Contains(all, static line => line.Contains("GOABI2004", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheFlowOfAnAddressIsTheAdditionalLocations()
    {
        var project = SameAsTheCommandTests.ProjectAt(System.IO.Path.Combine(SameAsTheCommandTests.Repository(), "samples", "sandbox"));
        var found = (await project.DiagnosticsAsync()).First(static diagnostic => diagnostic.Id == "GOABI1001");
        Assert.NotEmpty(found.AdditionalLocations);
        Assert.All(found.AdditionalLocations, static location => Assert.Equal(LocationKind.ExternalFile, location.Kind));
    }

    [Fact]
    public async Task WhatHeadersHoldIsReportedOnce()
    {
        var project = GoProject.Of(
            ("go.mod", Module), ("m.go", "package m\n"),
            ("h.h", "#define BAD MOVQQ AX, BX\n"),
            ("a_amd64.s", "#include \"h.h\"\nTEXT ·a(SB),4,$0\n\tBAD\n\tRET\n"),
            ("b_amd64.s", "#include \"h.h\"\nTEXT ·b(SB),4,$0\n\tBAD\n\tRET\n"));
        var lines = await project.LinesAsync();
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Distinct(), lines);
    }

    [Fact]
    public async Task WhatAnIncludedFileHoldsIsReportedWhereNothingElseReadsIt()
    {
        var project = GoProject.Of(
            ("go.mod", Module), ("m/m.go", "package m\n"), ("m/a_amd64.s", "#include \"../inc/body.s\"\n"),
            ("inc/body.s", "//go:build ignore\n\nTEXT ·a(SB),4,$0\n\tMOVQQ AX, BX\n\tRET\n"));
        Assert.Single(await project.LinesAsync(), static line => line.StartsWith("/p/inc/body.s:4:2-4:7: Error GOABI4004:", StringComparison.Ordinal));
        var twice = await project.With(("m/b_amd64.s", "#include \"../inc/body.s\"\n"), ("n/m.go", "package n\n"), ("n/a_amd64.s", "#include \"../inc/body.s\"\n")).LinesAsync();
        Assert.Equal(twice.Distinct(), twice);
    }

    [Fact]
    public async Task AHeaderOfTwoModulesIsReportedOnce()
    {
        var project = GoProject.Of(
            ("h.h", "#define BAD MOVQQ AX, BX\n"),
            ("m/go.mod", Module), ("m/m.go", "package m\n"), ("m/a_amd64.s", "#include \"../h.h\"\nTEXT ·a(SB),4,$0\n\tBAD\n\tRET\n"),
            ("n/go.mod", Module), ("n/m.go", "package n\n"), ("n/a_amd64.s", "#include \"../h.h\"\nTEXT ·a(SB),4,$0\n\tBAD\n\tRET\n"));
        var lines = await project.LinesAsync();
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Distinct(), lines);
    }

    // As in an editor: what the first question needed is kept for the next, whose token is another.
    [Fact]
    public async Task AQuestionThatIsTakenBackStopsNoLaterOne()
    {
        var project = Broken.With(("g.go", "package m\n\nfunc g( {\n")).WithSource("C.cs", "class C { }");
        List<string> failures = [];
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. project.Files.Values], project.OptionsProvider()),
            (exception, _, _) => failures.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var compilation = project.Compile();
        var analyzed = compilation.WithAnalyzers([new GoAbiAnalyzer()], options);
        using (var first = new CancellationTokenSource())
        {
            await analyzed.GetAnalysisResultAsync(compilation.SyntaxTrees[0], first.Token);
            await first.CancelAsync();
        }

        var live = await analyzed.GetAnalysisResultAsync(project.Files["/p/g.go"], CancellationToken.None);
        var all = await analyzed.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(failures);
        Assert.NotEmpty(live.GetAllDiagnostics());
        Assert.Contains(all, static diagnostic => diagnostic.Id == "GOABI2004");
    }

    [Fact]
    public async Task FilesThatAreNotGoAbisAreLeftAlone()
    {
        var project = Broken;
        project = project with { Metadata = project.Metadata.Clear() };
        Assert.Empty(await project.DiagnosticsAsync());
        Assert.Empty(await new GoProject().DiagnosticsAsync());
    }

    [Fact]
    public async Task TargetsOfTheProjectDecide()
    {
        Assert.Empty(await Broken.WithProperty("GoAbiTargets", "linux/arm64").DiagnosticsAsync());
        Assert.Single(await Broken.WithProperty("GoAbiTargets", " linux/arm64; go1.22,linux/amd64 ").DiagnosticsAsync());
        Assert.Empty(await Broken.WithFile("f_amd64.s", WrongOffset, ("GoAbiTarget", "arm64")).DiagnosticsAsync());
    }

    [Fact]
    public async Task ATargetThatIsNoneIsAWarningWithoutAPlace()
    {
        var found = await Broken.WithProperty("GoAbiTargets", "linux/amd65;amd64").DiagnosticsAsync();
        Assert.Equal(["GOABI2004", "GOABI9100"], found.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ModulesInDirectoriesAreEachAnalysed()
    {
        var project = GoProject.Of(
            ("a/go.mod", "module example.com/a\n"), ("a/m.go", Go), ("a/f_amd64.s", WrongOffset),
            ("a/b/go.mod", "module example.com/b\n"), ("a/b/m.go", Go), ("a/b/f_amd64.s", WrongOffset),
            ("loose/m.go", Go), ("loose/f_amd64.s", WrongOffset),
            ("w/go.work", "go 1.20\n\nuse ./c\n"), ("w/c/go.mod", "module example.com/c\n"), ("w/c/m.go", Go), ("w/c/f_amd64.s", WrongOffset));
        var paths = (await project.DiagnosticsAsync()).Select(static diagnostic => diagnostic.Location.GetLineSpan().Path).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["/p/a/b/f_amd64.s", "/p/a/f_amd64.s", "/p/loose/f_amd64.s", "/p/w/c/f_amd64.s"], paths);
    }

    [Fact]
    public async Task HostileInputIsNoException()
    {
        var deep = string.Concat(Enumerable.Repeat("(", 20_000));
        var project = GoProject.Of(
            ("go.mod", "module\0\n(((\n"), ("go.work", "use (\n"), ("a.go", "package m\nvar x = " + deep), ("b_amd64.s", "#define A A A\nA\n#include \"../../../etc/passwd\"\nTEXT \uD800(SB)"), ("c_amd64.s", ""), ("d.h", "\0"));
        Assert.NotEmpty(await project.DiagnosticsAsync());
    }
}
