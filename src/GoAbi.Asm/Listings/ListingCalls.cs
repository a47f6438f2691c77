using System;

namespace GoAbi.Asm;

/// <summary>Which instructions of a listing call, and what.</summary>
internal static class ListingCalls
{
    public static AsmListingCall? Of(AsmListingFunction function, AsmListingInstruction instruction)
    {
        var kind = instruction.Kind;
        if (kind is not (AsmInstructionKind.Call or AsmInstructionKind.Jump or AsmInstructionKind.Return))
        {
            return null;
        }

        if (BlockOperation(instruction.Mnemonic) is { } block)
        {
            var binding = FindRelocation(function, instruction, block);
            return new AsmListingCall(instruction, kind, block, block, AbiOf(function, block, binding), binding);
        }

        var operands = instruction.OperandTexts;
        if (operands.IsEmpty)
        {
            return null;
        }

        foreach (var operand in operands)
        {
            if (ListingSymbolOperand.TryRead(operand, out var symbol) && symbol.Prefix == AsmOperandPrefix.None
                && string.CompareOrdinal(operand, symbol.BaseStart, "SB", 0, symbol.BaseEnd - symbol.BaseStart) == 0)
            {
                var name = operand.Substring(symbol.NameStart, symbol.NameEnd - symbol.NameStart);
                var relocation = FindRelocation(function, instruction, name);
                return new AsmListingCall(instruction, kind, name, function.Context.Resolve(name), AbiOf(function, name, relocation), relocation);
            }
        }

        // A jump through a register or to a number is a branch within the function, a switch or a return.
        return kind == AsmInstructionKind.Call && !ListingLines.TryReadDecimal(operands[operands.Length - 1], out _)
            ? new AsmListingCall(instruction, kind, null, null, function.Abi == AbiSelectors.Internal ? AbiSelectors.Internal : null, null)
            : null;
    }

    public static AsmInstructionKind KindOf(AsmArchitecture architecture, AsmListingInstruction instruction)
    {
        var mnemonic = instruction.Mnemonic;
        if (BlockOperation(mnemonic) is not null)
        {
            return AsmInstructionKind.Call;
        }

        var dot = mnemonic.IndexOf('.');
        var kind = architecture.GetKind(dot < 0 ? mnemonic : mnemonic.Substring(0, dot));

        // Listings show what the assembler makes of CALL, JMP and RET: with the zero register as link it is a jump.
        return mnemonic is "JAL" or "JALR" or "JIRL" && architecture.Name is "riscv64" or "loong64"
            ? instruction.OperandTexts is [("X0" or "ZERO" or "R0"), ..] ? AsmInstructionKind.Jump : AsmInstructionKind.Call
            : kind;
    }

    // These call into the middle of a function of the runtime, which they don't name.
    private static string? BlockOperation(string mnemonic) => mnemonic switch
    {
        "DUFFZERO" => "runtime.duffzero",
        "DUFFCOPY" => "runtime.duffcopy",
        _ => null,
    };

    // The relocation lies inside of the instruction; relocations are sorted by place.
    private static AsmListingRelocation? FindRelocation(AsmListingFunction function, AsmListingInstruction instruction, string name)
    {
        const int LongestInstruction = 32;
        const int MostRelocations = 64;
        var all = function.Relocations;
        var low = 0;
        var high = all.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].Offset < instruction.Offset ? (middle + 1, high) : (low, middle);
        }

        var last = Math.Min(all.Length, low + MostRelocations);
        for (; low < last && all[low].Offset < instruction.Offset + LongestInstruction; low++)
        {
            if (all[low].Width > 0 && all[low].Symbol == name)
            {
                return all[low];
            }
        }

        return null;
    }

    private static string? AbiOf(AsmListingFunction function, string name, AsmListingRelocation? relocation)
    {
        if (relocation is { AbiVersion: { } version })
        {
            return version switch
            {
                0 => AbiSelectors.Abi0,
                1 => AbiSelectors.Internal,
                _ => null,
            };
        }

        return function.IsAbiWrapper && string.Equals(name, function.Name, StringComparison.Ordinal)
            ? function.Abi == AbiSelectors.Internal ? AbiSelectors.Abi0 : AbiSelectors.Internal
            : null;
    }
}
