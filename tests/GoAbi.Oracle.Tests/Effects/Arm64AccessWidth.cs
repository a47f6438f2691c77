namespace GoAbi.Oracle.Tests.Effects;

/// <summary>How many bytes a load or store of arm64 touches, by the fields of its encoding (Arm Architecture Reference Manual, C4.1, loads and stores).</summary>
internal static class Arm64AccessWidth
{
    /// <summary>The bytes; null for a word that is no load or store, or none of these groups.</summary>
    public static int? Of(uint word)
    {
        var isVector = (word >> 26 & 1) != 0;
        var size = (int)(word >> 30);
        return (word >> 24 & 0x3F) switch
        {
            0b001000 => Exclusive(word, size),
            0b101000 or 0b101001 or 0b101100 or 0b101101 => 2 * (isVector ? 4 << size : (size & 2) != 0 ? 8 : 4),
            0b111000 or 0b111001 or 0b111100 or 0b111101 => Single(word, isVector, size),
            0b001100 => (word >> 30 & 1) != 0 ? 16 * Count(word) : 8 * Count(word),
            0b001101 => Structure(word),
            _ => null,
        };
    }

    private static int Exclusive(uint word, int size)
    {
        var isPair = (word >> 21 & 1) != 0 && (word >> 23 & 1) == 0;
        return !isPair ? 1 << size : (size & 2) != 0 ? 2 << size : 8 << (size & 1);
    }

    private static int Single(uint word, bool isVector, int size)
    {
        var operation = (int)(word >> 22 & 3);
        return isVector ? 1 << (size | (operation >> 1 << 2)) : size == 3 && operation == 2 && (word >> 21 & 1) == 0 ? 0 : 1 << size;
    }

    private static int Count(uint word) => (word >> 12 & 15) switch
    {
        0b0111 => 1,
        0b1010 or 0b1000 => 2,
        0b0110 or 0b0100 => 3,
        _ => 4,
    };

    private static int Structure(uint word)
    {
        var operation = (int)(word >> 13 & 7);
        var elements = (((operation & 1) << 1) | (int)(word >> 21 & 1)) + 1;
        return elements * ((operation >> 1) switch
        {
            0 => 1,
            1 => 2,
            2 => (word >> 10 & 1) != 0 ? 8 : 4,
            _ => 1 << (int)(word >> 10 & 3),
        });
    }
}
