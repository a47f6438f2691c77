using System;
using System.Collections.Generic;
using System.Threading;

namespace GoAbi.Go;

/// <summary>
/// The names of a session: equal identifiers of all its trees are one string. Belongs to a session, not to the process,
/// so that a server that lives for days can let it go. Thread-safe; reading takes no lock.
/// </summary>
public sealed class GoNameTable
{
    private readonly object gate = new();
    private Entry?[] buckets = new Entry?[1024];
    private int count;
    private readonly Stack<FileNames> idle = new();

    /// <summary>Number of names.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The one string with this text.</summary>
    public string Intern(string name)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        return Intern(name.AsSpan(), HashOf(name.AsSpan()));
    }

    internal static uint HashOf(ReadOnlySpan<char> name)
    {
        var hash = HashStart;
        foreach (var c in name)
        {
            hash = HashStep(hash, c);
        }

        return hash;
    }

    internal const uint HashStart = 2166136261;

    internal static uint HashStep(uint hash, char c) => unchecked((hash ^ c) * 16777619);

    internal string Intern(ReadOnlySpan<char> name, uint hash) =>
        Find(Volatile.Read(ref buckets), name, hash) ?? Add(name, hash);

    /// <summary>Names for one scanner, until <see cref="Return"/>: as many as there are scanners at one time.</summary>
    internal FileNames Rent()
    {
        lock (idle)
        {
            return idle.Count > 0 ? idle.Pop() : new FileNames(this);
        }
    }

    internal void Return(FileNames names)
    {
        if (names.Count < FileNames.MaxCount)
        {
            lock (idle)
            {
                idle.Push(names);
            }
        }
    }

    private static string? Find(Entry?[] table, ReadOnlySpan<char> name, uint hash)
    {
        for (var entry = Volatile.Read(ref table[hash & (uint)(table.Length - 1)]); entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && name.SequenceEqual(entry.Name.AsSpan()))
            {
                return entry.Name;
            }
        }

        return null;
    }

    private string Add(ReadOnlySpan<char> name, uint hash)
    {
        lock (gate)
        {
            var found = Find(buckets, name, hash);
            if (found is not null)
            {
                return found;
            }

            if (count >= buckets.Length)
            {
                Grow();
            }

            found = name.ToString();
            ref var bucket = ref buckets[hash & (uint)(buckets.Length - 1)];
            Volatile.Write(ref bucket, new Entry(found, hash, bucket));
            Volatile.Write(ref count, count + 1);
            return found;
        }
    }

    // Entries never change, so a reader that still holds the old table stays right; a miss there ends in Add.
    private void Grow()
    {
        var larger = new Entry?[buckets.Length * 4];
        foreach (var bucket in buckets)
        {
            for (var entry = bucket; entry is not null; entry = entry.Next)
            {
                ref var slot = ref larger[entry.Hash & (uint)(larger.Length - 1)];
                slot = new Entry(entry.Name, entry.Hash, slot);
            }
        }

        Volatile.Write(ref buckets, larger);
    }

    private sealed class Entry(string name, uint hash, Entry? next)
    {
        public readonly string Name = name;

        public readonly uint Hash = hash;

        public readonly Entry? Next = next;
    }
}
