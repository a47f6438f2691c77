using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace GoAbi.Workspace;

/// <summary>
/// What files held when they were last read: SHA-256 by path, believed as long as size, times and inode are those of then. As with git's index
/// a file that had been changed only just before it was read is not in it: it can change again without its time changing. Thread-safe.
/// </summary>
public sealed class FileHashIndex
{
    /// <summary>How many files it keeps.</summary>
    public const int MaxEntries = 200_000;

    // The coarsest clock of a file system (FAT) goes in steps of two seconds.
    private const long Racy = 2_000_000_000;

    // What was not seen for that long is no longer part of the tree; looking is noted once a week, so that a run that finds
    // all as it was writes nothing.
    private const int MaxUnseenDays = 30;
    private const int SeenIntervalDays = 7;

    private readonly ConcurrentDictionary<string, FileHashEntry> entries;
    private readonly TimeProvider time;
    private int isChanged;

    private FileHashIndex(string root, ConcurrentDictionary<string, FileHashEntry> entries, TimeProvider time)
    {
        Root = root;
        this.entries = entries;
        this.time = time;
    }

    /// <summary>The analysed root that it belongs to.</summary>
    public string Root { get; }

    /// <summary>How many files are in it.</summary>
    public int Count => entries.Count;

    /// <summary>True where it holds something else than when it was read.</summary>
    public bool IsChanged => Volatile.Read(ref isChanged) != 0;

    /// <summary>An index as <see cref="ToBytes"/> gave it; an empty one for anything else.</summary>
    /// <param name="root">The analysed root.</param>
    /// <param name="bytes">The bytes; null for an empty index.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public static FileHashIndex Read(string root, byte[]? bytes, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        var entries = bytes is null ? null : FileHashFormat.TryRead(root, bytes);
        return new FileHashIndex(
            root,
            entries is null
                ? new ConcurrentDictionary<string, FileHashEntry>(StringComparer.Ordinal)
                : new ConcurrentDictionary<string, FileHashEntry>(entries, StringComparer.Ordinal),
            time ?? TimeProvider.System);
    }

    /// <summary>Its bytes: equal ones for equal content. What was not seen for a month is left out, and what is too much.</summary>
    public byte[] ToBytes()
    {
        var today = Today();
        var kept = entries.Where(pair => Math.Abs(today - pair.Value.SeenDay) <= MaxUnseenDays).ToArray();
        if (kept.Length > MaxEntries)
        {
            kept = [.. kept.OrderByDescending(static pair => pair.Value.SeenDay).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Take(MaxEntries)];
        }

        Array.Sort(kept, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return FileHashFormat.Write(Root, kept);
    }

    /// <summary>The hash of the file that has this status now; null where that is not known.</summary>
    internal string? Find(string path, in FileStatus status)
    {
        if (!entries.TryGetValue(path, out var entry) || !entry.Describes(status))
        {
            return null;
        }

        var today = Today();
        if (Math.Abs(today - entry.SeenDay) >= SeenIntervalDays)
        {
            entries[path] = entry with { SeenDay = today };
            Volatile.Write(ref isChanged, 1);
        }

        return entry.HashText;
    }

    /// <summary>Takes in what a file holds.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="status">Its status before and after it was read.</param>
    /// <param name="hash">SHA-256 of what was read.</param>
    /// <param name="started">The time before it was read.</param>
    internal void Add(string path, in FileStatus status, string hash, DateTimeOffset started)
    {
        var newest = Math.Max(status.Modified, status.Changed);
        if (newest > FileStatus.Nanoseconds(started.UtcDateTime) - Racy)
        {
            if (entries.TryRemove(path, out _))
            {
                Volatile.Write(ref isChanged, 1);
            }

            return;
        }

        entries[path] = new FileHashEntry(status.Size, status.Modified, status.Changed, status.Inode, Today(), Convert.FromHexString(hash));
        Volatile.Write(ref isChanged, 1);
    }

    internal DateTimeOffset Now() => time.GetUtcNow();

    private int Today() => (int)(time.GetUtcNow().ToUnixTimeSeconds() / (24 * 60 * 60));
}

/// <summary>What is known of a file. A class: collections of structs would have to be compiled when a run starts, in every run.</summary>
internal sealed record FileHashEntry(long Size, long Modified, long Changed, long Inode, int SeenDay, byte[] Hash)
{
    /// <summary>The hash in lower-case hexadecimal.</summary>
    public string HashText => Convert.ToHexStringLower(Hash);

    /// <summary>True where the file is as it was.</summary>
    public bool Describes(in FileStatus status) =>
        status.Kind == FileKind.Regular && Size == status.Size && Modified == status.Modified && Changed == status.Changed && Inode == status.Inode;
}
