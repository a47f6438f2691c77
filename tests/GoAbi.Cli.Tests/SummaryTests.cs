using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>goabi summary: the same of a directory and of the file that was written of it.</summary>
public class SummaryTests
{
    [Fact]
    public async Task A_file_prints_as_the_directory_did_wherever_it_is()
    {
        using var module = Module();
        using var elsewhere = new TemporaryDirectory();
        var direct = await GoAbiCli.RunAsync(module.Path, "summary", "--target", "go1.23,linux/amd64", "--format", "json", ".");
        var file = Path.Combine(elsewhere.Path, "m.summary");
        var written = await GoAbiCli.RunAsync(module.Path, "summary", "--target", "go1.23,linux/amd64", "--format", "binary", "--output", file, ".");
        Assert.Equal((0, 0), (direct.ExitCode, written.ExitCode));
        var read = await GoAbiCli.RunAsync(elsewhere.Path, "summary", "--format", "json", "m.summary");
        Assert.Equal((0, direct.Output), (read.ExitCode, read.Output));
        using var json = JsonDocument.Parse(read.Output);
        var package = json.RootElement.GetProperty("packages")[0];
        Assert.Equal("example.com/m", package.GetProperty("importPath").GetString());
        Assert.Equal(["package/m.go", "package/m_amd64.s"], package.GetProperty("files").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(["3", "asm"], package.GetProperty("callSites").EnumerateArray().Select(s => s.GetProperty("link").GetString() ?? s.GetProperty("case").ToString()));
        Assert.DoesNotContain(module.Path, read.Output, System.StringComparison.Ordinal);
        var text = await GoAbiCli.RunAsync(elsewhere.Path, "summary", "m.summary");
        Assert.Contains("2 call sites, 1 of them to be linked", text.Output, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(-1)]
    public async Task What_is_no_summary_is_refused(int length)
    {
        using var module = Module();
        var file = Path.Combine(module.Path, "m.summary");
        await GoAbiCli.RunAsync(module.Path, "summary", "--target", "go1.23,linux/amd64", "--format", "binary", "--output", file, ".");
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, bytes[..(length < 0 ? bytes.Length + length : length)]);
        var result = await GoAbiCli.RunAsync(module.Path, "summary", "m.summary");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(length is 0 or 5 ? "is no summary" : "is damaged", result.Error, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_holds_one_directory()
    {
        using var module = Module();
        module.Write("n/n.go", "package n\n");
        var result = await GoAbiCli.RunAsync(module.Path, "summary", "--target", "linux/amd64", "--format", "binary");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("here are 2", result.Error, System.StringComparison.Ordinal);
    }

    private static TemporaryDirectory Module()
    {
        var module = new TemporaryDirectory();
        module.Write("go.mod", "module example.com/m\n\ngo 1.16\n");
        module.Write("m.go", "package m\n\nfunc trap()\n\nfunc use() { trap() }\n");
        module.Write("m_amd64.s", "TEXT ·trap(SB),4,$0-0\n\tCALL other·f(SB)\n\tRET\n");
        return module;
    }
}
