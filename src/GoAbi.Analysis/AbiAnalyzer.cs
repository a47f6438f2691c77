using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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

        if (options.NeedsAssemblyOnly)
        {
            var files = module.Files;
            module = module.WithDirectories(directory => HasAssembly(files, directory));
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
            var cache = options.Summaries is { } store && !options.TextOnly ? new CachedSummaries(session, analysis, store, parallel) : null;
            var total = module.Directories.Length * module.Targets.Length;
            var summaries = Summarize(
                analysis, module, cache, parallel, path => progress?.Report(new AbiProgress(Interlocked.Increment(ref done), total, path)));
            merger.Add(target, summaries, new PackageLinker(analysis, summaries, cache), options, cancellationToken);
            analyses.Add(analysis);
        }

        return new AbiAnalysis(merger.Merge(uses => new StubPlanner(session, cancellationToken).Plan(uses, path => FindPackage(analyses, path))));
    }

    // Bottom-up: a package when those that it imports are done. What the cache holds is done from the start.
    private static List<PackageSummary> Summarize(
        TargetAnalysis analysis, GoModule module, CachedSummaries? cache, ParallelOptions parallel, Action<string> report)
    {
        var directories = module.Directories;
        var summaries = new IReadOnlyList<PackageSummary>?[directories.Length];
        if (cache is not null)
        {
            Parallel.For(0, directories.Length, parallel, i =>
            {
                var found = cache.TryGet(directories[i]);
                if (!found.IsDefault)
                {
                    summaries[i] = found;
                    analysis.SetSummarized(directories[i]);
                    report(module.Modules.ImportPathOf(directories[i]));
                }
            });
        }

        if (analysis.IsTextOnly)
        {
            // Nobody looks into functions.
            foreach (var directory in directories)
            {
                analysis.SetSummarized(directory);
            }
        }

        var missing = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < summaries.Length; i++)
        {
            if (summaries[i] is null)
            {
                missing.Add(i);
            }
        }

        Parallel.For(0, missing.Count, parallel, i => _ = analysis.Directory(directories[missing[i]]).Scopes);
        PackageSchedule.Run(
            ImportOrder.Of(analysis, missing.Select(i => directories[i]).ToImmutableArray()),
            i =>
            {
                var directory = directories[missing[i]];
                var made = new List<PackageSummary>();
                var packages = analysis.Directory(directory).Symbols;
                foreach (var symbols in packages)
                {
                    made.Add(analysis.IsTextOnly
                        ? PackageSummarizer.OfText(symbols)
                        : PackageSummarizer.Summarize(analysis.Bind(symbols), analysis.Rules, parallel.CancellationToken));
                }

                summaries[missing[i]] = made;
                cache?.Set(directory, made, packages);
                report(module.Modules.ImportPathOf(directory));
            },
            parallel);
        return summaries.SelectMany(static packages => packages!).ToList();
    }

    // By name alone: which target takes a file is asked later.
    private static bool HasAssembly(ISourceFiles files, string directory)
    {
        foreach (var entry in files.List(directory))
        {
            if (!entry.IsDirectory && entry.Name.EndsWith(".s", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
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
