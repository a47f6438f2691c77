using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>Divides a function's steps into blocks and joins them.</summary>
internal static class FlowGraphBuilder
{
    public static AsmFlowGraph Build(AsmFunction function, IInstructionDecoder? decoder)
    {
        var (steps, stepOfStatement) = new FlowStepReader(function, decoder).Read();
        var leaders = Leaders(steps);
        var starts = new List<int>();
        var blockOfStep = new int[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            if (leaders[i])
            {
                starts.Add(i);
            }

            blockOfStep[i] = starts.Count - 1;
        }

        var ends = new AsmBlockEnd[starts.Count];
        var successors = new ImmutableArray<AsmFlowEdge>[starts.Count];
        for (var b = 0; b < starts.Count; b++)
        {
            var last = (b + 1 < starts.Count ? starts[b + 1] : steps.Length) - 1;
            ends[b] = EndOf(steps[last], last + 1 == steps.Length);
            successors[b] = SuccessorsOf(b, steps[last], b + 1 < starts.Count, blockOfStep);
        }

        var predecessors = Reverse(successors);
        var reachable = Reach(successors, ends);
        var blocks = ImmutableArray.CreateBuilder<AsmBasicBlock>(starts.Count);
        for (var b = 0; b < starts.Count; b++)
        {
            var next = b + 1 < starts.Count ? starts[b + 1] : steps.Length;
            blocks.Add(new AsmBasicBlock(b, starts[b], next - starts[b], ends[b], reachable[b], successors[b], predecessors[b]));
        }

        return new AsmFlowGraph(function, steps, stepOfStatement, blocks.MoveToImmutable(), ImmutableArray.Create(blockOfStep));
    }

    private static bool[] Leaders(ImmutableArray<AsmFlowStep> steps)
    {
        var leaders = new bool[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            leaders[i] |= i == 0 || Ends(steps[i - 1]);
            if (IsJump(steps[i]) && steps[i].Target is { Kind: AsmFlowTargetKind.Step, Step: var target })
            {
                leaders[target] = true;
            }
        }

        return leaders;
    }

    private static bool IsJump(in AsmFlowStep step) => step.Effects.Has(AsmEffectFlags.Jumps);

    // A trap or system call that control gets past does not end a block, and neither does a call.
    private static bool Ends(in AsmFlowStep step) => !step.FallsThrough || step.Effects.Has(AsmEffectFlags.Jumps | AsmEffectFlags.Returns);

    private static AsmBlockEnd EndOf(in AsmFlowStep step, bool isLast)
    {
        if (step.Effects.Has(AsmEffectFlags.Jumps))
        {
            if (step.FallsThrough)
            {
                return isLast ? AsmBlockEnd.EndOfFunction : AsmBlockEnd.ConditionalJump;
            }

            return step.Target.Kind switch
            {
                AsmFlowTargetKind.Step => AsmBlockEnd.Jump,
                AsmFlowTargetKind.Symbol => AsmBlockEnd.TailCall,
                AsmFlowTargetKind.Indirect => AsmBlockEnd.Indirect,
                _ => AsmBlockEnd.Unresolved,
            };
        }

        if (step.FallsThrough)
        {
            return isLast ? AsmBlockEnd.EndOfFunction : step.Effects.Has(AsmEffectFlags.Returns) ? AsmBlockEnd.ConditionalReturn : AsmBlockEnd.FallsThrough;
        }

        return step.Effects.Has(AsmEffectFlags.Returns) ? AsmBlockEnd.Return : AsmBlockEnd.Trap;
    }

    private static ImmutableArray<AsmFlowEdge> SuccessorsOf(int block, in AsmFlowStep last, bool hasNext, int[] blockOfStep)
    {
        var falls = last.FallsThrough && hasNext;
        var jumps = IsJump(last) && last.Target.Kind == AsmFlowTargetKind.Step;
        if (!falls && !jumps)
        {
            return ImmutableArray<AsmFlowEdge>.Empty;
        }

        var fall = new AsmFlowEdge(block, block + 1, AsmEdgeKind.FallThrough);
        var taken = new AsmFlowEdge(block, jumps ? blockOfStep[last.Target.Step] : 0, AsmEdgeKind.Taken);
        return falls && jumps ? ImmutableArray.Create(fall, taken) : ImmutableArray.Create(falls ? fall : taken);
    }

    private static ImmutableArray<AsmFlowEdge>[] Reverse(ImmutableArray<AsmFlowEdge>[] successors)
    {
        var builders = new ImmutableArray<AsmFlowEdge>.Builder?[successors.Length];
        foreach (var edges in successors)
        {
            foreach (var edge in edges)
            {
                (builders[edge.To] ??= ImmutableArray.CreateBuilder<AsmFlowEdge>()).Add(edge);
            }
        }

        var predecessors = new ImmutableArray<AsmFlowEdge>[successors.Length];
        for (var b = 0; b < predecessors.Length; b++)
        {
            predecessors[b] = builders[b]?.ToImmutable() ?? ImmutableArray<AsmFlowEdge>.Empty;
        }

        return predecessors;
    }

    // Where control goes to a place that is not known, every block may be that place.
    private static bool[] Reach(ImmutableArray<AsmFlowEdge>[] successors, AsmBlockEnd[] ends)
    {
        var reached = new bool[successors.Length];
        var waiting = new Stack<int>();
        if (successors.Length > 0)
        {
            reached[0] = true;
            waiting.Push(0);
        }

        while (waiting.Count > 0)
        {
            var block = waiting.Pop();
            if (ends[block] is AsmBlockEnd.Indirect or AsmBlockEnd.Unresolved)
            {
                for (var b = 0; b < reached.Length; b++)
                {
                    reached[b] = true;
                }

                return reached;
            }

            foreach (var edge in successors[block])
            {
                if (!reached[edge.To])
                {
                    reached[edge.To] = true;
                    waiting.Push(edge.To);
                }
            }
        }

        return reached;
    }
}
