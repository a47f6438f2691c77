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
            var analysis = new TargetAnalysis(session, target);
            analysis.Load(parallel);
            var packages = analysis.Packages;
            var results = new PackageResult[packages.Length];
            var total = packages.Length * module.Targets.Length;
            Parallel.For(0, packages.Length, parallel, i =>
            {
                results[i] = AnalyzePackage(analysis, packages[i], options, cancellationToken);
                progress?.Report(new AbiProgress(Interlocked.Increment(ref done), total, packages[i].Package.ImportPath));
            });
            merger.Add(target, results, options);
            analyses.Add(analysis);
        }

        return new AbiAnalysis(merger.Merge(uses => new StubPlanner(session, cancellationToken).Plan(uses, path => FindPackage(analyses, path))));
    }

    private static PackageResult AnalyzePackage(TargetAnalysis analysis, PackageSymbols symbols, AbiAnalysisOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var unit = analysis.Bind(symbols, cancellationToken);
        var flow = new FunctionFlow(unit);
        var sites = new List<CallSite>();
        GoCallSites.Collect(unit, flow.Sources, sites, cancellationToken);
        AssemblyCallSites.Collect(unit, sites, cancellationToken);
        var drafts = new List<FindingDraft>();
        if (options.RunRules)
        {
            var context = new RuleContext(unit, flow, drafts);
            foreach (var rule in RuleCatalog.All)
            {
                if (options.Wants(rule.Descriptor.Id))
                {
                    rule.AnalyzePackage(context, cancellationToken);
                }
            }

            AssemblyDiagnostics.Collect(symbols, options, drafts);
            Suppressions.Apply(unit, drafts);
            AssemblySuppressions.Apply(symbols, drafts);
        }

        return new PackageResult
        {
            Package = symbols.Package,
            CallSites = sites,
            Drafts = drafts,
            Functions = options.CollectSymbols ? FunctionSymbols.Of(unit) : [],
            AddressUses = options.CollectSymbols ? FunctionValueUses.Count(unit) : new Dictionary<string, int>(),
            Diagnostics = PackageDiagnostics.Of(symbols),
        };
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

/// <summary>What one package gave for one target.</summary>
internal sealed class PackageResult
{
    public required GoPackage Package { get; init; }

    public required List<CallSite> CallSites { get; init; }

    public required List<FindingDraft> Drafts { get; init; }

    public required IReadOnlyList<FunctionSymbol> Functions { get; init; }

    /// <summary>Linker names of assembly functions whose func value is used, with how often.</summary>
    public required IReadOnlyDictionary<string, int> AddressUses { get; init; }

    public required IReadOnlyList<SourceDiagnostic> Diagnostics { get; init; }
}
