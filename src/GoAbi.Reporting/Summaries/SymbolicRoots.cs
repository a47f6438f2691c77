using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary>Names in place of directories, for summaries that are read where their sources are not.</summary>
public static class SymbolicRoots
{
    /// <summary>Paths begin with "package", "module" or "GOROOT".</summary>
    public static SummaryRoots Names { get; } = new() { Package = "package", Module = "module", GoRoot = "GOROOT", GoRootSources = "GOROOT/src" };
}
