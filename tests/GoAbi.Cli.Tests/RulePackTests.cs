using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>Rules of others: check, rules and explain with --rules.</summary>
public sealed class RulePackTests : IDisposable
{
    private const string ReportsTexts = "context.Report(FindingAt(body, body.Text.Origin, \"a TEXT\"));";

    private readonly TemporaryDirectory directory = new();

    public RulePackTests()
    {
        directory.Write("go.mod", "module example.com/m\n\ngo 1.20\n");
        directory.Write("a/a.go", "package a\n\nfunc f()\n");
        directory.Write("a/a_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task The_rules_of_a_pack_run_with_the_others()
    {
        var pack = Compile("ACME0001", ReportsTexts);
        var result = await CheckAsync("--rules", pack);
        Assert.Equal("a/a_amd64.s:1:1: warning ACME0001: a TEXT\n", result.Output[..(result.Output.IndexOf('\n', StringComparison.Ordinal) + 1)]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", (await CheckAsync("--rules", pack, "--ignore", "ACME")).Output);
        Assert.Equal("", (await CheckAsync()).Output);
        Assert.Equal(2, (await CheckAsync("--select", "ACME0001")).ExitCode);
        Assert.Contains("ACME0001", (await GoAbiCli.RunAsync(directory.Path, "rules", "--rules", pack)).Output, StringComparison.Ordinal);
        Assert.StartsWith("# ACME0001", (await GoAbiCli.RunAsync(directory.Path, "explain", "acme0001", "--rules", pack)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_fails_makes_the_run_incomplete_and_names_itself()
    {
        var result = await CheckAsync("--rules", Compile("ACME0001", "throw new System.InvalidOperationException(\"broken\");"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("GOABI9008", result.Error, StringComparison.Ordinal);
        Assert.Contains("The rule ACME0001 failed: InvalidOperationException: broken", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GOABI7001")]
    [InlineData("acme0001")]
    [InlineData("ACME1")]
    [InlineData("GOABI1001")]
    public async Task An_id_that_is_taken_or_has_no_form_is_refused(string id)
    {
        var result = await CheckAsync("--rules", Compile(id, ""));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(id, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_pack_is_refused()
    {
        Assert.Contains("no such file", (await CheckAsync("--rules", "missing.dll")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await CheckAsync("--rules", "go.mod")).ExitCode);
        Assert.Contains("derives from GoAbi.Analysis.Rule", (await CheckAsync("--rules", typeof(FactAttribute).Assembly.Location)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Severities_by_path_are_those_of_the_editorconfig()
    {
        var pack = Compile("ACME0001", ReportsTexts);
        directory.Write(".editorconfig", "root = true\n[a/*.s]\ngoabi_rule.ACME0001.severity = info\n");
        var result = await CheckAsync("--rules", pack);
        Assert.Contains(" info ACME0001: a TEXT", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
        directory.Write("a/.editorconfig", "[*]\ngoabi_rule.acme0001.severity = none\n");
        Assert.Equal("", (await CheckAsync("--rules", pack)).Output);
    }

    private Task<CommandResult> CheckAsync(params string[] more) =>
        GoAbiCli.RunAsync(directory.Path, ["check", "--goroot", "none", "--target", "go1.24,linux/amd64", "--quiet", .. more]);

    private string Compile(string id, string body)
    {
        var source = $$"""
            using System.Collections.Immutable;
            using System.Threading;
            using GoAbi.Analysis;
            using GoAbi.Source;

            public sealed class Acme : AssemblyRule
            {
                public override RuleDescriptor Descriptor { get; } = new()
                {
                    Id = "{{id}}", DefaultSeverity = Severity.Warning, Name = "Acme", Title = "Acme", Explanation = "Acme.", BadExample = "-", GoodExample = "-", FixSafety = "None.", References = ImmutableArray<string>.Empty,
                };

                protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken) { {{body}} }
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path));
        var path = directory["pack.dll"];
        var result = CSharpCompilation.Create("pack", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return path;
    }
}
