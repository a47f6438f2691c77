namespace GoAbi.Go;

/// <summary>A type as it stands in some source, and how the names in it are to be looked up. The default value is no type that is known.</summary>
internal readonly struct TypePlace
{
    private TypePlace(GoSyntaxTree tree, int node, TypeContext context, FileScope? scope, int spec)
    {
        Tree = tree;
        Node = node;
        Context = context;
        Scope = scope;
        Spec = spec;
    }

    /// <summary>Where the names of a type are found.</summary>
    public enum TypeContext : byte
    {
        /// <summary>In the blocks that are open at the point of the walk.</summary>
        Here,

        /// <summary>Already: the walk came by.</summary>
        Bound,

        /// <summary>At package level, of this or another package.</summary>
        PackageLevel,
    }

    public GoSyntaxTree Tree { get; }

    public int Node { get; }

    public TypeContext Context { get; }

    /// <summary>For a type at package level: the file's scope.</summary>
    public FileScope? Scope { get; }

    /// <summary>For a type at package level: its TypeSpec, which may have type parameters.</summary>
    public int Spec { get; }

    public GoSyntaxKind Kind => Tree is null ? GoSyntaxKind.None : Tree.Nodes[Node].Kind;

    public static TypePlace Here(GoSyntaxTree tree, int node) => new(tree, node, TypeContext.Here, null, 0);

    public static TypePlace Bound(GoSyntaxTree tree, int node) => new(tree, node, TypeContext.Bound, null, 0);

    public static TypePlace PackageLevel(GoNode spec, FileScope scope) =>
        new(spec.Tree, spec.Index - 1, TypeContext.PackageLevel, scope, spec.Index);

    public TypePlace At(int node) => new(Tree, node, Context, Scope, Spec);
}
