using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Workspace;
using Xunit;

namespace Acme_Rules.Tests;

public class LargeNoSplitFrameTests
{
    [Fact]
    public async Task A_large_frame_without_a_check_of_the_stack_is_reported()
    {
        var finding = Assert.Single(await CheckAsync("TEXT ·f(SB), NOSPLIT, $512-0"));

        Assert.Equal("ACME0001", finding.RuleId);
        Assert.Equal(3, finding.Location.Start.Line);
    }

    [Theory]
    [InlineData("TEXT ·f(SB), 0, $512-0")]
    [InlineData("TEXT ·f(SB), NOSPLIT, $256-0")]
    public async Task Others_are_not(string text) => Assert.Empty(await CheckAsync(text));

    private static async Task<IReadOnlyList<Finding>> CheckAsync(string text)
    {
        var directory = Directory.CreateTempSubdirectory("acme-rules-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "go.mod"), "module example.com/m\n\ngo 1.20\n");
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "f.go"), "package m\n\nfunc f()\n");
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "f_amd64.s"), $"#include \"textflag.h\"\n\n{text}\n\tRET\n");
            var module = await GoModule.LoadAsync(directory.FullName, new GoLoadOptions { GoRoot = "none" });
            return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Rules = [new LargeNoSplitFrame()] }).Findings;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
