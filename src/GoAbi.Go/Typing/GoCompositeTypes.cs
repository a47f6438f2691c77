using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>*T.</summary>
public sealed class GoPointerType : GoType
{
    internal GoPointerType(GoType element)
    {
        Element = element;
    }

    /// <summary>What it points to.</summary>
    public GoType Element { get; }
}

/// <summary>[]T.</summary>
public sealed class GoSliceType : GoType
{
    internal GoSliceType(GoType element)
    {
        Element = element;
    }

    /// <summary>The element's type.</summary>
    public GoType Element { get; }
}

/// <summary>[n]T.</summary>
public sealed class GoArrayType : GoType
{
    internal GoArrayType(GoType element, long length)
    {
        Element = element;
        Length = length;
    }

    /// <summary>The element's type.</summary>
    public GoType Element { get; }

    /// <summary>How many elements; -1 where that is unknown.</summary>
    public long Length { get; }
}

/// <summary>map[K]V.</summary>
public sealed class GoMapType : GoType
{
    internal GoMapType(GoType key, GoType element)
    {
        Key = key;
        Element = element;
    }

    /// <summary>The key's type.</summary>
    public GoType Key { get; }

    /// <summary>The element's type.</summary>
    public GoType Element { get; }
}

/// <summary>chan T, chan&lt;- T, &lt;-chan T.</summary>
public sealed class GoChanType : GoType
{
    internal GoChanType(GoType element, bool canSend, bool canReceive)
    {
        Element = element;
        CanSend = canSend;
        CanReceive = canReceive;
    }

    /// <summary>The element's type.</summary>
    public GoType Element { get; }

    /// <summary>False for &lt;-chan T.</summary>
    public bool CanSend { get; }

    /// <summary>False for chan&lt;- T.</summary>
    public bool CanReceive { get; }
}

/// <summary>A field of a struct.</summary>
/// <param name="Name">The name; an embedded field's is its type's.</param>
/// <param name="Type">The type.</param>
/// <param name="IsEmbedded">True for an embedded field.</param>
/// <param name="Tag">The tag's value; null for none.</param>
/// <param name="PackagePath">Import path of the package that declares it: a name that is not exported is another in each package.</param>
/// <param name="Declaration">The node of its name, or of its type where it is embedded.</param>
public sealed record GoField(string Name, GoType Type, bool IsEmbedded, string? Tag, string PackagePath, GoNode Declaration);

/// <summary>struct{...}.</summary>
public sealed class GoStructType : GoType
{
    internal GoStructType(ImmutableArray<GoField> fields)
    {
        Fields = fields;
    }

    /// <summary>The fields in order, "_" included.</summary>
    public ImmutableArray<GoField> Fields { get; }
}

/// <summary>Several values at once: what a call with several results gives.</summary>
public sealed class GoTupleType : GoType
{
    internal GoTupleType(ImmutableArray<GoType> elements)
    {
        Elements = elements;
    }

    /// <summary>The types; none for a call without result.</summary>
    public ImmutableArray<GoType> Elements { get; }
}

/// <summary>func(...) ...; of a function or method too.</summary>
public sealed class GoSignature : GoType
{
    internal GoSignature(
        ImmutableArray<GoType> parameters, ImmutableArray<GoType> results, bool isVariadic, ImmutableArray<GoTypeParameter> typeParameters = default, GoType? receiver = null,
        ImmutableArray<GoTypeParameter> receiverTypeParameters = default)
    {
        Parameters = parameters;
        Results = results;
        IsVariadic = isVariadic;
        TypeParameters = typeParameters.IsDefault ? ImmutableArray<GoTypeParameter>.Empty : typeParameters;
        Receiver = receiver;
        ReceiverTypeParameters = receiverTypeParameters.IsDefault ? ImmutableArray<GoTypeParameter>.Empty : receiverTypeParameters;
    }

    /// <summary>The parameters' types; the last is a slice where <see cref="IsVariadic"/>.</summary>
    public ImmutableArray<GoType> Parameters { get; }

    /// <summary>The results' types.</summary>
    public ImmutableArray<GoType> Results { get; }

    /// <summary>True where the last parameter is ...T.</summary>
    public bool IsVariadic { get; }

    /// <summary>The type parameters of a generic function.</summary>
    public ImmutableArray<GoTypeParameter> TypeParameters { get; }

    /// <summary>The receiver's type of a method; null for functions. Not part of the type.</summary>
    public GoType? Receiver { get; }

    internal ImmutableArray<GoTypeParameter> ReceiverTypeParameters { get; }

    /// <summary>The signature with types in place of its type parameters: those of a method's receiver first, then its own. Itself where the number isn't theirs.</summary>
    /// <param name="arguments">One type for each.</param>
    public GoSignature Instantiate(ImmutableArray<GoType> arguments)
    {
        var parameters = ReceiverTypeParameters.AddRange(TypeParameters);
        return arguments.Length == parameters.Length && !parameters.IsEmpty
            && TypeSubstitution.Of(parameters, arguments).Apply(new GoSignature(Parameters, Results, IsVariadic)) is GoSignature { } inner
                ? new GoSignature(inner.Parameters, inner.Results, IsVariadic, receiver: Receiver is null ? null : TypeSubstitution.Of(parameters, arguments).Apply(Receiver))
                : this;
    }

    /// <summary>How many types <see cref="Instantiate"/> takes; 0 for a function that isn't generic.</summary>
    public int TypeArgumentCount => ReceiverTypeParameters.Length + TypeParameters.Length;
}

/// <summary>One term of a union: T or ~T.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsTilde">True for ~T: all types whose underlying type it is.</param>
public readonly record struct GoUnionTerm(GoType Type, bool IsTilde);

/// <summary>A | ~B, in a constraint.</summary>
public sealed class GoUnionType : GoType
{
    internal GoUnionType(ImmutableArray<GoUnionTerm> terms)
    {
        Terms = terms;
    }

    /// <summary>The terms in order.</summary>
    public ImmutableArray<GoUnionTerm> Terms { get; }
}
