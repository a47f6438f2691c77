namespace GoAbi.Go;

/// <summary>
/// A declaration inside a function, as <see cref="FileBinding"/> keeps it: numbers of nodes. Its <see cref="GoObject"/> is
/// made when somebody asks.
/// </summary>
internal readonly struct LocalData(int declaration, int declaringNode, GoObjectKind kind, GoObjectTraits traits)
{
    public readonly int Declaration = declaration;

    public readonly int DeclaringNode = declaringNode;

    public readonly GoObjectKind Kind = kind;

    public readonly GoObjectTraits Traits = traits;
}
