namespace GoAbi.Asm;

/// <summary>What is wrong with an instruction, without a word of text: that is made only where somebody is to read it.</summary>
/// <param name="Problem">What it is.</param>
/// <param name="Operand">Number of the operand; <see cref="Statement"/> for the instruction's word.</param>
/// <param name="Low">What the problem says of its numbers.</param>
/// <param name="High">The same.</param>
internal readonly record struct Arm64Fault(Arm64Problem Problem, int Operand, long Low = 0, long High = 0)
{
    public const int Statement = -1;

    public bool IsNone => Problem == Arm64Problem.None;
}

/// <summary>What can be wrong; <see cref="Arm64Messages"/> has the words.</summary>
internal enum Arm64Problem : byte
{
    None,

    /// <summary>No form takes the operands.</summary>
    Combination,

    /// <summary>No form has so many operands.</summary>
    OperandCount,

    /// <summary>No form has the suffix, or each has one.</summary>
    Suffix,

    ConstantWanted,
    PairWanted,
    RegisterWanted,

    /// <summary>RSP as result of what sets flags or of an exclusive store.</summary>
    StackPointerResult,

    /// <summary>RSP as source beside a constant.</summary>
    StackPointerSource,

    /// <summary>ZR as result of an atomic that does not acquire.</summary>
    ZeroResult,

    /// <summary>R27, which the assembler overwrites first.</summary>
    AssemblerRegister,

    /// <summary>Low to High bits.</summary>
    ShiftAmount,

    Rotation,

    /// <summary>Right shifts with RSP.</summary>
    StackPointerShift,

    AlwaysCondition,

    /// <summary>Constants of 64 bits for an instruction of 32.</summary>
    WideConstant,

    /// <summary>0 or -1 where another register would do.</summary>
    ConstantNotTaken,

    UnsignedMoveConstant,
    MoveConstant,
    MoveConstantZero,
    MoveConstantUpper,
    AddressOf32,
    AddressConstant,

    /// <summary>A number from Low to High.</summary>
    Range,

    /// <summary>An offset from Low to High.</summary>
    OffsetRange,

    OffsetNotReachable,

    /// <summary>An element from 0 to High.</summary>
    Element,

    SystemArgument,
    NotReadable,
    NotWritable,
    StateField,
    Prefetch,
    SystemOperand,
    MissingRegister,
    ExtraRegister,

    SameLoaded,
    WrittenBackBase,
    StatusRegister,
    GeneralPair,
    FloatPair,
    OddPair,
    SplitPair,
    NoBaseRegister,

    /// <summary>The index may be shifted by 0 or by Low.</summary>
    IndexShift,

    ExtendedIncrement,

    /// <summary>The increment must be Low; -1: it must be there.</summary>
    Increment,

    /// <summary>A list of Low registers.</summary>
    ListLength,

    /// <summary>Arrangements of two operands differ.</summary>
    ArrangementsDiffer,

    /// <summary>One of the arrangements in Low, a bit each.</summary>
    Arrangement,

    /// <summary>The result's arrangement does not go with the source's.</summary>
    ArrangementPair,

    ScalarNotTaken,
    ScalarWanted,
    Alignment,
    AlignmentLimit,
    Never,
}
