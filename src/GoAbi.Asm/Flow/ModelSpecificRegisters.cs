using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>WRMSR writes the register that CX names; where that is a constant just before, it is known whether it is a segment's base.</summary>
internal static class ModelSpecificRegisters
{
    private const int Reach = 8;
    private const long FsBase = 0xC0000100;
    private const long KernelGsBase = 0xC0000102;

    public static AsmEffects Refine(AsmEffects effects, Instruction instruction, ImmutableArray<AsmStatement> body, int index)
    {
        if (instruction.Mnemonic != "WRMSR" || !instruction.Labels.IsEmpty)
        {
            return effects;
        }

        // Straight lines only: a label or anything that goes elsewhere may bring another CX.
        for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            if (body[i] is not Instruction { Kind: AsmInstructionKind.Other } before)
            {
                return effects;
            }

            var writesCounter = before.Operands.Length > 0 && before.Operands[before.Operands.Length - 1] is RegisterOperand { Register.Name: "CX" or "CL" or "CH" };
            if (writesCounter)
            {
                var isConstant = before.Mnemonic is "MOVL" or "MOVQ" && before.Operands.Length == 2 && before.Operands[0] is ImmediateOperand { HasUnresolvedName: false };
                var number = isConstant ? ((ImmediateOperand)before.Operands[0]).Value & 0xFFFFFFFF : FsBase;
                return number is >= FsBase and <= KernelGsBase ? effects : effects with { Flags = effects.Flags & ~AsmEffectFlags.WritesSegmentBase };
            }

            if (before.Operands.Length < 2 || !before.Labels.IsEmpty)
            {
                // Instructions without a named destination may write CX.
                return effects;
            }
        }

        return effects;
    }
}
