namespace GoAbi.Go;

/// <summary>What an expression is, besides its type (go/types, operandMode).</summary>
internal enum ValueMode : byte
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>A call without result.</summary>
    NoValue,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A built-in function.</summary>
    Builtin,

    /// <summary>A constant; its value may be unknown all the same.</summary>
    Constant,

    /// <summary>A value or variable.</summary>
    Value,
}

/// <summary>An expression's mode, type and, of a constant, value.</summary>
internal readonly record struct TypedValue(ValueMode Mode, GoType Type, GoConstantValue? Value = null, GoObject? Object = null)
{
    public static TypedValue Unknown { get; } = new(ValueMode.Unknown, GoUnknownType.Instance);

    public static TypedValue NoValue { get; } = new(ValueMode.NoValue, GoUnknownType.Instance);

    public bool IsUnknown => Mode == ValueMode.Unknown;

    public bool IsUntyped => Type is GoBasicType { IsUntyped: true };

    public static TypedValue Of(GoType type) => type.IsUnknown ? Unknown : new TypedValue(ValueMode.Value, type);

    public static TypedValue OfType(GoType type) => new(ValueMode.Type, type);

    public static TypedValue Basic(GoBasicKind kind) => new(ValueMode.Value, GoBasicType.Of(kind));

    public static TypedValue Constant(GoBasicKind kind, GoConstantValue? value) => new(ValueMode.Constant, GoBasicType.Of(kind), value);

    /// <summary>What a variable that is declared with this value is of (Go spec, "Variable declarations").</summary>
    public GoType DefaultType => Type is GoBasicType basic ? basic.Default : Type;
}
