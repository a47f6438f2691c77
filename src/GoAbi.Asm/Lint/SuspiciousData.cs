using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Operands of DATA, GLOBL and TEXT that the assembler takes and makes something else of.</summary>
internal static class SuspiciousData
{
    // textflag.h, and two bits that cmd/internal/obj has besides: LOCAL and PKGINIT.
    private const long KnownFlags = 0x3FFF;

    /// <summary>DATA's value: an address without (SB), or an integer that does not fit.</summary>
    public static void CheckValue(ProgramLint lint, in StatementRecord statement)
    {
        if (statement.IsBroken || statement.OperandCount < 2)
        {
            return;
        }

        ref readonly var value = ref lint.Records.Operands[statement.FirstOperand + 1];
        switch (value.Form)
        {
            case OperandForm.Immediate when !value.HasUnresolvedName && !Fits(value.Value, statement.Width):
                lint.Report(
                    DiagnosticIds.SuspiciousData,
                    FormattableString.Invariant($"{value.Value} does not fit into the {Bytes(statement.Width)} of this DATA: its upper bits are lost"),
                    value.FirstToken,
                    value.TokenCount);
                break;
            case OperandForm.Symbol when value.Pseudo != AsmPseudoRegister.SB || value.Index != 0:
            case OperandForm.Memory when (value.Register | value.Index) != 0:
                lint.Report(
                    DiagnosticIds.SuspiciousData,
                    "only $name(SB) is an address that DATA can hold: the rest of this operand is ignored",
                    value.FirstToken,
                    value.TokenCount);
                break;
        }
    }

    /// <summary>GLOBL's size: below 0.</summary>
    public static void CheckSize(ProgramLint lint, in StatementRecord statement)
    {
        if (statement.IsBroken || statement.OperandCount == 0)
        {
            return;
        }

        ref readonly var size = ref lint.Records.Operands[statement.FirstOperand + statement.OperandCount - 1];
        if (size is { Form: OperandForm.Immediate, Value: < 0, HasUnresolvedName: false })
        {
            lint.Report(DiagnosticIds.SuspiciousData, "a size below 0: the linker takes it for one of about 4 GB", size.FirstToken, size.TokenCount);
        }
    }

    /// <summary>Flags of TEXT and GLOBL: bits that no version has.</summary>
    public static void CheckFlags(ProgramLint lint, in StatementRecord statement)
    {
        if (statement.IsBroken || statement.OperandCount < 3)
        {
            return;
        }

        ref readonly var flags = ref lint.Records.Operands[statement.FirstOperand + 1];
        if (flags is { Form: OperandForm.Immediate, HasUnresolvedName: false } && (flags.Value & ~KnownFlags) != 0)
        {
            lint.Report(
                DiagnosticIds.SuspiciousData,
                FormattableString.Invariant($"{flags.Value} has bits that are no flag of textflag.h: they are ignored"),
                flags.FirstToken,
                flags.TokenCount);
        }
    }

    // Signed or unsigned; other widths are refused.
    private static bool Fits(long value, int width) => width switch
    {
        1 => value is >= sbyte.MinValue and <= byte.MaxValue,
        2 => value is >= short.MinValue and <= ushort.MaxValue,
        4 => value is >= int.MinValue and <= uint.MaxValue,
        _ => true,
    };

    private static string Bytes(int width) => width == 1 ? "byte" : FormattableString.Invariant($"{width} bytes");
}
