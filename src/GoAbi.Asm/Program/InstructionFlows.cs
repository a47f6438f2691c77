using System;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>Where suffixes and operands have a say in what an instruction does to the flow of control.</summary>
internal static class InstructionFlows
{
    public static InstructionFlow Refine(AsmArchitecture architecture, InstructionFlow flow, in StatementParts parts) => architecture.Name switch
    {
        "arm" when HasCondition(parts.Suffixes) => Conditional(flow),
        "riscv64" when parts.Mnemonic is "JAL" or "JALR" => Linking(flow, parts, noLink: "ZERO", alsoNoLink: "X0"),
        "loong64" when parts.Mnemonic == "JIRL" => Linking(flow, parts, noLink: "R0", alsoNoLink: "R0"),
        _ => flow,
    };

    // B.EQ is BEQ; RET.EQ and BL.EQ may not happen.
    private static InstructionFlow Conditional(InstructionFlow flow) => flow with
    {
        Kind = flow.Kind == AsmInstructionKind.Jump ? AsmInstructionKind.ConditionalJump : flow.Kind,
        FallsThrough = true,
    };

    /// <summary>A suffix of arm under which the instruction may do nothing.</summary>
    public static bool IsCondition(string suffix) =>
        suffix is "EQ" or "NE" or "CS" or "HS" or "CC" or "LO" or "MI" or "PL" or "VS" or "VC" or "HI" or "LS" or "GE" or "LT" or "GT" or "LE";

    private static bool HasCondition(ImmutableArray<string> suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (IsCondition(suffix))
            {
                return true;
            }
        }

        return false;
    }

    // With the zero register as link it is a jump, with another (or none written) a call.
    private static InstructionFlow Linking(InstructionFlow flow, in StatementParts parts, string noLink, string alsoNoLink)
    {
        var isJump = parts.Operands.Length > 1 && parts.Operands[0] is RegisterOperand { Register.Name: var name }
            && (string.Equals(name, noLink, StringComparison.Ordinal) || string.Equals(name, alsoNoLink, StringComparison.Ordinal));
        return isJump
            ? flow with { Kind = AsmInstructionKind.Jump, FallsThrough = false }
            : flow with { Kind = AsmInstructionKind.Call, FallsThrough = true };
    }
}
