using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests.Caching;

public sealed class SummaryDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory temporary = new();
    private readonly SummaryDirectory cache;

    public SummaryDirectoryTests() => cache = new SummaryDirectory(temporary["cache"]);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void What_is_written_is_read_also_by_others()
    {
        Assert.Null(cache.TryRead(Key("a")));
        cache.Write(Key("a"), [1, 2, 3]);
        cache.Write(Key("b"), []);
        Assert.Equal([1, 2, 3], cache.TryRead(Key("a")));
        Assert.Empty(new SummaryDirectory(temporary["cache"]).TryRead(Key("b"))!);
        cache.Write(Key("a"), [4]);
        Assert.Equal([4], cache.TryRead(Key("a")));
        Assert.Empty(TemporaryFiles());
    }

    [Fact]
    public void Reading_makes_nothing()
    {
        Assert.Null(cache.TryRead(Key("a")));
        cache.Trim();
        Assert.False(Directory.Exists(temporary["cache"]));
    }

    [Fact]
    public void The_directory_says_what_it_is()
    {
        cache.Write(Key("a"), [1]);
        Assert.StartsWith("Signature: 8a477f597d28d172789f06886806bc55\n", File.ReadAllText(temporary["cache/CACHEDIR.TAG"]), StringComparison.Ordinal);
        Assert.Contains("goabi cache clean", File.ReadAllText(temporary["cache/README"]), StringComparison.Ordinal);
        Assert.True(File.Exists(EntryOf("a")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../../../../../../../../../../../../../../../../../../../../../xy")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    [InlineData("abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabc\0")]
    [InlineData("abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcda")]
    public void What_is_no_key_is_never_part_of_a_path(string key)
    {
        cache.Write(key, [1]);
        Assert.Null(cache.TryRead(key));
        Assert.False(Directory.Exists(temporary["cache"]));
    }

    [UnixFact]
    public void Nobody_else_may_look_into_it()
    {
        cache.Write(Key("a"), [1]);
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var directory in (string[])["cache", "cache/v1", "cache/v1/" + Key("a")[..2]])
        {
            Assert.Equal(Private, File.GetUnixFileMode(temporary[directory]));
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(EntryOf("a")));
    }

    [UnixFact]
    public async Task A_link_or_a_FIFO_in_place_of_a_file_is_a_miss_and_a_write_replaces_it()
    {
        cache.Write(Key("a"), [1]);
        temporary.Write("secret", "secret");
        File.Delete(EntryOf("a"));
        File.CreateSymbolicLink(EntryOf("a"), temporary["secret"]);
        Assert.Null(cache.TryRead(Key("a")));
        cache.Write(Key("a"), [2]);
        Assert.Equal([2], cache.TryRead(Key("a")));
        Assert.Equal("secret", await File.ReadAllTextAsync(temporary["secret"]));

        File.Delete(EntryOf("a"));
        Assert.Equal(0, (await CommandRunner.RunAsync("mkfifo", [EntryOf("a")], temporary.Path)).ExitCode);
        var read = Task.Run(() => cache.TryRead(Key("a")));
        Assert.Same(read, await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(10))));
        Assert.Null(await read);
        cache.Write(Key("a"), [3]);
        Assert.Equal([3], cache.TryRead(Key("a")));
    }

    [UnixFact]
    public void A_directory_that_is_a_link_is_not_written_through()
    {
        Directory.CreateDirectory(temporary["elsewhere"]);
        Directory.CreateDirectory(temporary["cache/v1"]);
        Directory.CreateSymbolicLink(temporary["cache/v1/" + Key("a")[..2]], temporary["elsewhere"]);
        cache.Write(Key("a"), [1]);
        Assert.Null(cache.TryRead(Key("a")));

        var other = new SummaryDirectory(temporary["other"]);
        Directory.CreateDirectory(temporary["other"]);
        Directory.CreateSymbolicLink(temporary["other/v1"], temporary["elsewhere"]);
        other.Write(Key("a"), [1]);
        other.Trim();
        Assert.Empty(Directory.GetFileSystemEntries(temporary["elsewhere"]));
    }

    [Fact]
    public void Whatever_is_in_the_way_is_a_miss_and_no_write()
    {
        // A directory where the entry should be, a file where its directory should be, a file where the cache should be.
        Directory.CreateDirectory(Path.Combine(EntryOf("a"), "in", "the", "way"));
        cache.Write(Key("a"), [1]);
        Assert.Null(cache.TryRead(Key("a")));
        Assert.Empty(TemporaryFiles());

        temporary.Write("second/v1/" + Key("a")[..2], "a file");
        var second = new SummaryDirectory(temporary["second"]);
        second.Write(Key("a"), [1]);
        Assert.Null(second.TryRead(Key("a")));

        temporary.Write("third", "a file");
        var third = new SummaryDirectory(temporary["third"]);
        third.Write(Key("a"), [1]);
        third.Trim();
        Assert.Null(third.TryRead(Key("a")));

        var deep = new SummaryDirectory(temporary[string.Join('/', Enumerable.Repeat(new string('x', 200), 30))]);
        deep.Write(Key("a"), [1]);
        deep.Trim();
        Assert.Null(deep.TryRead(Key("a")));
    }

    [UnixFact]
    public void A_cache_that_may_only_be_read_is_read()
    {
        cache.Write(Key("a"), [1]);
        var shard = Path.GetDirectoryName(EntryOf("a"))!;
        File.SetUnixFileMode(shard, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.SetUnixFileMode(temporary["cache/v1"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        for (var i = 0; i < 40; i++)
        {
            cache.Write(Key("more" + i), [1]);
        }

        cache.Trim();
        Assert.Equal([1], cache.TryRead(Key("a")));
        File.SetUnixFileMode(temporary["cache/v1"], UnixFileMode.None);
        Assert.True(cache.TryRead(Key("a")) is null or [1]); // root may do everything
        File.SetUnixFileMode(temporary["cache/v1"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(shard, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void An_entry_larger_than_half_of_the_bound_is_not_kept()
    {
        var small = new SummaryDirectory(temporary["small"], maxBytes: 100_000);
        small.Write(Key("large"), new byte[50_001]);
        small.Write(Key("fits"), new byte[50_000]);
        Assert.Null(small.TryRead(Key("large")));
        Assert.NotNull(small.TryRead(Key("fits")));
    }

    private static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private string EntryOf(string name) => Path.Combine(cache.Path, "v1", Key(name)[..2], Key(name));

    private string[] TemporaryFiles() => Directory.GetFiles(cache.Path, "*.tmp", SearchOption.AllDirectories);
}
