namespace GoAbi.Asm;

/// <summary>
/// Instructions written as words on machines without a decoder: what they do is unknown, but their registers stand in fields of five bits, and one that names the stack pointer in none of
/// them leaves it alone.
/// </summary>
internal static class UndecodedWord
{
    public static AsmEffects EffectsOf(AsmStatement statement, AsmArchitecture architecture)
    {
        if (statement is not Instruction { Mnemonic: "WORD", Operands: [ImmediateOperand { HasUnresolvedName: false, Value: var word }] })
        {
            return AsmEffects.Anything;
        }

        // riscv64: other lowest bits are two compressed instructions, or the begin of a longer one.
        var keeps = architecture.Family switch
        {
            ArchitectureFamily.Loong64 => !HasField(word, 3, 0, 5, 10),
            ArchitectureFamily.Mips => !HasField(word, 29, 11, 16, 21),
            ArchitectureFamily.Ppc64 => !HasField(word, 1, 11, 16, 21),
            ArchitectureFamily.Riscv64 => (word & 3) == 3 && !HasField(word, 2, 7, 15, 20),
            _ => false,
        };
        return keeps ? AsmEffects.Anything with { StackChange = 0 } : AsmEffects.Anything;
    }

    private static bool HasField(long word, int register, int first, int second, int third) =>
        ((word >> first) & 31) == register || ((word >> second) & 31) == register || ((word >> third) & 31) == register;
}
