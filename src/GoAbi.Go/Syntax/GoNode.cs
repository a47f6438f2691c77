using System;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// A node of a <see cref="GoSyntaxTree"/>: a tree and an index, compared by both. The default value is no node.
/// What the children are stands at <see cref="GoSyntaxKind"/>.
/// </summary>
public readonly struct GoNode : IEquatable<GoNode>
{
    internal GoNode(GoSyntaxTree tree, int index)
    {
        Tree = tree;
        Index = index;
    }

    /// <summary>The tree; null for the default value.</summary>
    public GoSyntaxTree Tree { get; }

    /// <summary>The node's number in its tree, from 0, in post-order.</summary>
    public int Index { get; }

    /// <summary>True for the default value, which is no node of any tree.</summary>
    public bool IsDefault => Tree is null;

    /// <summary>What the node is; <see cref="GoSyntaxKind.None"/> for an empty slot.</summary>
    public GoSyntaxKind Kind => Tree is null ? GoSyntaxKind.None : Data.Kind;

    /// <summary>True where the slot holds nothing.</summary>
    public bool IsNone => Kind == GoSyntaxKind.None;

    /// <summary>More about the node.</summary>
    public GoNodeFlags Flags => Data.Flags;

    /// <summary>Kind of the main token: the operator, the keyword, "(" of a call, else the first token.</summary>
    public GoTokenKind MainTokenKind => Tree.TokenKind(Data.MainToken);

    /// <summary>Span of the main token.</summary>
    public TextSpan MainTokenSpan => Tree.TokenSpan(Data.MainToken);

    /// <summary>Index of the first token in <see cref="GoSyntaxTree.Tokens"/>.</summary>
    public int FirstToken => Data.FirstToken;

    /// <summary>Index after the last token in <see cref="GoSyntaxTree.Tokens"/>.</summary>
    public int EndToken => Data.EndToken;

    /// <summary>From the start of the first token to the end of the last; empty for an empty slot.</summary>
    public TextSpan Span => Tree.NodeSpan(Data);

    /// <summary>Where the node is.</summary>
    public SourceLocation Location => new(Tree.File, Span);

    /// <summary>The source text of the node.</summary>
    public string Text => Kind == GoSyntaxKind.Identifier ? Tree.TokenText(Data.FirstToken) : Tree.File.Text.ToString(Span);

    /// <summary>The node that holds this one; the default value for the root.</summary>
    public GoNode Parent => Tree.ParentOf(Index);

    /// <summary>The children in source order, empty slots included.</summary>
    public GoNodeChildren Children => new(this);

    /// <summary>Number of children, empty slots included. Walks them.</summary>
    public int ChildCount
    {
        get
        {
            var count = 0;
            var first = Data.FirstNode;
            for (var at = Index - 1; at >= first; at = Tree.Nodes[at].FirstNode - 1)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The last child; the default value where there is none.</summary>
    public GoNode LastChild => Data.FirstNode < Index ? new GoNode(Tree, Index - 1) : default;

    private GoNodeData Data => Tree.Nodes[Index];

    /// <summary>A child by its slot, from 0. Walks from the last one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slot.</exception>
    public GoNode this[int slot]
    {
        get
        {
            var back = ChildCount - 1 - slot;
            if (slot < 0 || back < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(slot));
            }

            var at = Index - 1;
            while (back-- > 0)
            {
                at = Tree.Nodes[at].FirstNode - 1;
            }

            return new GoNode(Tree, at);
        }
    }

    /// <summary>Equal by tree and index.</summary>
    public static bool operator ==(GoNode left, GoNode right) => left.Equals(right);

    /// <summary>Different by tree or index.</summary>
    public static bool operator !=(GoNode left, GoNode right) => !left.Equals(right);

    /// <summary>The expression inside any number of parentheses; the node itself where there are none.</summary>
    public GoNode Unparenthesized()
    {
        var node = this;
        while (node.Kind == GoSyntaxKind.Paren)
        {
            node = node[0];
        }

        return node;
    }

    /// <inheritdoc/>
    public bool Equals(GoNode other) => ReferenceEquals(Tree, other.Tree) && Index == other.Index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GoNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <inheritdoc/>
    public override string ToString() => Tree is null ? "(no node)" : Kind + " " + Location;
}
