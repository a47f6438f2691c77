using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace GoAbi.Go;

/// <summary>Nodes as keys over many trees: a node's own hash is its index alone.</summary>
internal sealed class NodeComparer : IEqualityComparer<GoNode>
{
    public static NodeComparer Instance { get; } = new();

    public bool Equals(GoNode x, GoNode y) => x.Equals(y);

    public int GetHashCode(GoNode obj) => unchecked((RuntimeHelpers.GetHashCode(obj.Tree) * 397) ^ obj.Index);
}
