using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>
/// C# that reads a function's arguments at its first instruction and its results at a RET: the members of a record struct, with a property for each argument, methods <c>Read</c> and <c>TryRead</c>, and a nested
/// <c>Results</c>. It is C# 10 and needs GoAbi.Runtime alone; names are fully qualified, arithmetic is unchecked. Structs and short arrays become record structs, nested too.
/// </summary>
public sealed record CSharpReader
{
    /// <summary>More pieces than this are not read at once: such a value is a <c>GoBlock</c>.</summary>
    public const int MaxPieces = 64;

    private const string Runtime = "global::GoAbi.Runtime.";

    // A parameter more than what somebody writes: theirs may take the same values as ours.
    private const string Mark = Runtime + "GoReadFailure";

    /// <summary>The methods that a record struct gets.</summary>
    public static ImmutableArray<string> MethodNames { get; } = ImmutableArray.Create("Read", "TryRead", "TryReadValues");

    /// <summary>Where the arguments and results are.</summary>
    public required AbiLayout Layout { get; init; }

    /// <summary>True for the places that ABI0 has.</summary>
    public bool IsAbi0 { get; init; }

    /// <summary>The function's signature, or its name.</summary>
    public required string Signature { get; init; }

    /// <summary>The record struct's name, without type parameters.</summary>
    public required string TypeName { get; init; }

    /// <summary>Its type parameters in their brackets; "" for none.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>Names that its members can't have: of what it declares itself, and of type parameters.</summary>
    public ImmutableArray<string> Taken { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>False where the project that compiles it has no System.Runtime.CompilerServices.IsExternalInit, without which properties can't be set.</summary>
    public bool HasInit { get; init; } = true;

    /// <summary>The attribute of the record struct.</summary>
    public string Attribute => InBrackets("GoLayout(" + CSharpNames.Literal(Signature) + ", " + CSharpNames.Literal(Layout.Target.ToString()) + ")");

    /// <summary>A name for a C# type, made of a Go name: <c>(*T).read_all</c> is TReadAll, <c>Read</c>, which is a method of such types, Read_2. "" where nothing of it is left.</summary>
    /// <param name="name">The name.</param>
    public static string NameOf(string name) => new CSharpNames(MethodNames).Unique(CSharpNames.Pascal(name ?? throw new ArgumentNullException(nameof(name))));

    /// <summary>Writes the members.</summary>
    /// <param name="indent">Blanks at the begin of each line.</param>
    public string WriteMembers(int indent)
    {
        var text = new StringBuilder();
        var outer = new CSharpNames(Taken.Concat(MethodNames).Concat([TypeName]));
        var resultType = outer.Unique("Results");
        var inner = new CSharpNames(MethodNames.Concat([resultType]));

        // Properties first: names of their types make way.
        var arguments = NamesOf(Layout.Parameters, outer);
        var results = NamesOf(Layout.Results, inner);
        var shapes = new CSharpShapes(GoSizes.For(Layout.Target.Goarch), Layout.PackagePath, outer);
        var (inParameters, inResults) = (ValuesOf(Layout.Parameters, arguments, shapes), ValuesOf(Layout.Results, results, shapes));

        // Type parameters hide types of the same name.
        var (registers, memory) = (outer.Unique("TRegisters"), outer.Unique("TMemory"));
        var blanks = new string(' ', indent);
        WriteType(text, blanks, TypeName, TypeParameters, "private", inParameters, registers, memory, "the arguments of a thread that has stopped at the function's first instruction");
        text.Append('\n');
        Line(text, blanks, "/// <summary>The results at a RET instruction.</summary>");
        Line(text, blanks, Attribute);
        Line(text, blanks, "public readonly record struct " + resultType);
        Line(text, blanks, "{");
        WriteType(text, blanks + "    ", resultType, "", "internal", inResults, registers, memory, "the results of a thread that has stopped at a RET instruction of the function");
        Line(text, blanks, "}");
        foreach (var type in shapes.Generated)
        {
            WriteGenerated(text, blanks, type);
        }

        return text.ToString();
    }

    private static string InBrackets(string attribute) => "[" + Runtime + attribute + "]";

    private static void Line(StringBuilder text, string blanks, string line) => text.Append(blanks).Append(line).Append('\n');

    private static string[] NamesOf(ImmutableArray<AbiValue> values, CSharpNames names)
    {
        var found = new string[values.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var name = values[i].Kind == AbiParameterKind.Dictionary ? "Dictionary" : CSharpNames.Pascal(values[i].AssemblyName);
            found[i] = names.Unique(name.Length > 0 ? name : "Value" + i.ToString(CultureInfo.InvariantCulture));
        }

        return found;
    }

    private List<CSharpValue> ValuesOf(ImmutableArray<AbiValue> values, string[] names, CSharpShapes shapes)
    {
        var found = new List<CSharpValue>();
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (value.Size == 0)
            {
                continue;
            }

            var place = IsAbi0 ? value with { Registers = ImmutableArray<AbiRegisterPart>.Empty, StackOffset = value.Abi0Offset } : value;
            var isBlock = !value.HasAllParts || value.Parts.Length > MaxPieces;
            found.Add(new CSharpValue(names[i], place, isBlock ? null : shapes.Of(value.Type, names[i])));
        }

        return found;
    }

    private void WriteType(StringBuilder text, string blanks, string type, string typeParameters, string access, List<CSharpValue> values, string registers, string memory, string what)
    {
        foreach (var value in values)
        {
            Line(text, blanks, "/// <summary><c>" + CSharpNames.Xml(value.Place.ToString()) + "</c>, in " + value.PlaceText + ".</summary>");
            Line(text, blanks, InBrackets("GoPlace(" + CSharpNames.Literal(value.Place.AssemblyName) + ", " + CSharpNames.Literal(value.PlaceText) + ")"));
            Line(text, blanks, "public " + value.Type + " " + value.Name + (HasInit ? " { get; init; }" : " { get; }"));
            text.Append('\n');
        }

        var isMarked = type == TypeName && Taken.Contains(".ctor");
        WriteConstructor(text, blanks, type, access, values.Select(static v => (v.Type, v.Name)).ToList(), isMarked);
        new CSharpReadMethods(Layout, blanks, type + typeParameters, registers, memory).Write(text, values, what, isMarked ? ", default(" + Mark + ")" : "");
    }

    private static void WriteConstructor(StringBuilder text, string blanks, string type, string access, List<(string Type, string Name)> members, bool isMarked = false)
    {
        if (members.Count == 0)
        {
            return;
        }

        Line(text, blanks, access + " " + type + "(" + string.Join(", ", members.Select(static (m, i) => m.Type + " v" + i.ToString(CultureInfo.InvariantCulture))) + (isMarked ? ", " + Mark + " mark)" : ")"));
        Line(text, blanks, "    : this()");
        Line(text, blanks, "{");
        for (var i = 0; i < members.Count; i++)
        {
            Line(text, blanks, "    this." + members[i].Name + " = v" + i.ToString(CultureInfo.InvariantCulture) + ";");
        }

        Line(text, blanks, "}");
        text.Append('\n');
    }

    private void WriteGenerated(StringBuilder text, string blanks, CSharpRecord type)
    {
        var inside = blanks + "    ";
        text.Append('\n');
        Line(text, blanks, "/// <summary><c>" + CSharpNames.Xml(type.GoType) + "</c>.</summary>");
        Line(text, blanks, "public readonly record struct " + type.Type);
        Line(text, blanks, "{");
        var fields = type.Fields.Where(static f => f.Shape is not null).ToList();
        foreach (var field in fields)
        {
            Line(text, inside, "/// <summary>" + field.Description + "</summary>");
            Line(text, inside, "public " + field.Shape!.Type + " " + field.Name + (HasInit ? " { get; init; }" : " { get; }"));
            text.Append('\n');
        }

        WriteConstructor(text, inside, type.Type, "internal", fields.Select(static f => (f.Shape!.Type, f.Name)).ToList());
        if (type.IsArray)
        {
            Line(text, inside, "/// <summary>How many elements there are.</summary>");
            Line(text, inside, "public const int Length = " + fields.Count.ToString(CultureInfo.InvariantCulture) + ";");
            text.Append('\n');
            Line(text, inside, "/// <summary>An element.</summary>");
            Line(text, inside, "/// <param name=\"index\">Which.</param>");
            Line(text, inside, "public " + fields[0].Shape!.Type + " this[int index] => index switch");
            Line(text, inside, "{");
            for (var i = 0; i < fields.Count; i++)
            {
                Line(text, inside, "    " + i.ToString(CultureInfo.InvariantCulture) + " => this." + fields[i].Name + ",");
            }

            Line(text, inside, "    _ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),");
            Line(text, inside, "};");
        }

        Line(text, blanks, "}");
    }
}
