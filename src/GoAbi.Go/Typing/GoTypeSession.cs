using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// The types of everything that packages declare at package level, for one target: found when they are asked for, each once. Thread-safe; packages that are analysed at the same time share one, so that
/// a defined type is one object for all.
/// </summary>
public sealed class GoTypeSession
{
    private readonly Func<GoPackageScope, string, GoPackageScope?> imports;
    private readonly ConcurrentDictionary<GoObject, GoType> types = new();
    private readonly ConcurrentDictionary<GoNode, GoTypeParameter> parameters = new(NodeComparer.Instance);
    private readonly ConcurrentDictionary<GoNode, bool> missing = new(NodeComparer.Instance);
    private readonly ConcurrentDictionary<GoNode, GoNamedType> named = new(NodeComparer.Instance);
    private readonly ConcurrentDictionary<GoSyntaxTree, TypeContext> contexts = new();
    private readonly ConcurrentDictionary<GoPackageScope, Dictionary<string, ImmutableArray<GoObject>>> methods = new();
    private readonly ConcurrentDictionary<GoObject, TypedValue> constants = new();

    /// <param name="target">What all packages are read for.</param>
    /// <param name="imports">The package that a package imports by a path as written; null where it is not at hand. Not asked for "C" and "unsafe". Called from any thread.</param>
    public GoTypeSession(Target target, Func<GoPackageScope, string, GoPackageScope?> imports)
    {
        Target = target ?? throw new ArgumentNullException(nameof(target));
        this.imports = imports ?? throw new ArgumentNullException(nameof(imports));
        Sizes = GoSizes.For(target.Goarch);
        Universe = GoUniverse.For(target.Toolchain);
    }

    /// <summary>What all packages are read for.</summary>
    public Target Target { get; }

    /// <summary>Sizes and alignments on the target.</summary>
    public GoSizes Sizes { get; }

    internal GoUniverse Universe { get; }

    /// <summary>
    /// The type of what a package declares: of a type's name the type, of a function its signature, of a variable or constant its type. Unknown where source is
    /// missing or wrong, and for what functions declare.
    /// </summary>
    public GoType TypeOf(GoObject item)
    {
        if (item is null)
        {
            throw new ArgumentNullException(nameof(item));
        }

        if (item.IsUniverse)
        {
            return UniverseTypes.TypeOf(item);
        }

        if (types.TryGetValue(item, out var known))
        {
            return known;
        }

        if (item.PackagePath == "unsafe")
        {
            return item.Name == "Pointer" ? GoBasicType.Of(GoBasicKind.UnsafePointer) : GoUnknownType.Instance;
        }

        if (item.Kind == GoObjectKind.Constant)
        {
            return ConstantOf(item).Type;
        }

        if (!item.IsPackageLevel || item.Owner is null || !TypeCycles.Enter(item))
        {
            return GoUnknownType.Instance;
        }

        try
        {
            return types.GetOrAdd(item, DeclaredTypeReader.Read(item, ContextOf(item.DeclaringNode.Tree, item.Owner)));
        }
        finally
        {
            TypeCycles.Leave(item);
        }
    }

    /// <summary>The value of a constant that a package declares; null where it can't be known.</summary>
    public GoConstantValue? ValueOf(GoObject constant) => ConstantOf(constant).Value;

    internal TypedValue ConstantOf(GoObject item)
    {
        if (constants.TryGetValue(item, out var known))
        {
            return known;
        }

        if (item.Kind != GoObjectKind.Constant || item.Owner is null || !TypeCycles.Enter(item))
        {
            return TypedValue.Unknown;
        }

        try
        {
            return constants.GetOrAdd(item, ConstantReader.Read(item, new ExpressionTyper(ContextOf(item.DeclaringNode.Tree, item.Owner))));
        }
        finally
        {
            TypeCycles.Leave(item);
        }
    }

    /// <summary>The methods that are declared for a type of a package, by the type's name; a receiver that names an alias counts for the type behind it.</summary>
    internal ImmutableArray<GoObject> MethodsOf(GoNamedType type)
    {
        if (type.Object is not { Owner: { } owner } || !type.Object.IsPackageLevel)
        {
            return ImmutableArray<GoObject>.Empty;
        }

        var byType = methods.GetOrAdd(owner, MethodsByType);
        return byType.TryGetValue(type.Name, out var found) ? found : ImmutableArray<GoObject>.Empty;
    }

    /// <summary>The one type that a TypeSpec defines.</summary>
    internal GoNamedType Defined(GoObject? item, GoNode spec, TypeContext context) => named.GetOrAdd(spec, _ => new GoNamedType(
        spec[0].Text,
        context.Owner.ImportPath,
        item,
        type => new TypeReader(context.With(type.TypeParameters, type)).Read(spec[2]).Underlying,
        type => TypeParametersOf(spec[1], context)));

    /// <summary>The type parameters that a list declares; each sees all of them.</summary>
    internal ImmutableArray<GoTypeParameter> TypeParametersOf(GoNode list, TypeContext context)
    {
        if (list.Kind != GoSyntaxKind.TypeParameters)
        {
            return ImmutableArray<GoTypeParameter>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<GoTypeParameter>();
        foreach (var field in list.Children)
        {
            if (field.Kind != GoSyntaxKind.Field || field[0].IsNone)
            {
                continue;
            }

            foreach (var name in field[0].Children)
            {
                var index = found.Count;
                found.Add(parameters.GetOrAdd(name, _ => new GoTypeParameter(name.Text, index, name, _ => ConstraintOf(list, field, context))));
            }
        }

        return found.ToImmutable();
    }

    private GoType ConstraintOf(GoNode list, GoNode field, TypeContext context) =>
        TypeReader.Constraint(new TypeReader(context.With(TypeParametersOf(list, context))).Read(field[1]));

    /// <summary>The type parameters that a method's receiver names: func (r T[P, Q]) m().</summary>
    internal ImmutableArray<GoTypeParameter> ReceiverParameters(GoNode receiverType, GoNamedType? origin)
    {
        if (receiverType.Kind != GoSyntaxKind.Index)
        {
            return ImmutableArray<GoTypeParameter>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<GoTypeParameter>();
        var isFirst = true;
        foreach (var child in receiverType.Children)
        {
            if (isFirst)
            {
                isFirst = false;
                continue;
            }

            var index = found.Count;
            found.Add(parameters.GetOrAdd(child, _ => new GoTypeParameter(
                child.Text, index, child, _ => origin is not null && index < origin.TypeParameters.Length ? origin.TypeParameters[index].Constraint : GoUnknownType.Instance)));
        }

        return found.ToImmutable();
    }

    /// <summary>A type parameter by the node of its name, where its declaration has been read already.</summary>
    internal GoTypeParameter? FindParameter(GoNode declaration) => parameters.TryGetValue(declaration, out var found) ? found : null;

    /// <summary>Whether a name was found to be no type parameter after all: its declaration is odd, and is not read again for each mention.</summary>
    internal bool IsMissing(GoNode declaration) => missing.ContainsKey(declaration);

    /// <summary>Makes <see cref="IsMissing"/> true; null.</summary>
    internal GoTypeParameter? RememberMissing(GoNode declaration)
    {
        missing[declaration] = true;
        return null;
    }

    /// <summary>How names are looked up outside functions of a file.</summary>
    internal TypeContext ContextOf(GoSyntaxTree tree, GoPackageScope owner) => contexts.GetOrAdd(tree, _ => new TypeContext(
        this, owner, new DeclarationNames(new FileScope(tree, owner, Universe, path => imports(owner, path)))));

    private Dictionary<string, ImmutableArray<GoObject>> MethodsByType(GoPackageScope owner)
    {
        var lists = new Dictionary<string, List<GoObject>>(StringComparer.Ordinal);
        foreach (var method in owner.Methods)
        {
            var name = method.ReceiverTypeName ?? "";
            if (owner.TryGet(name, out var type) && type.IsAlias && TypeOf(type) is GoNamedType { Object: { } behind } && ReferenceEquals(behind.Owner, owner))
            {
                name = behind.Name;
            }

            if (!lists.TryGetValue(name, out var list))
            {
                lists.Add(name, list = []);
            }

            list.Add(method);
        }

        var found = new Dictionary<string, ImmutableArray<GoObject>>(StringComparer.Ordinal);
        foreach (var pair in lists)
        {
            found.Add(pair.Key, pair.Value.ToImmutableArray());
        }

        return found;
    }
}
