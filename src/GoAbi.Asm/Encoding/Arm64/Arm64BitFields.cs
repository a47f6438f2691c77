namespace GoAbi.Asm;

/// <summary>BFM and its aliases: two bit numbers, or a position and a width.</summary>
internal static class Arm64BitFields
{
    public static Arm64Fault Check(in Arm64PlacedInstruction p, int encoderCase)
    {
        var high = p.Is32 ? 31 : 63;
        var first = p.From.Value;
        var second = p.From3.Value;
        if (encoderCase == 42)
        {
            return !Arm64Checks.FitsBits(first, high) ? Arm64Checks.Range(p.From, 0, high)
                : !Arm64Checks.FitsBits(second, high) ? Arm64Checks.Range(p.From3, 0, high)
                : default;
        }

        var isInsert = p.Operation is Arm64Operation.BFI or Arm64Operation.SBFIZ or Arm64Operation.UBFIZ;
        var rotation = !isInsert || first == 0 ? first : unchecked(high + 1 - first);
        var last = isInsert ? unchecked(second - 1) : unchecked(first + second - 1);
        if (!Arm64Checks.FitsBits(rotation, high))
        {
            return Arm64Checks.Range(p.From, 0, high);
        }

        // What counts is the last bit: of an extracted field it depends on the position.
        return Arm64Checks.FitsBits(last, high) ? default : Arm64Checks.Range(p.From3, 1, isInsert ? high + 1 : high + 1 - first);
    }
}
