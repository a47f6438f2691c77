using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>How a block ends.</summary>
public enum AsmBlockEnd : byte
{
    /// <summary>Another block begins: something jumps there.</summary>
    FallsThrough,

    /// <summary>With a jump inside the function.</summary>
    Jump,

    /// <summary>With a jump that is taken or not.</summary>
    ConditionalJump,

    /// <summary>With a return to the caller.</summary>
    Return,

    /// <summary>With a return to the caller that happens or not.</summary>
    ConditionalReturn,

    /// <summary>With a jump to a symbol, or a return that names one.</summary>
    TailCall,

    /// <summary>With something that is never got past.</summary>
    Trap,

    /// <summary>With a jump through a register or memory: successors are unknown.</summary>
    Indirect,

    /// <summary>With a jump to a place that the function lacks or that can't be told.</summary>
    Unresolved,

    /// <summary>The function's statements end, and whatever lies behind runs.</summary>
    EndOfFunction,
}

/// <summary>Why control gets from one block to another.</summary>
public enum AsmEdgeKind : byte
{
    /// <summary>The next instruction follows.</summary>
    FallThrough,

    /// <summary>A jump is taken.</summary>
    Taken,
}

/// <summary>A way from one block to another.</summary>
/// <param name="From">Index of the block that is left.</param>
/// <param name="To">Index of the block that is entered.</param>
/// <param name="Kind">Why.</param>
public readonly record struct AsmFlowEdge(int From, int To, AsmEdgeKind Kind);

/// <summary>Steps that run one after another: entered at the first only, left at the last only (calls come back).</summary>
public sealed class AsmBasicBlock
{
    internal AsmBasicBlock(int index, int firstStep, int stepCount, AsmBlockEnd end, bool isReachable, ImmutableArray<AsmFlowEdge> successors, ImmutableArray<AsmFlowEdge> predecessors)
    {
        Index = index;
        FirstStep = firstStep;
        StepCount = stepCount;
        End = end;
        IsReachable = isReachable;
        Successors = successors;
        Predecessors = predecessors;
    }

    /// <summary>Its index in <see cref="AsmFlowGraph.Blocks"/>.</summary>
    public int Index { get; }

    /// <summary>Index of its first step in <see cref="AsmFlowGraph.Steps"/>.</summary>
    public int FirstStep { get; }

    /// <summary>How many steps it has; at least one.</summary>
    public int StepCount { get; }

    /// <summary>How it ends.</summary>
    public AsmBlockEnd End { get; }

    /// <summary>
    /// False where no way leads here from the function's entry. A function with an indirect jump or a place that can't be told has none of these: such a jump may go anywhere.
    /// </summary>
    public bool IsReachable { get; }

    /// <summary>The ways out of it that stay in the function: the fall-through first.</summary>
    public ImmutableArray<AsmFlowEdge> Successors { get; }

    /// <summary>The ways into it, by the block they come from.</summary>
    public ImmutableArray<AsmFlowEdge> Predecessors { get; }

    /// <inheritdoc/>
    public override string ToString() => Index + ": " + FirstStep + "+" + StepCount + " " + End;
}
