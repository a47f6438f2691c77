using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>What is analysed: directories, the modules they belong to, and the targets. Immutable.</summary>
public sealed class GoModule
{
    internal GoModule(ISourceFiles files, GoModuleGraph modules)
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
    public GoRootInfo? GoRoot { get; internal init; }

    /// <summary>The package directories to analyse, sorted ordinally.</summary>
    public ImmutableArray<string> Directories { get; internal init; } = ImmutableArray<string>.Empty;

    /// <summary>What they are analysed for.</summary>
    public ImmutableArray<Target> Targets { get; internal init; } = ImmutableArray<Target>.Empty;

    /// <summary>True where _test.go files are analysed too.</summary>
    public bool IncludeTests { get; internal init; }

    /// <summary>The architectures that the directories have assembly for on the target's operating system, sorted.</summary>
    public ImmutableArray<string> AssemblyArchitectures { get; internal init; } = ImmutableArray<string>.Empty;

    /// <summary>What there is to say about patterns, modules and targets.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; internal init; } = ImmutableArray<SourceDiagnostic>.Empty;
}
