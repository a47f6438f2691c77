using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests.Caching;

/// <summary>Processes that read, write, trim and clean one directory at once.</summary>
public sealed class SeveralProcessesTests : IDisposable
{
    private const int Bound = 4_000_000; // what they write is 9 MB: they are always trimming

    private readonly TemporaryDirectory temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Everybody_reads_whole_content_or_nothing()
    {
        var processes = Enumerable.Range(0, 4).Select(seed => CommandRunner.RunAsync(
            "dotnet",
            [typeof(SeveralProcessesTests).Assembly.Location, CacheProcess.Name, temporary["cache"], $"{Bound}", $"{seed}", "3000"],
            temporary.Path));
        foreach (var result in await Task.WhenAll(processes))
        {
            Assert.True(result.ExitCode == 0, result.Output + result.Error);
            Assert.Equal("", result.Error);
            var numbers = result.Output.Split(' ').Select(int.Parse).ToArray();
            Assert.True(numbers[0] > 0 && numbers[1] > 0, "hits, writes, damaged: " + result.Output);
        }

        var cache = new SummaryDirectory(temporary["cache"], Bound);
        cache.Write(new string('a', 64), [1]);
        File.Delete(Path.Combine(cache.Path, "v1", "trim-state"));
        cache.Trim();
        var contents = CacheContents.Read(new CacheLocation(cache.Path, Bound));
        Assert.InRange(contents.DiskBytes, 1, Bound);
        Assert.Equal(0, contents.Unfinished.Count);
    }
}
