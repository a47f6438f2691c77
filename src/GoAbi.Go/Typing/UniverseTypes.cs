using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>The predeclared types (Go spec, "Predeclared identifiers").</summary>
internal static class UniverseTypes
{
    public static GoInterfaceType Any { get; } = new(ImmutableArray<GoInterfaceMethod>.Empty, ImmutableArray<GoType>.Empty);

    public static GoNamedType Error { get; } = CreateError();

    public static GoNamedType Comparable { get; } = new(
        "comparable", null, null, static _ => new GoInterfaceType(ImmutableArray<GoInterfaceMethod>.Empty, ImmutableArray<GoType>.Empty, isComparable: true), NoParameters);

    public static GoType TypeOf(GoObject item) => item.Kind switch
    {
        GoObjectKind.TypeName => item.Name switch
        {
            "error" => Error,
            "any" => Any,
            "comparable" => Comparable,
            _ => (GoType?)GoBasicType.Find(item.Name) ?? GoUnknownType.Instance,
        },
        GoObjectKind.Constant => GoBasicType.Of(item.Name == "iota" ? GoBasicKind.UntypedInt : GoBasicKind.UntypedBool),
        GoObjectKind.Nil => GoBasicType.Of(GoBasicKind.UntypedNil),
        _ => GoUnknownType.Instance,
    };

    private static GoNamedType CreateError() => new(
        "error",
        null,
        null,
        static type => new GoInterfaceType(
            ImmutableArray.Create(new GoInterfaceMethod(
                "Error", new GoSignature(ImmutableArray<GoType>.Empty, ImmutableArray.Create<GoType>(GoBasicType.Of(GoBasicKind.String)), isVariadic: false), "", default, type)),
            ImmutableArray<GoType>.Empty),
        NoParameters);

    private static ImmutableArray<GoTypeParameter> NoParameters(GoNamedType type) => ImmutableArray<GoTypeParameter>.Empty;
}
