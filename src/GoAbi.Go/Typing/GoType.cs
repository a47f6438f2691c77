namespace GoAbi.Go;

/// <summary>
/// A type of Go (Go spec, "Types"). Immutable and thread-safe. Aliases are seen through: there is no object for one. Two types are the same where <see cref="IsIdenticalTo"/>
/// says so; defined types and type parameters are by reference.
/// </summary>
public abstract class GoType
{
    private protected GoType()
    {
    }

    /// <summary>The type literal or predeclared type behind a defined type; the type itself for all others. A type parameter's is its constraint.</summary>
    public virtual GoType Underlying => this;

    /// <summary>True where nothing is known: source is missing or wrong.</summary>
    public bool IsUnknown => this is GoUnknownType;

    /// <summary>True where both are one type (Go spec, "Type identity"). What is unknown is identical to nothing but itself.</summary>
    public bool IsIdenticalTo(GoType other) => TypeIdentity.AreIdentical(this, other);

    /// <summary>The type as go/types writes it, packages by import path.</summary>
    public override string ToString() => TypeWriter.Write(this);
}

/// <summary>What can't be known: a name without declaration, a missing import, broken code. Everything that depends on it is unknown too, and nothing else.</summary>
public sealed class GoUnknownType : GoType
{
    private GoUnknownType()
    {
    }

    /// <summary>The only one.</summary>
    public static GoUnknownType Instance { get; } = new();
}
