namespace GoAbi.Go;

/// <summary>How to read a file.</summary>
public sealed record GoParseOptions
{
    /// <summary>The session's names, shared by its trees; null for names of the tree alone.</summary>
    public GoNameTable? Names { get; init; }

    /// <summary>
    /// Leaves the bodies of functions unread, for packages of which only the declarations matter: a body is then a Block
    /// without children and with <see cref="GoNodeFlags.BodySkipped"/>, and errors in it stay unreported.
    /// </summary>
    public bool SkipFunctionBodies { get; init; }
}
