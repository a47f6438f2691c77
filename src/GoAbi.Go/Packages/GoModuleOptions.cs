using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A target as people give it: what is null is chosen by the tree.</summary>
/// <param name="Toolchain">The toolchain's version; null for that of GOROOT, else the newest known.</param>
/// <param name="Goos">GOOS; null for linux.</param>
/// <param name="Goarch">GOARCH; null for every architecture that the tree has assembly for.</param>
public sealed record GoTargetRequest(GoVersion? Toolchain = null, string? Goos = null, string? Goarch = null)
{
    /// <summary>The architecture's feature level: see <see cref="Target.Feature"/>.</summary>
    public string Feature { get; init; } = "";
}

/// <summary>How a tree is loaded.</summary>
public sealed record GoModuleOptions
{
    /// <summary>The toolchain's directory; null for none: the standard library is then what <see cref="GoStandardModel"/> knows of it, unless <see cref="Cache"/> is given, whose files decide.</summary>
    public GoRootInfo? GoRoot { get; init; }

    /// <summary>The directories of GOPATH.</summary>
    public ImmutableArray<string> GoPath { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Where imported packages come from.</summary>
    public GoModFlag Mod { get; init; }

    /// <summary>The targets asked for; none means one request that leaves everything to the tree.</summary>
    public ImmutableArray<GoTargetRequest> Targets { get; init; } = ImmutableArray<GoTargetRequest>.Empty;

    /// <summary>User build tags for all targets.</summary>
    public ImmutableArray<string> Tags { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Turns cgo on for all targets.</summary>
    public bool Cgo { get; init; }

    /// <summary>Analyses _test.go files too, as <c>go vet</c> does.</summary>
    public bool IncludeTests { get; init; } = true;

    /// <summary>Files and trees of the session; null for a new cache.</summary>
    public GoFileCache? Cache { get; init; }
}
