using System.Collections.Immutable;
using GoAbi.Reporting;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>The values of <see cref="ParseOptions"/>.</summary>
internal sealed record ParseSettings
{
    public required ImmutableArray<string> Files { get; init; }

    public required ParseView View { get; init; }

    public required bool IsJson { get; init; }

    public required AssemblyLoadOptions Load { get; init; }

    public required string FailOn { get; init; }

    public required string Color { get; init; }

    public required int Jobs { get; init; }

    public required ResultOutput Output { get; init; }

    public required Messages Messages { get; init; }
}
