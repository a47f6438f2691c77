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
    // XSAVE and FXSAVE store what vectors hold; WRFSBASEQ, WRMSR, OUTL, MCR and MSR give a register away; the old SWPW stores its last operand.
    private static readonly string[] HiddenStores = ["XSAVE", "FXSAVE", "FSAVE", "FNSAVE", "WRFSBASE", "WRGSBASE", "WRMSR", "OUT", "MCR", "MSR", "SWPW", "SWPBU"];

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

        // A condition before a jump to another function doesn't make it less of one.
        var effects = step.Effects;
        if (step.Target.Symbol is not null || (!state.Registers.IsEmpty && IsHiddenStore(instruction.Mnemonic)))
        {
            return null;
        }

        var isTainted = effects.Has(AsmEffectFlags.Pops) && (state.HasFrame || PopsArgument(index));
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
            else if ((access & AsmAccess.Read) != 0 && (!Named(operand).Intersect(state.Registers).IsEmpty || !IsFollowed(operand)))
            {
                isTainted = true;
            }
            else if ((access & AsmAccess.Read) != 0 && !effects.Has(AsmEffectFlags.WritesStackPointer) && HoldsStackAddress(operand, index))
            {
                return null; // The stack by another name
            }
        }

        // Where a register is none that is followed, as those of the system.
        for (var i = 0; isTainted && i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0 && !IsFollowed(instruction.Operands[i]))
            {
                return null;
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
            : state.Registers.Except(RegisterOverwrites.Of(body.Function.Architecture, instruction, effects));
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
            return (isThroughPointer && leadsToPointers) || NamesStack(operand, step);
        }

        // What begins below the arguments may reach into them.
        var end = EndOf(place, operand, step);
        return (place < 0 && state.HasFrame) || pointers.Exists(pointer => pointer.Start < end && pointer.End > place);
    }

    private long EndOf(long place, AsmOperand operand, int step) =>
        place + (AsmAccessWidth.Of((Instruction)body.Function.Body[body.Graph.Steps[step].Statement], IndexOf(operand, step)) ?? 64);

    private int IndexOf(AsmOperand operand, int step) => body.Function.Body[body.Graph.Steps[step].Statement].Operands.IndexOf(operand);

    // Below its arguments; those are the caller's to read.
    private bool StoresInFrame(Instruction instruction, int step, AsmEffects effects)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0
                && instruction.Operands[i] is MemoryOperand or SymbolOperand or ShiftedRegisterOperand
                && !(body.PlaceOf(instruction.Operands[i], step) is { } place && EndOf(place, instruction.Operands[i], step) <= 0))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsStackAddress(AsmOperand operand, int step, AsmAccess access) =>
        (access & AsmAccess.Address) != 0
        && (body.PlaceOf(operand, step) is not null || NamesStack(operand, step))
        && !body.Graph.Steps[step].Effects.Has(AsmEffectFlags.WritesStackPointer);

    // Somewhere in the stack, be it with an index or after the stack pointer was rounded down.
    private bool NamesStack(AsmOperand operand, int step) => operand switch
    {
        SymbolOperand symbol => symbol.Base is AsmPseudoRegister.FP or AsmPseudoRegister.SP,
        MemoryOperand { Base: { } @base } memory => IsInStack(@base, step) || (memory.Index is { } index && IsInStack(index, step)),
        ShiftedRegisterOperand { Base: { } @base } shifted => IsInStack(@base, step) || IsInStack(shifted.Register, step),
        _ => false,
    };

    private bool HoldsStackAddress(AsmOperand operand, int step)
    {
        foreach (var register in Named(operand))
        {
            if (IsInStack(register, step))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInStack(AsmRegister register, int step) => register.IsStackPointer || body.Depths.ValueAt(step, register).IsAddress;

    // The return address is popped to get at the arguments.
    private bool PopsArgument(int step) => !(body.Depths.Machine(step) + (body.Function.Architecture.Name == "386" ? 4 : 8) <= 0);

    // To memory and to the system's registers, with no operand that says so.
    private static bool IsHiddenStore(string name)
    {
        foreach (var prefix in HiddenStores)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFollowed(AsmOperand operand) => operand switch
    {
        RegisterOperand register => register.Register.Class is AsmRegisterClass.General or AsmRegisterClass.Float or AsmRegisterClass.Vector or AsmRegisterClass.Mask,
        ImmediateOperand => true,
        _ => operand is MemoryOperand or SymbolOperand or VectorRegisterOperand or RegisterPairOperand or RegisterListOperand or ShiftedRegisterOperand or ExtendedRegisterOperand,
    };

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
