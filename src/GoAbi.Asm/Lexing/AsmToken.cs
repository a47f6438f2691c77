using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// One token as it is written in a file. What lies between two tokens (blanks, comments, a byte order mark) belongs to
/// none and is found from their spans. 12 bytes, equal where place, kind and name are equal.
/// </summary>
public readonly struct AsmToken : IEquatable<AsmToken>
{
    private const int KindBits = 6;

    // Kind in the low 6 bits, length in the other 26: a longer token is cut by the lexer.
    private readonly uint lengthAndKind;

    internal AsmToken(AsmTokenKind kind, int start, int length, int nameId = 0)
    {
        Start = start;
        lengthAndKind = ((uint)length << KindBits) | (uint)kind;
        NameId = nameId;
    }

    /// <summary>First code unit in the file's text.</summary>
    public int Start { get; }

    /// <summary>Number of code units.</summary>
    public int Length => (int)(lengthAndKind >> KindBits);

    /// <summary>The position after the last code unit.</summary>
    public int End => Start + Length;

    /// <summary>What it is.</summary>
    public AsmTokenKind Kind => (AsmTokenKind)(lengthAndKind & ((1u << KindBits) - 1));

    /// <summary>The name's number in the tree's <see cref="AsmNameTable"/>; 0 for what is no identifier.</summary>
    public int NameId { get; }

    /// <summary>Where it is in the file's text.</summary>
    public TextSpan Span => new(Start, Length);

    /// <inheritdoc/>
    public bool Equals(AsmToken other) => Start == other.Start && lengthAndKind == other.lengthAndKind && NameId == other.NameId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AsmToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((Start * 397) ^ (int)lengthAndKind) * 397) ^ NameId);

    /// <summary>Equal in place, kind and name.</summary>
    public static bool operator ==(AsmToken left, AsmToken right) => left.Equals(right);

    /// <summary>Different in place, kind or name.</summary>
    public static bool operator !=(AsmToken left, AsmToken right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Kind + " " + Span;
}
