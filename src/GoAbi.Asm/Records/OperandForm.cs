namespace GoAbi.Asm;

/// <summary>What an operand's record holds; each form has a class of its own in the public model.</summary>
internal enum OperandForm : byte
{
    /// <summary>No form fits; the parser has said so.</summary>
    Unknown,

    /// <summary>Register.</summary>
    Register,

    /// <summary>$integer: Value.</summary>
    Immediate,

    /// <summary>$float: Value holds the bits of the double.</summary>
    Float,

    /// <summary>$"...": Extra is an index of <see cref="ProgramRecords.Strings"/>.</summary>
    String,

    /// <summary>A word of the architecture that is no register: NameId.</summary>
    Special,

    /// <summary>TEXT's $frame-args: Value is the frame size, Extra the argument size (int.MinValue: not written).</summary>
    Frame,

    /// <summary>
    /// Memory by registers or by a number alone: Value(Register)(Index*Amount); with a Modifier of extension or shift, Amount is how far Index is shifted, else the
    /// scale (0: none written).
    /// </summary>
    Memory,

    /// <summary>
    /// NameId+Value(PSEUDO)(Index*Amount); where two groups of registers follow, (Register)(Index*Amount): Modifier is the <see cref="AsmPseudoRegister"/>, Extra the name of the ABI selector (0: none).
    /// </summary>
    Symbol,

    /// <summary>A label of the function as target: NameId+Value.</summary>
    Label,

    /// <summary>Value(PC).</summary>
    PcRelative,

    /// <summary>Register.ARRANGEMENT or Register.B[i]: NameId is the arrangement (0: none written), Value the element (-1: none).</summary>
    VectorRegister,

    /// <summary>Register shifted (Modifier) by Value or by the register Index (0: none); Extra is the register of arm's (Rn) behind it (0: none).</summary>
    ShiftedRegister,

    /// <summary>Register.UXTW&lt;&lt;Value: Modifier is the extension; HasAmount where the shift is written.</summary>
    ExtendedRegister,

    /// <summary>(Register, Index).</summary>
    RegisterPair,

    /// <summary>[Index, $Value](Register.NameId) of arm64.</summary>
    SelectedPredicate,

    /// <summary>[...]: Extra is an index of <see cref="ProgramRecords.RegisterLists"/>, NameId the arrangement (0: none).</summary>
    RegisterList,
}

/// <summary>How a register in an operand is shifted or extended.</summary>
internal enum OperandModifier : byte
{
    None,
    Left,
    Right,
    ArithmeticRight,
    RotateRight,

    /// <summary>(R0)(R1&lt;&lt;n): arm and arm64.</summary>
    Lsl,
    Uxtb,
    Uxth,
    Uxtw,
    Uxtx,
    Sxtb,
    Sxth,
    Sxtw,
    Sxtx,
}
