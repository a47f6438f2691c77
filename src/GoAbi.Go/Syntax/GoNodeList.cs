using System;
using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>
/// The nodes of a tree as they are kept: 8 bytes each, since nearly all of them span few nodes and tokens. Those that span more (the file, bodies, tables) are kept in
/// full beside them.
/// </summary>
internal readonly struct GoNodeList
{
    // From the lowest bit on: first token 24, kind 7, 1 bit for a node that is kept in full; flags 6, main token 8 as its distance from the first,
    // tokens that the node spans 9, nodes before it in its subtree 9.
    private const uint MaxFirstToken = (1 << 24) - 1;
    private const uint MaxDistance = (1 << 8) - 1;
    private const uint MaxExtent = (1 << 9) - 1;
    private const ulong IsWide = 1UL << 31;

    private readonly ulong[] nodes;
    private readonly int[] wideIndexes;
    private readonly GoNodeData[] wide;

    public GoNodeList(PooledList<GoNodeData> source)
    {
        var count = source.Count;
        nodes = new ulong[count];
        List<int>? indexes = null;
        for (var i = 0; i < count; i++)
        {
            ref var node = ref source[i];
            if (!TryPack(node, i, out nodes[i]))
            {
                nodes[i] = IsWide;
                (indexes ??= []).Add(i);
            }
        }

        if (indexes is null)
        {
            wideIndexes = [];
            wide = [];
            return;
        }

        wideIndexes = [.. indexes];
        wide = new GoNodeData[wideIndexes.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = source[wideIndexes[i]];
        }
    }

    public int Length => nodes.Length;

    public GoNodeData this[int index]
    {
        get
        {
            var node = nodes[index];
            if ((node & IsWide) != 0)
            {
                return wide[Array.BinarySearch(wideIndexes, index)];
            }

            var firstToken = (int)(node & MaxFirstToken);
            var high = (uint)(node >> 32);
            return new GoNodeData(
                (GoSyntaxKind)((uint)node >> 24),
                (GoNodeFlags)(high & 0x3F),
                index - (int)(high >> 23),
                firstToken,
                firstToken + (int)((high >> 6) & MaxDistance),
                firstToken + (int)((high >> 14) & MaxExtent));
        }
    }

    private static bool TryPack(in GoNodeData node, int index, out ulong packed)
    {
        var spannedNodes = (uint)(index - node.FirstNode);
        var spannedTokens = (uint)(node.EndToken - node.FirstToken);
        var distance = (uint)(node.MainToken - node.FirstToken);
        if (spannedNodes > MaxExtent || spannedTokens > MaxExtent || distance > MaxDistance || (uint)node.FirstToken > MaxFirstToken)
        {
            packed = 0;
            return false;
        }

        var high = (uint)node.Flags | (distance << 6) | (spannedTokens << 14) | (spannedNodes << 23);
        packed = (uint)node.FirstToken | ((uint)node.Kind << 24) | ((ulong)high << 32);
        return true;
    }
}
