using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>Finds the C# types of Go values, and keeps those that have to be generated: one for each Go struct or array type. Of values that <see cref="AbiValue.Parts"/> lists in full, and no others.</summary>
internal sealed class CSharpShapes(GoSizes sizes, string packagePath, CSharpNames names)
{
    private const string Runtime = "global::GoAbi.Runtime.";

    private readonly List<(GoType Type, CSharpRecord Shape)> generated = [];

    /// <summary>The types that have to be generated, in the order in which they were found.</summary>
    public IEnumerable<CSharpRecord> Generated
    {
        get
        {
            foreach (var (_, shape) in generated)
            {
                yield return shape;
            }
        }
    }

    /// <summary>The C# type of a Go type that has a size.</summary>
    /// <param name="type">The Go type.</param>
    /// <param name="place">What a struct type without a name is named after.</param>
    public CSharpShape Of(GoType type, string place)
    {
        switch (type.Underlying)
        {
            case GoStructType or GoArrayType:
                foreach (var (known, shape) in generated)
                {
                    if (known.IsIdenticalTo(type))
                    {
                        return shape;
                    }
                }

                var made = Generate(type, place);
                generated.Add((type, made));
                return made;
            case GoSliceType:
                return new CSharpWords(Runtime + "GoSlice", "Slice", 3);
            case GoInterfaceType:
                var isEmpty = PartCollector.IsEmpty((GoInterfaceType)type.Underlying);
                return isEmpty ? new CSharpWords(Runtime + "GoAny", "Any", 2) : new CSharpWords(Runtime + "GoInterface", "Interface", 2);
            case GoBasicType basic:
                return OfBasic(basic);
            default:
                return new CSharpWords(Runtime + "GoPointer", "Pointer", 1);
        }
    }

    private CSharpShape OfBasic(GoBasicType basic)
    {
        switch (basic.Kind)
        {
            case GoBasicKind.String:
                return new CSharpWords(Runtime + "GoString", "String", 2);
            case GoBasicKind.Complex64:
                return new CSharpWords(Runtime + "GoComplex64", "Complex64", 2);
            case GoBasicKind.Complex128:
                return new CSharpWords("global::System.Numerics.Complex", "Complex128", 2);
            case GoBasicKind.UnsafePointer:
                return new CSharpWords(Runtime + "GoPointer", "Pointer", 1);
            case GoBasicKind.Bool:
                return new CSharpScalar("bool", "Bool");
            default:
                var size = sizes.SizeOf(basic);
                var type = (basic.IsInteger ? basic.IsUnsigned ? 'u' : 's' : 'f', size) switch
                {
                    ('s', 1) => "sbyte",
                    ('s', 2) => "short",
                    ('s', 4) => "int",
                    ('s', _) => "long",
                    ('u', 1) => "byte",
                    ('u', 2) => "ushort",
                    ('u', 4) => "uint",
                    ('u', _) => "ulong",
                    (_, 4) => "float",
                    _ => "double",
                };
                return new CSharpScalar(type, CSharpNames.Pascal(basic.Name));
        }
    }

    private CSharpRecord Generate(GoType type, string place)
    {
        var goType = CompilerTypeName.Of(type, packagePath);
        if (type.Underlying is GoArrayType array)
        {
            var element = Of(array.Element, place);
            var length = array.Length.ToString(CultureInfo.InvariantCulture);
            var items = ImmutableArray.CreateBuilder<CSharpField>();
            for (var i = 0; i < array.Length; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                items.Add(new CSharpField("Item" + number, "Element " + number + ".", element));
            }

            return new CSharpRecord(Name(type, element.Label + "Array" + length), goType, items.ToImmutable(), IsArray: true);
        }

        var structure = (GoStructType)type.Underlying;
        var own = Name(type, place + "Struct");
        var members = new CSharpNames([own]);
        var fields = ImmutableArray.CreateBuilder<CSharpField>();
        foreach (var field in structure.Fields)
        {
            if (sizes.SizeOf(field.Type) == 0)
            {
                continue;
            }

            if (field.Name == "_")
            {
                // No program reads them, and the compiler need not copy them.
                fields.Add(new CSharpField("", "", null, new PartCollector(sizes, packagePath).Collect(field.Type, null, out _).Length));
                continue;
            }

            var name = members.Unique(CSharpNames.Pascal(field.Name) is { Length: > 0 } given ? given : "Field");
            var description = "<c>" + CSharpNames.Xml(field.Name + " " + CompilerTypeName.Of(field.Type, packagePath)) + "</c>.";
            fields.Add(new CSharpField(name, description, Of(field.Type, place + name)));
        }

        return new CSharpRecord(own, goType, fields.ToImmutable(), IsArray: false);
    }

    private string Name(GoType type, string otherwise)
    {
        var name = type is GoNamedType named ? CSharpNames.Pascal(named.Name) : "";
        return names.Unique(name.Length == 0 || IsOfGeneratedArrays(name) ? otherwise : name);
    }

    // Length, Item, Item0: members can't be named like their type.
    private static bool IsOfGeneratedArrays(string name) =>
        name == "Length" || (name.StartsWith("Item", StringComparison.Ordinal) && name.Skip("Item".Length).All(static c => c is >= '0' and <= '9'));
}
