using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// One generation of a name table's arrays. A writer fills an entry before it publishes the entry's slot, so a reader that
/// holds an old generation sees nothing or all of it; on a miss it asks the table, which looks again under its lock.
/// </summary>
internal sealed class NameTableState
{
    /// <summary>Longer names don't fit into a key.</summary>
    public const int ShortLength = 8;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Slot[] slots;
    private readonly int shift;
    private int count;

    public NameTableState(int capacity)
        : this(new string[capacity], new int[capacity], new int[capacity], new ulong[capacity], 1)
    {
        Texts[0] = "";
    }

    private NameTableState(string[] texts, int[] lengths, int[] canonical, ulong[] keys, int count)
    {
        Texts = texts;
        Lengths = lengths;
        Canonical = canonical;
        Keys = keys;
        this.count = count;
        slots = new Slot[texts.Length * 2];
        shift = 64;
        for (var size = slots.Length; size > 1; size >>= 1)
        {
            shift--;
        }

        for (var id = 1; id < count; id++)
        {
            Publish(keys[id], id);
        }
    }

    public string[] Texts { get; }

    public int[] Lengths { get; }

    public int[] Canonical { get; }

    public int Count => Volatile.Read(ref count);

    public bool IsFull => count == Texts.Length;

    private ulong[] Keys { get; }

    /// <summary>
    /// The number under which a name is looked up. A short name of Latin-1 characters is its own key, one byte a character; the lowest byte of any other key is 0, which
    /// no such name begins with, so that only those need to be compared.
    /// </summary>
    public static ulong Key(ReadOnlySpan<char> text)
    {
        if (text.Length > ShortLength)
        {
            return LongKey(text);
        }

        var key = 0UL;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is > '\u00FF' or '\0')
            {
                return LongKey(text);
            }

            key = (key << 8) | text[i];
        }

        return key;
    }

    public int Find(ReadOnlySpan<char> text, ulong key)
    {
        var known = slots;
        for (var slot = (int)((key * Multiplier) >> shift); ; slot = (slot + 1) & (known.Length - 1))
        {
            ref var entry = ref known[slot];
            var id = Volatile.Read(ref entry.Id);
            if (id == 0)
            {
                return 0;
            }

            if (entry.Key == key && ((key & 0xFF) != 0 || text.SequenceEqual(Texts[id].AsSpan())))
            {
                return id;
            }
        }
    }

    /// <summary>The same for a key that is the name itself.</summary>
    public int FindShort(ulong key)
    {
        var known = slots;
        for (var slot = (int)((key * Multiplier) >> shift); ; slot = (slot + 1) & (known.Length - 1))
        {
            ref var entry = ref known[slot];
            var id = Volatile.Read(ref entry.Id);
            if (id == 0 || entry.Key == key)
            {
                return id;
            }
        }
    }

    public int Append(string text, ulong key, int canonical)
    {
        var id = count;
        Texts[id] = text;
        Lengths[id] = text.Length;
        Keys[id] = key;
        Canonical[id] = canonical == 0 ? id : canonical;
        Publish(key, id);
        Volatile.Write(ref count, id + 1);
        return id;
    }

    public NameTableState Grow()
    {
        var size = Texts.Length * 2;
        var (texts, lengths, canonical, keys) = (Texts, Lengths, Canonical, Keys);
        Array.Resize(ref texts, size);
        Array.Resize(ref lengths, size);
        Array.Resize(ref canonical, size);
        Array.Resize(ref keys, size);
        return new NameTableState(texts, lengths, canonical, keys, count);
    }

    private static ulong LongKey(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length;
        var bytes = MemoryMarshal.AsBytes(text);
        if (bytes.Length < sizeof(ulong))
        {
            foreach (var c in text)
            {
                hash = (hash ^ c) * Multiplier;
            }
        }
        else
        {
            for (var at = 0; at < bytes.Length - sizeof(ulong); at += sizeof(ulong))
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(bytes.Slice(at))) * Multiplier;
                hash ^= hash >> 29;
            }

            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes.Slice(bytes.Length - sizeof(ulong)))) * Multiplier;
        }

        hash ^= hash >> 32;
        return hash << 8;
    }

    private void Publish(ulong key, int id)
    {
        var slot = (int)((key * Multiplier) >> shift);
        while (slots[slot].Id != 0)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot].Key = key;
        Volatile.Write(ref slots[slot].Id, id);
    }

    private struct Slot
    {
        public ulong Key;
        public int Id;
    }
}
