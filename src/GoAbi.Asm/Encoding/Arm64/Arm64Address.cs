namespace GoAbi.Asm;

/// <summary>What an operand is to the assembler (cmd/internal/obj: TYPE_...).</summary>
internal enum Arm64Kind : byte
{
    None,
    Unknown,
    Register,
    Pair,
    Shift,
    List,
    Memory,
    Constant,
    Float,
    Address,
    Branch,
    Special,
    Other,
}

/// <summary>From what an address is counted.</summary>
internal enum Arm64Base : byte
{
    Register,
    Symbol,
    Auto,
    Parameter,
}

/// <summary>An operand as the encoder sees it.</summary>
internal struct Arm64Address
{
    public Arm64Kind Kind;
    public Arm64Base Base;
    public Arm64Class Class;
    public Arm64Arrangement Arrangement;
    public OperandModifier Modifier;

    /// <summary>How far a register is shifted, or the number of registers of a list.</summary>
    public byte Amount;

    /// <summary>Number of the operand in its statement.</summary>
    public sbyte Operand;

    public Arm64SpecialUse Special;

    /// <summary>Number of the register (<see cref="Arm64RegisterNumbers"/>); 0 for none.</summary>
    public ushort Register;

    /// <summary>The second of a pair, or the index of memory; 0 for none.</summary>
    public ushort Second;

    /// <summary>Constant, offset or element.</summary>
    public long Value;
}
