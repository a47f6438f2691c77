using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>The steps from which control gets to a call, or gets after it, without another call between.</summary>
internal static class CallNeighbours
{
    /// <summary>The steps before a call.</summary>
    public static HashSet<int> Before(AsmFlowGraph graph, int call)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<int>();
        var pending = new Stack<int>();
        Walk(call - 1, graph.BlockOf(call));
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Pop()];
            Walk(block.FirstStep + block.StepCount - 1, block);
        }

        return found;

        void Walk(int from, AsmBasicBlock block)
        {
            for (var i = from; i >= block.FirstStep; i--)
            {
                if (graph.Steps[i].Kind == AsmInstructionKind.Call)
                {
                    return;
                }

                found.Add(i);
            }

            foreach (var edge in block.Predecessors)
            {
                if (seen.Add(edge.From))
                {
                    pending.Push(edge.From);
                }
            }
        }
    }

    /// <summary>The steps after a call.</summary>
    public static HashSet<int> After(AsmFlowGraph graph, int call)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<int>();
        var pending = new Stack<int>();
        Walk(call + 1, graph.BlockOf(call));
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Pop()];
            Walk(block.FirstStep, block);
        }

        return found;

        void Walk(int from, AsmBasicBlock block)
        {
            for (var i = from; i < block.FirstStep + block.StepCount; i++)
            {
                if (graph.Steps[i].Kind == AsmInstructionKind.Call)
                {
                    return;
                }

                found.Add(i);
            }

            foreach (var edge in block.Successors)
            {
                if (seen.Add(edge.To))
                {
                    pending.Push(edge.To);
                }
            }
        }
    }
}
