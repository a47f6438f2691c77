using System.Collections.Generic;

namespace GoAbi.Analysis;

/// <summary>What the bytes of a piece are to the instructions that read them.</summary>
internal enum ArgumentPieceKind : byte
{
    /// <summary>A number or pointer: one access reads all of it.</summary>
    Scalar,

    /// <summary>A string, slice or interface: its name stands for its first word too.</summary>
    Words,

    /// <summary>A complex number: its name stands for both parts together.</summary>
    Complex,

    /// <summary>A struct or array.</summary>
    Composite,
}

/// <summary>A parameter or result, or what is part of one and has a name in assembly: x, x_len, x_0_field, x_lo.</summary>
internal sealed class ArgumentPiece(string name, string typeName, ArgumentPieceKind kind, long offset, long size, ArgumentPiece? parent)
{
    /// <summary>What assembly writes before the offset.</summary>
    public string Name { get; } = name;

    /// <summary>The type as messages name it.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>What it is.</summary>
    public ArgumentPieceKind Kind { get; } = kind;

    /// <summary>Bytes from the argument base.</summary>
    public long Offset { get; } = offset;

    /// <summary>The size in bytes.</summary>
    public long Size { get; } = size;

    /// <summary>What it is part of; null for a parameter or result itself.</summary>
    public ArgumentPiece? Parent { get; } = parent;

    /// <summary>Its own pieces by offset.</summary>
    public List<ArgumentPiece> Pieces { get; } = [];

    /// <summary>Behind its last byte.</summary>
    public long End => Offset + Size;

    /// <summary>As assembly writes it.</summary>
    public override string ToString() => Name + "+" + Offset.ToString(System.Globalization.CultureInfo.InvariantCulture) + "(FP)";
}
