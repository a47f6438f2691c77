using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Where a piece of a program comes from: some tokens of the preprocessed stream, in a file, perhaps through macros and
/// includes. Small; places are worked out when asked for.
/// </summary>
public readonly struct AsmOrigin : IEquatable<AsmOrigin>
{
    private readonly ExpandedStream? stream;

    internal AsmOrigin(ExpandedStream stream, int firstToken, int tokenCount)
    {
        this.stream = stream;
        FirstToken = firstToken;
        TokenCount = tokenCount;
    }

    /// <summary>Index of the first token in <see cref="AsmProgram.Tokens"/>.</summary>
    public int FirstToken { get; }

    /// <summary>How many tokens there are.</summary>
    public int TokenCount { get; }

    /// <summary>
    /// The outermost place: the macro invocation in the file that was being read (the one assembled, or one that it
    /// includes), or the tokens themselves where no macro is involved.
    /// </summary>
    public SourceLocation Location => stream is null ? default : stream.GetLocation(FirstToken, TokenCount);

    /// <summary>Where the tokens are written: in a macro's body, in an argument, in an included file or just here.</summary>
    public SourceLocation Spelling => stream is null ? default : stream.GetSpelling(FirstToken, TokenCount);

    /// <summary>The includes and macro invocations that led here, outermost first; empty for most code.</summary>
    public ImmutableArray<ExpansionFrame> Expansion => stream is null ? ImmutableArray<ExpansionFrame>.Empty : stream.GetExpansion(FirstToken);

    /// <summary>The place that a #line directive before <see cref="Location"/> gives it; null where there is none.</summary>
    public (string File, int Line)? LineDirective => stream?.GetLineDirective(FirstToken);

    /// <summary>True where a macro yielded the first token.</summary>
    public bool IsFromMacro => stream is not null && stream.IsFromMacro(FirstToken);

    /// <summary>True where the first token comes from an included file.</summary>
    public bool IsFromInclude => stream is not null && stream.IsFromInclude(FirstToken);

    /// <summary>The tokens as the assembler sees them, a blank between them where they are not adjacent.</summary>
    public string Text => stream is null ? "" : stream.GetText(FirstToken, TokenCount);

    /// <inheritdoc/>
    public bool Equals(AsmOrigin other) => ReferenceEquals(stream, other.stream) && FirstToken == other.FirstToken && TokenCount == other.TokenCount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AsmOrigin other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((FirstToken * 397) ^ TokenCount);

    /// <summary>The same tokens of the same program.</summary>
    public static bool operator ==(AsmOrigin left, AsmOrigin right) => left.Equals(right);

    /// <summary>Other tokens, or another program.</summary>
    public static bool operator !=(AsmOrigin left, AsmOrigin right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => stream is null ? "" : Location.ToString();
}
