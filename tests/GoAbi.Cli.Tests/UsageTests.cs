using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("check")]
    [InlineData("calls")]
    [InlineData("symbols")]
    [InlineData("stubs")]
    [InlineData("layout")]
    [InlineData("parse")]
    [InlineData("rules")]
    [InlineData("explain")]
    [InlineData("summary")]
    [InlineData("cache")]
    [InlineData("cache info")]
    [InlineData("cache clean")]
    public async Task Help_says_what_there_is(string command)
    {
        var result = await RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match(result.Output, command.Length == 0 ? "goabi" : command.Replace(' ', '-'));
    }

    [Fact]
    public async Task Without_a_command_the_help_is_printed()
    {
        var result = await RunAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.Equal((await RunAsync("--help")).Output, result.Output);
    }

    [Fact]
    public async Task The_version_is_one_line_on_standard_output()
    {
        var result = await RunAsync("--version");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^goabi \d+\.\d+\.\d+\S*\n$", result.Output);
    }

    [Theory]
    [InlineData("Did you mean '--fail-on'?", "check", "--fial-on", "error")]
    [InlineData("unknown option '-x'", "calls", "-x")]
    [InlineData("check", "chekc")]
    [InlineData("no such file or directory", "check", "nowhere")]
    [InlineData("no such file or directory", "check", "nowhere/...")]
    [InlineData("neither a directory nor a .s or .go file", "check", "go.mod")]
    [InlineData("is no Go version, GOOS or GOARCH", "check", "--target", "go1.23,beos")]
    [InlineData("is no GOROOT", "check", "--goroot", "nowhere")]
    [InlineData("no rule has this id", "check", "--select", "GOABI7")]
    [InlineData("no rule has this id", "check", "--ignore", "E501")]
    [InlineData("'text'", "check", "--format", "yaml")]
    [InlineData("is no size", "check", "--max-file-size", "1T")]
    [InlineData("--jobs must be 0 or more", "check", "--jobs", "-1")]
    [InlineData("--max-expansion must be 1 or more", "check", "--max-expansion", "0")]
    [InlineData("Only one of", "stubs", "--diff", "--write")]
    [InlineData("Only one of", "stubs", "--write", "--out", "x")]
    [InlineData("no rule has the id", "explain", "GOABI0000")]
    [InlineData("Run 'goabi cache --help'", "cache")]
    [InlineData("is no age", "cache", "clean", "--older-than", "7w")]
    [InlineData("Run 'goabi cache clean --help'", "cache", "clean", "all")]
    public async Task Unusable_arguments_end_with_2_and_a_reason_on_standard_error(string reason, params string[] arguments)
    {
        directory.Write("go.mod", "module example.com/m\n");
        var result = await RunAsync(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_every_kind_can_be_explained()
    {
        var rules = await RunAsync("rules");
        Assert.Equal(0, rules.ExitCode);
        var kinds = rules.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).GroupBy(static line => line[20..34]).ToList();
        Assert.Equal(7, kinds.Count);
        foreach (var line in kinds.Select(static kind => kind.Last()))
        {
            var page = await RunAsync("explain", line.Split(' ')[0]);
            Assert.Equal(0, page.ExitCode);
            Assert.StartsWith("# " + line.Split(' ')[0], page.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Output_has_no_byte_order_mark_and_no_carriage_return()
    {
        var file = directory["rules.json"];
        var result = await GoAbiCli.RunLineAsync(directory.Path, "goabi rules --format json > rules.json");
        Assert.Equal(0, result.ExitCode);
        var bytes = await File.ReadAllBytesAsync(file);
        Assert.Equal((byte)'[', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [UnixFact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        var result = await GoAbiCli.RunLineAsync(directory.Path, "{ goabi rules; echo status $? >&2; } | true");
        Assert.Contains("status 0", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", result.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => GoAbiCli.RunAsync(directory.Path, arguments);
}
