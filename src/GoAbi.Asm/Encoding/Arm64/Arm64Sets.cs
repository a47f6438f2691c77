using System;

namespace GoAbi.Asm;

/// <summary>Instructions that the encoder treats alike; the names are those of eng/data/asm/arm64-forms.txt.</summary>
[Flags]
internal enum Arm64Sets
{
    None = 0,

    /// <summary>64-bit additions and comparisons: constants are divided by how many moves they need.</summary>
    ADD = 1,

    /// <summary>The same of 32 bits: constants count as 32 bits.</summary>
    ADDW = 1 << 1,

    /// <summary>Those of them that set flags: RSP can't be their result.</summary>
    ADDS = 1 << 2,

    /// <summary>64-bit logical operations.</summary>
    AND = 1 << 3,

    /// <summary>The same of 32 bits.</summary>
    ANDW = 1 << 4,

    /// <summary>Negations.</summary>
    NEG = 1 << 5,

    /// <summary>Loads and stores of one register whose far offsets may need the literal pool.</summary>
    MOV = 1 << 6,

    /// <summary>The same of a pair.</summary>
    LoadStorePair = 1 << 7,

    /// <summary>Exclusive stores.</summary>
    STLXR = 1 << 8,

    /// <summary>Exclusive stores of pairs.</summary>
    STXP = 1 << 9,

    /// <summary>No result: the second of two operands is a source.</summary>
    Compare = 1 << 10,

    /// <summary>The third operand is a second result.</summary>
    TwoResults = 1 << 11,

    /// <summary>The second operand may be something else than a register.</summary>
    ListSource = 1 << 12,

    /// <summary>The first and the third operand are pairs.</summary>
    TwoPairs = 1 << 13,

    /// <summary>The last operand is a target of a jump.</summary>
    Jump = 1 << 14,

    /// <summary>A single operand is a result.</summary>
    OneResult = 1 << 15,

    /// <summary>$0 as first operand is ZR.</summary>
    ZeroIsRegister = 1 << 16,

    /// <summary>Works on 32 bits; not of the data: the name ends in W.</summary>
    Is32 = 1 << 17,
}
