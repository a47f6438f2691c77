using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>How a register is shifted or extended.</summary>
public enum AsmShiftKind : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>&lt;&lt;, logical left.</summary>
    Left,

    /// <summary>&gt;&gt;, logical right.</summary>
    Right,

    /// <summary>-&gt;, arithmetic right.</summary>
    ArithmeticRight,

    /// <summary>@&gt;, rotate right.</summary>
    RotateRight,
}

/// <summary>A register.</summary>
public sealed class RegisterOperand : AsmOperand
{
    internal RegisterOperand(AsmOrigin origin, AsmRegister register, AsmOperandPrefix prefix = AsmOperandPrefix.None)
        : base(origin)
    {
        Register = register;
        Prefix = prefix;
    }

    /// <summary>Which.</summary>
    public AsmRegister Register { get; }

    /// <summary>'*' may stand before a register.</summary>
    public AsmOperandPrefix Prefix { get; }
}

/// <summary>A vector or predicate register with an arrangement, or one element of it: V1.B16, V1.S[2], P0.Z.</summary>
public sealed class VectorRegisterOperand : AsmOperand
{
    internal VectorRegisterOperand(AsmOrigin origin, AsmRegister register, string arrangement, int? element)
        : base(origin)
    {
        Register = register;
        Arrangement = arrangement;
        Element = element;
    }

    /// <summary>Which.</summary>
    public AsmRegister Register { get; }

    /// <summary>What stands behind the dot; "" for a bare element.</summary>
    public string Arrangement { get; }

    /// <summary>Which element; null for the whole register.</summary>
    public int? Element { get; }
}

/// <summary>R1&lt;&lt;3, R1-&gt;R2: a register shifted by a number or, on arm, by another.</summary>
public sealed class ShiftedRegisterOperand : AsmOperand
{
    internal ShiftedRegisterOperand(AsmOrigin origin, AsmRegister register, AsmShiftKind shift, int amount, AsmRegister? amountRegister, AsmRegister? @base)
        : base(origin)
    {
        Register = register;
        Shift = shift;
        Amount = amount;
        AmountRegister = amountRegister;
        Base = @base;
    }

    /// <summary>What is shifted.</summary>
    public AsmRegister Register { get; }

    /// <summary>How.</summary>
    public AsmShiftKind Shift { get; }

    /// <summary>By how many bits, where that is a number.</summary>
    public int Amount { get; }

    /// <summary>The register that says by how many bits (arm); null for a number.</summary>
    public AsmRegister? AmountRegister { get; }

    /// <summary>The base of a memory operand R1&lt;&lt;2(R4) (arm); null for none.</summary>
    public AsmRegister? Base { get; }
}

/// <summary>R1.UXTW&lt;&lt;2: a register, part of it extended, then shifted left (arm64).</summary>
public sealed class ExtendedRegisterOperand : AsmOperand
{
    internal ExtendedRegisterOperand(AsmOrigin origin, AsmRegister register, string extension, int amount)
        : base(origin)
    {
        Register = register;
        Extension = extension;
        Amount = amount;
    }

    /// <summary>What is extended.</summary>
    public AsmRegister Register { get; }

    /// <summary>How: UXTB, UXTH, UXTW, UXTX, SXTB, SXTH, SXTW or SXTX.</summary>
    public string Extension { get; }

    /// <summary>By how many bits it is shifted left then.</summary>
    public int Amount { get; }
}

/// <summary>(R1, R2): two registers at once.</summary>
public sealed class RegisterPairOperand : AsmOperand
{
    internal RegisterPairOperand(AsmOrigin origin, AsmRegister first, AsmRegister second)
        : base(origin)
    {
        First = first;
        Second = second;
    }

    /// <summary>The one written first.</summary>
    public AsmRegister First { get; }

    /// <summary>The other.</summary>
    public AsmRegister Second { get; }
}

/// <summary>[R0-R3, R5], [V1.B16, V2.B16], [Z0-Z3].</summary>
public sealed class RegisterListOperand : AsmOperand
{
    internal RegisterListOperand(AsmOrigin origin, ImmutableArray<AsmRegister> registers, string? arrangement)
        : base(origin)
    {
        Registers = registers;
        Arrangement = arrangement;
    }

    /// <summary>The registers, ranges written out.</summary>
    public ImmutableArray<AsmRegister> Registers { get; }

    /// <summary>The arrangement that all have; null for none.</summary>
    public string? Arrangement { get; }
}

/// <summary>[R12, $1](P1.B): one element of a predicate, chosen by a register and a number (arm64).</summary>
public sealed class SelectedPredicateOperand : AsmOperand
{
    internal SelectedPredicateOperand(AsmOrigin origin, AsmRegister register, string arrangement, AsmRegister selector, long offset)
        : base(origin)
    {
        Register = register;
        Arrangement = arrangement;
        Selector = selector;
        Offset = offset;
    }

    /// <summary>The predicate.</summary>
    public AsmRegister Register { get; }

    /// <summary>What stands behind its dot; "" for nothing.</summary>
    public string Arrangement { get; }

    /// <summary>The register that chooses.</summary>
    public AsmRegister Selector { get; }

    /// <summary>What is added to it.</summary>
    public long Offset { get; }
}
