using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>The command from end to end on a module with one defect.</summary>
public sealed class AnalysisTests : IDisposable
{
    private const string GoCode =
        "package m\n\nimport \"unsafe\"\n\nfunc trap()\n\nfunc at(pc uintptr) bool {\n\tf := trap\n\treturn pc == **(**uintptr)(unsafe.Pointer(&f))\n}\n";

    private readonly TemporaryDirectory directory = new();

    public AnalysisTests()
    {
        directory.Write("go.mod", "module example.com/m\n\ngo 1.16\n");
        directory.Write("m.go", GoCode);
        directory.Write("m_amd64.s", "#include \"textflag.h\"\n\nTEXT ·trap(SB),NOSPLIT,$0-0\n\tRET\n");
    }

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_finding_ends_with_1_and_fail_on_none_with_0()
    {
        var result = await RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("m.go:8:7: error GOABI1001: ", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("check", "--fail-on", "none")).ExitCode);
        Assert.Equal(0, (await RunAsync("check", "--ignore", "GOABI1")).ExitCode);
        Assert.Equal(0, (await RunAsync("check", "--target", "go1.16")).ExitCode);
    }

    [Fact]
    public async Task Quiet_says_nothing_on_standard_error()
    {
        var result = await RunAsync("check", "--quiet");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Input_that_is_too_large_ends_with_3_and_the_rest_is_printed()
    {
        directory.Write("large.go", "package m\n" + new string('/', 5000) + "\n");
        var result = await RunAsync("check", "--max-file-size", "2K", "--format", "json");
        Assert.Equal(3, result.ExitCode);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("large.go", report.RootElement.GetProperty("incomplete")[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task The_output_file_gets_what_standard_output_would()
    {
        var printed = await RunAsync("check", "--format", "json");
        var written = await RunAsync("check", "--format", "json", "--output", "report.json");
        Assert.Equal("", written.Output);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(directory["report.json"]));
    }

    [Fact]
    public async Task Colours_appear_only_when_asked_for()
    {
        Assert.DoesNotContain('\e', (await RunAsync("check")).Output);
        Assert.Contains('\e', (await RunAsync("check", "--color", "always")).Output);
    }

    [Fact]
    public async Task Fix_mends_and_then_nothing_is_found()
    {
        var result = await RunAsync("check", "--fix");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("changed m.go", result.Error, StringComparison.Ordinal);
        Assert.NotEqual(GoCode, await File.ReadAllTextAsync(directory["m.go"]));
        Assert.Empty(Directory.GetFiles(directory.Path, "*.tmp", new EnumerationOptions { AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task Git_applies_what_stubs_prints_and_write_writes_the_same()
    {
        var diff = await RunAsync("stubs");
        Assert.Equal(0, diff.ExitCode);
        Assert.Contains("m.go:8:7: error GOABI1001", diff.Error, StringComparison.Ordinal);
        using var copy = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(directory.Path))
        {
            File.Copy(file, copy[Path.GetFileName(file)]);
        }

        Assert.Equal(0, (await CommandRunner.RunAsync("git", ["apply", "-"], copy.Path, input: diff.Output)).ExitCode);
        Assert.Equal(0, (await RunAsync("stubs", "--write")).ExitCode);
        var written = Directory.GetFiles(directory.Path).Select(Path.GetFileName).Order().ToArray();
        Assert.Equal(written, Directory.GetFiles(copy.Path).Select(Path.GetFileName).Order());
        foreach (var name in written)
        {
            Assert.Equal(await File.ReadAllTextAsync(directory[name!]), await File.ReadAllTextAsync(copy[name!]));
        }
    }

    [Theory]
    [InlineData("stubs", "--overlay", "overlay.json")]
    [InlineData("stubs", "--overlay", "overlay.json", "--out", "out")]
    public async Task An_overlay_names_files_that_exist_and_leaves_the_tree_alone(params string[] arguments)
    {
        Assert.Equal(0, (await RunAsync(arguments)).ExitCode);
        Assert.Equal(GoCode, await File.ReadAllTextAsync(directory["m.go"]));
        using var overlay = JsonDocument.Parse(await File.ReadAllTextAsync(directory["overlay.json"]));
        var replaced = overlay.RootElement.GetProperty("Replace").EnumerateObject().ToList();
        Assert.Contains(replaced, pair => pair.Name == directory["m.go"]);
        Assert.All(replaced, static pair => Assert.True(File.Exists(pair.Value.GetString())));
    }

    [Fact]
    public async Task Calls_and_symbols_are_one_object_a_line()
    {
        foreach (var command in new[] { "calls", "symbols" })
        {
            var result = await RunAsync(command, "--format", "jsonl");
            Assert.Equal(0, result.ExitCode);
            Assert.All(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), static line => JsonDocument.Parse(line).Dispose());
        }
    }

    [Fact]
    public async Task Equal_runs_print_equal_bytes_whatever_the_number_of_threads()
    {
        Assert.Equal((await RunAsync("check", "--format", "json", "--jobs", "1")).Output, (await RunAsync("check", "--format", "json", "--jobs", "4")).Output);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => GoAbiCli.RunAsync(directory.Path, arguments);
}
