namespace GoAbi.Asm;

/// <summary>Which operands name the stack, and where in it.</summary>
internal readonly struct StackPlaces(AsmFlowGraph graph, AsmFrame frame, long[]? assembler)
{
    private readonly AsmArchitecture architecture = graph.Function.Architecture;

    public int WordSize => architecture.PointerSize;

    /// <summary>The address that a memory operand names, with or without '$'.</summary>
    public AsmTrackedValue AddressOf(AsmOperand operand, int step, StackState state)
    {
        if (operand.HasUnresolvedName)
        {
            return default;
        }

        switch (operand)
        {
            case MemoryOperand { Base: { } @base, Index: null, IsVectorLengthScaled: false } memory:
                return ValueOf(@base, state).Plus(memory.Offset);
            case SymbolOperand { Base: AsmPseudoRegister.FP, Index: null } symbol:
                return Resolved(symbol.Offset, step, state);
            case SymbolOperand { Base: AsmPseudoRegister.SP, Index: null } symbol:
                return Resolved(frame.PseudoStackPointer + symbol.Offset, step, state);
            default:
                return default;
        }
    }

    public AsmTrackedValue ValueOf(AsmRegister register, StackState state)
    {
        var slot = architecture.Slots.Of(register);
        return slot < 0 ? default : state[StackCell.Of(slot)];
    }

    public StackState With(StackState state, AsmRegister register, AsmTrackedValue value)
    {
        var slot = architecture.Slots.Of(register);
        return slot < 0 ? state : state.With(StackCell.Of(slot), value);
    }

    // What the assembler makes of a place is a distance from where it thinks SP to be.
    private AsmTrackedValue Resolved(long place, int step, StackState state)
    {
        var thought = assembler is null ? frame.StackPointer : assembler[step];
        return architecture.StackPointer is { } stack ? ValueOf(stack, state).Plus(place - thought) : default;
    }
}
