namespace GoAbi.Asm;

/// <summary>What the tables say of a mnemonic.</summary>
/// <param name="Kind">What it does to the flow of control.</param>
/// <param name="IsJump">True where the parser reads its operands as a jump's: a bare name is a label.</param>
/// <param name="FallsThrough">True where the next instruction can follow.</param>
/// <param name="Rule">What the parser asks of its operands besides their number.</param>
/// <param name="HasUnaryDestination">True where an only operand is what it writes.</param>
internal readonly record struct InstructionFacts(AsmInstructionKind Kind, bool IsJump, bool FallsThrough, OperandRule Rule, bool HasUnaryDestination);

/// <summary>What the parser asks of an instruction's operands; what each means on which architecture is in <see cref="OperandRules"/>.</summary>
internal enum OperandRule : byte
{
    None,

    /// <summary>ADR and ADRP: the label comes first.</summary>
    Address,

    /// <summary>Compares: the second operand of two (ppc64: the third of three) is a register.</summary>
    Compare,

    /// <summary>STREX and SWP of arm: the first operand is a register.</summary>
    StoreExclusive,

    /// <summary>BFX and the like: three operands without a register in the middle, or four.</summary>
    BitField,

    /// <summary>MRC and MCR: six operands, numbers and registers.</summary>
    Coprocessor,

    /// <summary>MULA and the like: four registers.</summary>
    MultiplyAdd,

    /// <summary>One input and two outputs: the third operand is a register.</summary>
    TwoOutputs,

    /// <summary>VTBL and the like: the middle of three operands may be anything.</summary>
    Table,

    /// <summary>CASPD and CASPW: register pairs.</summary>
    PairExchange,

    /// <summary>RDTIME of loong64: the second operand is a register.</summary>
    ReadTime,

    /// <summary>RLDC, FMADD and the like in old versions: the second of four operands is a register.</summary>
    RotateMask,

    /// <summary>CSRRW and the like: one operand is the name of a control and status register.</summary>
    StatusRegister,

    /// <summary>VSETVLI and VSETIVLI: a vector type in four words.</summary>
    VectorType,
}
