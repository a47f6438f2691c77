namespace GoAbi.Go;

/// <summary>How packages are loaded.</summary>
public sealed record GoPackageLoaderOptions
{
    /// <summary>Adds the _test.go files, as <c>go vet</c> does. Off for packages that are only imported.</summary>
    public bool IncludeTests { get; init; } = true;

    /// <summary>Leaves function bodies unread: for packages of which only the declarations matter.</summary>
    public bool SkipFunctionBodies { get; init; }

    /// <summary>Files and trees that loaders for several targets share; null for a cache of the loader's own.</summary>
    public GoFileCache? Cache { get; init; }
}
