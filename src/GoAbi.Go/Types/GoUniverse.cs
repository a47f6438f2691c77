using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// The predeclared names (Go spec, "Predeclared identifiers") and package unsafe. A name is there from the toolchain on
/// that knows it: the language version of go.mod makes its use an error but does not take it out of the universe scope
/// (go/types, universe.go).
/// </summary>
internal sealed class GoUniverse
{
    private static readonly string[] Types =
    [
        "bool", "byte", "complex128", "complex64", "error", "float32", "float64", "int", "int16", "int32", "int64", "int8",
        "rune", "string", "uint", "uint16", "uint32", "uint64", "uint8", "uintptr",
    ];

    private static readonly string[] Functions =
    [
        "append", "cap", "close", "complex", "copy", "delete", "imag", "len", "make", "new", "panic", "print", "println",
        "real", "recover",
    ];

    private static readonly GoUniverse Go116 = new(16);
    private static readonly GoUniverse Go117 = new(17);
    private static readonly GoUniverse Go118 = new(18);
    private static readonly GoUniverse Go120 = new(20);
    private static readonly GoUniverse Go121 = new(21);

    private readonly Dictionary<string, GoObject> objects;

    private GoUniverse(int minor)
    {
        objects = [];
        AddAll(objects, GoObjectKind.TypeName, Types);
        AddAll(objects, GoObjectKind.Builtin, Functions);
        AddAll(objects, GoObjectKind.Constant, "true", "false", "iota");
        AddAll(objects, GoObjectKind.Nil, "nil");
        if (minor >= 18)
        {
            AddAll(objects, GoObjectKind.TypeName, "any", "comparable");
        }

        if (minor >= 21)
        {
            AddAll(objects, GoObjectKind.Builtin, "clear", "max", "min");
        }

        Unsafe = new GoPackageScope("unsafe", "unsafe", UnsafeObjects(minor));
    }

    /// <summary>Package unsafe, which no source declares in full (Go spec, "Package unsafe").</summary>
    public GoPackageScope Unsafe { get; }

    public static GoUniverse For(GoVersion toolchain) => toolchain.Minor switch
    {
        >= 21 => Go121,
        20 => Go120,
        18 or 19 => Go118,
        17 => Go117,
        _ => Go116,
    };

    public GoObject? Find(string name) => objects.TryGetValue(name, out var found) ? found : null;

    private static List<GoObject> UnsafeObjects(int minor)
    {
        var found = new List<GoObject> { UnsafeObject(GoObjectKind.TypeName, "Pointer") };
        AddUnsafe(found, "Alignof", "Offsetof", "Sizeof");
        if (minor >= 17)
        {
            AddUnsafe(found, "Add", "Slice");
        }

        if (minor >= 20)
        {
            AddUnsafe(found, "SliceData", "String", "StringData");
        }

        return found;
    }

    private static void AddUnsafe(List<GoObject> all, params string[] names)
    {
        foreach (var name in names)
        {
            all.Add(UnsafeObject(GoObjectKind.Builtin, name));
        }
    }

    private static GoObject UnsafeObject(GoObjectKind kind, string name) =>
        new(kind, name, GoObjectTraits.PackageLevel, packagePath: "unsafe");

    private static void AddAll(Dictionary<string, GoObject> all, GoObjectKind kind, params string[] names)
    {
        foreach (var name in names)
        {
            all.Add(name, new GoObject(kind, name, GoObjectTraits.Universe));
        }
    }
}
