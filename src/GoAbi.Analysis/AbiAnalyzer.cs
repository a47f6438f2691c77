using System;
using System.Threading;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>Finds what Go's two calling conventions do to a module.</summary>
public static class AbiAnalyzer
{
    /// <summary>Analyses a module.</summary>
    public static AbiAnalysis Analyze(
        GoModule module, AbiAnalysisOptions options, IProgress<AbiProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("This build has no analysis.");
}
