namespace GoAbi.Asm;

/// <summary>Offsets of loads and stores.</summary>
internal static class Arm64Offsets
{
    /// <summary>The offset from the register that the instruction will have.</summary>
    public static long Effective(in Arm64Address address, Arm64Frame frame) => address.Base switch
    {
        Arm64Base.Auto => frame.Size + address.Value - frame.Extra,
        Arm64Base.Parameter => frame.Size + address.Value + 8,
        _ => address.Value,
    };

    /// <summary>log2 of the bytes that a load or store moves.</summary>
    public static int SizeOf(Arm64Operation operation) => operation switch
    {
        Arm64Operation.FMOVQ => 4,
        Arm64Operation.MOVD or Arm64Operation.FMOVD => 3,
        Arm64Operation.MOVW or Arm64Operation.MOVWU or Arm64Operation.FMOVS => 2,
        Arm64Operation.MOVH => 1,
        _ => 0,
    };

    /// <summary>True where neither the instruction nor an addition before it holds the offset.</summary>
    public static bool NeedsPool(Arm64Forms forms, Arm64Operation operation, bool isPair, Arm64Class found, long offset)
    {
        if (isPair)
        {
            return offset is < -4095 or > 0xFFFFFF;
        }

        var size = SizeOf(operation);
        return !(offset is >= -4095 and <= 4095)
            && !(offset >= 0 && offset <= 0xFFF000 + (0xFFFL << size) && (offset & ((1L << size) - 1)) == 0)
            && !forms.Takes(Arm64Class.Nsoreg, found);
    }

    /// <summary>Whether an addition and a scaled offset make it; the encoder keeps 32 bits of it here.</summary>
    public static bool Splits(int offset, int size) =>
        offset >= 0 && offset <= 0xFFF000 + (0xFFF << size) && (offset & ((1 << size) - 1)) == 0;

    /// <summary>The same before Go 1.24: only where the upper part is a multiple of 4096.</summary>
    public static bool SplitsOld(int offset, int size) =>
        offset >= 0 && (offset & ((1 << size) - 1)) == 0 && ((offset - (offset & (0xFFF << size))) & ~0xFFF000) == 0;
}
