using System;
using System.IO;
using System.Threading;
using GoAbi.Analysis;

namespace GoAbi.Workspace;

/// <summary>
/// Summaries as files of a directory. Several processes may use it at once: a reader gets the whole of what somebody wrote, or
/// nothing. The directory's size is bounded: what was not used for the longest time goes first. Thread-safe, and nothing that the disk does
/// is an exception: a store that can't be read has nothing, one that can't be written keeps nothing.
/// </summary>
public sealed class SummaryDirectory : ISummaryStore
{
    // A disk that is full or read-only is not asked for each package again.
    private const int MaxFailures = 16;

    private readonly CacheTrimmer trimmer;
    private readonly TimeProvider time;
    private int failures;

    /// <summary>A directory, which is made when something is written.</summary>
    /// <param name="directory">Its absolute path.</param>
    /// <param name="maxBytes">How many bytes of disk it may take. While several processes write at once it can be passed for a moment.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public SummaryDirectory(string directory, long maxBytes = CacheLocation.DefaultMaxBytes, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        Path = System.IO.Path.GetFullPath(directory);
        MaxBytes = maxBytes;
        this.time = time ?? TimeProvider.System;
        trimmer = new CacheTrimmer(Path, maxBytes, this.time);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How many bytes of disk it may take.</summary>
    public long MaxBytes { get; }

    /// <inheritdoc/>
    public byte[]? TryRead(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return CacheLayout.IsKey(key) ? CacheFile.TryRead(System.IO.Path.Join(CacheLayout.ShardOf(Path, key), key), time) : null;
    }

    /// <inheritdoc/>
    public void Write(string key, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(content);
        if (CacheLayout.IsKey(key))
        {
            WriteInto(CacheLayout.ShardOf(Path, key), key, content);
        }
    }

    /// <summary>
    /// Removes what is too much, where that is due: once a day, or when an eighth of the bound was written since the last time, by whichever process.
    /// To be called when nothing more will be written.
    /// </summary>
    public void Trim()
    {
        if (Volatile.Read(ref failures) < MaxFailures)
        {
            trimmer.Trim();
        }
    }

    internal byte[]? TryReadIndex(string key) => CacheFile.TryRead(System.IO.Path.Join(Path, CacheLayout.Version, CacheLayout.FilesDirectory, key), time);

    internal void WriteIndex(string key, byte[] content) =>
        WriteInto(System.IO.Path.Join(Path, CacheLayout.Version, CacheLayout.FilesDirectory), key, content);

    private void WriteInto(string shard, string key, byte[] content)
    {
        if (content.Length > Math.Min(MaxBytes / 2, CacheFile.MaxSize) || Volatile.Read(ref failures) >= MaxFailures)
        {
            return;
        }

        try
        {
            if (!CacheLayout.IsDirectory(shard))
            {
                CacheLayout.Make(Path, shard);
            }

            CacheFile.Write(System.IO.Path.Join(shard, CacheLayout.TemporaryName(key)), System.IO.Path.Join(shard, key), content);
            Volatile.Write(ref failures, 0);
            trimmer.Wrote(content.Length);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            // Also where 'goabi cache clean' removes the directory between the two steps.
            Interlocked.Increment(ref failures);
        }
    }
}
