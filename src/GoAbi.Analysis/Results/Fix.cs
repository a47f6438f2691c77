using System.Collections.Immutable;
using System.Globalization;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Whether a fix can be made without looking.</summary>
public enum FixSafety
{
    /// <summary>It keeps the meaning of everything but the defect.</summary>
    Safe,

    /// <summary>Someone has to look: what becomes of the value is not known.</summary>
    Unsafe,
}

/// <summary>Edits that mend a finding. All edits of one <see cref="Group"/> belong together; equal edits of several fixes are one edit.</summary>
public sealed record Fix
{
    /// <summary>Names the fix among those of its finding.</summary>
    public required string Id { get; init; }

    /// <summary>Fixes of one group are applied together, once: for example all uses of one address stub.</summary>
    public required string Group { get; init; }

    /// <summary>Whether someone has to look.</summary>
    public FixSafety Safety { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The edits of the whole group, sorted by path and place, without repeats.</summary>
    public ImmutableArray<FileEdit> Edits { get; init; } = ImmutableArray<FileEdit>.Empty;

    /// <summary>A fix of edits alone, in a group of its own that its place names.</summary>
    /// <param name="id">Names the fix among those of its finding.</param>
    /// <param name="safety">Whether someone has to look.</param>
    /// <param name="description">What it does, in one sentence.</param>
    /// <param name="edits">Edits of files that were read; at least one.</param>
    public static Fix OfEdits(string id, FixSafety safety, string description, ImmutableArray<FileEdit> edits) => new()
    {
        Id = id,
        Group = edits.IsDefaultOrEmpty ? id : id + ":" + edits[0].Path + ":" + edits[0].Edit.Span.Start.ToString(CultureInfo.InvariantCulture),
        Safety = safety,
        Description = description,
        Edits = edits,
    };

    /// <summary>What the edits are made from, to be made again together with other fixes; empty for a fix of edits alone.</summary>
    internal ImmutableArray<StubFix> Stubs { get; init; } = ImmutableArray<StubFix>.Empty;
}

/// <summary>An edit of one file.</summary>
/// <param name="Path">The file's path as <see cref="ISourceFiles"/> knows it.</param>
/// <param name="File">The file as it was read; null where the edit makes a new one.</param>
/// <param name="Edit">The edit; for a new file an insertion at 0.</param>
public readonly record struct FileEdit(string Path, SourceFile? File, TextEdit Edit);
