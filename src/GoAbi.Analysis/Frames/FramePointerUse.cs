using System;
using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>Which writes of the frame pointer's register lose the caller's value on some way to an exit, and what is known of the value that the caller left in it.</summary>
internal sealed class FramePointerUse(AssemblyBody body, AsmRegister pointer)
{
    private readonly AsmFlowGraph graph = body.Graph;

    /// <summary>
    /// The steps on the ways to an exit at which the caller's value goes: what writes the register then, with that value gone already, is passed over. Where ways with and without it meet first, the
    /// last writes.
    /// </summary>
    public List<int> LosingWrites(int exit)
    {
        var losing = Search(exit, step => IsCallers(body.Depths.ValueAt(step, pointer)) || IsCallers(body.Depths.ValueAfter(step, pointer)));
        losing.RemoveAll(step => IsCallers(body.Depths.ValueAfter(step, pointer)));
        return losing.Count > 0 ? losing : Search(exit, static _ => true);
    }

    // Backwards over every way, up to the first write on it that ends the search.
    private List<int> Search(int exit, Func<int, bool> ends)
    {
        var writes = new List<int>();
        var seen = new bool[graph.Blocks.Length];
        var work = new Stack<(int Block, int From)>();
        var last = graph.BlockOf(exit);
        work.Push((last.Index, exit - 1));
        while (work.Count > 0)
        {
            var (index, from) = work.Pop();
            var block = graph.Blocks[index];
            var step = from;
            while (step >= block.FirstStep && !(Writes(step) && ends(step)))
            {
                step--;
            }

            if (step >= block.FirstStep)
            {
                if (!writes.Contains(step))
                {
                    writes.Add(step);
                }

                continue;
            }

            foreach (var edge in block.Predecessors)
            {
                var before = graph.Blocks[edge.From];
                if (!seen[edge.From] && body.Depths.KnowledgeAt(before.FirstStep) != AsmStackKnowledge.Unreachable)
                {
                    seen[edge.From] = true;
                    work.Push((edge.From, before.FirstStep + before.StepCount - 1));
                }
            }
        }

        writes.Sort();
        return writes;
    }

    /// <summary>True where the value is the caller's, or on arm64 the one that the caller's is by convention: the word below the stack pointer.</summary>
    public bool IsCallers(AsmTrackedValue value) =>
        value.IsEntryOf(pointer) || (body.Function.Architecture.Name == "arm64" && value == AsmTrackedValue.Stack(body.Frame.EntryStackPointer - 8));

    /// <summary>True where a step before may have put the caller's value where it isn't followed: memory outside of the stack, a vector register.</summary>
    public bool IsSavedElsewhere()
    {
        for (var step = 0; step < graph.Steps.Length; step++)
        {
            if (!graph.Steps[step].Effects.Has(AsmEffectFlags.ReadsFramePointer) || !body.Depths.ValueAt(step, pointer).IsEntryOf(pointer)
                || graph.Steps[step].Decoded is not null || body.Function.Body[graph.Steps[step].Statement] is not Instruction instruction)
            {
                continue;
            }

            if (IsStored(instruction, step))
            {
                return true;
            }
        }

        return false;
    }

    private bool Writes(int step) => graph.Steps[step].Effects.Writes.Contains(pointer);

    private bool IsStored(Instruction instruction, int step)
    {
        var isRead = false;
        var isHidden = false;
        var effects = graph.Steps[step].Effects;
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            var access = effects.GetAccess(i);
            switch (instruction.Operands[i])
            {
                case RegisterOperand { Register: var register } when register.IsSameAs(pointer):
                    isRead |= (access & AsmAccess.Read) != 0;
                    break;
                case RegisterPairOperand pair when pair.First.IsSameAs(pointer) || pair.Second.IsSameAs(pointer):
                    isRead |= (access & AsmAccess.Read) != 0;
                    break;
                case RegisterListOperand:
                    isRead = true;
                    break;
                case RegisterOperand { Register.Class: not AsmRegisterClass.General } or VectorRegisterOperand:
                    isHidden |= (access & AsmAccess.Write) != 0;
                    break;
                case MemoryOperand or SymbolOperand when (access & AsmAccess.Write) != 0:
                    isHidden |= body.Depths.AddressOf(instruction.Operands[i], step).Kind != AsmTrackedKind.StackAddress;
                    break;
            }
        }

        return isRead && isHidden;
    }
}
