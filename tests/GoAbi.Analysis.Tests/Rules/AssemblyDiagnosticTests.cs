using System;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Go;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Rules;

/// <summary>What is wrong with assembly is a finding where the file could be read, and incomplete input where it could not.</summary>
public sealed class AssemblyDiagnosticTests
{
    private const string Data = "DATA table<>(SB)/8, $1\n\nTEXT ·f(SB), 4, $0-0\n\tRET\n";

    [Fact]
    public void A_warning_is_a_finding_with_all_its_targets()
    {
        var analysis = Analyze([], ("/m/a/a.s", Data));
        var finding = Assert.Single(analysis.Findings);
        Assert.Equal((DiagnosticIds.DataWithoutGlobl, Severity.Warning, FindingCertainty.Must), (finding.RuleId, finding.Severity, finding.Certainty));
        Assert.Equal("/m/a/a.s:1:6", finding.Location.ToString());
        Assert.Equal(["amd64", "arm64"], finding.Targets.Select(t => t.Goarch));
        Assert.Empty(analysis.Diagnostics.Where(d => d.Id.StartsWith("GOABI40", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_holds_for_one_target_names_that_target()
    {
        var analysis = Analyze([], ("/m/a/a.s", "#ifdef GOARCH_arm64\nDATA table<>(SB)/8, $1\n#endif\nTEXT ·f(SB), 4, $0-0\n\tRET\n"));
        Assert.Equal("arm64", Assert.Single(Assert.Single(analysis.Findings).Targets).Goarch);
    }

    [Fact]
    public void A_finding_in_a_macro_has_the_chain_and_one_in_a_function_its_name()
    {
        var analysis = Analyze([], ("/m/a/a.s", "#define L(name) name: NOP\nTEXT ·f(SB), 4, $0-0\n\tL(AX)\n\tRET\n"));
        var finding = Assert.Single(analysis.Findings);
        Assert.Equal((DiagnosticIds.UnreachableLabelName, "m/a.f", "m/a.f"), (finding.RuleId, finding.Function, finding.Symbol));
        Assert.Equal("/m/a/a.s:3:2", finding.Location.ToString());
        Assert.Equal("L", Assert.Single(finding.Expansion).Name);
    }

    [Fact]
    public void What_a_macro_yields_twice_at_one_place_is_said_twice()
    {
        var analysis = Analyze([], ("/m/a/a.s", "#define D(x, y) DATA x<>(SB)/8, $1; DATA y<>(SB)/8, $1\nD(one, two)\nTEXT ·f(SB), 4, $0-0\n\tRET\n"));
        Assert.Equal(2, analysis.Findings.Length);
    }

    [Fact]
    public void A_syntax_error_is_incomplete_input_and_no_finding()
    {
        var analysis = Analyze([], ("/m/a/a.s", "TEXT ·f(SB), 4, $0-0\n\tMOVQ AX BX\n\tRET\n"));
        Assert.Empty(analysis.Findings);
        Assert.Contains(analysis.Diagnostics, d => d.Severity == Severity.Error && d.Id.StartsWith("GOABI40", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GOABI4", "", 1)]
    [InlineData("GOABI4022", "", 1)]
    [InlineData("GOABI1", "", 0)]
    [InlineData("GOABI4021", "", 0)]
    [InlineData("", "GOABI402", 0)]
    [InlineData("", "GOABI4023", 1)]
    public void They_are_selected_and_ignored_like_rules(string select, string ignore, int findings)
    {
        var options = new AbiAnalysisOptions { Select = List(select), Ignore = List(ignore) };
        Assert.Equal(findings, Analyze(options, ("/m/a/a.s", Data)).Findings.Length);
    }

    [Fact]
    public void Commands_that_run_no_rules_have_none()
    {
        var analysis = Analyze(new AbiAnalysisOptions { RunRules = false }, ("/m/a/a.s", Data));
        Assert.Empty(analysis.Findings);
        Assert.Empty(analysis.Diagnostics.Where(d => d.Id.StartsWith("GOABI40", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("//goabi:ignore GOABI4022 kept for later\nDATA x<>(SB)/8, $1\n", "")]
    [InlineData("DATA x<>(SB)/8, $1 //goabi:ignore GOABI4022 kept for later\n", "")]
    [InlineData("DATA x<>(SB)/8, $1 //goabi:ignore GOABI4022\n", "GOABI9005")]
    [InlineData("DATA x<>(SB)/8, $1 //goabi:ignore GOABI4023 another rule\n", "GOABI4022")]
    [InlineData("DATA x<>(SB)/8, $1 // goabi:ignore GOABI4022 prose\n", "GOABI4022")]
    [InlineData("DATA x<>(SB)/8, $1 // see //goabi:ignore GOABI4022 prose\n", "GOABI4022")]
    [InlineData("/* //goabi:ignore GOABI4022 prose */ DATA x<>(SB)/8, $1\n", "GOABI4022")]
    [InlineData("/* x */ //goabi:ignore GOABI4022 after another comment\nDATA x<>(SB)/8, $1\n", "")]
    [InlineData("//goabi:ignore GOABI4022 too far\n\nDATA x<>(SB)/8, $1\n", "GOABI4022")]
    public void A_comment_in_the_assembly_suppresses_them(string text, string expected)
    {
        var analysis = Analyze([], ("/m/a/a.s", text + "TEXT ·f(SB), 4, $0-0\n\tRET\n"));
        Assert.Equal(expected, string.Join(' ', analysis.Findings.Select(f => f.RuleId)));
    }

    [Fact]
    public void A_header_that_two_files_include_is_reported_once_and_suppresses_in_itself()
    {
        const string User = "#include \"h.h\"\n\nTEXT ·NAME(SB), 4, $0-0\n\tRET\n";
        var reported = Analyze(
            [], ("/m/a/h.h", "#define A 1"), ("/m/a/a.s", User.Replace("NAME", "f", StringComparison.Ordinal)), ("/m/a/b.s", User.Replace("NAME", "g", StringComparison.Ordinal)));
        Assert.Equal("/m/a/h.h:1:11", Assert.Single(reported.Findings).Location.ToString());
        var suppressed = Analyze(
            [], ("/m/a/h.h", "//goabi:ignore GOABI4029 on purpose\n#define A 1"), ("/m/a/a.s", User.Replace("NAME", "f", StringComparison.Ordinal)));
        Assert.Empty(suppressed.Findings);
    }

    private static ImmutableArray<string> List(string value) => value.Length == 0 ? [] : [value];

    private static AbiAnalysis Analyze(ImmutableArray<string> ignore, params (string Path, string Text)[] files) =>
        Analyze(new AbiAnalysisOptions { Ignore = ignore }, files);

    private static AbiAnalysis Analyze(AbiAnalysisOptions options, params (string Path, string Text)[] files)
    {
        var all = files.Append(("/m/go.mod", "module m\n\ngo 1.20\n")).Append(("/m/a/a.go", "package a\n\nfunc f()\n\nfunc g()\n")).ToArray();
        var module = GoModule.Load(
            InMemorySourceFiles.Create(all),
            "/m",
            ["./..."],
            new GoModuleOptions
            {
                Targets = [new GoTargetRequest(new GoVersion(24), "linux", "amd64"), new GoTargetRequest(new GoVersion(24), "linux", "arm64")],
            });
        return AbiAnalyzer.Analyze(module, options);
    }
}
