using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>One version of the files of an incremental analysis. Which there are seldom changes, and the lists of directories are taken over as long as it doesn't.</summary>
internal sealed class SourceSnapshot : ISourceFiles
{
    private static readonly SourceText Empty = SourceText.FromString("");

    private readonly IReadOnlyDictionary<string, ParsedSource> files;
    private readonly InMemorySourceFiles places;

    /// <param name="files">The files by path.</param>
    /// <param name="before">A version with files of the same paths; null for none.</param>
    public SourceSnapshot(IReadOnlyDictionary<string, ParsedSource> files, SourceSnapshot? before)
    {
        this.files = files;
        places = before?.places ?? new InMemorySourceFiles(files.Keys.Select(static path => new SourceFile(path, Empty)));
    }

    public ImmutableArray<SourceEntry> List(string directory) => places.List(directory);

    public SourceReadResult Read(string path) =>
        files.TryGetValue(SourcePath.Normalize(path), out var source) ? SourceReadResult.Success(source.File) : places.Read(path);

    public string? GetIdentity(string path) => places.GetIdentity(path);
}
