using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>Where and how much of the stack an instruction touches.</summary>
internal static class StackAccess
{
    /// <summary>What a step reads and writes of the stack through its operands.</summary>
    public static ImmutableArray<AsmStackAccess> All(Instruction instruction, AsmEffects effects, int step, StackState state, StackPlaces places)
    {
        ImmutableArray<AsmStackAccess>.Builder? found = null;
        var operands = instruction.Operands;
        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i] is not (MemoryOperand { Base: not null } or SymbolOperand { Base: AsmPseudoRegister.FP or AsmPseudoRegister.SP })
                || (effects.GetAccess(i) & AsmAccess.ReadWrite) is not (not AsmAccess.None and var access)
                || AddressOf(instruction, i, step, state, places) is not { IsAddress: true } address)
            {
                continue;
            }

            found ??= ImmutableArray.CreateBuilder<AsmStackAccess>();
            found.Add(new AsmStackAccess(i, address, AsmAccessWidth.Of(instruction, i), access));
        }

        return found?.ToImmutable() ?? ImmutableArray<AsmStackAccess>.Empty;
    }

    /// <summary>The address, which a base register that is changed afterwards (.P on arm and arm64) holds by itself, and below which arm's lists may lie.</summary>
    public static AsmTrackedValue AddressOf(Instruction instruction, int operand, int step, StackState state, StackPlaces places)
    {
        var accessed = instruction.Operands[operand];
        var address = places.AddressOf(accessed, step, state);
        if (accessed is not MemoryOperand { Offset: var offset } || instruction.Suffixes.IsEmpty)
        {
            return address;
        }

        if (instruction.Mnemonic == "MOVM")
        {
            return AsmAccessWidth.Of(instruction, operand) is { } width ? address.Plus(ListStart(instruction, width, places.WordSize)) : default;
        }

        foreach (var suffix in instruction.Suffixes)
        {
            if (suffix == "P")
            {
                return address.Plus(-offset);
            }
        }

        return address;
    }

    // arm: increment after, increment before, decrement after, decrement before.
    private static long ListStart(Instruction instruction, int width, int word)
    {
        foreach (var suffix in instruction.Suffixes)
        {
            switch (suffix)
            {
                case "IB" or "IBW":
                    return word;
                case "DA" or "DAW":
                    return word - width;
                case "DB" or "DBW":
                    return -width;
            }
        }

        return 0;
    }
}
