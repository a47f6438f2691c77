namespace GoAbi.Asm;

/// <summary>One instruction of a flow graph: a statement of the function, or one that was decoded from a run of BYTE, WORD and the like.</summary>
/// <param name="Statement">Index in <see cref="AsmFunction.Body"/> of the statement, or of the one in which the decoded instruction begins.</param>
/// <param name="Kind">What it does to the flow of control.</param>
/// <param name="FallsThrough">True where the next can follow.</param>
public readonly record struct AsmFlowStep(int Statement, AsmInstructionKind Kind, bool FallsThrough)
{
    /// <summary>How many statements it lies in; 1 but for decoded instructions, which may have parts of several.</summary>
    public int StatementCount { get; init; } = 1;

    /// <summary>Which byte of the statement it begins at; 0 but for decoded instructions.</summary>
    public int ByteOffset { get; init; }

    /// <summary>What was decoded; null for a statement that is an instruction or a directive itself.</summary>
    public DecodedInstruction? Decoded { get; init; }

    /// <summary>All that it does.</summary>
    public AsmEffects Effects { get; init; } = AsmEffects.Nothing;

    /// <summary>Where it goes, besides on to the next.</summary>
    public AsmFlowTarget Target { get; init; }
}

/// <summary>What kind of place a call, jump or return goes to.</summary>
public enum AsmFlowTargetKind : byte
{
    /// <summary>It goes nowhere but on, or back to the caller.</summary>
    None,

    /// <summary>A step of the function.</summary>
    Step,

    /// <summary>A symbol: another function, or this one anew.</summary>
    Symbol,

    /// <summary>What a register or memory holds: a table, a function value.</summary>
    Indirect,

    /// <summary>A label that the function lacks, or N(PC) beyond its ends: the assembler refuses it.</summary>
    Outside,

    /// <summary>A place that can't be told from the source: into the middle of an encoded instruction, or by bytes across instructions of unknown size.</summary>
    Unknown,
}

/// <summary>Where a call, jump or return goes.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Step">Index of the step, for <see cref="AsmFlowTargetKind.Step"/>.</param>
/// <param name="Symbol">The symbol's operand, for <see cref="AsmFlowTargetKind.Symbol"/>.</param>
public readonly record struct AsmFlowTarget(AsmFlowTargetKind Kind, int Step, SymbolOperand? Symbol);
