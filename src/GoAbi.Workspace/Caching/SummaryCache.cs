using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using GoAbi.Analysis;

namespace GoAbi.Workspace;

/// <summary>
/// The cache as one run uses it: a store of summaries, and for each analysed root an index of what its files hold. It is given to the loader
/// (<see cref="GoLoadOptions.Cache"/>) and its <see cref="Store"/> to the analysis; <see cref="Save"/> ends the run. Thread-safe.
/// </summary>
public sealed class SummaryCache
{
    private readonly SummaryDirectory directory;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, Lazy<FileHashIndex>> indexes = new(StringComparer.Ordinal);
    private int isInconsistent;

    private SummaryCache(SummaryDirectory directory, TimeProvider time)
    {
        this.directory = directory;
        this.time = time;
        Store = new ConsistentStore(this);
    }

    /// <summary>Where it is.</summary>
    public string Directory => directory.Path;

    /// <summary>
    /// The summaries. From the moment on when a file was seen to change during the run nothing is written any more: a summary may then be of
    /// another state of the sources than the one that its key names.
    /// </summary>
    public ISummaryStore Store { get; }

    /// <summary>Opens the cache; nothing is read or made yet.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <returns>Null where the cache is off.</returns>
    public static SummaryCache? Open(CacheLocation location, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        time ??= TimeProvider.System;
        return location.Directory is { } path ? new SummaryCache(new SummaryDirectory(path, location.MaxBytes, time), time) : null;
    }

    /// <summary>Writes the indexes that have changed, and trims where that is due. Never throws for what a disk does. Another run may follow.</summary>
    public void Save()
    {
        foreach (var (root, index) in indexes)
        {
            if (index.Value.IsChanged)
            {
                directory.WriteIndex(KeyOf(root), index.Value.ToBytes());
            }
        }

        indexes.Clear();
        directory.Trim();
        Volatile.Write(ref isInconsistent, 0);
    }

    /// <summary>The index of an analysed root.</summary>
    internal FileHashIndex IndexOf(string root) => indexes.GetOrAdd(
        root,
        static (root, self) => new Lazy<FileHashIndex>(() => FileHashIndex.Read(root, self.directory.TryReadIndex(KeyOf(root)), self.time)),
        this).Value;

    internal void FileHasChanged() => Volatile.Write(ref isInconsistent, 1);

    private static string KeyOf(string root) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)));

    private sealed class ConsistentStore(SummaryCache cache) : ISummaryStore
    {
        public byte[]? TryRead(string key) => cache.directory.TryRead(key);

        public void Write(string key, byte[] content)
        {
            if (Volatile.Read(ref cache.isInconsistent) == 0)
            {
                cache.directory.Write(key, content);
            }
        }
    }
}
