using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace GoAbi.Workspace;

/// <summary>
/// Keeps the cache below its bound. A file counts with the blocks of disk that it takes, which also bounds how many files there can
/// be. One process trims at a time; what it removes while others read or write is a miss for them.
/// </summary>
internal sealed class CacheTrimmer(string directory, long maxBytes, TimeProvider time)
{
    private const long BlockSize = 4096;

    // Trimming is due when an eighth of the bound was written, and leaves two eighths free: one for that, one for what other
    // processes have written and not yet said.
    private const int Shares = 8;

    // No trim looks at more; what is beyond is left to the next one.
    private const int MaxEntries = 1 << 20;

    private static readonly TimeSpan MaxUnused = TimeSpan.FromDays(30);
    private static readonly TimeSpan MaxTemporaryAge = TimeSpan.FromHours(1);

    private readonly Lock reporting = new();
    private long unreported;

    /// <summary>The bytes of disk that a file of a size takes.</summary>
    public static long DiskBytes(long size) => Math.Max(1, (size + BlockSize - 1) / BlockSize) * BlockSize;

    /// <summary>Counts what was written, and trims where that makes it due.</summary>
    public void Wrote(long size)
    {
        // Other processes learn of it in eighths of the share, so that the file is seldom touched.
        if (Interlocked.Add(ref unreported, DiskBytes(size)) >= maxBytes / Shares / Shares && reporting.TryEnter())
        {
            try
            {
                Trim(tries: 1);
            }
            finally
            {
                reporting.Exit();
            }
        }
    }

    /// <summary>Removes what is too much, where that is due.</summary>
    /// <param name="tries">How often to ask for the lock that another process has.</param>
    public void Trim(int tries = 5)
    {
        var version = Path.Join(directory, CacheLayout.Version);
        if (!CacheLayout.IsDirectory(version))
        {
            return;
        }

        var reported = Interlocked.Exchange(ref unreported, 0);
        try
        {
            using var state = CacheTrimState.TryLock(Path.Join(version, CacheLayout.TrimStateName), tries);
            if (state is null)
            {
                Interlocked.Add(ref unreported, reported); // said the next time
                return;
            }

            if (state.IsDue(reported, maxBytes / Shares, time.GetUtcNow()))
            {
                TrimNow(version);
            }
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // A cache that can't be changed is not ours to trim.
        }
    }

    private void TrimNow(string version)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var entries = new List<Entry>();
        long total = 0;
        foreach (var shard in CacheLayout.Shards(version))
        {
            if (entries.Count >= MaxEntries)
            {
                break;
            }

            foreach (var file in CacheListing.Of(shard, MaxEntries - entries.Count))
            {
                var age = now - file.Used;
                if (file.IsTemporary ? age > MaxTemporaryAge : age > MaxUnused)
                {
                    CacheFile.TryDelete(file.Path);
                }
                else
                {
                    entries.Add(new Entry(file.Used, DiskBytes(file.Size), file.Path, file.IsTemporary));
                    total += DiskBytes(file.Size);
                }
            }
        }

        var goal = maxBytes - (2 * (maxBytes / Shares));
        if (total <= goal)
        {
            return;
        }

        // Of two used at the same time the one with the smaller key: some order is better than the disk's.
        entries.Sort(static (a, b) => a.Used != b.Used ? a.Used.CompareTo(b.Used) : string.CompareOrdinal(a.Path, b.Path));
        foreach (var entry in entries)
        {
            if (total <= goal)
            {
                break;
            }

            if (!entry.IsTemporary && CacheFile.TryDelete(entry.Path))
            {
                total -= entry.DiskBytes;
            }
        }
    }

    private readonly record struct Entry(DateTime Used, long DiskBytes, string Path, bool IsTemporary);
}
