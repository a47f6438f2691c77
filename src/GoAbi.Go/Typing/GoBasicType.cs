using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>The predeclared types, unsafe.Pointer and the types of untyped constants, in the order of go/types.</summary>
public enum GoBasicKind : byte
{
    /// <summary>bool.</summary>
    Bool,

    /// <summary>int.</summary>
    Int,

    /// <summary>int8.</summary>
    Int8,

    /// <summary>int16.</summary>
    Int16,

    /// <summary>int32 and rune.</summary>
    Int32,

    /// <summary>int64.</summary>
    Int64,

    /// <summary>uint.</summary>
    Uint,

    /// <summary>uint8 and byte.</summary>
    Uint8,

    /// <summary>uint16.</summary>
    Uint16,

    /// <summary>uint32.</summary>
    Uint32,

    /// <summary>uint64.</summary>
    Uint64,

    /// <summary>uintptr.</summary>
    Uintptr,

    /// <summary>float32.</summary>
    Float32,

    /// <summary>float64.</summary>
    Float64,

    /// <summary>complex64.</summary>
    Complex64,

    /// <summary>complex128.</summary>
    Complex128,

    /// <summary>string.</summary>
    String,

    /// <summary>unsafe.Pointer.</summary>
    UnsafePointer,

    /// <summary>An untyped boolean.</summary>
    UntypedBool,

    /// <summary>An untyped integer.</summary>
    UntypedInt,

    /// <summary>An untyped rune.</summary>
    UntypedRune,

    /// <summary>An untyped floating-point number.</summary>
    UntypedFloat,

    /// <summary>An untyped complex number.</summary>
    UntypedComplex,

    /// <summary>An untyped string.</summary>
    UntypedString,

    /// <summary>nil.</summary>
    UntypedNil,
}

/// <summary>A predeclared type, unsafe.Pointer, or the type of an untyped constant.</summary>
public sealed class GoBasicType : GoType
{
    private static readonly string[] Names =
    [
        "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "float32", "float64",
        "complex64", "complex128", "string", "unsafe.Pointer", "untyped bool", "untyped int", "untyped rune", "untyped float",
        "untyped complex", "untyped string", "untyped nil",
    ];

    private static readonly GoBasicType[] All = CreateAll();

    private GoBasicType(GoBasicKind kind)
    {
        Kind = kind;
    }

    /// <summary>Which.</summary>
    public GoBasicKind Kind { get; }

    /// <summary>The name; byte is uint8, rune is int32.</summary>
    public string Name => Names[(int)Kind];

    /// <summary>True for the types of untyped constants.</summary>
    public bool IsUntyped => Kind >= GoBasicKind.UntypedBool;

    /// <summary>True for integers, untyped integers and runes included.</summary>
    public bool IsInteger => Kind is >= GoBasicKind.Int and <= GoBasicKind.Uintptr or GoBasicKind.UntypedInt or GoBasicKind.UntypedRune;

    /// <summary>True for integers without sign.</summary>
    public bool IsUnsigned => Kind is >= GoBasicKind.Uint and <= GoBasicKind.Uintptr;

    /// <summary>True for all numbers.</summary>
    public bool IsNumeric => Kind is >= GoBasicKind.Int and <= GoBasicKind.Complex128 or >= GoBasicKind.UntypedInt and <= GoBasicKind.UntypedComplex;

    /// <summary>True for string and untyped strings.</summary>
    public bool IsString => Kind is GoBasicKind.String or GoBasicKind.UntypedString;

    /// <summary>True for bool and untyped booleans.</summary>
    public bool IsBoolean => Kind is GoBasicKind.Bool or GoBasicKind.UntypedBool;

    /// <summary>The type that an untyped constant takes where nothing else gives it one (Go spec, "Constants").</summary>
    public GoBasicType Default => Kind switch
    {
        GoBasicKind.UntypedBool => Of(GoBasicKind.Bool),
        GoBasicKind.UntypedInt => Of(GoBasicKind.Int),
        GoBasicKind.UntypedRune => Of(GoBasicKind.Int32),
        GoBasicKind.UntypedFloat => Of(GoBasicKind.Float64),
        GoBasicKind.UntypedComplex => Of(GoBasicKind.Complex128),
        GoBasicKind.UntypedString => Of(GoBasicKind.String),
        _ => this,
    };

    /// <summary>The type of a kind.</summary>
    public static GoBasicType Of(GoBasicKind kind) => All[(int)kind];

    /// <summary>The type that a predeclared name denotes; null for error, any, comparable and other names.</summary>
    internal static GoBasicType? Find(string name)
    {
        switch (name)
        {
            case "byte":
                return Of(GoBasicKind.Uint8);
            case "rune":
                return Of(GoBasicKind.Int32);
        }

        for (var i = 0; i < (int)GoBasicKind.UnsafePointer; i++)
        {
            if (Names[i] == name)
            {
                return All[i];
            }
        }

        return null;
    }

    private static GoBasicType[] CreateAll()
    {
        var all = new List<GoBasicType>();
        for (var i = 0; i < Names.Length; i++)
        {
            all.Add(new GoBasicType((GoBasicKind)i));
        }

        return all.ToArray();
    }
}
