namespace GoAbi.Asm;

/// <summary>An instruction with its operands where the assembler puts them (cmd/internal/obj.Prog).</summary>
internal ref struct Arm64PlacedInstruction
{
    public Arm64Mnemonic Mnemonic;

    public Arm64Address From;
    public Arm64Address Reg;
    public Arm64Address From3;
    public Arm64Address To;
    public Arm64Address To2;

    /// <summary>0, 1 for .P, 2 for .W, 3 for both.</summary>
    public int Suffix;

    public int OperandCount;

    /// <summary>An operand's value is not known: what depends on values is not checked.</summary>
    public bool HasUnknown;

    public readonly bool Is(Arm64Sets sets) => Mnemonic.Is(sets);

    public readonly Arm64Operation Operation => Mnemonic.Operation;

    public readonly bool Is32 => Mnemonic.Is(Arm64Sets.Is32);

    public readonly bool WritesBack => Suffix != 0;
}
