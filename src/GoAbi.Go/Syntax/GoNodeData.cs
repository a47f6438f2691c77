namespace GoAbi.Go;

/// <summary>
/// One node as the tree stores it: nodes are in post-order, so a node's last child is the node before it, and a child's
/// previous sibling is the node before that child's <see cref="FirstNode"/>. 20 bytes.
/// </summary>
internal readonly struct GoNodeData(GoSyntaxKind kind, GoNodeFlags flags, int firstNode, int firstToken, int mainToken, int endToken)
{
    /// <summary>Index of the first node of the subtree; the node's own index for a leaf.</summary>
    public readonly int FirstNode = firstNode;

    /// <summary>Index of the first token.</summary>
    public readonly int FirstToken = firstToken;

    /// <summary>Index of the token that names the node: the operator, the keyword, the "(" of a call; else the first.</summary>
    public readonly int MainToken = mainToken;

    /// <summary>Index after the last token.</summary>
    public readonly int EndToken = endToken;

    public readonly GoSyntaxKind Kind = kind;

    public readonly GoNodeFlags Flags = flags;
}
