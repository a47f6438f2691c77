using System.Collections.Generic;

namespace GoAbi.Fuzz.Mutation;

/// <summary>Pieces of text that mutations put in; each language has its own.</summary>
public sealed class Fragments
{
    /// <summary>Whole lines.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Tokens and parts of such.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>What can be nested: before and behind a level.</summary>
    public required IReadOnlyList<(string Open, string Close)> Nesting { get; init; }

    /// <summary>Characters of which one is taken away at times.</summary>
    public required string Brackets { get; init; }
}
