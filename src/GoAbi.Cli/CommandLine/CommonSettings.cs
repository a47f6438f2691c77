using System.Collections.Immutable;
using System.IO;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>The values of <see cref="CommonOptions"/>.</summary>
internal sealed record CommonSettings
{
    public required ImmutableArray<string> Paths { get; init; }

    public required GoLoadOptions Load { get; init; }

    /// <summary>What is kept between runs; null where that is off. Whoever analyses gives its store to the analysis and saves it at the end.</summary>
    public required SummaryCache? Cache { get; init; }

    public required int MaxExpansion { get; init; }

    public required int Jobs { get; init; }

    public required bool ShowProgress { get; init; }

    public required ResultOutput Output { get; init; }

    public required Messages Messages { get; init; }

    public required TextWriter Error { get; init; }
}
