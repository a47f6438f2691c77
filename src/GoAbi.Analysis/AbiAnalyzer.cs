using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Analyses a module: call sites with their cases, the functions that matter to the ABI, and what the rules find.</summary>
public static class AbiAnalyzer
{
    /// <summary>
    /// Analyses every package of the module for every target. It uses several threads and gives the same result whatever
    /// their number. Bad input gives diagnostics, never exceptions.
    /// </summary>
    /// <param name="module">What to analyse.</param>
    /// <param name="options">What to look for.</param>
    /// <param name="progress">Told after each package.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static AbiAnalysis Analyze(
        GoModule module,
        AbiAnalysisOptions options,
        IProgress<AbiProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (module is null)
        {
            throw new ArgumentNullException(nameof(module));
        }

        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        var session = new AnalysisSession(module, options);
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = options.MaxParallelism > 0 ? options.MaxParallelism : -1,
        };
        var merger = new ResultMerger(module);
        var analyses = new List<TargetAnalysis>();
        var done = 0;
        foreach (var target in module.Targets)
        {
            var analysis = new TargetAnalysis(session, target, cancellationToken);
            var total = module.Directories.Length * module.Targets.Length;
            var summaries = Summarize(
                analysis, module, parallel, path => progress?.Report(new AbiProgress(Interlocked.Increment(ref done), total, path)));
            merger.Add(target, summaries, new PackageLinker(analysis, summaries), options);
            analyses.Add(analysis);
        }

        return new AbiAnalysis(merger.Merge(uses => new StubPlanner(session, cancellationToken).Plan(uses, path => FindPackage(analyses, path))));
    }

    private static List<PackageSummary> Summarize(TargetAnalysis analysis, GoModule module, ParallelOptions parallel, Action<string> report)
    {
        var directories = module.Directories;
        Parallel.For(0, directories.Length, parallel, i => analysis.Directory(directories[i]).Scopes.GetType());
        var order = ImportOrder.Of(analysis, directories);
        var summaries = new PackageSummary[directories.Length][];
        PackageSchedule.Run(
            order,
            i =>
            {
                var symbols = analysis.Directory(directories[i]).Symbols;
                summaries[i] = new PackageSummary[symbols.Length];
                for (var k = 0; k < symbols.Length; k++)
                {
                    summaries[i][k] = PackageSummarizer.Summarize(analysis.Bind(symbols[k]), parallel.CancellationToken);
                }

                report(directories[i]);
            },
            parallel);
        var all = new List<PackageSummary>();
        foreach (var packages in summaries)
        {
            all.AddRange(packages);
        }

        return all;
    }

    private static PackageSymbols? FindPackage(List<TargetAnalysis> analyses, string importPath)
    {
        foreach (var analysis in analyses)
        {
            if (analysis.FindAnalysed(importPath) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
