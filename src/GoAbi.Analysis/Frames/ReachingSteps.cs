using System;
using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>
/// Which of some steps of a function can be the last to have done something when another step begins: writes that reach a return, clobbers that reach a read. Up to 64 steps are told apart; where there are more, nothing is
/// said of the others.
/// </summary>
internal sealed class ReachingSteps
{
    private readonly AsmFlowGraph graph;
    private readonly Func<int, bool> ends;
    private readonly Dictionary<int, int> bits = [];
    private readonly List<int> sources;
    private readonly ulong[] atBegin;

    /// <param name="graph">The function.</param>
    /// <param name="sources">The steps.</param>
    /// <param name="ends">True for a step after which none of them counts any more; a source ends the others by itself.</param>
    public ReachingSteps(AsmFlowGraph graph, IEnumerable<int> sources, Func<int, bool> ends)
    {
        this.graph = graph;
        this.ends = ends;
        this.sources = [];
        foreach (var source in sources)
        {
            if (this.sources.Count < 64)
            {
                bits[source] = this.sources.Count;
                this.sources.Add(source);
            }
        }

        atBegin = new ulong[graph.Blocks.Length];
        if (this.sources.Count > 0)
        {
            Run();
        }
    }

    /// <summary>The sources that reach a step's begin, in order.</summary>
    public IEnumerable<int> At(int step)
    {
        var block = graph.BlockOf(step);
        var state = atBegin[block.Index];
        for (var i = block.FirstStep; i < step; i++)
        {
            state = After(i, state);
        }

        for (var bit = 0; bit < sources.Count; bit++)
        {
            if ((state & (1UL << bit)) != 0)
            {
                yield return sources[bit];
            }
        }
    }

    // A block's state only grows, by 64 bits at most: this ends.
    private void Run()
    {
        var pending = new Queue<int>();
        var isPending = new bool[atBegin.Length];
        for (var i = 0; i < atBegin.Length; i++)
        {
            pending.Enqueue(i);
            isPending[i] = true;
        }

        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Dequeue()];
            isPending[block.Index] = false;
            var state = atBegin[block.Index];
            for (var i = block.FirstStep; i < block.FirstStep + block.StepCount; i++)
            {
                state = After(i, state);
            }

            foreach (var edge in block.Successors)
            {
                if ((atBegin[edge.To] | state) != atBegin[edge.To])
                {
                    atBegin[edge.To] |= state;
                    if (!isPending[edge.To])
                    {
                        isPending[edge.To] = true;
                        pending.Enqueue(edge.To);
                    }
                }
            }
        }
    }

    private ulong After(int step, ulong state) => bits.TryGetValue(step, out var bit) ? 1UL << bit : state != 0 && ends(step) ? 0 : state;
}
