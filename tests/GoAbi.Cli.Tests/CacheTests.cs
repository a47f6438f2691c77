using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;

namespace GoAbi.Cli.Tests;

/// <summary>The cache as people see it.</summary>
public sealed class CacheTests : IDisposable
{
    private static readonly string Key = new('a', 64);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Info_says_what_there_is()
    {
        new SummaryDirectory(directory["cache"]).Write(Key, new byte[5000]);
        var text = await RunAsync("cache", "info");
        Assert.Equal((0, ""), (text.ExitCode, text.Error));
        Assert.StartsWith(
            "directory   " + directory["cache"] + "\nsize        8 KiB of 512 MiB\nsummaries   1 (4.9 KiB)\nindexes     0 (0 bytes)\nlast used   20",
            text.Output,
            StringComparison.Ordinal);

        var json = await RunAsync("cache", "info", "--format", "json");
        using var info = JsonDocument.Parse(json.Output);
        Assert.Equal(directory["cache"], info.RootElement.GetProperty("directory").GetString());
        Assert.Equal(512L << 20, info.RootElement.GetProperty("maxBytes").GetInt64());
        Assert.Equal(8192, info.RootElement.GetProperty("diskBytes").GetInt64());
        Assert.Equal(1, info.RootElement.GetProperty("summaries").GetProperty("count").GetInt32());
        Assert.Equal(5000, info.RootElement.GetProperty("summaries").GetProperty("bytes").GetInt64());
        var used = info.RootElement.GetProperty("newestUse").GetDateTimeOffset();
        Assert.InRange(used, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        Assert.Equal("v1/aa/" + Key, Path.GetRelativePath(directory["cache"], Assert.Single(Directory.GetFiles(directory["cache"], Key, SearchOption.AllDirectories))).Replace('\\', '/'));
    }

    [Fact]
    public async Task Clean_removes_what_is_the_caches_and_nothing_else()
    {
        var cache = new SummaryDirectory(directory["cache"]);
        cache.Write(Key, new byte[2000]);
        directory.Write("cache/v1/aa/notes.txt", "mine");
        directory.Write("cache/go.mod", "mine");
        var result = await RunAsync("cache", "clean");
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        Assert.Equal("goabi: removed 1 file (2 KiB) from " + directory["cache"] + "\n", result.Error);
        Assert.Null(cache.TryRead(Key));
        Assert.True(File.Exists(directory["cache/v1/aa/notes.txt"]));
        Assert.True(File.Exists(directory["cache/go.mod"]));
        Assert.Equal("", (await RunAsync("cache", "clean", "--quiet")).Error);
    }

    [Fact]
    public async Task Clean_can_leave_what_was_used_lately()
    {
        var cache = new SummaryDirectory(directory["cache"]);
        cache.Write(Key, [1]);
        Assert.Contains("removed 0 files", (await RunAsync("cache", "clean", "--older-than", "1h")).Error, StringComparison.Ordinal);
        Assert.NotNull(cache.TryRead(Key));
        Assert.Contains("removed 1 file ", (await RunAsync("cache", "clean", "--older-than", "0m")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_is_off_is_no_error()
    {
        Assert.Equal("the cache is off\n", (await GoAbiCli.RunAsync(directory.Path, "cache", "info")).Output);
        var json = await GoAbiCli.RunAsync(directory.Path, "cache", "info", "--format", "json");
        Assert.StartsWith("{\"version\":1,\"directory\":null,", json.Output, StringComparison.Ordinal);
        var clean = await GoAbiCli.RunAsync(directory.Path, "cache", "clean");
        Assert.Equal((0, "goabi: the cache is off\n"), (clean.ExitCode, clean.Error));
    }

    [Theory]
    [InlineData("GOABI_CACHE", "cache", "neither an absolute path nor 'off'")]
    [InlineData("GOABI_CACHE_SIZE", "1T", "is no size")]
    [InlineData("GOABI_CACHE_SIZE", "0", "set GOABI_CACHE to 'off'")]
    public async Task A_variable_that_cannot_be_used_ends_with_2(string name, string value, string reason)
    {
        directory.Write("go.mod", "module example.com/m\n");
        directory.Write("m.go", "package m\n");
        var variables = new Dictionary<string, string?> { ["GOABI_CACHE"] = directory["cache"], [name] = value };
        foreach (var arguments in (string[][])[["cache", "info"], ["cache", "clean"], ["check"]])
        {
            var result = await GoAbiCli.RunWithAsync(directory.Path, variables, arguments);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Contains(name, result.Error, StringComparison.Ordinal);
            Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await GoAbiCli.RunWithAsync(directory.Path, variables, "check", "--no-cache")).ExitCode);
    }

    [UnixFact]
    public async Task Without_a_variable_it_is_in_the_users_directory_of_caches()
    {
        if (OperatingSystem.IsMacOS())
        {
            return; // $HOME/Library/Caches: CacheLocationTests
        }

        var variables = new Dictionary<string, string?> { ["GOABI_CACHE"] = null, ["XDG_CACHE_HOME"] = directory["xdg"], ["HOME"] = directory["home"] };
        Assert.StartsWith("directory   " + directory["xdg"] + "/goabi\n", (await GoAbiCli.RunWithAsync(directory.Path, variables, "cache", "info")).Output, StringComparison.Ordinal);
        variables["XDG_CACHE_HOME"] = "relative";
        Assert.StartsWith("directory   " + directory["home"] + "/.cache/goabi\n", (await GoAbiCli.RunWithAsync(directory.Path, variables, "cache", "info")).Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory["home"]));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_made_does_not_stop_a_run()
    {
        directory.Write("go.mod", "module example.com/m\n");
        directory.Write("m.go", "package m\n");
        directory.Write("cache", "a file");
        var result = await RunAsync("check");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("nothing found in 1 file", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_says_where_it_is()
    {
        directory.Write("go.mod", "module example.com/m\n");
        directory.Write("m.go", "package m\n");
        Assert.Contains("goabi: cache " + directory["cache"] + "\n", (await RunAsync("check", "--verbose")).Error, StringComparison.Ordinal);
        Assert.Contains("goabi: no cache\n", (await RunAsync("check", "--verbose", "--no-cache")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_says_the_same_and_sees_what_changed()
    {
        WriteModule();

        // What had just been changed when it was read is read again the next time: this is about what had not.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        var without = await RunAsync("check", "--format", "json", "--no-cache");
        Assert.False(Directory.Exists(directory["cache"]));
        var first = await RunAsync("check", "--format", "json");
        Assert.NotEmpty(Directory.GetFiles(directory["cache/v1"], "*", SearchOption.AllDirectories));
        Assert.Equal(1, first.ExitCode);
        Assert.Equal(without, first);
        Assert.Contains("\nindexes     1 (", (await RunAsync("cache", "info")).Output, StringComparison.Ordinal);
        Assert.Equal(first, await RunAsync("check", "--format", "json"));

        // The size and, set back, the time of modification stay.
        var path = directory["m.go"];
        var modified = File.GetLastWriteTimeUtc(path);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("f := trap", "f := good", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            File.SetLastWriteTimeUtc(path, modified);
        }

        Assert.Equal(0, (await RunAsync("check")).ExitCode);
        Assert.Equal(0, (await RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task A_damaged_cache_changes_nothing()
    {
        WriteModule();
        var first = await RunAsync("check", "--format", "json");
        var random = new Random(1);
        for (var round = 0; round < 4; round++)
        {
            foreach (var file in Directory.GetFiles(directory["cache/v1"], "*", SearchOption.AllDirectories))
            {
                var bytes = await File.ReadAllBytesAsync(file);
                if (bytes.Length > 0)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                await File.WriteAllBytesAsync(file, round % 2 == 0 ? bytes : bytes[..random.Next(bytes.Length + 1)]);
            }

            Assert.Equal(first, await RunAsync("check", "--format", "json"));
        }
    }

    [Fact]
    public async Task Several_runs_at_once_say_the_same()
    {
        WriteModule();
        var runs = new List<Task<CommandResult>>();
        for (var i = 0; i < 4; i++)
        {
            runs.Add(RunAsync("check", "--format", "json"));
        }

        var results = await Task.WhenAll(runs);
        Assert.Equal(1, results[0].ExitCode);
        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.Empty(Directory.GetFiles(directory["cache"], "*.tmp", SearchOption.AllDirectories));
    }

    private void WriteModule()
    {
        directory.Write("go.mod", "module example.com/m\n\ngo 1.16\n");
        directory.Write(
            "m.go",
            "package m\n\nimport \"unsafe\"\n\nfunc trap()\n\nfunc good() {}\n\nfunc at(pc uintptr) bool {\n\tf := trap\n\treturn pc == **(**uintptr)(unsafe.Pointer(&f))\n}\n");
        directory.Write("m_amd64.s", "#include \"textflag.h\"\n\nTEXT ·trap(SB),NOSPLIT,$0-0\n\tRET\n");
        directory.Write("sub/sub.go", "package sub\n\nfunc F() { g() }\n\nfunc g()\n");
        directory.Write("sub/sub_amd64.s", "TEXT ·g(SB), $0-0\n\tCALL ·F(SB)\n\tRET\n");
    }

    private Task<CommandResult> RunAsync(params string[] arguments) =>
        GoAbiCli.RunWithAsync(directory.Path, new Dictionary<string, string?> { ["GOABI_CACHE"] = directory["cache"] }, arguments);
}
