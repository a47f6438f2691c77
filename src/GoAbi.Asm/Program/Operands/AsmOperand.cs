using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>What stands before an operand.</summary>
public enum AsmOperandPrefix : byte
{
    /// <summary>Nothing: the thing itself, or what memory holds there.</summary>
    None,

    /// <summary>'$': the address or the value itself.</summary>
    Address,

    /// <summary>'*': what memory holds there, as a target.</summary>
    Indirect,
}

/// <summary>The base that a symbol's address is counted from.</summary>
public enum AsmPseudoRegister : byte
{
    /// <summary>None is written.</summary>
    None,

    /// <summary>Static base: functions and variables.</summary>
    SB,

    /// <summary>The function's arguments.</summary>
    FP,

    /// <summary>The top of the function's locals.</summary>
    SP,

    /// <summary>The program counter.</summary>
    PC,
}

/// <summary>One operand.</summary>
public abstract class AsmOperand
{
    private protected AsmOperand(AsmOrigin origin)
    {
        Origin = origin;
    }

    /// <summary>Where its tokens come from.</summary>
    public AsmOrigin Origin { get; }

    /// <summary>
    /// True where a constant of go_asm.h stands in it and that header was empty: such a name counts as 0, so offsets and
    /// values are not the real ones.
    /// </summary>
    public bool HasUnresolvedName { get; internal set; }

    /// <summary>The operand as the assembler sees it.</summary>
    public string Text => Origin.Text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>An operand that none of the known forms fits; its tokens are in <see cref="AsmOperand.Origin"/>.</summary>
public sealed class UnknownOperand : AsmOperand
{
    internal UnknownOperand(AsmOrigin origin)
        : base(origin)
    {
    }
}

/// <summary>$ and an integer; in TEXT and GLOBL, the flags.</summary>
public sealed class ImmediateOperand : AsmOperand
{
    internal ImmediateOperand(AsmOrigin origin, long value)
        : base(origin)
    {
        Value = value;
    }

    /// <summary>The value; arithmetic is modulo 2 to the 64th.</summary>
    public long Value { get; }
}

/// <summary>$ and a floating-point number.</summary>
public sealed class FloatOperand : AsmOperand
{
    internal FloatOperand(AsmOrigin origin, double value)
        : base(origin)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public double Value { get; }
}

/// <summary>$ and a string.</summary>
public sealed class StringOperand : AsmOperand
{
    internal StringOperand(AsmOrigin origin, ImmutableArray<byte> bytes)
        : base(origin)
    {
        Bytes = bytes;
    }

    /// <summary>The string's bytes, escapes replaced.</summary>
    public ImmutableArray<byte> Bytes { get; }
}

/// <summary>A name that only this architecture gives a meaning to: condition codes, prefetch hints, cache operations.</summary>
public sealed class SpecialOperand : AsmOperand
{
    internal SpecialOperand(AsmOrigin origin, string name)
        : base(origin)
    {
        Name = name;
    }

    /// <summary>The name.</summary>
    public string Name { get; }
}

/// <summary>The last operand of TEXT: $frame or $frame-arguments.</summary>
public sealed class FrameOperand : AsmOperand
{
    internal FrameOperand(AsmOrigin origin, int frameSize, int? argumentSize)
        : base(origin)
    {
        FrameSize = frameSize;
        ArgumentSize = argumentSize;
    }

    /// <summary>Bytes of locals.</summary>
    public int FrameSize { get; }

    /// <summary>Bytes of arguments and results; null where not written.</summary>
    public int? ArgumentSize { get; }
}
