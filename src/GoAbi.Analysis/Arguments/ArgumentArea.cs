using System;
using System.Collections.Generic;
using GoAbi.Conventions;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>What a function's Go declaration puts above the argument base: the pieces that assembly can name, and where they are.</summary>
internal sealed class ArgumentArea
{
    private readonly List<ArgumentPiece> values = [];
    private readonly HashSet<ArgumentPiece> blanks = [];
    private readonly Dictionary<string, ArgumentPiece> byName = new(StringComparer.Ordinal);

    private ArgumentArea(AbiLayout layout, bool isInternal)
    {
        Layout = layout;
        IsInternal = isInternal;
        IsBigEndian = layout.Target.Goarch is "mips" or "mips64" or "ppc64" or "s390x";
        var builder = new ArgumentPieceBuilder(GoSizes.For(layout.Target.Goarch), IsBigEndian);
        Add(layout.Parameters, builder);
        Add(layout.Results, builder);
        IsComplete = builder.IsComplete;
        End = isInternal ? layout.ArgumentWidth : layout.Abi0ArgumentSize;
    }

    /// <summary>What the declaration says.</summary>
    public AbiLayout Layout { get; }

    /// <summary>True where arguments are in registers, and the places here are those on the stack and those to keep registers in.</summary>
    public bool IsInternal { get; }

    /// <summary>True where a number's high part comes first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>False where some values have more pieces than are known.</summary>
    public bool IsComplete { get; }

    /// <summary>Behind the last byte, rounded up to a word as the compiler does.</summary>
    public long End { get; }

    /// <summary>Parameters and results that have a place in memory, in order.</summary>
    public IReadOnlyList<ArgumentPiece> Values => values;

    /// <summary>The area of a TEXT; null where its declaration isn't known.</summary>
    public static ArgumentArea? Of(AssemblyBody body) =>
        body.Layout is { } layout && body.Info?.Declaration is { HasBody: false } ? new ArgumentArea(layout, body.IsAbiInternal) : null;

    /// <summary>The piece of a name; null where there is none.</summary>
    public ArgumentPiece? Find(string name) => byName.TryGetValue(name, out var piece) ? piece : null;

    /// <summary>The parameter or result that a name or a part's name stands for, where it is passed in registers; null otherwise.</summary>
    public AbiValue? RegisterValue(string name) => !IsInternal ? null : RegisterValue(Layout.Parameters, name) ?? RegisterValue(Layout.Results, name);

    /// <summary>True for a parameter or result that is declared as _: assembly has no name to follow.</summary>
    public bool IsBlank(ArgumentPiece piece)
    {
        while (piece.Parent is { } parent)
        {
            piece = parent;
        }

        return blanks.Contains(piece);
    }

    /// <summary>The smallest piece that a byte belongs to; padding inside a value belongs to the value. Null outside all values.</summary>
    public ArgumentPiece? At(long offset)
    {
        var found = Containing(values, offset);
        while (found is not null && Containing(found.Pieces, offset) is { } inner)
        {
            found = inner;
        }

        return found;
    }

    /// <summary>The pieces, largest first, that begin at an offset.</summary>
    public IEnumerable<ArgumentPiece> BeginningAt(long offset)
    {
        for (var piece = Containing(values, offset); piece is not null; piece = Containing(piece.Pieces, offset))
        {
            if (piece.Offset == offset)
            {
                yield return piece;
            }
        }
    }

    /// <summary>True where no value or part has a byte between two offsets, and both are inside of the area.</summary>
    public bool IsPadding(long from, long to)
    {
        for (var at = from; at < to; at++)
        {
            if (at < 0 || at >= End || At(at) is { Pieces.Count: 0 })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Pieces lie in the order of their offsets.</summary>
    internal static ArgumentPiece? Containing(List<ArgumentPiece> pieces, long offset)
    {
        int low = 0, high = pieces.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var piece = pieces[middle];
            if (offset < piece.Offset)
            {
                high = middle - 1;
            }
            else if (offset >= piece.End)
            {
                low = middle + 1;
            }
            else
            {
                return piece;
            }
        }

        return null;
    }

    private static AbiValue? RegisterValue(IEnumerable<AbiValue> declared, string name)
    {
        foreach (var value in declared)
        {
            if (!value.Registers.IsEmpty && name.StartsWith(value.AssemblyName, StringComparison.Ordinal) && (name.Length == value.AssemblyName.Length || name[value.AssemblyName.Length] == '_'))
            {
                return value;
            }
        }

        return null;
    }

    private void Add(IEnumerable<AbiValue> declared, ArgumentPieceBuilder builder)
    {
        foreach (var value in declared)
        {
            var place = !IsInternal ? value.Abi0Offset : value.StackOffset ?? value.SpillOffset;
            if (place is not { } offset)
            {
                continue; // A result in registers
            }

            var piece = builder.Build(value, value.AssemblyName, offset);
            Index(piece);
            if (value.Name == "_")
            {
                blanks.Add(piece);
            }

            if (piece.Size > 0)
            {
                values.Add(piece);
            }
        }

        // Values in registers have their places behind those of all others.
        values.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
    }

    private void Index(ArgumentPiece piece)
    {
        byName[piece.Name] = piece;
        foreach (var inner in piece.Pieces)
        {
            Index(inner);
        }
    }
}
