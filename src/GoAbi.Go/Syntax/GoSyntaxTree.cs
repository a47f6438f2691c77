using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// The syntax of one Go file: tokens in one array, nodes in another (post-order), comments and directives apart. It does
/// not depend on a target. Immutable and thread-safe. Parsing never throws: what can't be read is a diagnostic, and
/// everything that could still be read is in the tree.
/// </summary>
public sealed partial class GoSyntaxTree
{
    private int[]? parents;

    /// <summary>The file that was parsed.</summary>
    public SourceFile File { get; }

    /// <summary>The name of the package clause; "" where there is none.</summary>
    public string PackageName => GoImportReader.PackageName(this);

    /// <summary>The node for the whole file.</summary>
    public GoNode Root => new(this, Nodes.Length - 1);

    /// <summary>All syntax errors of the file, in order.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    internal GoNodeList Nodes { get; }

    internal GoNode ParentOf(int index)
    {
        var all = parents ?? Interlocked.CompareExchange(ref parents, FindParents(), null) ?? parents!;
        return all[index] < 0 ? default : new GoNode(this, all[index]);
    }

    private int[] FindParents()
    {
        var found = new int[Nodes.Length];
        found[found.Length - 1] = -1;
        for (var i = Nodes.Length - 1; i >= 0; i--)
        {
            var first = Nodes[i].FirstNode;
            for (var child = i - 1; child >= first; child = Nodes[child].FirstNode - 1)
            {
                found[child] = i;
            }
        }

        return found;
    }
}
