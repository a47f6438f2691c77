using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests.Caching;

/// <summary>The cache stays below its bound, and what goes is what nobody used.</summary>
public sealed class CacheTrimTests : IDisposable
{
    private const int EntrySize = 10_000; // three blocks: 12,288 bytes of disk
    private const long Bound = 1_000_000;

    private readonly TemporaryDirectory temporary = new();
    private readonly AdjustableTime time = new();
    private readonly SummaryDirectory cache;

    public CacheTrimTests() => cache = new SummaryDirectory(temporary["cache"], Bound, time);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void The_bound_is_kept_however_much_is_written()
    {
        for (var i = 0; i < 500; i++)
        {
            cache.Write(Key(i), new byte[EntrySize]);
            if (i % 20 == 0)
            {
                Assert.InRange(DiskBytes(), 1, Bound);
            }
        }

        Assert.InRange(DiskBytes(), Bound / 2, Bound);
    }

    [Fact]
    public void Many_small_entries_count_with_the_blocks_they_take()
    {
        for (var i = 0; i < 1000; i++)
        {
            cache.Write(Key(i), [1]);
        }

        Assert.InRange(Entries().Count, 100, (int)(Bound / 4096));
    }

    [Fact]
    public void What_was_used_longest_ago_goes_first()
    {
        for (var i = 0; i < 60; i++)
        {
            WriteAged(i, TimeSpan.FromHours(100 - i));
        }

        // Read, and so used now: touched because that was more than an hour ago.
        Assert.NotNull(cache.TryRead(Key(0)));
        Assert.NotNull(cache.TryRead(Key(7)));
        for (var i = 60; i < 80; i++)
        {
            cache.Write(Key(i), new byte[EntrySize]);
        }

        time.Shift = TimeSpan.FromDays(1.5);
        cache.Trim();
        var left = Enumerable.Range(0, 80).Where(i => File.Exists(PathOf(i))).ToList();
        Assert.InRange(DiskBytes(), Bound * 5 / 8, Bound * 6 / 8);
        var first = left.First(static i => i is not (0 or 7));
        Assert.InRange(first, 2, 40);
        Assert.Equal([0, 7, .. Enumerable.Range(first, 80 - first)], left);
    }

    [Fact]
    public void Reading_notes_the_use_once_an_hour()
    {
        cache.Write(Key(1), [1]);
        File.SetLastWriteTimeUtc(PathOf(1), time.GetUtcNow().UtcDateTime.AddMinutes(-50));
        var before = File.GetLastWriteTimeUtc(PathOf(1));
        cache.TryRead(Key(1));
        Assert.Equal(before, File.GetLastWriteTimeUtc(PathOf(1)));
        time.Shift = TimeSpan.FromMinutes(20);
        cache.TryRead(Key(1));
        Assert.True(File.GetLastWriteTimeUtc(PathOf(1)) > before);
    }

    [Fact]
    public void What_was_not_used_for_a_month_goes_and_unfinished_files_after_an_hour()
    {
        WriteAged(1, TimeSpan.FromDays(31));
        WriteAged(2, TimeSpan.FromDays(29));
        var old = PathOf(2) + ".99-1-0000abcd.tmp";
        var fresh = PathOf(2) + ".99-1-0000abce.tmp";
        var foreign = PathOf(2) + ".txt";
        var foreignTemporary = Path.Combine(Path.GetDirectoryName(PathOf(2))!, "mine.tmp");
        foreach (var path in (string[])[old, fresh, foreign, foreignTemporary])
        {
            File.WriteAllText(path, "x");
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime.AddHours(path == fresh ? 0 : -24 * 365));
        }

        File.Delete(Path.Combine(cache.Path, "v1", "trim-state"));
        cache.Trim();
        Assert.False(File.Exists(PathOf(1)));
        Assert.False(File.Exists(old));
        Assert.All((string[])[PathOf(2), fresh, foreign, foreignTemporary], static path => Assert.True(File.Exists(path), path));
    }

    [Fact]
    public void It_is_looked_at_once_a_day_or_when_an_eighth_was_written()
    {
        cache.Write(Key(0), [1]);
        cache.Trim(); // the first time
        WriteAged(1, TimeSpan.FromDays(40));
        time.Shift = TimeSpan.FromHours(23);
        cache.Trim();
        Assert.True(File.Exists(PathOf(1)));
        time.Shift = TimeSpan.FromHours(25);
        cache.Trim();
        Assert.False(File.Exists(PathOf(1)));

        // What other processes wrote counts too.
        WriteAged(2, TimeSpan.FromDays(40));
        var processes = Enumerable.Range(0, 4).Select(_ => new SummaryDirectory(temporary["cache"], Bound, time)).ToList();
        for (var i = 0; i < processes.Count; i++)
        {
            Assert.True(File.Exists(PathOf(2)));
            processes[i].Write(Key(100 + i), new byte[32_768]);
            processes[i].Trim();
        }

        Assert.False(File.Exists(PathOf(2)));
    }

    [Fact]
    public void A_damaged_note_of_the_last_time_means_now_and_a_link_means_never()
    {
        var state = Path.Combine(cache.Path, "v1", "trim-state");
        foreach (var content in (byte[][])[[], [1], new byte[16], [.. Enumerable.Repeat((byte)0xFF, 16)], new byte[4000]])
        {
            WriteAged(1, TimeSpan.FromDays(40));
            File.WriteAllBytes(state, content);
            cache.Trim();
            Assert.False(File.Exists(PathOf(1)));
        }

        Assert.Equal(16, new FileInfo(state).Length);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(state);
            temporary.Write("secret", "secret");
            File.CreateSymbolicLink(state, temporary["secret"]);
            WriteAged(1, TimeSpan.FromDays(40));
            cache.Trim();
            Assert.True(File.Exists(PathOf(1)));
            Assert.Equal("secret", File.ReadAllText(temporary["secret"]));
        }
    }

    [Fact]
    public void While_one_process_trims_the_others_go_on()
    {
        cache.Write(Key(0), [1]);
        cache.Trim();
        WriteAged(1, TimeSpan.FromDays(40));
        time.Shift = TimeSpan.FromDays(2);
        using (new FileStream(Path.Combine(cache.Path, "v1", "trim-state"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            cache.Trim();
            Assert.True(File.Exists(PathOf(1)));
            cache.Write(Key(2), [2]);
            Assert.Equal([2], cache.TryRead(Key(2)));
        }

        cache.Trim();
        Assert.False(File.Exists(PathOf(1)));
    }

    [UnixFact]
    public void Links_are_not_followed()
    {
        cache.Write(Key(0), [1]);
        var shard = Path.GetDirectoryName(PathOf(0))!;
        var other = Enumerable.Range(0, 256).Select(static i => i.ToString("x2", null)).First(name => name != Path.GetFileName(shard));
        var kept = temporary.Write("elsewhere/" + Key(0), "x");
        File.SetLastWriteTimeUtc(kept, DateTime.UtcNow.AddYears(-1));
        Directory.CreateSymbolicLink(Path.Combine(cache.Path, "v1", other), temporary["elsewhere"]);
        File.CreateSymbolicLink(Path.Combine(shard, Key(5)), kept);
        cache.Trim();
        Assert.True(File.Exists(kept));
        CacheCleaner.Clean(new CacheLocation(cache.Path, Bound));
        Assert.True(File.Exists(kept));
        Assert.True(File.Exists(Path.Combine(shard, Key(5))));
    }

    [Fact]
    public void Cleaning_leaves_what_is_foreign()
    {
        string[] foreign = ["x.txt", "v1/x", "v1/ab/x", "v1/ab/" + new string('g', 64), "v1/abc/" + Key(1), "v1/files/x", "vx/ab/" + Key(1), "ab/" + Key(1), Key(1)];
        string[] ours = ["v1/ab/" + Key(1), "v1/ab/" + Key(1) + ".1-2-00000000.tmp", "v1/files/" + Key(2), "v2/00/" + Key(3)];
        foreach (var path in foreign.Concat(ours))
        {
            temporary.Write("cache/" + path, "12345");
        }

        var contents = CacheContents.Read(new CacheLocation(cache.Path, Bound));
        Assert.Equal(
            (new CacheCount(1, 5), new CacheCount(1, 5), new CacheCount(1, 5), 3 * 4096L),
            (contents.Summaries, contents.Indexes, contents.Unfinished, contents.DiskBytes));

        var cleaning = CacheCleaner.Clean(new CacheLocation(cache.Path, Bound));
        Assert.Equal(new CacheCleaning(new CacheCount(4, 20), 0), cleaning);
        Assert.All(foreign, path => Assert.True(File.Exists(temporary["cache/" + path]), path));
        Assert.All(ours, path => Assert.False(File.Exists(temporary["cache/" + path]), path));
        Assert.False(Directory.Exists(temporary["cache/v2"]));
        Assert.Equal(default, CacheCleaner.Clean(new CacheLocation(cache.Path, Bound)));
        Assert.Equal(default, CacheCleaner.Clean(new CacheLocation(temporary["none"], Bound)));
        Assert.Equal(default, CacheCleaner.Clean(CacheLocation.Off));
    }

    [Fact]
    public void Cleaning_by_age_keeps_what_was_used_since()
    {
        WriteAged(1, TimeSpan.FromHours(3));
        WriteAged(2, TimeSpan.FromHours(1));
        Assert.Equal(1, CacheCleaner.Clean(new CacheLocation(cache.Path, Bound), TimeSpan.FromHours(2), time).Removed.Count);
        Assert.False(File.Exists(PathOf(1)));
        Assert.True(File.Exists(PathOf(2)));
    }

    [Fact]
    public void After_cleaning_it_is_used_as_before()
    {
        cache.Write(Key(1), [1]);
        CacheCleaner.Clean(new CacheLocation(cache.Path, Bound));
        Assert.Null(cache.TryRead(Key(1)));
        Assert.Equal(["CACHEDIR.TAG", "README"], Directory.GetFileSystemEntries(cache.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        cache.Write(Key(1), [2]);
        Assert.Equal([2], cache.TryRead(Key(1)));
    }

    private static string Key(int number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("entry " + number)));

    private string PathOf(int number) => Path.Combine(cache.Path, "v1", Key(number)[..2], Key(number));

    private void WriteAged(int number, TimeSpan age)
    {
        cache.Write(Key(number), new byte[EntrySize]);
        File.SetLastWriteTimeUtc(PathOf(number), time.GetUtcNow().UtcDateTime - age);
    }

    private List<string> Entries() =>
        [.. Directory.GetFiles(Path.Combine(cache.Path, "v1"), "*", SearchOption.AllDirectories).Where(static path => Path.GetFileName(path).Length == 64)];

    private long DiskBytes() => Entries().Sum(static path => (new FileInfo(path).Length + 4095) / 4096 * 4096);
}
