using System;

namespace GoAbi.Go;

/// <summary>
/// One token of a <see cref="GoSyntaxTree"/>, 8 bytes: where it starts, its kind, and its length (of an identifier: its
/// name's number in the tree). <see cref="GoSyntaxTree.TokenSpan"/> and <see cref="GoSyntaxTree.TokenText"/> say the rest.
/// </summary>
public readonly struct GoToken : IEquatable<GoToken>
{
    /// <summary>The largest payload; a literal that long has its true length in a table of the tree.</summary>
    internal const int MaxPayload = 0xFFFFFF;

    private readonly uint packed;

    internal GoToken(GoTokenKind kind, int start, int payload)
    {
        Start = start;
        packed = (uint)kind | ((uint)payload << 8);
    }

    /// <summary>First UTF-16 code unit in the file's text.</summary>
    public int Start { get; }

    /// <summary>What the token is.</summary>
    public GoTokenKind Kind => (GoTokenKind)(byte)packed;

    /// <summary>True for a semicolon that the end of a line or of the file stands for.</summary>
    public bool IsAutomaticSemicolon => packed == (uint)GoTokenKind.Semicolon;

    /// <summary>Length in code units; of an identifier the number of its name.</summary>
    internal int Payload => (int)(packed >> 8);

    /// <summary>Equal by everything the token holds.</summary>
    public static bool operator ==(GoToken left, GoToken right) => left.Equals(right);

    /// <summary>Different by anything the token holds.</summary>
    public static bool operator !=(GoToken left, GoToken right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(GoToken other) => Start == other.Start && packed == other.packed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GoToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Start * 397) ^ (int)packed);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Kind} at {Start}");
}
