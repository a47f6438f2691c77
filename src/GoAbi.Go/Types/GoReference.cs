namespace GoAbi.Go;

/// <summary>What is known about the meaning of a name.</summary>
public enum GoReferenceStatus : byte
{
    /// <summary>No use of a name: a declaring identifier, the blank identifier, or no name at all.</summary>
    NotAReference,

    /// <summary>It denotes <see cref="GoReference.Object"/>, by Go's rules of scope.</summary>
    Resolved,

    /// <summary>Nothing at hand declares it: source is missing, or wrong.</summary>
    Unresolved,

    /// <summary>A field or method (selector or key of a composite literal): which one is for the stage that knows types.</summary>
    Member,
}

/// <summary>What a name denotes.</summary>
/// <param name="Status">How much is known.</param>
/// <param name="Object">The object; null unless <see cref="GoReferenceStatus.Resolved"/>.</param>
public readonly record struct GoReference(GoReferenceStatus Status, GoObject? Object)
{
    /// <inheritdoc/>
    public override string ToString() => Object is null ? Status.ToString() : Object.ToString();
}
