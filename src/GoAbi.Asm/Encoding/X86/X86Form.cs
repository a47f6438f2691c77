namespace GoAbi.Asm;

/// <summary>How a form is encoded, as far as it decides what is refused.</summary>
internal enum X86Encoding : byte
{
    Legacy,

    /// <summary>Operands of 8 bits; 386 swaps registers that have none for ones that do.</summary>
    Byte,
    Vex,
    Evex,

    /// <summary>No code: operands' addresses are never encoded.</summary>
    Pseudo,

    /// <summary>Moves of segment, control and other system registers, which are tried last and take any suffix.</summary>
    SystemMove,

    /// <summary>SHLL and the like with three operands: operands between the second and the last are not looked at.</summary>
    DoubleShift,
}

/// <summary>The suffixes of AVX-512.</summary>
[System.Flags]
internal enum X86Suffixes : byte
{
    None = 0,
    Sae = 1,
    Rounding = 2,
    Zeroing = 4,
    Broadcast = 8,
}

/// <summary>One way to write an instruction's operands.</summary>
internal readonly struct X86Form(ulong operands, int count, X86Encoding encoding, int modes)
{
    /// <summary>The classes of the operands, the first in the low byte; 0 behind the last.</summary>
    public readonly ulong Operands = operands;

    public readonly byte Count = (byte)count;

    public readonly X86Encoding Encoding = encoding;

    private readonly byte modes = (byte)modes;

    /// <summary>The suffixes that an Evex form takes.</summary>
    public X86Suffixes Suffixes { get; init; }

    /// <summary>Which operand of an Evex form may be memory.</summary>
    public byte Memory { get; init; }

    /// <summary>Which operand of an Evex form is its mask; -1 for none.</summary>
    public sbyte Mask { get; init; }

    public bool IsVector => Encoding is X86Encoding.Vex or X86Encoding.Evex;

    public bool IsLegalIn(bool is64) => (modes & (is64 ? 2 : 1)) != 0;

    public X86OperandClass this[int operand] => (X86OperandClass)(byte)(Operands >> (8 * operand));
}
