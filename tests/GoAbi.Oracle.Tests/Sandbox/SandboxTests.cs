using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Oracle.Tests.LinkedCalls;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Sandbox;

/// <summary>
/// samples/sandbox before and after its address stubs were written: built, run, vetted and analysed again. With the
/// newest Go; with GOABI_TRUTH=all with every one.
/// </summary>
public sealed class SandboxTests(ITestOutputHelper output)
{
    private const string Rule = "GOABI1001";

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public async Task Stubs_make_the_sandbox_see_the_addresses_that_its_assembly_knows(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var before = TemporaryDirectory.CopyOf(Path.Combine(GoToolchain.Repository, "samples/sandbox"));
        using var after = TemporaryDirectory.CopyOf(before.Path);

        var analysis = await AnalyzeAsync(after.Path, toolchain);
        var edits = FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: false);
        var result = await EditApplier.ApplyAsync(after.Path, edits);
        Assert.True(result.Succeeded, string.Join("\n", result.Failures));
        Assert.Equal(6, analysis.Findings.Count(static f => f.RuleId == Rule));

        var expected = ReadmeOutput();
        var wrong = expected.Split('\n').Count(static line => line.EndsWith("false", StringComparison.Ordinal));
        Assert.Equal(5, wrong);
        if (RuntimeInformation.ProcessArchitecture == Architecture.X64 && OperatingSystem.IsLinux())
        {
            Assert.Equal(expected, await toolchain.GoAsync(before.Path, "amd64", "run", "."));
            Assert.Equal(expected.Replace("false", "true", StringComparison.Ordinal), await toolchain.GoAsync(after.Path, "amd64", "run", "."));
        }

        output.WriteLine("TRUTH sandbox-stubs go=" + go + " findings=6 created=" + result.Created.Length + " changed=" + result.Changed.Length
            + " wrong-lines-before=" + wrong + " wrong-lines-after=0");
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public async Task The_mended_sandbox_builds_vets_and_is_formatted(string go)
    {
        var toolchain = GoToolchain.Named(go);
        using var before = TemporaryDirectory.CopyOf(Path.Combine(GoToolchain.Repository, "samples/sandbox"));
        using var after = TemporaryDirectory.CopyOf(before.Path);
        await MendAsync(after.Path, toolchain);
        foreach (var module in new[] { before.Path, after.Path })
        {
            foreach (var goarch in new[] { "amd64", "arm64", "386", "riscv64" })
            {
                await toolchain.GoAsync(module, goarch, "build", "-o", "/dev/null", "./...");
                await toolchain.GoAsync(module, goarch, "vet", "-unsafeptr=false", "./...");
            }

            var (exitCode, unformatted, error) = await toolchain.RunAsync(Path.Combine(toolchain.Root, "bin/gofmt"), module, new Dictionary<string, string?>(), "-l", ".");
            Assert.Equal((0, "", ""), (exitCode, unformatted, error));
        }
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public async Task A_second_analysis_finds_no_address_to_mend(string go)
    {
        using var module = TemporaryDirectory.CopyOf(Path.Combine(GoToolchain.Repository, "samples/sandbox"));
        await MendAsync(module.Path, GoToolchain.Named(go));
        var again = await AnalyzeAsync(module.Path, GoToolchain.Named(go));
        Assert.Empty(again.Findings.Where(static f => f.RuleId == Rule));
        Assert.Empty(FixComposer.Compose(again, again.Findings, includeUnsafe: true));
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.SampleVersions), MemberType = typeof(GoToolchain))]
    public async Task Linked_calls_and_symbols_are_those_of_the_analysis_before_and_after(string go)
    {
        using var before = TemporaryDirectory.CopyOf(Path.Combine(GoToolchain.Repository, "samples/sandbox"));
        using var after = TemporaryDirectory.CopyOf(before.Path);
        await MendAsync(after.Path, GoToolchain.Named(go));
        foreach (var goarch in GoToolchain.WantsEverything ? new[] { "amd64", "arm64" } : ["amd64"])
        {
            foreach (var (state, module) in new[] { ("before", before), ("after", after) })
            {
                var subject = await LinkedSubject.MakeAsync(module.Path, "example.com/sandbox", GoToolchain.Named(go), goarch);
                var symbols = new SymbolComparison(subject);
                symbols.Run();
                var calls = new CallComparison(subject);
                calls.Run();
                output.WriteLine("TRUTH sandbox-linked state=" + state + " go=" + go + " target=linux/" + goarch
                    + string.Concat(symbols.Counts.Concat(calls.Counts).Select(static c => " " + c.Key + "=" + c.Value)));
                Assert.True(symbols.Unexplained.Count + calls.Unexplained.Count == 0, string.Join("\n", symbols.Unexplained.Concat(calls.Unexplained)));
            }
        }
    }

    private static async Task MendAsync(string directory, GoToolchain toolchain)
    {
        var analysis = await AnalyzeAsync(directory, toolchain);
        var result = await EditApplier.ApplyAsync(directory, FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: false));
        Assert.True(result.Succeeded, string.Join("\n", result.Failures));
        Assert.NotEmpty(result.Created);
    }

    private static async Task<AbiAnalysis> AnalyzeAsync(string directory, GoToolchain toolchain)
    {
        var module = await GoModule.LoadAsync(directory, new GoLoadOptions { GoRoot = toolchain.Root, Environment = GoEnvironment.Empty });
        Assert.Equal(["amd64", "arm64"], module.Targets.Select(static t => t.Goarch));
        return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());
    }

    // The indented block that follows "$ go run .".
    private static string ReadmeOutput() => string.Concat(
        File.ReadLines(Path.Combine(GoToolchain.Repository, "samples/sandbox/README.md"))
            .SkipWhile(static line => line.Trim() != "$ go run .")
            .Skip(1)
            .TakeWhile(static line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(static line => line[4..] + "\n"));
}
