using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Suffixes of AVX-512 that the form at hand has no bits for: cmd/internal/obj/x86.asmevex.</summary>
internal static class X86SuffixCheck
{
    // Known of this release on; older ones assemble it.
    private const int NeedsMaskSince = 24;

    public static void Check(
        in StatementRecord statement,
        X86Mnemonic mnemonic,
        in X86Form form,
        ReadOnlySpan<OperandRecord> operands,
        ReadOnlySpan<X86OperandClass> classes,
        X86Suffixes suffixes,
        int minor,
        EncoderErrors errors)
    {
        foreach (var @class in classes)
        {
            if (@class == X86Forms.Any)
            {
                return;
            }
        }

        if ((suffixes & X86Suffixes.Zeroing) != 0)
        {
            if ((form.Suffixes & X86Suffixes.Zeroing) == 0)
            {
                Report(statement, mnemonic, ".Z", errors);
            }
            else if (form.Mask < 0 && minor >= NeedsMaskSince)
            {
                errors.Report(statement, mnemonic.Name + ".Z needs a mask register, K1 to K7", DiagnosticIds.InstructionSuffix);
            }
        }

        var isMemory = operands[form.Memory].Form is OperandForm.Memory or OperandForm.Symbol;
        if ((suffixes & X86Suffixes.Rounding) != 0)
        {
            CheckRegisters(statement, mnemonic, form, operands, X86Suffixes.Rounding, "rounding", isMemory, errors);
        }
        else if ((suffixes & X86Suffixes.Broadcast) != 0)
        {
            if (!isMemory)
            {
                errors.Report(operands[form.Memory], mnemonic.Name + ".BCST needs memory here", DiagnosticIds.InstructionSuffix);
            }
            else if ((form.Suffixes & X86Suffixes.Broadcast) == 0)
            {
                Report(statement, mnemonic, ".BCST", errors);
            }
        }
        else if ((suffixes & X86Suffixes.Sae) != 0)
        {
            CheckRegisters(statement, mnemonic, form, operands, X86Suffixes.Sae, ".SAE", isMemory, errors);
        }
    }

    private static void CheckRegisters(
        in StatementRecord statement,
        X86Mnemonic mnemonic,
        in X86Form form,
        ReadOnlySpan<OperandRecord> operands,
        X86Suffixes suffix,
        string name,
        bool isMemory,
        EncoderErrors errors)
    {
        if (isMemory)
        {
            errors.Report(operands[form.Memory], mnemonic.Name + " takes " + name + " with registers only, not with memory", DiagnosticIds.InstructionSuffix);
        }
        else if ((form.Suffixes & suffix) == 0)
        {
            Report(statement, mnemonic, name, errors);
        }
    }

    private static void Report(in StatementRecord statement, X86Mnemonic mnemonic, string suffix, EncoderErrors errors) =>
        errors.Report(statement, mnemonic.Name + " takes no " + suffix + " with these operands", DiagnosticIds.InstructionSuffix);
}
