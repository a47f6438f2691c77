namespace GoAbi.Asm;

/// <summary>Which class a constant or an offset has.</summary>
internal static class Arm64Constants
{
    /// <summary>A number as the encoder sees it when the instruction has no say.</summary>
    public static Arm64Class ClassOf(long value) => Classify(value, ~value, unchecked((ulong)value), isWide: true);

    /// <summary>The same for an instruction of 32 bits: the upper half does not count.</summary>
    public static Arm64Class ClassOf32(long value)
    {
        var low = unchecked((uint)value);
        return Classify(low, ~low, ((ulong)low << 32) | low, isWide: false);
    }

    /// <summary>A number for which no single instruction will do, by the number of moves that make it.</summary>
    public static Arm64Class ClassOfWide(long value)
    {
        var zeros = 0;
        var ones = 0;
        for (var shift = 0; shift < 64; shift += 16)
        {
            var part = (value >> shift) & 0xFFFF;
            zeros += part == 0 ? 1 : 0;
            ones += part == 0xFFFF ? 1 : 0;
        }

        return (zeros > ones ? zeros : ones) switch
        {
            >= 3 => Arm64Class.Movcon,
            2 => Arm64Class.Movcon2,
            1 => Arm64Class.Movcon3,
            _ => Arm64Class.Vcon,
        };
    }

    /// <summary>12 bits, or 12 bits shifted by 12.</summary>
    public static bool IsAddition(long value) => value >= 0 && ((value & 0xFFF) == 0 ? value >> 12 : value) <= 0xFFF;

    /// <summary>16 bits at a multiple of 16: its number, else -1.</summary>
    public static int Halfword(long value)
    {
        for (var shift = 0; shift < 64; shift += 16)
        {
            if ((unchecked((ulong)value) & ~(0xFFFFUL << shift)) == 0)
            {
                return shift / 16;
            }
        }

        return -1;
    }

    /// <summary>A run of ones, rotated and repeated with a period of 2 to 64 bits: what logical instructions hold.</summary>
    public static bool IsBitPattern(ulong value)
    {
        if (value is 0 or ulong.MaxValue)
        {
            return false;
        }

        var period = 64;
        while (period > 2 && value == Rotate(value, period / 2))
        {
            period /= 2;
        }

        // One run of ones in the period, seen as a ring: its edges are two.
        var mask = period == 64 ? ulong.MaxValue : (1UL << period) - 1;
        var unit = value & mask;
        var edges = unit ^ (((unit << 1) | (unit >> (period - 1))) & mask);
        return edges != 0 && (edges & (edges - 1)) != 0 && IsPower(edges & (edges - 1));
    }

    /// <summary>Class of memory by offset; of frame slots, unless <paramref name="first"/> is the first class of memory by register.</summary>
    public static Arm64Class ClassOfOffset(long offset, Arm64Class first) => (Arm64Class)(OffsetClass(offset) - Arm64Class.Zauto + (int)first);

    private static Arm64Class Classify(long value, long inverse, ulong pattern, bool isWide)
    {
        if (value == 0)
        {
            return Arm64Class.Zcon;
        }

        var isPattern = IsBitPattern(pattern);
        var isMove = Halfword(value) >= 0 || Halfword(inverse) >= 0;
        if (IsAddition(value))
        {
            return value <= 0xFFF
                ? isPattern ? Arm64Class.Abcon0 : Arm64Class.Addcon0
                : isPattern ? Arm64Class.Abcon : isMove ? Arm64Class.Amcon : Arm64Class.Addcon;
        }

        if (isMove)
        {
            return isPattern ? Arm64Class.Mbcon : Arm64Class.Movcon;
        }

        if (isPattern)
        {
            return Arm64Class.Bitcon;
        }

        return value is >= 0 and <= 0xFFFFFF ? Arm64Class.Addcon2
            : !isWide || value is >= int.MinValue and <= uint.MaxValue ? Arm64Class.Lcon
            : Arm64Class.Vcon;
    }

    private static ulong Rotate(ulong value, int count) => (value >> count) | (value << (64 - count));

    private static bool IsPower(ulong value) => value != 0 && (value & (value - 1)) == 0;

    private static Arm64Class OffsetClass(long offset) => offset switch
    {
        0 => Arm64Class.Zauto,
        < 0 => Negative(offset),
        _ => Positive(offset),
    };

    private static Arm64Class Negative(long offset) => offset switch
    {
        >= -256 => (offset & 15) == 0 ? Arm64Class.Nsauto_16 : (offset & 7) == 0 ? Arm64Class.Nsauto_8 : (offset & 3) == 0 ? Arm64Class.Nsauto_4 : Arm64Class.Nsauto,
        >= -512 when (offset & 15) == 0 => Arm64Class.Npauto_16,
        >= -512 when (offset & 7) == 0 => Arm64Class.Npauto,
        >= -1024 when (offset & 15) == 0 => Arm64Class.Nqauto_16,
        >= -4095 => Arm64Class.Nauto4k,
        _ => Arm64Class.Lauto,
    };

    private static Arm64Class Positive(long offset)
    {
        var alignment = (offset & 15) == 0 ? 16 : (offset & 7) == 0 ? 8 : (offset & 3) == 0 ? 4 : (offset & 1) == 0 ? 2 : 1;
        return offset switch
        {
            <= 255 => alignment switch { 16 => Arm64Class.Psauto_16, 8 => Arm64Class.Psauto_8, 4 => Arm64Class.Psauto_4, _ => Arm64Class.Psauto },
            <= 504 when alignment == 16 => Arm64Class.Ppauto_16,
            <= 504 when alignment == 8 => Arm64Class.Ppauto,
            <= 1008 when alignment == 16 => Arm64Class.Pqauto_16,
            <= 4095 => alignment switch
            {
                16 => Arm64Class.Uauto4k_16,
                8 => Arm64Class.Uauto4k_8,
                4 => Arm64Class.Uauto4k_4,
                2 => Arm64Class.Uauto4k_2,
                _ => Arm64Class.Uauto4k,
            },
            <= 8190 when alignment >= 2 => alignment switch { 16 => Arm64Class.Uauto8k_16, 8 => Arm64Class.Uauto8k_8, 4 => Arm64Class.Uauto8k_4, _ => Arm64Class.Uauto8k },
            <= 16380 when alignment >= 4 => alignment switch { 16 => Arm64Class.Uauto16k_16, 8 => Arm64Class.Uauto16k_8, _ => Arm64Class.Uauto16k },
            <= 32760 when alignment >= 8 => alignment == 16 ? Arm64Class.Uauto32k_16 : Arm64Class.Uauto32k,
            <= 65520 when alignment == 16 => Arm64Class.Uauto64k,
            _ => Arm64Class.Lauto,
        };
    }
}
