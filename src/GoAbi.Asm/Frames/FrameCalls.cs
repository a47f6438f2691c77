namespace GoAbi.Asm;

/// <summary>What makes the assembler take a function for one that calls: the mnemonics that its passes look for, which are not all that call, and on arm more than that.</summary>
internal static class FrameCalls
{
    public static bool Contains(AsmFunction function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is Instruction instruction && Is(instruction, function.Architecture.Family))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(Instruction instruction, ArchitectureFamily family) => instruction.Mnemonic switch
    {
        "CALL" => true,
        "DUFFCOPY" or "DUFFZERO" => family != ArchitectureFamily.S390x,
        "BL" => family is ArchitectureFamily.Arm or ArchitectureFamily.Arm64 or ArchitectureFamily.Ppc64 or ArchitectureFamily.S390x,

        // Division is a call of the runtime.
        "BX" or "DIV" or "DIVU" or "MOD" or "MODU" => family == ArchitectureFamily.Arm,
        "BCL" => family is ArchitectureFamily.Ppc64 or ArchitectureFamily.S390x,
        "JAL" when family == ArchitectureFamily.Riscv64 => NamesLink(instruction),
        "JAL" => family is ArchitectureFamily.Mips or ArchitectureFamily.Loong64,
        "JALR" => family == ArchitectureFamily.Riscv64 && NamesLink(instruction),
        "BGEZAL" or "BLTZAL" => family == ArchitectureFamily.Mips,
        _ => false,
    };

    private static bool NamesLink(Instruction instruction) =>
        instruction.Operands.Length > 0 && instruction.Operands[0] is RegisterOperand { Register.IsLinkRegister: true };
}
