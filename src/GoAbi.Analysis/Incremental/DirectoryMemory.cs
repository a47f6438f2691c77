using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Analysis;

/// <summary>What is known of a directory for one target, from one analysis to the next.</summary>
internal sealed class DirectoryMemory
{
    /// <summary>All files of the directory, sorted by path; those that the target doesn't select too.</summary>
    public ImmutableArray<ParsedSource> Files { get; set; } = ImmutableArray<ParsedSource>.Empty;

    /// <summary>Changes whenever what importers can see of the directory does.</summary>
    public long Version { get; set; }

    /// <summary>What importers can see: see <see cref="Version"/>.</summary>
    public string Exports { get; set; } = "";

    /// <summary>The directories that its Go files import.</summary>
    public ImmutableArray<string> Imports { get; set; } = ImmutableArray<string>.Empty;

    /// <summary>The number of the analysis that looked at it last.</summary>
    public long SeenIn { get; set; }

    /// <summary>True where a file that the target selects has changed since <see cref="Packages"/> were made.</summary>
    public bool IsStale { get; set; } = true;

    /// <summary>The versions of all directories that it imports, directly or not, when <see cref="Packages"/> were made.</summary>
    public string ImportVersions { get; set; } = "";

    /// <summary>The files from other directories that its assembly includes.</summary>
    public ImmutableArray<ParsedSource> Included { get; set; } = ImmutableArray<ParsedSource>.Empty;

    /// <summary>Its packages; default where they have not been analysed.</summary>
    public ImmutableArray<PackageMemory> Packages { get; set; }
}
