using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Asm;
using GoAbi.Conventions;

namespace GoAbi.Analysis;

/// <summary>A pointer in a word of the frame, read after a call over which nobody knew of it.</summary>
/// <param name="Read">The step that reads it.</param>
/// <param name="Operand">Its operand.</param>
/// <param name="Name">What the pointer is, for messages.</param>
/// <param name="Call">The call.</param>
internal readonly record struct StalePointer(int Read, int Operand, string Name, AssemblyCall Call);

/// <summary>
/// Follows pointers, from a function's arguments and from results of what it calls, into words of its frame and over calls. What ways that meet don't agree on is forgotten, so that what is found is so on all of them.
/// </summary>
internal sealed class FramePointers
{
    // A register by its number, a word of the frame by its place.
    private readonly record struct Cell(bool IsRegister, long Key);

    // Which pointer, and the step of the call over which it was kept; -1 for none.
    private readonly record struct Held(int Pointer, int Call);

    private readonly AssemblyBody body;
    private readonly Dictionary<int, AssemblyCall> growing;
    private readonly Dictionary<int, OutgoingCall> outgoing = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> pointers = [];
    private readonly AbiLayout? arguments;
    private readonly int wordSize;
    private readonly List<StalePointer> found = [];

    private FramePointers(AssemblyBody body, Dictionary<int, AssemblyCall> growing, IEnumerable<OutgoingCall> calls, AbiLayout? arguments, int wordSize)
    {
        this.body = body;
        this.growing = growing;
        this.arguments = arguments;
        this.wordSize = wordSize;
        foreach (var call in calls)
        {
            outgoing[call.Step] = call;
        }
    }

    /// <summary>Finds the reads.</summary>
    /// <param name="body">The function.</param>
    /// <param name="growing">Calls in which the stack may move or be scanned, by step.</param>
    /// <param name="calls">Calls whose arguments and results are known.</param>
    /// <param name="arguments">The function's arguments, where its pointers may be to the stack; null for none of interest.</param>
    /// <param name="wordSize">Bytes of a pointer.</param>
    public static List<StalePointer> Find(AssemblyBody body, Dictionary<int, AssemblyCall> growing, IEnumerable<OutgoingCall> calls, AbiLayout? arguments, int wordSize)
    {
        var search = new FramePointers(body, growing, calls, arguments, wordSize);
        search.Run();
        return search.found;
    }

    private void Run()
    {
        var graph = body.Graph;
        var starts = new Dictionary<Cell, Held>?[graph.Blocks.Length];
        var pending = new Queue<int>();
        starts[0] = [];
        pending.Enqueue(0);
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Dequeue()];
            var state = new Dictionary<Cell, Held>(starts[block.Index]!);
            for (var step = block.FirstStep; step < block.FirstStep + block.StepCount; step++)
            {
                Take(step, state, report: false);
            }

            foreach (var edge in block.Successors)
            {
                if (Join(ref starts[edge.To], state))
                {
                    pending.Enqueue(edge.To);
                }
            }
        }

        foreach (var block in graph.Blocks)
        {
            if (starts[block.Index] is { } start)
            {
                var state = new Dictionary<Cell, Held>(start);
                for (var step = block.FirstStep; step < block.FirstStep + block.StepCount; step++)
                {
                    Take(step, state, report: true);
                }
            }
        }
    }

    // Cells only go, and calls only come: this ends.
    private static bool Join(ref Dictionary<Cell, Held>? known, Dictionary<Cell, Held> state)
    {
        if (known is null)
        {
            known = new Dictionary<Cell, Held>(state);
            return true;
        }

        var joined = new Dictionary<Cell, Held>();
        foreach (var entry in known)
        {
            if (state.TryGetValue(entry.Key, out var other) && other.Pointer == entry.Value.Pointer)
            {
                joined[entry.Key] = entry.Value.Call >= 0 ? entry.Value : other;
            }
        }

        var isChanged = joined.Count != known.Count;
        foreach (var entry in joined)
        {
            isChanged |= known[entry.Key] != entry.Value;
        }

        known = joined;
        return isChanged;
    }

    private void Take(int index, Dictionary<Cell, Held> state, bool report)
    {
        var step = body.Graph.Steps[index];
        if (step.Kind == AsmInstructionKind.Call)
        {
            AfterCall(index, state);
            return;
        }

        var instruction = step.Decoded is null ? body.Function.Body[step.Statement] as Instruction : null;
        if (report && instruction is not null)
        {
            Report(index, instruction, state);
        }

        var value = instruction is null || step.Effects.Transfer != AsmTransfer.Value || instruction.Operands.Length != 2 ? null : Load(instruction.Operands[0], index, state);
        foreach (var register in step.Effects.Writes)
        {
            state.Remove(new Cell(true, register.Number));
        }

        if (step.Effects.IsUnknown)
        {
            state.Clear();
        }
        else if (instruction is not null && step.Effects.Has(AsmEffectFlags.WritesMemory))
        {
            Store(instruction, index, value, state);
        }
        else if (value is { } held && instruction!.Operands[1] is RegisterOperand { Register: var destination })
        {
            state[new Cell(true, destination.Number)] = held;
        }
    }

    // Registers hold nothing any more; words of the frame hold what nobody knew of, but for what the callee was given.
    private void AfterCall(int index, Dictionary<Cell, Held> state)
    {
        var isGrowing = growing.ContainsKey(index);
        foreach (var cell in new List<Cell>(state.Keys))
        {
            if (cell.IsRegister)
            {
                state.Remove(cell);
            }
            else if (outgoing.TryGetValue(index, out var call) && cell.Key < call.End)
            {
                state.Remove(cell);
            }
            else if (isGrowing && state[cell] is { Call: < 0 } held)
            {
                state[cell] = held with { Call = index };
            }
        }

        // Results are read where the callee left them, and these words are not told apart from others afterwards.
        if (outgoing.TryGetValue(index, out var returned) && returned.Layout is { } layout)
        {
            foreach (var result in layout.Results)
            {
                foreach (var part in result.Parts)
                {
                    if (part.Kind == AbiPartKind.Pointer)
                    {
                        state[new Cell(false, returned.Base + result.Abi0Offset + part.Offset)] = new Held(Number(result.AssemblyName + part.Suffix + ", a result of " + returned.Call.Name), -1);
                    }
                }
            }
        }
    }

    private Held? Load(AsmOperand operand, int step, Dictionary<Cell, Held> state)
    {
        if (operand is RegisterOperand { Register: var register })
        {
            return state.TryGetValue(new Cell(true, register.Number), out var held) ? held : null;
        }

        if (body.PlaceOf(operand, step) is not { } place)
        {
            return null;
        }

        if (state.TryGetValue(new Cell(false, place), out var kept))
        {
            return kept;
        }

        foreach (var parameter in arguments?.Parameters ?? ImmutableArray<AbiValue>.Empty)
        {
            foreach (var part in parameter.Parts)
            {
                if (part.Kind == AbiPartKind.Pointer && parameter.Abi0Offset + part.Offset == place)
                {
                    return new Held(Number(parameter.AssemblyName + part.Suffix), -1);
                }
            }
        }

        return null;
    }

    private void Store(Instruction instruction, int step, Held? value, Dictionary<Cell, Held> state)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((body.Graph.Steps[step].Effects.GetAccess(i) & AsmAccess.Write) == 0 || body.PlaceOf(instruction.Operands[i], step) is not { } place)
            {
                continue;
            }

            var width = AsmAccessWidth.Of(instruction, i) ?? 64;
            for (var cell = place - wordSize + 1; cell < place + width; cell++)
            {
                state.Remove(new Cell(false, cell));
            }

            if (value is { } held && i == 1 && place < 0 && place >= body.Frame.StackPointer)
            {
                state[new Cell(false, place)] = held with { Call = -1 };
            }
        }
    }

    private void Report(int step, Instruction instruction, Dictionary<Cell, Held> state)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((body.Graph.Steps[step].Effects.GetAccess(i) & AsmAccess.Read) != 0
                && body.PlaceOf(instruction.Operands[i], step) is { } place
                && state.TryGetValue(new Cell(false, place), out var held)
                && held.Call >= 0)
            {
                found.Add(new StalePointer(step, i, names[held.Pointer], growing[held.Call]));
            }
        }
    }

    private int Number(string name)
    {
        if (!pointers.TryGetValue(name, out var number))
        {
            pointers[name] = number = names.Count;
            names.Add(name);
        }

        return number;
    }
}
