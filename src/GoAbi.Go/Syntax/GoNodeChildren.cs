using System;

namespace GoAbi.Go;

/// <summary>The children of a node in source order, for foreach.</summary>
public readonly struct GoNodeChildren : IEquatable<GoNodeChildren>
{
    private readonly GoNode parent;

    internal GoNodeChildren(GoNode parent)
    {
        this.parent = parent;
    }

    /// <summary>Equal where the parents are.</summary>
    public static bool operator ==(GoNodeChildren left, GoNodeChildren right) => left.Equals(right);

    /// <summary>Different where the parents are.</summary>
    public static bool operator !=(GoNodeChildren left, GoNodeChildren right) => !left.Equals(right);

    /// <summary>Starts before the first child.</summary>
    public Enumerator GetEnumerator() => new(parent);

    /// <inheritdoc/>
    public bool Equals(GoNodeChildren other) => parent == other.parent;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GoNodeChildren other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => parent.GetHashCode();

    /// <summary>Walks the children forward. Post-order links them backward, so their indexes are gathered first.</summary>
    public struct Enumerator
    {
        private readonly GoSyntaxTree tree;
        private readonly int[] indexes;
        private int at;

        internal Enumerator(GoNode parent)
        {
            tree = parent.Tree;
            at = -1;
            if (parent.IsDefault)
            {
                indexes = Array.Empty<int>();
                return;
            }

            var count = parent.ChildCount;
            indexes = count == 0 ? Array.Empty<int>() : new int[count];
            var child = parent.Index - 1;
            for (var i = count - 1; i >= 0; i--)
            {
                indexes[i] = child;
                child = tree.Nodes[child].FirstNode - 1;
            }
        }

        /// <summary>The child at the place reached.</summary>
        public readonly GoNode Current => new(tree, indexes[at]);

        /// <summary>Goes on to the next child.</summary>
        public bool MoveNext() => ++at < indexes.Length;
    }
}
