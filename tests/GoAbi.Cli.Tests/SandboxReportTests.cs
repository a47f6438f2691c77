using System;
using System.IO;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>What people see for samples/sandbox, to the byte. No GOROOT: the reports are the same on every machine.</summary>
public sealed class SandboxReportTests
{
    [Theory]
    [InlineData("check", "check", "--format", "text")]
    [InlineData("check-json", "check", "--format", "json")]
    [InlineData("check-sarif", "check", "--format", "sarif")]
    [InlineData("calls", "calls", "--format", "jsonl")]
    [InlineData("symbols", "symbols", "--format", "jsonl")]
    [InlineData("stubs", "stubs", "--diff")]
    public async Task Reports(string variant, params string[] arguments)
    {
        var result = await GoAbiCli.RunAsync(Sandbox(), [.. arguments, "--goroot", "none", "--target", "go1.24"]);
        Snapshot.Match(result.Output, variant, scrubbers: [text => text.Replace(Sandbox(), "{root}", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task The_number_of_threads_does_not_show()
    {
        var one = await GoAbiCli.RunAsync(Sandbox(), "calls", "--format", "jsonl", "--goroot", "none", "--jobs", "1");
        var many = await GoAbiCli.RunAsync(Sandbox(), "calls", "--format", "jsonl", "--goroot", "none", "--jobs", "8");
        Assert.Equal(one.Output, many.Output);
        Assert.NotEmpty(one.Output);
    }

    private static string Sandbox()
    {
        var directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Sdk.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return Path.Combine(directory!, "samples", "sandbox");
    }
}
