using System;
using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>Takes the tokens of skipped bodies out of a tree: of an imported package they are most of its memory.</summary>
internal static class SkippedTokens
{
    /// <summary>The tokens without what lies between the ends of each range; <paramref name="nodes"/> are renumbered.</summary>
    public static GoToken[] Remove(PooledList<GoToken> tokens, PooledList<GoNodeData> nodes, IReadOnlyList<(int Open, int Close)> bodies)
    {
        // removed[i]: how many tokens have gone up to and with body i.
        var removed = new int[bodies.Count];
        var total = 0;
        for (var i = 0; i < bodies.Count; i++)
        {
            total += Math.Max(0, bodies[i].Close - bodies[i].Open - 1);
            removed[i] = total;
        }

        var kept = new GoToken[tokens.Count - total];
        var to = 0;
        var from = 0;
        foreach (var (open, close) in bodies)
        {
            var length = open + 1 - from;
            tokens.AsSpan(from, length).CopyTo(kept.AsSpan(to));
            to += length;
            from = Math.Max(open + 1, close);
        }

        tokens.AsSpan(from, tokens.Count - from).CopyTo(kept.AsSpan(to));
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            nodes[i] = new GoNodeData(
                node.Kind,
                node.Flags,
                node.FirstNode,
                node.FirstToken - GoneBefore(node.FirstToken, bodies, removed),
                node.MainToken - GoneBefore(node.MainToken, bodies, removed),
                node.EndToken - GoneBefore(node.EndToken, bodies, removed));
        }

        return kept;
    }

    private static int GoneBefore(int token, IReadOnlyList<(int Open, int Close)> bodies, int[] removed)
    {
        var low = 0;
        var high = bodies.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bodies[middle].Open < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? 0 : removed[low - 1];
    }
}
