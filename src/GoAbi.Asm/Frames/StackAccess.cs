namespace GoAbi.Asm;

/// <summary>What a step reads or writes through one of its operands: where, and how many bytes.</summary>
internal readonly record struct StackAccess(AsmTrackedValue Address, int Width)
{
    public static StackAccess Of(Instruction instruction, int operand, int step, StackState state, StackPlaces places) =>
        new(AddressOf(instruction, operand, step, state, places), places.WordSize);

    /// <summary>The address, which a base register that is changed afterwards (.P on arm and arm64) holds by itself.</summary>
    public static AsmTrackedValue AddressOf(Instruction instruction, int operand, int step, StackState state, StackPlaces places)
    {
        var accessed = instruction.Operands[operand];
        var address = places.AddressOf(accessed, step, state);
        return accessed is MemoryOperand { Offset: var offset } && IsPostIndexed(instruction) ? address.Plus(-offset) : address;
    }

    private static bool IsPostIndexed(Instruction instruction)
    {
        foreach (var suffix in instruction.Suffixes)
        {
            if (suffix == "P")
            {
                return true;
            }
        }

        return false;
    }
}
