namespace GoAbi.Asm;

/// <summary>Any statement that is no directive of its own: instructions, PCALIGN, and bytes written as instructions.</summary>
public sealed class Instruction : AsmStatement
{
    private readonly AsmArchitecture architecture;

    internal Instruction(in StatementParts parts, AsmArchitecture architecture, AsmInstructionKind kind, bool fallsThrough, int targetIndex)
        : base(parts)
    {
        this.architecture = architecture;
        Kind = kind;
        FallsThrough = fallsThrough;
        Target = targetIndex >= 0 && targetIndex < parts.Operands.Length ? parts.Operands[targetIndex] : null;
    }

    /// <summary>What it does to the flow of control.</summary>
    public AsmInstructionKind Kind { get; }

    /// <summary>True where the next instruction can follow; calls are taken to return.</summary>
    public bool FallsThrough { get; }

    /// <summary>Where a call, jump or return with operand goes; null otherwise.</summary>
    public AsmOperand? Target { get; }

    /// <summary>All that it does; worked out anew each time.</summary>
    public AsmEffects Effects => EffectReader.Read(this, architecture);

    internal AsmArchitecture Architecture => architecture;

    /// <summary>True for a jump or return that goes to a symbol: the function's frame is gone by then.</summary>
    public bool IsTailCall =>
        Kind is AsmInstructionKind.Jump or AsmInstructionKind.Return
        && Target is SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None };
}
