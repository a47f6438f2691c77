namespace GoAbi.Asm;

/// <summary>A symbol with a pseudo-register: name+8(SB), $·f(SB), x-8(SP), arg+0(FP).</summary>
public sealed class SymbolOperand : AsmOperand
{
    internal SymbolOperand(AsmOrigin origin, AsmSymbolReference symbol)
        : base(origin)
    {
        Symbol = symbol;
    }

    /// <summary>'$' takes the address.</summary>
    public AsmOperandPrefix Prefix { get; internal init; }

    /// <summary>The name.</summary>
    public AsmSymbolReference Symbol { get; }

    /// <summary>What is added to its address.</summary>
    public long Offset { get; internal init; }

    /// <summary>What its address is counted from.</summary>
    public AsmPseudoRegister Base { get; internal init; }

    /// <summary>A register that is added; null for none.</summary>
    public AsmRegister? Index { get; internal init; }

    /// <summary>What <see cref="Index"/> is multiplied with: 1, 2, 4 or 8; 0 for no index.</summary>
    public int Scale { get; internal init; }

    /// <summary>True for the one form that asm -gensymabis takes for a reference: [$|*]name[&lt;ABI&gt;][+integer](SB), not static.</summary>
    public bool IsPlainReference { get; internal init; }
}

/// <summary>A label of the function as a jump's target.</summary>
public sealed class LabelOperand : AsmOperand
{
    internal LabelOperand(AsmOrigin origin, string name, long offset)
        : base(origin)
    {
        Name = name;
        Offset = offset;
    }

    /// <summary>The label's name, '.' for '·'.</summary>
    public string Name { get; }

    /// <summary>What is added; 0 nearly always.</summary>
    public long Offset { get; }
}

/// <summary>N(PC): so many instructions on from this one, or back.</summary>
public sealed class PcRelativeOperand : AsmOperand
{
    internal PcRelativeOperand(AsmOrigin origin, long count)
        : base(origin)
    {
        Count = count;
    }

    /// <summary>How many instructions, counted as <see cref="AsmFunction.Body"/> does; below 0 for back.</summary>
    public long Count { get; }
}
