using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>A read or write of the function's stack whose place and width are known.</summary>
/// <param name="Step">The step.</param>
/// <param name="Operand">Index of the operand; -1 for what a push stores.</param>
/// <param name="Place">Where, in bytes from 0(FP).</param>
/// <param name="Width">How many bytes.</param>
/// <param name="IsWrite">True for a store.</param>
internal readonly record struct StackAccessPlace(int Step, int Operand, long Place, int Width, bool IsWrite)
{
    /// <summary>Behind the last byte.</summary>
    public long End => Place + Width;

    /// <summary>True where some byte of a range is touched.</summary>
    public bool Overlaps(long from, long to) => Place < to && End > from;
}

/// <summary>What a TEXT reads and writes of its stack.</summary>
internal sealed class StackAccesses
{
    private StackAccesses(List<StackAccessPlace> all, bool isComplete)
    {
        All = all;
        IsComplete = isComplete;
    }

    /// <summary>The accesses in the order of steps.</summary>
    public List<StackAccessPlace> All { get; }

    /// <summary>False where the stack may be written in ways that aren't in <see cref="All"/>: by an address that is passed on, an index, bytes that can't be read.</summary>
    public bool IsComplete { get; }

    /// <summary>Collects them.</summary>
    public static StackAccesses Of(AssemblyBody body)
    {
        var all = new List<StackAccessPlace>();
        var isComplete = true;
        var steps = body.Graph.Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            isComplete &= !step.Effects.IsUnknown;
            if (step.Decoded is not null || body.Function.Body[step.Statement] is not Instruction instruction)
            {
                isComplete &= step.Decoded is null || !step.Effects.Has(AsmEffectFlags.WritesMemory);
                continue;
            }

            if (step.Effects.Has(AsmEffectFlags.Pushes))
            {
                if (body.Depths.Machine(i) is { } pointer && step.Effects.StackChange is < 0 and var change)
                {
                    all.Add(new StackAccessPlace(i, -1, pointer + change, (int)-change, IsWrite: true));
                }
                else
                {
                    isComplete = false;
                }
            }

            // Many registers at once, below or above a place that moves.
            isComplete &= !(instruction.Mnemonic == "MOVM" && step.Effects.Has(AsmEffectFlags.WritesMemory));
            for (var operand = 0; operand < instruction.Operands.Length; operand++)
            {
                isComplete &= Add(body, all, instruction, i, operand);
            }
        }

        return new StackAccesses(all, isComplete);
    }

    private static bool Add(AssemblyBody body, List<StackAccessPlace> all, Instruction instruction, int step, int index)
    {
        var operand = instruction.Operands[index];
        var access = body.Graph.Steps[step].Effects.GetAccess(index);
        if (operand is not (MemoryOperand or SymbolOperand { Base: AsmPseudoRegister.SP or AsmPseudoRegister.FP }))
        {
            return true;
        }

        if (body.PlaceOf(operand, step) is not { } place)
        {
            // A base that isn't followed: in the stack only where an address of it was taken, which is noticed there.
            return !IsByStackPointer(operand) || (access & AsmAccess.Write) == 0;
        }

        if ((access & AsmAccess.Address) != 0)
        {
            // What becomes of the address is followed in registers only.
            return instruction.Operands.Length > 0 && instruction.Operands[instruction.Operands.Length - 1] is RegisterOperand { Register.IsStackPointer: true };
        }

        if ((access & AsmAccess.ReadWrite) == 0)
        {
            return true;
        }

        if (AsmAccessWidth.Of(instruction, index) is not { } width || width <= 0 || instruction.Suffixes.Contains("P"))
        {
            return (access & AsmAccess.Write) == 0;
        }

        if ((access & AsmAccess.Read) != 0)
        {
            all.Add(new StackAccessPlace(step, index, place, width, IsWrite: false));
        }

        if ((access & AsmAccess.Write) != 0)
        {
            all.Add(new StackAccessPlace(step, index, place, width, IsWrite: true));
        }

        return true;
    }

    private static bool IsByStackPointer(AsmOperand operand) => operand switch
    {
        SymbolOperand => true,
        MemoryOperand { Base: { } @base } => @base.IsStackPointer,
        _ => false,
    };
}
