using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>What a register holds, as far as a call through it cares.</summary>
internal enum RegisterContent
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The address of a symbol, $sym(SB).</summary>
    SymbolAddress,

    /// <summary>An argument, x+0(FP): perhaps a Go func value.</summary>
    Argument,

    /// <summary>The word that an argument points to: a Go func value's code pointer.</summary>
    ArgumentWord,
}

/// <summary>
/// Follows addresses through the registers of one assembly function, in straight lines only: a label, a call or a write
/// that is not understood makes a register unknown. So what it says is certain, and it says little.
/// </summary>
internal sealed class RegisterContents
{
    private readonly Dictionary<int, (RegisterContent Content, AsmSymbolReference Symbol)> known = [];

    public (RegisterContent Content, AsmSymbolReference Symbol) Of(AsmRegister register) =>
        known.TryGetValue(register.Number, out var found) ? found : default;

    /// <summary>Takes in a statement, after its own operands were looked at.</summary>
    public void After(AsmStatement statement)
    {
        if (statement is not Instruction instruction)
        {
            return;
        }

        if (instruction.Kind is not (AsmInstructionKind.Other or AsmInstructionKind.ConditionalJump))
        {
            known.Clear();
            return;
        }

        var operands = instruction.Operands;
        if (operands.Length == 2 && operands[1] is RegisterOperand { Register: var destination } && IsMove(instruction.Mnemonic))
        {
            if (Load(instruction.Mnemonic, operands[0]) is var loaded && loaded.Content != RegisterContent.Unknown)
            {
                known[destination.Number] = loaded;
                return;
            }
        }

        foreach (var operand in operands)
        {
            Forget(operand);
        }
    }

    /// <summary>Control can come from elsewhere: nothing is known any more.</summary>
    public void AtLabel() => known.Clear();

    private (RegisterContent Content, AsmSymbolReference Symbol) Load(string mnemonic, AsmOperand source) => source switch
    {
        SymbolOperand { Base: AsmPseudoRegister.SB, Index: null, Offset: 0 } symbol
            when symbol.Prefix == AsmOperandPrefix.Address || IsAddressLoad(mnemonic) => (RegisterContent.SymbolAddress, symbol.Symbol),
        SymbolOperand { Base: AsmPseudoRegister.FP, Prefix: AsmOperandPrefix.None, Index: null } argument
            when !IsAddressLoad(mnemonic) => (RegisterContent.Argument, argument.Symbol),
        MemoryOperand { Prefix: AsmOperandPrefix.None, Base: { } @base, Index: null, Offset: 0 }
            when !IsAddressLoad(mnemonic) && Of(@base) is { Content: RegisterContent.Argument } pointer => (RegisterContent.ArgumentWord, pointer.Symbol),
        RegisterOperand { Register: var register } => Of(register),
        _ => default,
    };

    private void Forget(AsmOperand operand)
    {
        switch (operand)
        {
            case RegisterOperand { Register: var register }:
                known.Remove(register.Number);
                break;
            case RegisterPairOperand pair:
                known.Remove(pair.First.Number);
                known.Remove(pair.Second.Number);
                break;
            case MemoryOperand { Base: { } @base }:
                // Post-index and pre-index forms write their base.
                known.Remove(@base.Number);
                break;
        }
    }

    // One word, register to register or memory to register: MOVQ, MOVL, MOVD, MOVW, MOVV, MOV and x86's LEA.
    private static bool IsMove(string mnemonic) => mnemonic is "MOVQ" or "MOVL" or "MOVD" or "MOVW" or "MOVV" or "MOV" || IsAddressLoad(mnemonic);

    private static bool IsAddressLoad(string mnemonic) => mnemonic is "LEAQ" or "LEAL";
}
