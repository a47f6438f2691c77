namespace GoAbi.Go;

/// <summary>
/// One node as the parser makes it (a tree keeps it smaller: <see cref="GoNodeList"/>). Nodes are in post-order, so a node's last child is the node before it, and a child's
/// previous sibling is the node before that child's <see cref="FirstNode"/>. 16 bytes.
/// </summary>
internal readonly struct GoNodeData
{
    // kind: 7 bits, flags: 6 bits, main token: 18 bits as its distance, and one bit that says from which end. The main token
    // stands near the start (keyword, prefix operator) or near the end ("(" of a call); an operator with 262 143 tokens on either
    // side of it would be taken for the node's first token.
    private const int DistanceBits = 18;
    private const uint MaxDistance = (1u << DistanceBits) - 1;

    private readonly uint packed;

    public GoNodeData(GoSyntaxKind kind, GoNodeFlags flags, int firstNode, int firstToken, int mainToken, int endToken)
    {
        FirstNode = firstNode;
        FirstToken = firstToken;
        EndToken = endToken;
        var distance = (uint)(mainToken - firstToken);
        var fromEnd = 0u;
        if (distance > MaxDistance)
        {
            distance = (uint)(endToken - mainToken);
            fromEnd = 1;
            if (distance > MaxDistance)
            {
                (distance, fromEnd) = (0, 0);
            }
        }

        packed = (uint)kind | ((uint)flags << 7) | (fromEnd << 13) | (distance << 14);
    }

    /// <summary>Index of the first node of the subtree; the node's own index for a leaf.</summary>
    public int FirstNode { get; }

    /// <summary>Index of the first token.</summary>
    public int FirstToken { get; }

    /// <summary>Index after the last token.</summary>
    public int EndToken { get; }

    /// <summary>Index of the token that names the node: the operator, the keyword, the "(" of a call; else the first.</summary>
    public int MainToken => (packed & (1u << 13)) == 0 ? FirstToken + (int)(packed >> 14) : EndToken - (int)(packed >> 14);

    public GoSyntaxKind Kind => (GoSyntaxKind)(packed & 0x7F);

    public GoNodeFlags Flags => (GoNodeFlags)((packed >> 7) & 0x3F);
}
