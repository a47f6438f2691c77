using System;

namespace GoAbi.Asm;

/// <summary>A token after preprocessing: the token as it is written, in which file, and by which expansion it came.</summary>
public readonly struct AsmExpandedToken : IEquatable<AsmExpandedToken>
{
    internal AsmExpandedToken(AsmToken token, int source, int expansion)
    {
        Token = token;
        Source = source;
        Expansion = expansion;
    }

    /// <summary>The token where it is written; its name is a number in <see cref="AsmSyntaxTree.Names"/> of the program's tree.</summary>
    public AsmToken Token { get; }

    /// <summary>Index of its file in <see cref="AsmProgram.Files"/>.</summary>
    public int Source { get; }

    /// <summary>The number of its expansion: equal for tokens of one invocation of a macro or one inclusion; 0 for none.</summary>
    public int Expansion { get; }

    /// <summary>What it is.</summary>
    public AsmTokenKind Kind => Token.Kind;

    /// <inheritdoc/>
    public bool Equals(AsmExpandedToken other) => Token == other.Token && Source == other.Source && Expansion == other.Expansion;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AsmExpandedToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Token.GetHashCode() * 397) ^ Expansion);

    /// <summary>Equal in every part.</summary>
    public static bool operator ==(AsmExpandedToken left, AsmExpandedToken right) => left.Equals(right);

    /// <summary>Different in some part.</summary>
    public static bool operator !=(AsmExpandedToken left, AsmExpandedToken right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Token.ToString();
}
