using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>What is wrong with assembly, as people and scripts see it.</summary>
public sealed class AssemblyFindingTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public AssemblyFindingTests()
    {
        directory.Write("go.mod", "module example.com/m\n\ngo 1.20\n");
        directory.Write("a/a.go", "package a\n\nfunc f()\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_warning_has_its_place_the_macro_that_made_it_and_a_status_of_1()
    {
        directory.Write("a/a_amd64.s", "#define ROW(name) DATA name<>(SB)/8, $1\nROW(table)\n\nTEXT ·f(SB), $0-0\n\tRET\n");
        var result = await CheckAsync();
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            "a/a_amd64.s:2:1: warning GOABI4022: no GLOBL in this file defines table<>: its DATA is dropped\n"
            + "  |\n2 | ROW(table)\n  | ^^^^^^^^^^\n  = macro: a/a_amd64.s:2:1: ROW\n\n",
            result.Output);
        Assert.Equal(0, (await CheckAsync("--fail-on", "error")).ExitCode);
        Assert.Equal("", (await CheckAsync("--ignore", "GOABI4022")).Output);
        Assert.Equal("", (await CheckAsync("--select", "GOABI1")).Output);
        Assert.Equal(2, (await CheckAsync("--select", "GOABI4099")).ExitCode);
    }

    [Fact]
    public async Task In_JSON_it_is_a_finding_like_any_other()
    {
        directory.Write("a/a_amd64.s", "TEXT ·f(SB), $0-0\n\tPUSHQ AX\n\tRET\nend:\n");
        var result = await CheckAsync("--format", "json");
        using var report = JsonDocument.Parse(result.Output);
        var findings = report.RootElement.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["GOABI4017", "GOABI4021"], findings.Select(f => f.GetProperty("rule").GetString()).Order(StringComparer.Ordinal));
        Assert.All(findings, f => Assert.Equal("example.com/m/a.f", f.GetProperty("function").GetString()));
        Assert.All(findings, f => Assert.Equal(32, f.GetProperty("fingerprint").GetString()!.Length));
        Assert.Empty(report.RootElement.GetProperty("incomplete").EnumerateArray());
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_incomplete_and_has_its_hint()
    {
        directory.Write("a/a_amd64.s", "TEXT ·f(SB), $0-0\n\tMOVQ EAX, BX\n\tRET\n");
        var result = await CheckAsync();
        Assert.Equal(3, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("a/a_amd64.s:2:7: error GOABI4006: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n    hint: EAX is written AX on amd64\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_rules_says_which_part_refuses_what()
    {
        var lines = (await GoAbiCli.RunAsync(directory.Path, "rules")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Contains("GOABI1001  error    rule          The address of an assembly function, read in Go, is that of its ABI wrapper", lines);
        Assert.Contains("GOABI4008  error    encoder       Operands of a kind that the instruction has no encoding for", lines);
        Assert.Contains("GOABI4022  warning  warning       DATA for a symbol that no GLOBL of the file defines", lines);
        using var json = JsonDocument.Parse((await GoAbiCli.RunAsync(directory.Path, "rules", "--format", "json")).Output);
        Assert.Equal(lines.Length, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task The_page_of_a_diagnostic_is_the_one_in_the_docs()
    {
        var result = await GoAbiCli.RunAsync(directory.Path, "explain", "goabi4022");
        Assert.Equal((await File.ReadAllTextAsync(Page())).ReplaceLineEndings("\n"), result.Output);
    }

    private static string Page([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../docs/rules/GOABI4022.md"));

    private Task<CommandResult> CheckAsync(params string[] more) =>
        GoAbiCli.RunAsync(directory.Path, ["check", "--goroot", "none", "--target", "go1.24,linux/amd64", "--quiet", .. more]);
}
