using System.Collections.Generic;

namespace GoAbi.Go;

/// <content>Walking all nodes.</content>
public sealed partial class GoSyntaxTree
{
    /// <summary>Number of nodes.</summary>
    public int NodeCount => Nodes.Length;

    /// <summary>A node by its number in post-order, from 0.</summary>
    public GoNode NodeAt(int index) => new(this, index);

    /// <summary>Every node, children before parents, source order among siblings.</summary>
    public IEnumerable<GoNode> AllNodes()
    {
        for (var i = 0; i < Nodes.Length; i++)
        {
            yield return new GoNode(this, i);
        }
    }
}
