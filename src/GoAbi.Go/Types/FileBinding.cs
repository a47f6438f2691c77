using System.Collections.Generic;
using System.Threading;

namespace GoAbi.Go;

/// <summary>The names of one file, resolved. Immutable but for the objects of locals, which are made on demand, each once.</summary>
internal sealed class FileBinding
{
    private readonly int[] uses;
    private readonly GoObject[] shared;
    private readonly LocalData[] locals;
    private readonly GoObject?[] localObjects;

    /// <param name="tree">The file.</param>
    /// <param name="uses">By node, see <see cref="NameUse"/>.</param>
    /// <param name="shared">Objects that this file refers to or declares and that are not local to it.</param>
    /// <param name="locals">What it declares in functions, and fields.</param>
    public FileBinding(GoSyntaxTree tree, int[] uses, GoObject[] shared, LocalData[] locals)
    {
        Tree = tree;
        this.uses = uses;
        this.shared = shared;
        this.locals = locals;
        localObjects = new GoObject?[locals.Length];
    }

    public GoSyntaxTree Tree { get; }

    public int Count => uses.Length;

    public GoReference Reference(int node)
    {
        var use = uses[node];
        switch (NameUse.Tag(use))
        {
            case NameUse.Local:
                return new GoReference(GoReferenceStatus.Resolved, LocalObject(NameUse.Number(use)));
            case NameUse.Shared:
                return new GoReference(GoReferenceStatus.Resolved, shared[NameUse.Number(use)]);
            case NameUse.Unresolved:
                return new GoReference(GoReferenceStatus.Unresolved, null);
            case NameUse.Member:
                return new GoReference(GoReferenceStatus.Member, null);
            default:
                return default;
        }
    }

    public GoObject? DeclaredBy(int node)
    {
        var use = uses[node];
        return NameUse.Tag(use) switch
        {
            NameUse.LocalDeclaration => LocalObject(NameUse.Number(use)),
            NameUse.SharedDeclaration => shared[NameUse.Number(use)],
            _ => null,
        };
    }

    // Identifiers are leaves, so their order in post-order is that of the source.
    public IEnumerable<(GoNode Node, GoObject Object)> Uses()
    {
        for (var node = 0; node < uses.Length; node++)
        {
            if (NameUse.Tag(uses[node]) is NameUse.Local or NameUse.Shared)
            {
                yield return (new GoNode(Tree, node), Reference(node).Object!);
            }
        }
    }

    public IEnumerable<GoNode> Uses(GoObject item)
    {
        var wanted = UseOf(item);
        if (wanted != NameUse.None)
        {
            for (var node = 0; node < uses.Length; node++)
            {
                if (uses[node] == wanted)
                {
                    yield return new GoNode(Tree, node);
                }
            }
        }
    }

    /// <summary>The identifiers that nothing declares, each with the package's name that stands before it, if one does. Of x.f with an unknown x, the x only.</summary>
    public IEnumerable<(GoNode Node, GoObject? Package)> Unresolved()
    {
        for (var node = 0; node < uses.Length; node++)
        {
            var package = NameUse.Number(uses[node]);
            if (NameUse.Tag(uses[node]) == NameUse.Unresolved && package >= 0)
            {
                yield return (new GoNode(Tree, node), package == 0 ? null : shared[package - 1]);
            }
        }
    }

    private int UseOf(GoObject item)
    {
        for (var i = 0; i < shared.Length; i++)
        {
            if (ReferenceEquals(shared[i], item))
            {
                return NameUse.Pack(NameUse.Shared, i);
            }
        }

        if (ReferenceEquals(item.Declaration.Tree, Tree))
        {
            for (var i = 0; i < localObjects.Length; i++)
            {
                if (ReferenceEquals(Volatile.Read(ref localObjects[i]), item))
                {
                    return NameUse.Pack(NameUse.Local, i);
                }
            }
        }

        return NameUse.None;
    }

    private GoObject LocalObject(int number) =>
        Volatile.Read(ref localObjects[number])
            ?? Interlocked.CompareExchange(ref localObjects[number], MakeLocal(locals[number]), null)
            ?? localObjects[number]!;

    private GoObject MakeLocal(LocalData data)
    {
        var name = new GoNode(Tree, data.Declaration);
        return new GoObject(data.Kind, name.Text, data.Traits, name, new GoNode(Tree, data.DeclaringNode));
    }
}
