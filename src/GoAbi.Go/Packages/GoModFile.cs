using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A go.mod or go.work: what matters of it to finding packages. Immutable; what can't be read is a diagnostic.</summary>
public sealed class GoModFile
{
    internal GoModFile(SourceFile source) => Source = source;

    /// <summary>The file.</summary>
    public SourceFile Source { get; }

    /// <summary>The module line's path; null in go.work, and where go.mod has none.</summary>
    public string? ModulePath { get; internal init; }

    /// <summary>The go line; null without one.</summary>
    public GoVersion? GoVersion { get; internal init; }

    /// <summary>The toolchain line as written; null without one.</summary>
    public string? Toolchain { get; internal init; }

    /// <summary>The require lines, in order.</summary>
    public ImmutableArray<GoRequirement> Requires { get; internal init; } = ImmutableArray<GoRequirement>.Empty;

    /// <summary>The replace lines, in order; of two for one module and version the later counts.</summary>
    public ImmutableArray<GoReplacement> Replaces { get; internal init; } = ImmutableArray<GoReplacement>.Empty;

    /// <summary>The directories of go.work's use lines, as written.</summary>
    public ImmutableArray<string> Uses { get; internal init; } = ImmutableArray<string>.Empty;

    /// <summary>The directories of the ignore lines (Go 1.25), which "..." leaves out, as written.</summary>
    public ImmutableArray<string> Ignores { get; internal init; } = ImmutableArray<string>.Empty;

    /// <summary>What could not be read.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; internal init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>Reads a go.mod or go.work, by its name.</summary>
    public static GoModFile Parse(SourceFile file) => new GoModFileParser(file).Parse();
}
