using System.Collections.Generic;
using System.Threading;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>
/// Which results are written where a function returns, followed over its flow graph: what is not written on a way, and what on no way. Everything that may write a result without
/// naming it counts as writing all of them, and where an argument's address gets into a register nothing is said at all.
/// </summary>
internal sealed class ResultWrites
{
    private readonly AssemblyBody body;
    private readonly List<ResultLeaf> leaves;
    private readonly AsmRegister?[] registers;
    private readonly ulong all;
    private readonly bool isInternal;
    private AsmStackDepths? depths;

    private ResultWrites(AssemblyBody body, List<ResultLeaf> leaves)
    {
        this.body = body;
        this.leaves = leaves;
        isInternal = body.IsAbiInternal;
        all = leaves.Count == 64 ? ulong.MaxValue : (1UL << leaves.Count) - 1;
        registers = new AsmRegister?[leaves.Count];
        for (var i = 0; i < leaves.Count; i++)
        {
            registers[i] = leaves[i].Register is { } name && body.Function.Architecture.TryGetRegister(name, out var register) ? register : null;
        }
    }

    /// <summary>The returns of a function that leave results unwritten, in order.</summary>
    public static List<UnwrittenResults> Find(AssemblyBody body, List<ResultLeaf> leaves, CancellationToken cancellationToken)
    {
        var writes = new ResultWrites(body, leaves);
        return body.Graph.Blocks.IsEmpty || writes.LeaksAddresses() ? [] : writes.Follow(cancellationToken);
    }

    // Where the address of an argument, or the stack pointer, is put into a register, any store may be the one.
    private bool LeaksAddresses()
    {
        foreach (var reference in body.References)
        {
            if (reference.Operand.Prefix == AsmOperandPrefix.Address || (reference.Instruction.Effects.GetAccess(reference.Index) & AsmAccess.Address) != 0)
            {
                return true;
            }
        }

        foreach (var statement in body.Function.Body)
        {
            if (statement is Instruction instruction && LeaksStack(instruction))
            {
                return true;
            }
        }

        return false;
    }

    private bool LeaksStack(Instruction instruction)
    {
        var effects = instruction.Effects;
        if (!effects.Has(AsmEffectFlags.ReadsStackPointer))
        {
            return false;
        }

        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            var access = effects.GetAccess(i);
            switch (instruction.Operands[i])
            {
                case RegisterOperand { Register.IsStackPointer: true } when (access & AsmAccess.Read) != 0 && WritesAnother(instruction, effects):
                case MemoryOperand { Base.IsStackPointer: true } memory when access == AsmAccess.Address && WritesAnother(instruction, effects) && memory.Offset >= body.Text.FrameSize:
                    return true;
            }
        }

        return false;
    }

    private static bool WritesAnother(Instruction instruction, AsmEffects effects)
    {
        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0 && instruction.Operands[i] is not RegisterOperand { Register.IsStackPointer: true })
            {
                return true;
            }
        }

        return effects.IsUnknown;
    }

    private List<UnwrittenResults> Follow(CancellationToken cancellationToken)
    {
        var blocks = body.Graph.Blocks;
        var generated = new ulong[blocks.Length];
        var must = new ulong[blocks.Length];
        var may = new ulong[blocks.Length];
        var work = new Queue<int>();
        var isQueued = new bool[blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            for (var step = blocks[i].FirstStep; step < blocks[i].FirstStep + blocks[i].StepCount; step++)
            {
                generated[i] |= WrittenBy(step);
            }

            must[i] = all;
            work.Enqueue(i);
            isQueued[i] = true;
        }

        // must only shrinks and may only grows, a bit at a time.
        while (work.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var index = work.Dequeue();
            isQueued[index] = false;
            var (mustIn, mayIn) = Enter(blocks[index], must, may);
            var (mustOut, mayOut) = (mustIn | generated[index], mayIn | generated[index]);
            if (mustOut == must[index] && mayOut == may[index])
            {
                continue;
            }

            (must[index], may[index]) = (mustOut, mayOut);
            foreach (var edge in blocks[index].Successors)
            {
                if (!isQueued[edge.To])
                {
                    isQueued[edge.To] = true;
                    work.Enqueue(edge.To);
                }
            }
        }

        var found = new List<UnwrittenResults>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].End is AsmBlockEnd.Return or AsmBlockEnd.ConditionalReturn && blocks[i].IsReachable && must[i] != all)
            {
                var last = body.Graph.Steps[blocks[i].FirstStep + blocks[i].StepCount - 1];
                found.Add(new UnwrittenResults(body.Function.Body[last.Statement], all & ~must[i], all & ~may[i]));
            }
        }

        return found;
    }

    // The entry has nothing; a block that nothing known leads to may be entered with everything.
    private (ulong Must, ulong May) Enter(AsmBasicBlock block, ulong[] must, ulong[] may)
    {
        var (mustIn, mayIn) = block.Index == 0 ? (0UL, 0UL) : block.Predecessors.IsEmpty ? (all, all) : (all, 0UL);
        foreach (var edge in block.Predecessors)
        {
            mustIn &= must[edge.From];
            mayIn |= may[edge.From];
        }

        return (mustIn, mayIn);
    }

    private ulong WrittenBy(int index)
    {
        var step = body.Graph.Steps[index];
        var effects = step.Effects;
        if ((effects.IsUnknown && effects.StackChange is null) || effects.Has(AsmEffectFlags.Traps) || IsNeverLeft(step) || (isInternal && effects.Has(AsmEffectFlags.Calls | AsmEffectFlags.SystemCalls)))
        {
            return all;
        }

        var written = 0UL;
        for (var i = 0; i < leaves.Count; i++)
        {
            written |= registers[i] is { } register && effects.Writes.Contains(register) ? 1UL << i : 0;
        }

        if (step.Decoded is not null || body.Function.Body[step.Statement] is not Instruction instruction)
        {
            // Bytes name no argument; through the stack pointer they may still write one.
            return written | (effects.Has(AsmEffectFlags.WritesMemory) && effects.Has(AsmEffectFlags.ReadsStackPointer) ? all : 0);
        }

        if (instruction.Mnemonic == "CallImport")
        {
            return all; // wasm: the host's function writes results itself
        }

        for (var i = 0; i < instruction.Operands.Length; i++)
        {
            if ((effects.GetAccess(i) & AsmAccess.Write) != 0)
            {
                written |= WrittenAt(index, instruction, i);
            }
        }

        return written;
    }

    private ulong WrittenAt(int step, Instruction instruction, int operand)
    {
        switch (instruction.Operands[operand])
        {
            case SymbolOperand { Base: AsmPseudoRegister.FP, Prefix: AsmOperandPrefix.None } argument:
                return argument.HasUnresolvedName || argument.Index is not null ? all : Covered(argument.Offset, AsmAccessWidth.Of(instruction, operand));
            case SymbolOperand { Base: AsmPseudoRegister.SP } local:
                return local.HasUnresolvedName || local.Index is not null ? all : Covered(body.Frame.PseudoStackPointer + local.Offset, AsmAccessWidth.Of(instruction, operand));
            case MemoryOperand { Base.IsStackPointer: true } memory:
                return !memory.HasUnresolvedName && memory.Index is null && StackPointerAt(step) is { } stack
                    ? Covered(stack + memory.Offset, AsmAccessWidth.Of(instruction, operand))
                    : all;
            case MemoryOperand { Base: { } @base } when (@base.Roles & AsmRegisterRoles.FramePointer) != 0:
                return all;
            default:
                return 0;
        }
    }

    private long? StackPointerAt(int step) => (depths ??= AsmStackDepths.Of(body.Graph, body.Frame)).Machine(step);

    private ulong Covered(long offset, int? width)
    {
        var covered = 0UL;
        for (var i = 0; i < leaves.Count; i++)
        {
            var leaf = leaves[i];
            var overlaps = leaf.Register is null && offset < leaf.Offset + leaf.Size && (width is null || leaf.Offset < offset + width);
            covered |= overlaps ? 1UL << i : 0;
        }

        return covered;
    }

    // Functions that end the program or the goroutine, by the names that they have in the runtime and elsewhere.
    private static bool IsNeverLeft(in AsmFlowStep step)
    {
        if (!step.Effects.Has(AsmEffectFlags.Calls) || step.Target.Symbol is not { } target)
        {
            return false;
        }

        var name = target.Symbol.Name;
        var at = name.LastIndexOf('.') + 1;
        name = name.Substring(at).ToLowerInvariant();
        return name.Contains("panic") || name.Contains("throw") || name.Contains("abort") || name.Contains("exit") || name.Contains("fatal") || name.StartsWith("bad", System.StringComparison.Ordinal);
    }
}

/// <summary>A return, and which leaves of the results may, and which must, be unwritten there.</summary>
/// <param name="Return">The statement.</param>
/// <param name="May">A bit for each leaf that is unwritten on some way.</param>
/// <param name="Must">A bit for each leaf that is unwritten on all ways.</param>
internal readonly record struct UnwrittenResults(AsmStatement Return, ulong May, ulong Must);
