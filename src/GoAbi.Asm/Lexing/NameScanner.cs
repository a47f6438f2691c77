using System;
#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace GoAbi.Asm;

/// <summary>Finds the end of a name and its key in <see cref="NameTableState"/> at once.</summary>
internal static class NameScanner
{
    /// <summary>
    /// The key and length of the name at a position. Length 0 where that takes a closer look: a name longer than <see cref="NameTableState.ShortLength"/>, with other
    /// letters than ASCII's and '·', or close to the end of the text.
    /// </summary>
    public static ulong Scan(ReadOnlySpan<char> text, int at, out int length)
    {
#if NET
        // One load more than the name can be long, so that the character behind it is seen too.
        if (Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian && at <= text.Length - 2 * Vector128<ushort>.Count)
        {
            ref var start = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at));
            var bytes = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref start), Vector128.LoadUnsafe(ref start, (nuint)Vector128<ushort>.Count));
            var letters = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
            var digits = bytes - Vector128.Create((byte)'0');
            var parts = Vector128.Equals(Vector128.Min(letters, Vector128.Create((byte)25)), letters)
                | Vector128.Equals(Vector128.Min(digits, Vector128.Create((byte)9)), digits)
                | Vector128.Equals(bytes, Vector128.Create((byte)'_'))
                | Vector128.Equals(bytes, Vector128.Create((byte)0xB7));
            length = BitOperations.TrailingZeroCount(~parts.ExtractMostSignificantBits());
            if ((uint)(length - 1) < NameTableState.ShortLength && text[at + length] < 128)
            {
                return bytes.AsUInt64().ToScalar() & (ulong.MaxValue >> (64 - 8 * length));
            }

            length = 0;
            return 0;
        }
#endif
        var key = 0UL;
        for (length = 0; at + length < text.Length; length++)
        {
            var c = text[at + length];
            if (!CharacterClasses.IsNamePart(c) && c != '\u00B7')
            {
                if (c < 128)
                {
                    return key;
                }

                break;
            }

            if (length == NameTableState.ShortLength)
            {
                break;
            }

            key |= (ulong)c << (8 * length);
        }

        length = 0;
        return 0;
    }
}
