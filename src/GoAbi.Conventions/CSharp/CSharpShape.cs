using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GoAbi.Conventions;

/// <summary>What a Go value is in C#: a type, and how one is made of the value's pieces.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Label">A word for it, in names that are made of it.</param>
internal abstract record CSharpShape(string Type, string Label)
{
    /// <summary>The expression.</summary>
    /// <param name="pieces">Expressions of the pieces; those that are used are taken.</param>
    public abstract string Make(Queue<string> pieces);
}

/// <summary>A number or truth value.</summary>
internal sealed record CSharpScalar(string Type, string Label) : CSharpShape(Type, Label)
{
    public override string Make(Queue<string> pieces) => pieces.Dequeue();
}

/// <summary>A type of the runtime library: strings, slices, pointers.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Label">A word for it.</param>
/// <param name="Words">How many pieces it is made of.</param>
internal sealed record CSharpWords(string Type, string Label, int Words) : CSharpShape(Type, Label)
{
    public override string Make(Queue<string> pieces) => "new " + Type + "(" + string.Join(", ", Enumerable.Range(0, Words).Select(_ => pieces.Dequeue())) + ")";
}

/// <summary>A record struct that is generated for a Go struct or array.</summary>
/// <param name="Type">Its name.</param>
/// <param name="GoType">The Go type as the compiler writes it.</param>
/// <param name="Fields">What it has, in order; without name where Go has none either: those pieces are left out.</param>
/// <param name="IsArray">True for an array.</param>
internal sealed record CSharpRecord(string Type, string GoType, ImmutableArray<CSharpField> Fields, bool IsArray) : CSharpShape(Type, Type)
{
    public override string Make(Queue<string> pieces)
    {
        var arguments = new List<string>(Fields.Length);
        foreach (var field in Fields)
        {
            if (field.Shape is { } shape)
            {
                arguments.Add(shape.Make(pieces));
            }

            for (var i = 0; i < field.Skipped; i++)
            {
                pieces.Dequeue();
            }
        }

        return "new " + Type + "(" + string.Join(", ", arguments) + ")";
    }
}

/// <summary>A field of a generated record struct.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">The field as Go has it.</param>
/// <param name="Shape">What it is; null for pieces that are left out.</param>
/// <param name="Skipped">How many pieces are left out.</param>
internal readonly record struct CSharpField(string Name, string Description, CSharpShape? Shape, int Skipped = 0);
