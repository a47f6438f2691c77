using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>What an analysis could not read. Diagnostics that are errors say so; warnings and infos are only messages.</summary>
public static class IncompleteInput
{
    /// <summary>The diagnostics that tell of input that was not read, in the analysis's order.</summary>
    public static ImmutableArray<SourceDiagnostic> Of(AbiAnalysis analysis)
    {
        System.ArgumentNullException.ThrowIfNull(analysis);
        return [.. analysis.Diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error)];
    }
}
