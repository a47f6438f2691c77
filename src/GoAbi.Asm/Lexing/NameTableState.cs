using System;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// One generation of a name table's arrays. A writer fills an entry before it publishes the entry's slot, so a reader that
/// holds an old generation sees nothing or all of it; on a miss it asks the table, which looks again under its lock.
/// </summary>
internal sealed class NameTableState
{
    private readonly int[] slots;
    private readonly uint[] hashes;
    private int count;

    public NameTableState(int capacity)
        : this(new string[capacity], new int[capacity], new uint[capacity], 1)
    {
        Texts[0] = "";
    }

    private NameTableState(string[] texts, int[] canonical, uint[] hashes, int count)
    {
        Texts = texts;
        Canonical = canonical;
        this.hashes = hashes;
        this.count = count;
        slots = new int[texts.Length * 2];
        for (var id = 1; id < count; id++)
        {
            slots[FreeSlot(hashes[id])] = id;
        }
    }

    public string[] Texts { get; }

    public int[] Canonical { get; }

    public int Count => Volatile.Read(ref count);

    public bool IsFull => count == Texts.Length;

    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 0u;
        foreach (var c in text)
        {
            hash = Combine(hash, c);
        }

        return hash;
    }

    public static uint Combine(uint hash, char c) => unchecked((hash + c) * 0x01000193u);

    public int Find(ReadOnlySpan<char> text, uint hash)
    {
        var mask = slots.Length - 1;
        for (var slot = Spread(hash) & mask; ; slot = (slot + 1) & mask)
        {
            var id = Volatile.Read(ref slots[slot]);
            if (id == 0)
            {
                return 0;
            }

            if (hashes[id] == hash && text.SequenceEqual(Texts[id].AsSpan()))
            {
                return id;
            }
        }
    }

    public int Append(string text, uint hash, int canonical)
    {
        var id = count;
        Texts[id] = text;
        hashes[id] = hash;
        Canonical[id] = canonical == 0 ? id : canonical;
        Volatile.Write(ref slots[FreeSlot(hash)], id);
        Volatile.Write(ref count, id + 1);
        return id;
    }

    public NameTableState Grow()
    {
        var size = Texts.Length * 2;
        var texts = new string[size];
        var canonical = new int[size];
        var newHashes = new uint[size];
        Array.Copy(Texts, texts, count);
        Array.Copy(Canonical, canonical, count);
        Array.Copy(hashes, newHashes, count);
        return new NameTableState(texts, canonical, newHashes, count);
    }

    private static int Spread(uint hash) => (int)((hash ^ (hash >> 15)) & 0x7FFFFFFF);

    private int FreeSlot(uint hash)
    {
        var mask = slots.Length - 1;
        var slot = Spread(hash) & mask;
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
