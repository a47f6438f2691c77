using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>PCALIGN and PCALIGNMAX.</summary>
internal static class X86Alignment
{
    // Known of these releases; nothing is said of those in between.
    private const int LastWithout = 19;
    private const int FirstWith = 24;

    public static void Check(in StatementRecord statement, X86Mnemonic mnemonic, ReadOnlySpan<OperandRecord> operands, int minor, EncoderErrors errors)
    {
        if (minor <= LastWithout)
        {
            errors.Report(statement, "Go 1." + minor + " has no " + mnemonic.Name + " on this architecture");
            return;
        }

        if (minor < FirstWith)
        {
            return;
        }

        // PCALIGN's operand is the parser's business.
        if (mnemonic.Peculiarity == X86Peculiarity.AlignMax && (operands.Length == 0 || operands[0].Form is OperandForm.Register or OperandForm.RegisterList))
        {
            errors.Report(statement, "PCALIGNMAX takes two constants, the alignment and the most padding");
            return;
        }

        if (operands.Length == 0 || !IsKnown(operands[0]))
        {
            return;
        }

        var alignment = operands[0].Value;
        if (alignment is < 8 or > 2048 || (alignment & (alignment - 1)) != 0)
        {
            errors.Report(operands[0], mnemonic.Name + " takes a power of two from 8 to 2048", DiagnosticIds.OperandRange);
        }
        else if (mnemonic.Peculiarity == X86Peculiarity.AlignMax && operands.Length == 2 && IsKnown(operands[1]) && (operands[1].Value < 0 || operands[1].Value >= alignment))
        {
            errors.Report(operands[1], "PCALIGNMAX takes at most " + (alignment - 1) + " bytes of padding for an alignment of " + alignment, DiagnosticIds.OperandRange);
        }
    }

    private static bool IsKnown(in OperandRecord operand) => operand.Form == OperandForm.Immediate && !operand.HasUnresolvedName;
}
