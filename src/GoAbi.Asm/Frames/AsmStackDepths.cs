using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>How much is known of where the stack pointer points.</summary>
public enum AsmStackKnowledge : byte
{
    /// <summary>Nothing: it was written with something that is not followed, or bytes that can't be read may have changed it.</summary>
    Unknown,

    /// <summary>Its distance from the arguments.</summary>
    Known,

    /// <summary>Its distance from a place below the frame that can't be told, as behind a rounding down.</summary>
    Moved,

    /// <summary>Ways that lead here disagree.</summary>
    Differs,

    /// <summary>No way leads here.</summary>
    Unreachable,
}

/// <summary>
/// Where the stack pointer points before each step of a function, and where the assembler thinks that it does; which registers point into the stack, and where the values are that the function
/// has to give back. All by the flow of control; immutable.
/// </summary>
public sealed class AsmStackDepths
{
    private readonly StackState?[] before;
    private readonly StackCell stackPointer;
    private readonly RegisterSlots slots;
    private readonly long[]? assembler;
    private readonly AsmFrame frame;
    private readonly StackTransfer transfer;

    private AsmStackDepths(AsmFlowGraph graph, AsmFrame frame, StackTransfer transfer, StackState?[] before, long[]? assembler)
    {
        this.transfer = transfer;
        Graph = graph;
        this.frame = frame;
        this.before = before;
        this.assembler = assembler;
        slots = graph.Function.Architecture.Slots;
        stackPointer = StackPointerOf(graph.Function.Architecture);
    }

    /// <summary>The function.</summary>
    public AsmFlowGraph Graph { get; }

    /// <summary>Follows the stack pointer through a function.</summary>
    /// <param name="graph">The function's flow.</param>
    /// <param name="frame">The frame that the assembler makes for it.</param>
    public static AsmStackDepths Of(AsmFlowGraph graph, AsmFrame frame)
    {
        if (graph is null || frame is null)
        {
            throw new ArgumentNullException(graph is null ? nameof(graph) : nameof(frame));
        }

        var assembler = AssemblerStack.Of(graph, frame);
        var states = new StackState?[graph.Steps.Length];
        var transfer = new StackTransfer(graph, frame, assembler);
        if (graph.Steps.Length > 0 && graph.Function.Architecture.StackPointer is not null)
        {
            Follow(graph, transfer, EntryState(graph.Function.Architecture, frame), states);
        }

        return new AsmStackDepths(graph, frame, transfer, states, assembler);
    }

    /// <summary>Where the machine's stack pointer points before a step, in bytes from 0(FP); null where that is not known: see <see cref="KnowledgeAt"/>.</summary>
    public long? Machine(int step) => StackPointerAt(step) is { IsPlace: true, Offset: var offset } ? offset : null;

    /// <summary>
    /// Where the assembler thinks that it points when it turns x+0(FP) and x-8(SP) into addresses: on 386 and amd64 it counts PUSH, POP and ADJSP in the order of lines, elsewhere nothing.
    /// </summary>
    public long Assembler(int step) => assembler is null ? frame.StackPointer : assembler[step];

    /// <summary>How much is known of it before a step.</summary>
    public AsmStackKnowledge KnowledgeAt(int step) => before[step] is null
        ? AsmStackKnowledge.Unreachable
        : StackPointerAt(step) switch
        {
            { IsPlace: true } => AsmStackKnowledge.Known,
            { Kind: AsmTrackedKind.StackAddress } => AsmStackKnowledge.Moved,
            { Kind: AsmTrackedKind.Differs } => AsmStackKnowledge.Differs,
            _ => AsmStackKnowledge.Unknown,
        };

    /// <summary>What the stack pointer holds before a step.</summary>
    public AsmTrackedValue StackPointerAt(int step) => before[step]?[stackPointer] ?? default;

    /// <summary>What a register holds before a step.</summary>
    public AsmTrackedValue ValueAt(int step, AsmRegister register)
    {
        var slot = slots.Of(register);
        return slot < 0 ? default : before[step]?[StackCell.Of(slot)] ?? default;
    }

    /// <summary>What the word at an address holds before a step.</summary>
    public AsmTrackedValue ContentsAt(int step, AsmTrackedValue address) => address.IsAddress ? before[step]?[StackCell.At(address)] ?? default : default;

    /// <summary>What a register holds behind a step, whatever other ways lead on from there.</summary>
    public AsmTrackedValue ValueAfter(int step, AsmRegister register)
    {
        var slot = slots.Of(register);
        return slot < 0 || before[step] is not { } state ? default : transfer.After(step, state)[StackCell.Of(slot)];
    }

    /// <summary>What the word at an address holds behind a step.</summary>
    public AsmTrackedValue ContentsAfter(int step, AsmTrackedValue address) =>
        address.IsAddress && before[step] is { } state ? transfer.After(step, state)[StackCell.At(address)] : default;

    /// <summary>What a step reads and writes of the stack through its operands; pushes and pops move the stack pointer, and are not in it.</summary>
    public ImmutableArray<AsmStackAccess> AccessesOf(int step) =>
        before[step] is { } state && Graph.Steps[step].Decoded is null && Graph.Function.Body[Graph.Steps[step].Statement] is Instruction instruction
            ? StackAccess.All(instruction, Graph.Steps[step].Effects, step, state, new StackPlaces(Graph, frame, assembler))
            : ImmutableArray<AsmStackAccess>.Empty;

    /// <summary>True where a register or a word of the stack holds a value behind a step.</summary>
    public bool IsKeptAfter(int step, AsmTrackedValue value)
    {
        if (before[step] is { } entering)
        {
            var state = transfer.After(step, entering);
            foreach (var (_, held) in state.Entries)
            {
                if (held == value)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The address that an operand names when a step reads or writes it, where that is the stack: by the stack pointer, by FP or SP as the assembler resolves them, or by a register that points
    /// there. <see cref="AsmTrackedKind.Unknown"/> for all others.
    /// </summary>
    public AsmTrackedValue AddressOf(AsmOperand operand, int step)
    {
        if (before[step] is not { } state)
        {
            return default;
        }

        var places = new StackPlaces(Graph, frame, assembler);
        if (Graph.Steps[step].Decoded is null && Graph.Function.Body[Graph.Steps[step].Statement] is Instruction { Suffixes.IsEmpty: false } instruction
            && instruction.Operands.IndexOf(operand) is >= 0 and var index)
        {
            return StackAccess.AddressOf(instruction, index, step, state, places);
        }

        return places.AddressOf(operand, step, state);
    }

    private static StackCell StackPointerOf(AsmArchitecture architecture) =>
        StackCell.Of(architecture.StackPointer is { } register ? architecture.Slots.Of(register) : int.MaxValue);

    // What stands behind the prologue: the frame lowered, return address and frame pointer saved.
    private static StackState EntryState(AsmArchitecture architecture, AsmFrame frame)
    {
        var state = StackState.Empty.With(StackPointerOf(architecture), AsmTrackedValue.Stack(frame.StackPointer));
        foreach (var register in architecture.Registers)
        {
            if (register.Class == AsmRegisterClass.General && (register.IsLinkRegister || IsFramePointer(register) || register.IsGoroutine))
            {
                state = state.With(StackCell.Of(architecture.Slots.Of(register)), AsmTrackedValue.Entry(register));
                if (IsFramePointer(register) && frame.FramePointerSlot is { } slot)
                {
                    state = state.With(StackCell.At(AsmTrackedValue.Stack(slot)), AsmTrackedValue.Entry(register));
                    state = state.With(StackCell.Of(architecture.Slots.Of(register)), AsmTrackedValue.Stack(slot));
                }
            }
        }

        if (frame.ReturnAddressSlot is { } @return)
        {
            var value = architecture.LinkRegister is { } link ? AsmTrackedValue.Entry(link) : new AsmTrackedValue(AsmTrackedKind.ReturnAddress, 0, 0);
            state = state.With(StackCell.At(AsmTrackedValue.Stack(@return)), value);
        }

        return state;
    }

    // How often each step is looked at on average before it is given up; real code needs two or three rounds.
    private const int StepsEach = 16;
    private const int LeastSteps = 20_000;

    private static bool IsFramePointer(AsmRegister register) => (register.Roles & AsmRegisterRoles.FramePointer) != 0;

    // What is known only becomes less, so this ends; code behind jumps that can't be followed is entered with what those jumps have in common.
    private static void Follow(AsmFlowGraph graph, StackTransfer transfer, StackState entry, StackState?[] before)
    {
        var blocks = graph.Blocks;
        var starts = new StackState?[blocks.Length];
        var isWaiting = new bool[blocks.Length];
        var work = new Queue<int>();
        starts[0] = entry;
        work.Enqueue(0);
        isWaiting[0] = true;
        var left = (StepsEach * (long)graph.Steps.Length) + LeastSteps;
        while (work.Count > 0)
        {
            var block = blocks[work.Dequeue()];
            isWaiting[block.Index] = false;
            left -= block.StepCount;
            if (left < 0)
            {
                // Nobody writes such jumps: nothing is known anywhere.
                for (var step = 0; step < before.Length; step++)
                {
                    before[step] = before[step] is null ? null : StackState.Empty;
                }

                return;
            }

            var state = starts[block.Index]!;
            for (var step = block.FirstStep; step < block.FirstStep + block.StepCount; step++)
            {
                before[step] = state;
                state = transfer.After(step, state);
            }

            foreach (var edge in block.Successors)
            {
                Flow(edge.To, state);
            }

            if (block.End == AsmBlockEnd.Indirect)
            {
                foreach (var other in blocks)
                {
                    if (other.Predecessors.IsEmpty && other.Index != 0)
                    {
                        Flow(other.Index, state);
                    }
                }
            }
        }

        void Flow(int to, StackState state)
        {
            var joined = starts[to] is { } known ? known.Join(state) : state;
            if (!ReferenceEquals(joined, starts[to]))
            {
                starts[to] = joined;
                if (!isWaiting[to])
                {
                    isWaiting[to] = true;
                    work.Enqueue(to);
                }
            }
        }
    }
}
