using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Instructions that the assembler's parser takes and that then end it with a panic instead of an error.</summary>
internal static class AssemblerCrashes
{
    /// <summary>Null where the assembler survives.</summary>
    public static OperandProblem? Find(AsmArchitecture architecture, InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands) => architecture.Family switch
    {
        ArchitectureFamily.X86 when word == "CALL" && operands.Length == 1 && operands[0].Form is OperandForm.Label or OperandForm.PcRelative =>
            Crash(0, "CALL takes a symbol or a register, not a place in the function"),
        ArchitectureFamily.Riscv64 when word == "JMP" && operands.Length == 1 && operands[0].Form == OperandForm.Register =>
            Crash(0, "JMP to a register is written with parentheses"),
        _ => null,
    };

    private static OperandProblem Crash(int operand, string message) => new(operand, message + "; the assembler crashes here", DiagnosticIds.AssemblerCrash);
}
