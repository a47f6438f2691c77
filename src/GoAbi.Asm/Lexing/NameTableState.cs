using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// One generation of a name table's arrays. A writer fills an entry before it publishes the entry's slot, so a reader that
/// holds an old generation sees nothing or all of it; on a miss it asks the table, which looks again under its lock.
/// Besides names it knows tokens of one character and plain numbers, so that the lexer finds nearly every token with one look and no branch on its kind.
/// </summary>
internal sealed class NameTableState
{
    /// <summary>Longer names don't fit into a key.</summary>
    public const int ShortLength = 8;

    // Few numbers are written often; any others are lexed one character after another.
    private const int MaxNumbers = 2048;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly TokenSlot[] slots;
    private readonly int shift;
    private int count;
    private int others;

    public NameTableState(int capacity)
        : this(new string[capacity], new int[capacity], new int[capacity], 1)
    {
        Texts[0] = "";
        foreach (var c in "\n;,:()[]$*%&+|^~#\\")
        {
            PublishOne(c, '\0', 0);
        }

        PublishOne('-', '>', 1);
        PublishOne('<', '<', 1);
        PublishOne('>', '>', 1);
        PublishOne('.', '0', 10);
        PublishOne('/', '*', '/' - '*' + 1);
    }

    private NameTableState(string[] texts, int[] lengths, int[] canonical, int count)
    {
        Texts = texts;
        Lengths = lengths;
        Canonical = canonical;
        this.count = count;
        slots = new TokenSlot[texts.Length * 2];
        shift = 64;
        for (var size = slots.Length; size > 1; size >>= 1)
        {
            shift--;
        }
    }

    public string[] Texts { get; }

    public int[] Lengths { get; }

    public int[] Canonical { get; }

    public int Count => Volatile.Read(ref count);

    public bool IsFull => count + others >= Texts.Length;

    public TokenSlot[] Slots => slots;

    public int Shift => shift;

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

    /// <summary>Where to look for a key first.</summary>
    public static int SlotOf(ulong key, int shift) => (int)((key * Multiplier) >> shift);

    /// <summary>The number of a name; 0 for one that is not there.</summary>
    public int Find(ReadOnlySpan<char> text, ulong key)
    {
        var known = slots;
        for (var slot = SlotOf(key, shift); ; slot = (slot + 1) & (known.Length - 1))
        {
            ref var entry = ref known[slot];
            var bits = Volatile.Read(ref entry.Bits);
            if (bits == 0)
            {
                return 0;
            }

            if (entry.Key == key)
            {
                var id = LexedToken.NameIdOf(bits);
                if ((key & 0xFF) != 0 || text.SequenceEqual(Texts[id].AsSpan()))
                {
                    return id;
                }
            }
        }
    }

    /// <summary>True for a key of anything but a long name.</summary>
    public bool Has(ulong key)
    {
        for (var slot = SlotOf(key, shift); slots[slot].Bits != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot].Key == key)
            {
                return true;
            }
        }

        return false;
    }

    public int Append(string text, ulong key, int canonical)
    {
        var id = count;
        Texts[id] = text;
        Lengths[id] = text.Length;
        Canonical[id] = canonical == 0 ? id : canonical;
        Publish(new TokenSlot { Key = key, Bits = LexedToken.Pack(AsmTokenKind.Identifier, id) });
        Volatile.Write(ref count, id + 1);
        return id;
    }

    /// <summary>Notes a plain number; '.' behind it would make it another. The table must not be full.</summary>
    public void AppendNumber(ulong key, int length)
    {
        if (others < MaxNumbers)
        {
            Publish(new TokenSlot { Key = key, Bits = LexedToken.Pack(AsmTokenKind.Integer, length), FollowFrom = '.', FollowCount = 1 });
            others++;
        }
    }

    public NameTableState Grow()
    {
        var size = Texts.Length * 2;
        var (texts, lengths, canonical) = (Texts, Lengths, Canonical);
        Array.Resize(ref texts, size);
        Array.Resize(ref lengths, size);
        Array.Resize(ref canonical, size);
        var grown = new NameTableState(texts, lengths, canonical, count) { others = others };
        foreach (ref readonly var slot in slots.AsSpan())
        {
            if (slot.Bits != 0)
            {
                grown.Publish(slot);
            }
        }

        return grown;
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

    private void PublishOne(char c, char followFrom, ushort followCount)
    {
        var kind = (AsmTokenKind)(CharacterClasses.Kinds[c] & ~CharacterClasses.NeedsLook);
        Publish(new TokenSlot { Key = c, Bits = LexedToken.Pack(kind, 1), FollowFrom = followFrom, FollowCount = followCount });
        others++;
    }

    private void Publish(in TokenSlot added)
    {
        var at = SlotOf(added.Key, shift);
        while (slots[at].Bits != 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        ref var slot = ref slots[at];
        slot.Key = added.Key;
        slot.FollowFrom = added.FollowFrom;
        slot.FollowCount = added.FollowCount;
        Volatile.Write(ref slot.Bits, added.Bits);
    }
}

/// <summary>What characters a token has, and what the token is.</summary>
internal struct TokenSlot
{
    public ulong Key;

    /// <summary>The token but for its place (<see cref="LexedToken.Pack"/>); 0 in an empty slot.</summary>
    public uint Bits;

    /// <summary>With one of these characters behind it, it is another token.</summary>
    public ushort FollowFrom;
    public ushort FollowCount;
}
