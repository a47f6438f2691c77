namespace GoAbi.Asm;

/// <summary>Memory by registers: 8(AX)(BX*4), (R0)(R1.UXTW&lt;&lt;2), or by a number alone. With '$': that address itself.</summary>
public sealed class MemoryOperand : AsmOperand
{
    internal MemoryOperand(AsmOrigin origin)
        : base(origin)
    {
    }

    /// <summary>'$' takes the address.</summary>
    public AsmOperandPrefix Prefix { get; internal init; }

    /// <summary>What is added.</summary>
    public long Offset { get; internal init; }

    /// <summary>The base register; null for none.</summary>
    public AsmRegister? Base { get; internal init; }

    /// <summary>The index register; null for none.</summary>
    public AsmRegister? Index { get; internal init; }

    /// <summary>What <see cref="Index"/> is multiplied with: 1, 2, 4 or 8; 0 where none is written.</summary>
    public int Scale { get; internal init; }

    /// <summary>How <see cref="Index"/> is extended (arm64: LSL, UXTW, SXTW, SXTX); null for not.</summary>
    public string? IndexExtension { get; internal init; }

    /// <summary>By how many bits <see cref="Index"/> is shifted left then.</summary>
    public int IndexShift { get; internal init; }

    /// <summary>True where <see cref="Offset"/> counts lengths of a scalable vector (arm64): (VL*2)(R0).</summary>
    public bool IsVectorLengthScaled { get; internal init; }

    /// <summary>True for a number without registers.</summary>
    public bool IsAbsolute => Base is null && Index is null;
}
