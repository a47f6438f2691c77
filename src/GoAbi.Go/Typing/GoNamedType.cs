using System;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Go;

/// <summary>A defined type (type T ...), perhaps instantiated (T[int]). Its declaration is read when something asks what is behind the name.</summary>
public sealed class GoNamedType : GoType
{
    // type T[P any] struct { T[[]P] } has no end. Who walks a list by x.next.next comes to as many generations as he writes steps.
    private const int MaxGeneration = 50;

    private readonly Func<GoNamedType, GoType> resolve;
    private readonly Func<GoNamedType, ImmutableArray<GoTypeParameter>> resolveParameters;
    private GoType? underlying;
    private ImmutableArray<GoTypeParameter> parameters;

    internal GoNamedType(
        string name, string? packagePath, GoObject? declared, Func<GoNamedType, GoType> resolve, Func<GoNamedType, ImmutableArray<GoTypeParameter>> resolveParameters)
    {
        Name = name;
        PackagePath = packagePath;
        Object = declared;
        Origin = this;
        TypeArguments = ImmutableArray<GoType>.Empty;
        this.resolve = resolve;
        this.resolveParameters = resolveParameters;
    }

    private GoNamedType(GoNamedType origin, ImmutableArray<GoType> arguments, int generation)
    {
        Generation = generation;
        Name = origin.Name;
        PackagePath = origin.PackagePath;
        Object = origin.Object;
        Origin = origin;
        TypeArguments = arguments;
        resolve = static type => type.Generation < MaxGeneration ? TypeSubstitution.Of(type).Apply(type.Origin.Underlying) : GoUnknownType.Instance;
        resolveParameters = static _ => ImmutableArray<GoTypeParameter>.Empty;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Import path of its package; null for error and comparable.</summary>
    public string? PackagePath { get; }

    /// <summary>What declares it; null for predeclared types.</summary>
    public GoObject? Object { get; }

    /// <summary>The generic type that this is an instance of; itself for all others.</summary>
    public GoNamedType Origin { get; }

    /// <summary>The type arguments of an instance.</summary>
    public ImmutableArray<GoType> TypeArguments { get; }

    /// <summary>The type parameters of a generic type that is not instantiated.</summary>
    public ImmutableArray<GoTypeParameter> TypeParameters
    {
        get
        {
            if (parameters.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref parameters, resolveParameters(this));
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override GoType Underlying
    {
        get
        {
            if (Volatile.Read(ref underlying) is { } known)
            {
                return known;
            }

            // A type that is defined by itself (type T T) is unknown; a second thread finds the same and the first stays.
            var found = TypeCycles.Enter(this) ? Resolve() : GoUnknownType.Instance;
            return found;
        }
    }

    /// <summary>Name with its package's path.</summary>
    public string QualifiedName => PackagePath is null ? Name : PackagePath + "." + Name;

    /// <summary>How many instances had to be resolved one out of the other before this one came up; 0 for one that is written.</summary>
    internal int Generation { get; }

    internal GoNamedType Instantiate(ImmutableArray<GoType> arguments, int generation = 0) => new(this, arguments, generation);

    private GoType Resolve()
    {
        try
        {
            var found = resolve(this);
            return Interlocked.CompareExchange(ref underlying, found, null) ?? found;
        }
        finally
        {
            TypeCycles.Leave(this);
        }
    }
}

/// <summary>A type parameter of a generic type or function.</summary>
public sealed class GoTypeParameter : GoType
{
    private readonly Func<GoTypeParameter, GoType> resolve;
    private GoType? constraint;

    internal GoTypeParameter(string name, int index, GoNode declaration, Func<GoTypeParameter, GoType> resolve)
    {
        Name = name;
        Index = index;
        Declaration = declaration;
        this.resolve = resolve;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Which of its declaration's, from 0.</summary>
    public int Index { get; }

    /// <summary>The node of its name.</summary>
    public GoNode Declaration { get; }

    /// <summary>Its constraint as written: an interface or a type that stands for one.</summary>
    public GoType Constraint
    {
        get
        {
            if (Volatile.Read(ref constraint) is { } known)
            {
                return known;
            }

            if (!TypeCycles.Enter(this))
            {
                return GoUnknownType.Instance;
            }

            try
            {
                var found = resolve(this);
                return Interlocked.CompareExchange(ref constraint, found, null) ?? found;
            }
            finally
            {
                TypeCycles.Leave(this);
            }
        }
    }

    /// <inheritdoc/>
    public override GoType Underlying => Constraint.Underlying;
}
