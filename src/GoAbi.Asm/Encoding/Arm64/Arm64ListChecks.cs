namespace GoAbi.Asm;

/// <summary>VLD1 to VLD4 and VST1 to VST4: lists and elements, and what is added to the address afterwards.</summary>
internal static class Arm64ListChecks
{
    public static Arm64Fault List(in Arm64PlacedInstruction p, in Arm64Address memory, in Arm64Address list)
    {
        if (memory.Value != 0)
        {
            var bytes = p.Operation is Arm64Operation.VLD1R or Arm64Operation.VLD2R or Arm64Operation.VLD3R or Arm64Operation.VLD4R
                ? list.Amount << Arm64VectorChecks.SizeOf(list.Arrangement)
                : list.Amount * (IsWhole(list.Arrangement) ? 16 : 8);
            if (memory.Value != bytes)
            {
                return new Arm64Fault(Arm64Problem.Increment, memory.Operand, bytes);
            }

            var count = Count(p.Operation);
            if (count != 0 && count != list.Amount)
            {
                return new Arm64Fault(Arm64Problem.ListLength, list.Operand, count);
            }
        }

        return p.WritesBack && memory.Second != 0 && memory.Modifier != OperandModifier.None
            ? new Arm64Fault(Arm64Problem.ExtendedIncrement, memory.Operand)
            : default;
    }

    public static Arm64Fault Element(in Arm64PlacedInstruction p, in Arm64Address memory, in Arm64Address element)
    {
        var fault = Arm64VectorChecks.Element(element, element.Arrangement);
        if (!fault.IsNone || !p.WritesBack || memory.Second != 0)
        {
            return fault;
        }

        var bytes = 1 << Arm64VectorChecks.SizeOf(element.Arrangement);
        return unchecked((int)memory.Value) == bytes ? default : new Arm64Fault(Arm64Problem.Increment, memory.Operand, bytes);
    }

    private static bool IsWhole(Arm64Arrangement arrangement) =>
        arrangement is Arm64Arrangement.B16 or Arm64Arrangement.H8 or Arm64Arrangement.S4 or Arm64Arrangement.D2;

    // Any number of registers does for VLD1; for the others the increment alone makes the encoder count.
    private static int Count(Arm64Operation operation) => operation switch
    {
        Arm64Operation.VLD1R => 1,
        Arm64Operation.VLD2 or Arm64Operation.VLD2R => 2,
        Arm64Operation.VLD3 or Arm64Operation.VLD3R => 3,
        Arm64Operation.VLD4 or Arm64Operation.VLD4R => 4,
        _ => 0,
    };
}
