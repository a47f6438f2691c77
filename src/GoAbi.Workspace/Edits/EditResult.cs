using System.Collections.Immutable;

namespace GoAbi.Workspace;

/// <summary>What became of edits: either all files were written, or none and there are failures.</summary>
public sealed record EditResult
{
    /// <summary>The files that were changed, by path, sorted.</summary>
    public ImmutableArray<string> Changed { get; init; } = [];

    /// <summary>The files that were made, by path, sorted.</summary>
    public ImmutableArray<string> Created { get; init; } = [];

    /// <summary>Why nothing was written; empty where all was.</summary>
    public ImmutableArray<EditFailure> Failures { get; init; } = [];

    /// <summary>True where every edit was made.</summary>
    public bool Succeeded => Failures.IsEmpty;
}

/// <summary>One file that could not be written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why, in words that go after the path.</param>
public readonly record struct EditFailure(string Path, string Reason);
