using System;
#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Threading;
#endif

namespace GoAbi.Asm;

/// <summary>
/// The quick way through nearly all text: 64 characters at a time it is worked out where tokens begin, and each token is looked up by its characters. What the table
/// does not know (new names, comments, literals, operators of two characters) is left to <see cref="Step"/>.
/// </summary>
internal ref partial struct AsmLexer
{
    private const int BlockLength = 64;

    // A token's key is loaded from its beginning on, and the character behind it is looked at.
    private const int LookAhead = 16;

    /// <summary>Goes on as far as it gets. What comes then, up to the position that it returns, is to be read step by step.</summary>
    private int ReadBlocks()
    {
#if NET
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian)
        {
            return text.Length;
        }

        while (position <= text.Length - BlockLength - LookAhead && count <= tokens.Length - BlockLength)
        {
            if (!ReadBlock())
            {
                return position + BlockLength;
            }
        }

        // Without room for a block: some steps until the buffer is full, or to the end.
#endif
        return text.Length;
    }

#if NET
    // False where the block has letters that are not ASCII's, or begins with a name that is longer than a block.
    private bool ReadBlock()
    {
        ref var first = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), position));
        if (!Classify(ref first, out var nameParts, out var blanks))
        {
            return false;
        }

        // From a token's beginning up to the next or a blank is the token: a name, a number, or one character. A name that may go on behind the block is the next block's first.
        var limit = BlockLength - BitOperations.LeadingZeroCount(~nameParts);
        if (limit == 0)
        {
            return false;
        }

        var block = position;
        var starts = ~blanks & ~(nameParts & (nameParts << 1)) & (ulong.MaxValue >> (BlockLength - limit));
        var ends = starts | blanks;
        var n = count;
        var output = tokens;
        var slots = state.Slots;
        var shift = state.Shift;
        while (starts != 0)
        {
            var offset = BitOperations.TrailingZeroCount(starts);
            var length = BitOperations.TrailingZeroCount(((ends >> offset) >> 1) | (1UL << (limit - 1 - offset))) + 1;
            var units = Vector128.LoadUnsafe(ref first, (nuint)offset);
            var key = Vector128.NarrowWithSaturation(units, units).AsUInt64().ToScalar() & (ulong.MaxValue >> (64 - 8 * length));
            ref var slot = ref slots[NameTableState.SlotOf(key, shift)];
            var bits = Volatile.Read(ref slot.Bits);
            uint follow = Unsafe.Add(ref first, offset + length);
            if (slot.Key == key && length <= NameTableState.ShortLength && bits != 0 && follow - slot.FollowFrom >= slot.FollowCount)
            {
                output[n++] = new LexedToken(block + offset, bits);
                starts &= starts - 1;
                continue;
            }

            if (length > NameTableState.ShortLength && LongName(block + offset, length) is var id and not 0)
            {
                output[n++] = new LexedToken(AsmTokenKind.Identifier, block + offset, id);
                starts &= starts - 1;
                continue;
            }

            (position, count) = (block + offset, n);
            Step();
            n = count;
            slots = state.Slots;
            shift = state.Shift;

            // The token may end where no other was seen to begin, or behind the block: then the next block begins there.
            var end = position - block;
            if (end >= limit || (((starts | blanks) >> end) & 1) == 0)
            {
                return true;
            }

            starts &= ulong.MaxValue << end;
        }

        (position, count) = (block + limit, n);
        return true;
    }

    // 0 for a number, and for a name that is new or collides with another.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int LongName(int start, int length)
    {
        var name = text.Slice(start, length);
        return IsDecimal(name[0]) ? 0 : state.Find(name, NameTableState.Key(name));
    }

    // False where a character is none of ASCII's nor '·'. '·' is a part of names, like letters, digits and '_'.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Classify(ref ushort first, out ulong nameParts, out ulong blanks)
    {
        nameParts = 0;
        blanks = 0;
        var others = Vector128<byte>.Zero;
        for (var i = 0; i < BlockLength; i += Vector128<byte>.Count)
        {
            var bytes = Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref first, (nuint)i), Vector128.LoadUnsafe(ref first, (nuint)(i + Vector128<ushort>.Count)));
            var letters = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
            var digits = bytes - Vector128.Create((byte)'0');
            var dots = Vector128.Equals(bytes, Vector128.Create((byte)0xB7));
            var parts = Vector128.Equals(Vector128.Min(letters, Vector128.Create((byte)25)), letters)
                | Vector128.Equals(Vector128.Min(digits, Vector128.Create((byte)9)), digits)
                | Vector128.Equals(bytes, Vector128.Create((byte)'_'))
                | dots;
            var spaces = Vector128.Equals(bytes, Vector128.Create((byte)' '))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\t'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\r'));
            nameParts |= (ulong)parts.ExtractMostSignificantBits() << i;
            blanks |= (ulong)spaces.ExtractMostSignificantBits() << i;
            others |= Vector128.AndNot(bytes, dots);
        }

        return others.ExtractMostSignificantBits() == 0;
    }
#endif
}
