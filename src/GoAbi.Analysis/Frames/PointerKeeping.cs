using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Conventions;

namespace GoAbi.Analysis;

/// <summary>
/// Proves of a TEXT that it keeps no pointer that it was given: nothing that comes of one is stored but in its own frame, nothing is called. What isn't understood ends the proof.
/// </summary>
internal sealed class PointerKeeping
{
    private readonly record struct State(AsmRegisterSet Registers, bool HasFrame);

    private readonly AssemblyBody body;
    private readonly List<(long Start, long End)> pointers = [];
    private readonly bool leadsToPointers;

    private PointerKeeping(AssemblyBody body, AbiLayout layout)
    {
        this.body = body;
        foreach (var parameter in layout.Parameters)
        {
            var has = false;
            foreach (var part in parameter.Parts)
            {
                if (part.Kind == AbiPartKind.Pointer)
                {
                    pointers.Add((parameter.Abi0Offset + part.Offset, parameter.Abi0Offset + part.Offset + part.Size));
                    has = true;
                }
            }

            leadsToPointers |= has && PointerContents.LeadsToPointers(parameter.Type);
        }
    }

    /// <summary>True where it keeps none for certain.</summary>
    public static bool KeepsNone(AssemblyBody body, AbiLayout layout) => new PointerKeeping(body, layout).Prove();

    private bool Prove()
    {
        var graph = body.Graph;
        var starts = new State?[graph.Blocks.Length];
        var pending = new Queue<int>();
        if (graph.Blocks.Length == 0)
        {
            return false;
        }

        starts[0] = new State(AsmRegisterSet.Empty, HasFrame: false);
        pending.Enqueue(0);
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Dequeue()];
            if (block.End is AsmBlockEnd.TailCall or AsmBlockEnd.Indirect or AsmBlockEnd.Unresolved or AsmBlockEnd.EndOfFunction)
            {
                return false;
            }

            var state = starts[block.Index].GetValueOrDefault();
            for (var step = block.FirstStep; step < block.FirstStep + block.StepCount; step++)
            {
                if (After(step, state) is not { } next)
                {
                    return false;
                }

                state = next;
            }

            foreach (var edge in block.Successors)
            {
                var joined = starts[edge.To] is { } known ? new State(known.Registers.Union(state.Registers), known.HasFrame || state.HasFrame) : state;
                if (starts[edge.To] is not { } before || before != joined)
                {
                    starts[edge.To] = joined;
                    pending.Enqueue(edge.To);
                }
            }
        }

        return true;
    }

    private State? After(int index, State state)
    {
        var step = body.Graph.Steps[index];
        if (step.Decoded is not null || step.Effects.IsUnknown || step.Kind == AsmInstructionKind.Call)
        {
            return null;
        }

        // Kernels and debuggers look at registers, and come back.
        if (step.Kind == AsmInstructionKind.SystemCall || (step.FallsThrough && step.Effects.Has(AsmEffectFlags.SystemCalls | AsmEffectFlags.Traps)))
        {
            return null;
        }

        if (body.Function.Body[step.Statement] is not Instruction instruction)
        {
            return state;
        }

        var effects = step.Effects;
        var isTainted = effects.Has(AsmEffectFlags.Pops) && state.HasFrame;
        var named = AsmRegisterSet.Empty;
        var hasMemory = false;
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            var operand = instruction.Operands[i];
            var access = effects.GetAccess(i);
            named = named.Union(Named(operand));
            if (operand is MemoryOperand or SymbolOperand or ShiftedRegisterOperand { Base: not null })
            {
                hasMemory = true;
                if (IsStackAddress(operand, index, access))
                {
                    return null;
                }

                isTainted |= Loads(operand, index, access, state);
            }
            else if ((access & AsmAccess.Read) != 0 && !Named(operand).Intersect(state.Registers).IsEmpty)
            {
                isTainted = true;
            }
            else if (operand is RegisterOperand { Register.IsStackPointer: true } && (access & AsmAccess.Read) != 0 && !effects.Has(AsmEffectFlags.WritesStackPointer))
            {
                return null; // The stack by another name
            }
        }

        var implied = effects.Reads.Except(named).Intersect(state.Registers);
        var isString = !hasMemory && instruction.Operands.IsEmpty && effects.Has(AsmEffectFlags.WritesMemory);
        if (isString ? !KeepsString(instruction, state) : !implied.IsEmpty && effects.Has(AsmEffectFlags.WritesMemory) && !effects.Has(AsmEffectFlags.Pushes))
        {
            return null;
        }

        isTainted |= !isString && !implied.IsEmpty;
        var hasFrame = state.HasFrame || (isTainted && effects.Has(AsmEffectFlags.Pushes));
        if (isTainted && effects.Has(AsmEffectFlags.WritesMemory) && !effects.Has(AsmEffectFlags.Pushes))
        {
            if (!hasMemory || !StoresInFrame(instruction, index, effects))
            {
                return null;
            }

            hasFrame = true;
        }

        var registers = isTainted
            ? state.Registers.Union(effects.Writes)
            : IsNarrow(instruction) ? state.Registers : state.Registers.Except(effects.Writes.Except(effects.Reads));
        return new State(registers, hasFrame);
    }

    // STOS stores AX; MOVS copies what pointers lead to.
    private bool KeepsString(Instruction instruction, State state) =>
        instruction.Mnemonic.StartsWith("STOS", StringComparison.Ordinal)
            ? body.Function.Architecture.TryGetRegister("AX", out var ax) && !state.Registers.Contains(ax)
            : instruction.Mnemonic is "MOVSB" or "MOVSW" or "MOVSL" or "MOVSQ" && !leadsToPointers;

    private bool Loads(AsmOperand operand, int step, AsmAccess access, State state)
    {
        var isThroughPointer = !Named(operand).Intersect(state.Registers).IsEmpty;
        if ((access & AsmAccess.Address) != 0)
        {
            return isThroughPointer;
        }

        if ((access & AsmAccess.Read) == 0)
        {
            return false;
        }

        if (body.PlaceOf(operand, step) is not { } place)
        {
            return isThroughPointer && leadsToPointers;
        }

        if (place < 0)
        {
            return state.HasFrame;
        }

        var end = place + (AsmAccessWidth.Of((Instruction)body.Function.Body[body.Graph.Steps[step].Statement], IndexOf(operand, step)) ?? 64);
        return pointers.Exists(pointer => pointer.Start < end && pointer.End > place);
    }

    private int IndexOf(AsmOperand operand, int step) => body.Function.Body[body.Graph.Steps[step].Statement].Operands.IndexOf(operand);

    // Below its arguments; those are the caller's to read.
    private bool StoresInFrame(Instruction instruction, int step, AsmEffects effects)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0
                && instruction.Operands[i] is MemoryOperand or SymbolOperand or ShiftedRegisterOperand
                && !(body.PlaceOf(instruction.Operands[i], step) is < 0))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsStackAddress(AsmOperand operand, int step, AsmAccess access) =>
        (access & AsmAccess.Address) != 0
        && body.PlaceOf(operand, step) is not null
        && !body.Graph.Steps[step].Effects.Has(AsmEffectFlags.WritesStackPointer);

    // Of parts of a register the rest stays.
    private bool IsNarrow(Instruction instruction) =>
        body.Function.Architecture.Name is "386" or "amd64" && instruction.Mnemonic is { Length: > 0 } name && name[0] != 'V' && name[name.Length - 1] is 'B' or 'W';

    private AsmRegisterSet Named(AsmOperand operand)
    {
        var architecture = body.Function.Architecture;
        switch (operand)
        {
            case RegisterOperand register:
                return AsmRegisterSet.Of(architecture, register.Register);
            case VectorRegisterOperand vector:
                return AsmRegisterSet.Of(architecture, vector.Register);
            case RegisterPairOperand pair:
                return AsmRegisterSet.Of(architecture, pair.First, pair.Second);
            case RegisterListOperand list:
                return AsmRegisterSet.Of(architecture, [.. list.Registers]);
            case ExtendedRegisterOperand extended:
                return AsmRegisterSet.Of(architecture, extended.Register);
            case ShiftedRegisterOperand shifted:
                var set = AsmRegisterSet.Of(architecture, shifted.Register);
                set = shifted.AmountRegister is { } amount ? set.Union(AsmRegisterSet.Of(architecture, amount)) : set;
                return shifted.Base is { } @base ? set.Union(AsmRegisterSet.Of(architecture, @base)) : set;
            case MemoryOperand memory:
                var of = memory.Base is { } known ? AsmRegisterSet.Of(architecture, known) : AsmRegisterSet.Empty;
                return memory.Index is { } index ? of.Union(AsmRegisterSet.Of(architecture, index)) : of;
            case SymbolOperand { Index: { } indexed }:
                return AsmRegisterSet.Of(architecture, indexed);
            default:
                return AsmRegisterSet.Empty;
        }
    }
}
