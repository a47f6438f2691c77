using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
#if !NET
using System.Runtime.InteropServices;
#endif

namespace GoAbi.Runtime;

/// <summary>Numbers out of bytes, and floating-point numbers out of their bits, without allocation. Generated code calls it.</summary>
public static class GoWord
{
    /// <summary>A number without sign; sign and kind are the caller's.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where the number begins.</param>
    /// <param name="size">1, 2, 4 or 8.</param>
    /// <param name="isBigEndian">True for machines that store the high byte first.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ReadOnlySpan<byte> bytes, int offset, int size, bool isBigEndian)
    {
        var from = bytes.Slice(offset, size);
        return size switch
        {
            1 => from[0],
            2 => isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(from) : BinaryPrimitives.ReadUInt16LittleEndian(from),
            4 => isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(from) : BinaryPrimitives.ReadUInt32LittleEndian(from),
            _ => isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(from) : BinaryPrimitives.ReadUInt64LittleEndian(from),
        };
    }

    /// <summary>A float32 by its bits.</summary>
    /// <param name="bits">The low 32 are read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Float32(ulong bits)
    {
#if NET
        return BitConverter.UInt32BitsToSingle(unchecked((uint)bits));
#else
        Span<uint> word = stackalloc uint[1];
        word[0] = unchecked((uint)bits);
        return MemoryMarshal.Cast<uint, float>(word)[0];
#endif
    }

    /// <summary>A float64 by its bits.</summary>
    /// <param name="bits">All.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Float64(ulong bits) => BitConverter.Int64BitsToDouble(unchecked((long)bits));
}
