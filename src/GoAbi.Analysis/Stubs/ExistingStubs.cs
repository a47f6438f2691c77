using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>Recognises an address stub that someone wrote before: load a symbol's address, store it as the result, return.</summary>
internal static class ExistingStubs
{
    /// <summary>The symbol whose address a function returns, as written; null where it is no address stub.</summary>
    public static AsmSymbolReference? AddressReturnedBy(AsmFunction function)
    {
        AsmSymbolReference? loaded = null;
        AsmRegister? register = null;
        var isStored = false;
        foreach (var statement in function.Body)
        {
            if (statement is not Instruction instruction)
            {
                continue;
            }

            if (instruction.Kind == AsmInstructionKind.Return)
            {
                return isStored ? loaded : null;
            }

            if (instruction.Operands.Length != 2)
            {
                return null;
            }

            var isAddressLoad = instruction.Mnemonic is "LEAQ" or "LEAL";
            switch (instruction.Operands[0], instruction.Operands[1])
            {
                case (SymbolOperand { Base: AsmPseudoRegister.SB, Offset: 0, Index: null } symbol, RegisterOperand destination)
                    when loaded is null && (symbol.Prefix == AsmOperandPrefix.Address || isAddressLoad):
                    loaded = symbol.Symbol;
                    register = destination.Register;
                    break;
                case (RegisterOperand source, SymbolOperand { Base: AsmPseudoRegister.FP, Offset: 0 })
                    when register is { } held && held.IsSameAs(source.Register):
                    isStored = true;
                    break;
                case (SymbolOperand { Base: AsmPseudoRegister.SB, Offset: 0, Prefix: AsmOperandPrefix.Address } symbol, SymbolOperand { Base: AsmPseudoRegister.FP, Offset: 0 })
                    when loaded is null:
                    loaded = symbol.Symbol;
                    isStored = true;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
