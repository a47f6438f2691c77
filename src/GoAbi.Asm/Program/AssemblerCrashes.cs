using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Instructions that the assembler's parser takes and that then end it with a panic instead of an error.</summary>
internal static class AssemblerCrashes
{
    /// <summary>False where <see cref="Find"/> need not be asked.</summary>
    public static bool MayCrash(AsmArchitecture architecture, int operandCount) => operandCount == 1 || architecture.Family == ArchitectureFamily.Wasm;

    /// <summary>Null where the assembler survives.</summary>
    public static OperandProblem? Find(AsmArchitecture architecture, string word, ReadOnlySpan<OperandRecord> operands)
    {
        switch (architecture.Family)
        {
            case ArchitectureFamily.X86 when operands.Length == 1 && word == "CALL" && operands[0].Form is OperandForm.Label or OperandForm.PcRelative:
                return Crash(0, "CALL takes a symbol or a register, not a place in the function");
            case ArchitectureFamily.X86 when operands.Length == 1 && word is "DUFFZERO" or "DUFFCOPY" && operands[0].Form == OperandForm.Immediate:
                return Crash(0, word + " takes a symbol");
            case ArchitectureFamily.Riscv64 when operands.Length == 1 && word == "JMP" && operands[0].Form == OperandForm.Register:
                return Crash(0, "JMP to a register is written with parentheses");
            case ArchitectureFamily.Wasm when word is "WORD" or "BrTable":
                return Crash(-1, "wasm can't encode " + word);
            default:
                return null;
        }
    }

    /// <summary>Finds jumps by N(PC) that leave their function, by the number of instructions from TEXT on.</summary>
    public static void CheckDistances(ProgramRecords records, ExpandedStream stream, OperandErrors errors)
    {
        var statements = records.Statements;
        for (var i = 0; i < statements.Length;)
        {
            if (statements[i].Form != StatementForm.Text)
            {
                i++;
                continue;
            }

            var (first, count) = (i, 0);
            var (isWhole, hasDistances) = (true, false);
            do
            {
                isWhole &= !statements[i].IsBroken;
                count += IsCounted(statements[i]) ? 1 : 0;
                hasDistances |= statements[i].Target >= 0 && TargetOf(records, statements[i]).Form == OperandForm.PcRelative;
                i++;
            }
            while (i < statements.Length && statements[i].Form != StatementForm.Text);

            if (isWhole && hasDistances)
            {
                CheckDistances(records, stream, first, i, count, errors);
            }
        }
    }

    private static void CheckDistances(ProgramRecords records, ExpandedStream stream, int first, int end, int count, OperandErrors errors)
    {
        var index = 0;
        for (var i = first; i < end; i++)
        {
            if (!IsCounted(records.Statements[i]))
            {
                continue;
            }

            var target = TargetOf(records, records.Statements[i]);
            if (target.Form == OperandForm.PcRelative && !target.HasUnresolvedName && (target.Value < -index || target.Value >= count - index))
            {
                errors.ReportAlways(
                    new AsmOrigin(stream, target.FirstToken, target.TokenCount), "this is outside of the function; the assembler crashes here", DiagnosticIds.AssemblerCrash);
            }

            index++;
        }
    }

    // DATA and GLOBL are no instructions.
    private static bool IsCounted(in StatementRecord statement) => statement.Form is not (StatementForm.Data or StatementForm.Globl);

    private static OperandRecord TargetOf(ProgramRecords records, in StatementRecord statement) =>
        statement.Target >= 0 && statement.Target < statement.OperandCount ? records.Operands[statement.FirstOperand + statement.Target] : default;

    private static OperandProblem Crash(int operand, string message) => new(operand, message + "; the assembler crashes here", DiagnosticIds.AssemblerCrash);
}
