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

    /// <summary>Walks the children forward. Post-order links them backward, so their indexes are gathered first; up to five need no array.</summary>
    public struct Enumerator
    {
        private const int Inline = 5;

        private readonly GoSyntaxTree tree;
        private readonly int[]? indexes;
        private readonly int count;
        private readonly int last0;
        private readonly int last1;
        private readonly int last2;
        private readonly int last3;
        private readonly int last4;
        private int at;

        internal Enumerator(GoNode parent)
        {
            this = default;
            tree = parent.Tree;
            at = -1;
            if (parent.IsDefault)
            {
                return;
            }

            count = parent.ChildCount;
            var child = parent.Index - 1;
            if (count > Inline)
            {
                indexes = new int[count];
                for (var i = count - 1; i >= 0; i--)
                {
                    indexes[i] = child;
                    child = tree.Nodes[child].FirstNode - 1;
                }

                return;
            }

            last0 = child;
            last1 = count > 1 ? tree.Nodes[last0].FirstNode - 1 : 0;
            last2 = count > 2 ? tree.Nodes[last1].FirstNode - 1 : 0;
            last3 = count > 3 ? tree.Nodes[last2].FirstNode - 1 : 0;
            last4 = count > 4 ? tree.Nodes[last3].FirstNode - 1 : 0;
        }

        /// <summary>The child at the place reached.</summary>
        public readonly GoNode Current => new(tree, indexes is null ? FromLast(count - 1 - at) : indexes[at]);

        /// <summary>Goes on to the next child.</summary>
        public bool MoveNext() => ++at < count;

        private readonly int FromLast(int back) => back switch
        {
            0 => last0,
            1 => last1,
            2 => last2,
            3 => last3,
            4 => last4,
            _ => throw new InvalidOperationException("The enumeration has ended."),
        };
    }
}
