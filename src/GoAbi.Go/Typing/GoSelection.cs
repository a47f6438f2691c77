using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>What x.f selects.</summary>
public enum GoSelectionKind : byte
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>A method of a defined type: a static call.</summary>
    Method,

    /// <summary>A method of an interface: found when the program runs.</summary>
    InterfaceMethod,
}

/// <summary>The field or method that a selector denotes, perhaps through embedded fields (Go spec, "Selectors").</summary>
public sealed record GoSelection
{
    /// <summary>What it is.</summary>
    public required GoSelectionKind Kind { get; init; }

    /// <summary>The field's type, or the method's signature with the type arguments of its receiver in place.</summary>
    public required GoType Type { get; init; }

    /// <summary>The field; null for methods.</summary>
    public GoField? Field { get; init; }

    /// <summary>The declared method; null for fields and methods of interfaces.</summary>
    public GoObject? Method { get; init; }

    /// <summary>The interface's method; null for others.</summary>
    public GoInterfaceMethod? InterfaceMethod { get; init; }

    /// <summary>The defined type that declares the method; null for fields and methods of interfaces.</summary>
    public GoNamedType? DeclaringType { get; init; }

    /// <summary>The embedded fields on the way, outermost first.</summary>
    public ImmutableArray<GoField> Path { get; init; } = ImmutableArray<GoField>.Empty;

    /// <summary>True for T.M, which is a function that takes the receiver first.</summary>
    public bool IsMethodExpression { get; init; }

    /// <summary>The type of what stands before the dot.</summary>
    public GoType Operand { get; init; } = GoUnknownType.Instance;

    /// <summary>The full name of a method as go/types writes it: (*p.T).M, (p.I).M; null for a field.</summary>
    public string? FullName => Kind switch
    {
        GoSelectionKind.Method => "(" + (Method!.IsPointerReceiver ? "*" : "") + DeclaringType!.QualifiedName + ")." + Method.Name,
        GoSelectionKind.InterfaceMethod => InterfaceMethod!.FullName,
        _ => null,
    };

    internal GoType MethodExpressionType() => Type is GoSignature signature
        ? new GoSignature(signature.Parameters.Insert(0, Operand), signature.Results, signature.IsVariadic)
        : GoUnknownType.Instance;
}
