using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>
/// What a declaration introduces: one object for each thing that a name can denote. Compared by reference: within one
/// <see cref="GoBinding"/> every use of a thing gives the same object. Immutable and thread-safe. It has no type yet: types
/// are found by a later stage, which keys them by object.
/// </summary>
public sealed class GoObject
{
    private readonly GoObjectTraits traits;

    internal GoObject(
        GoObjectKind kind,
        string name,
        GoObjectTraits traits,
        GoNode declaration = default,
        GoNode declaringNode = default,
        string? packagePath = null,
        string? importPath = null,
        string? receiverTypeName = null)
    {
        Kind = kind;
        Name = name;
        this.traits = traits;
        Declaration = declaration;
        DeclaringNode = declaringNode;
        PackagePath = packagePath;
        ImportPath = importPath;
        ReceiverTypeName = receiverTypeName;
    }

    /// <summary>What it is.</summary>
    public GoObjectKind Kind { get; }

    /// <summary>The name that it was declared with.</summary>
    public string Name { get; }

    /// <summary>Import path of the package that declares it at package level, methods included; null for all others.</summary>
    public string? PackagePath { get; }

    /// <summary>
    /// The node of its name: an Identifier, or the path of an import that has no name of its own. The default value for
    /// what no source declares.
    /// </summary>
    public GoNode Declaration { get; }

    /// <summary>
    /// What declares it: FuncDecl, TypeSpec, ValueSpec, Field, MethodSpec, ImportSpec, AssignStmt, RangeStmt, LabeledStmt,
    /// the CaseClause of a type switch's symbol (there is one object for each clause), or for the type parameters of a
    /// receiver the receiver's Field.
    /// </summary>
    public GoNode DeclaringNode { get; }

    /// <summary>
    /// For a <see cref="GoObjectKind.PackageName"/> the path of the imported package: its own where it is at hand (vendored
    /// packages of GOROOT are imported by a shorter one), else as written; "C" for cgo.
    /// </summary>
    public string? ImportPath { get; }

    /// <summary>For a method the name of its receiver's base type; null for all others.</summary>
    public string? ReceiverTypeName { get; }

    /// <summary>True where it is declared at package level (methods, which are in no scope, and init functions too).</summary>
    public bool IsPackageLevel => Has(GoObjectTraits.PackageLevel);

    /// <summary>True for predeclared names.</summary>
    public bool IsUniverse => Has(GoObjectTraits.Universe);

    /// <summary>True for what a function declares, its parameters included: neither package level, imported, predeclared, a field nor an interface's method.</summary>
    public bool IsLocal => Kind != GoObjectKind.PackageName
        && (traits & (GoObjectTraits.PackageLevel | GoObjectTraits.Universe | GoObjectTraits.Field | GoObjectTraits.InterfaceMethod)) == 0;

    /// <summary>True for a parameter (of a function type too).</summary>
    public bool IsParameter => Has(GoObjectTraits.Parameter);

    /// <summary>True for a named result.</summary>
    public bool IsResult => Has(GoObjectTraits.Result);

    /// <summary>True for a method's receiver.</summary>
    public bool IsReceiver => Has(GoObjectTraits.Receiver);

    /// <summary>True for a type parameter, those that a receiver names included.</summary>
    public bool IsTypeParameter => Has(GoObjectTraits.TypeParameter);

    /// <summary>True for a named struct field.</summary>
    public bool IsField => Has(GoObjectTraits.Field);

    /// <summary>True for a method with a receiver.</summary>
    public bool IsMethod => Has(GoObjectTraits.Method);

    /// <summary>True for a method that an interface type lists.</summary>
    public bool IsInterfaceMethod => Has(GoObjectTraits.InterfaceMethod);

    /// <summary>True for a method whose receiver is *T.</summary>
    public bool IsPointerReceiver => Has(GoObjectTraits.PointerReceiver);

    /// <summary>True for the variable of a type switch in one of its clauses.</summary>
    public bool IsTypeSwitchSymbol => Has(GoObjectTraits.TypeSwitchSymbol);

    /// <summary>
    /// True for a package whose source was not at hand and whose import gives it no name: <see cref="Name"/> is then what
    /// the path's last element suggests, and counts only where nothing else has that name.
    /// </summary>
    public bool IsGuessedName => Has(GoObjectTraits.GuessedName);

    /// <summary>True for "type A = B".</summary>
    public bool IsAlias => DeclaringNode.Kind == GoSyntaxKind.TypeSpec && (DeclaringNode.Flags & GoNodeFlags.Alias) != 0;

    /// <summary>True for a function or method whose declaration has a body, read or skipped.</summary>
    public bool HasBody => DeclaringNode.Kind == GoSyntaxKind.FuncDecl && !DeclaringNode.LastChild.IsNone;

    /// <summary>What the declaration of a function or method says about its parameters and results; the default value for others.</summary>
    public GoFunctionShape Shape => Kind == GoObjectKind.Function ? GoFunctionShape.Of(DeclaringNode) : default;

    /// <summary>The directives before the declaration of a function or method (go:nosplit, go:noescape, go:cgo_unsafe_args...).</summary>
    public ImmutableArray<GoDirective> Directives => DeclaringNode.Kind == GoSyntaxKind.FuncDecl
        ? DeclaringNode.Tree.DirectivesBefore(DeclaringNode)
        : ImmutableArray<GoDirective>.Empty;

    /// <inheritdoc/>
    public override string ToString() =>
        Kind + " " + (PackagePath is null ? "" : PackagePath + ".") + (ReceiverTypeName is null ? "" : ReceiverTypeName + ".") + Name;

    /// <summary>The package that declares it, of a package's name the package itself; set once, before anybody else sees the object.</summary>
    internal GoPackageScope? Owner { get; set; }

    private bool Has(GoObjectTraits trait) => (traits & trait) != 0;
}
