using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Workspace;

/// <summary>What to load, and for which targets.</summary>
public sealed record GoLoadOptions
{
    /// <summary>
    /// What to analyse, seen from the path that is loaded: a directory (its package; with "/..." its tree), a file, or a
    /// module's root (all of it). All must belong to one module or workspace. Empty for everything below the path.
    /// </summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The targets asked for; empty for the default.</summary>
    public ImmutableArray<GoTargetRequest> Targets { get; init; } = [];

    /// <summary>User build tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The GOROOT, or "none"; null to find it from <see cref="Environment"/>.</summary>
    public string? GoRoot { get; init; }

    /// <summary>True to analyse test files too, as <c>go vet</c> does.</summary>
    public bool IncludeTests { get; init; } = true;

    /// <summary>The largest file to read, in bytes.</summary>
    public long MaxFileSize { get; init; } = DiskSourceFiles.DefaultMaxFileSize;

    /// <summary>The cache that hashes of files are kept in; null for none. Its store of summaries is the analysis's to use.</summary>
    public SummaryCache? Cache { get; init; }

    /// <summary>GOROOT, GOPATH and PATH; null for those of this process.</summary>
    public GoEnvironment? Environment { get; init; }
}

/// <summary>How far loading has come.</summary>
/// <param name="Stage">What is being done, in words.</param>
public readonly record struct GoProgress(string Stage);
