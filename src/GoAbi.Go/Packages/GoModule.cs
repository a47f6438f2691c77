using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>What is analysed: directories, the modules they belong to, and the targets. Immutable.</summary>
public sealed class GoModule
{
    /// <summary>A module to analyse; made by a workspace, or by hand from files of any kind.</summary>
    public GoModule(ISourceFiles files, GoModuleGraph modules)
    {
        Files = files;
        Modules = modules;
    }

    /// <summary>Where files come from.</summary>
    public ISourceFiles Files { get; }

    /// <summary>How imports are found.</summary>
    public GoModuleGraph Modules { get; }

    /// <summary>The directory that paths in results are relative to.</summary>
    public string Root => Modules.Root;

    /// <summary>The toolchain's directory; null for none.</summary>
    public GoRootInfo? GoRoot { get; init; }

    /// <summary>The package directories to analyse, sorted ordinally.</summary>
    public ImmutableArray<string> Directories { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What they are analysed for.</summary>
    public ImmutableArray<Target> Targets { get; init; } = ImmutableArray<Target>.Empty;

    /// <summary>True where _test.go files are analysed too.</summary>
    public bool IncludeTests { get; init; }

    /// <summary>The architectures that the directories have assembly for on the target's operating system, sorted.</summary>
    public ImmutableArray<string> AssemblyArchitectures { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What there is to say about patterns, modules and targets.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; init; } = ImmutableArray<SourceDiagnostic>.Empty;
}
