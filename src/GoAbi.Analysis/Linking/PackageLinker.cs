using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// Looks symbols up by linker name over all packages of a target, once all their summaries are there: the analysed ones
/// first, then the package that the name's path leads to.
/// </summary>
internal sealed class PackageLinker
{
    private readonly TargetAnalysis analysis;
    private readonly Dictionary<string, SummaryFunction> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SummaryFunction>> imported = new(StringComparer.Ordinal);

    /// <param name="analysis">The target's packages.</param>
    /// <param name="summaries">The analysed ones, sorted by directory.</param>
    public PackageLinker(TargetAnalysis analysis, IReadOnlyList<PackageSummary> summaries)
    {
        this.analysis = analysis;
        foreach (var summary in summaries)
        {
            foreach (var function in summary.Functions)
            {
                if (!bodies.ContainsKey(function.Symbol))
                {
                    bodies[function.Symbol] = function;
                }
            }
        }
    }

    /// <summary>The package's call sites, complete.</summary>
    public IEnumerable<CallSite> CallSitesOf(PackageSummary summary)
    {
        SummaryFunction? Find(string symbol) => FindBody(summary, symbol);
        foreach (var site in summary.CallSites)
        {
            yield return site.Need == LinkNeed.None ? site.Site : CallLinker.Complete(site, analysis.Target, Find);
        }
    }

    private SummaryFunction? FindBody(PackageSummary from, string symbol)
    {
        if (bodies.TryGetValue(symbol, out var known))
        {
            return known;
        }

        return SymbolNames.PackageOf(symbol) is { } path && path != from.ImportPath
            && analysis.Resolve(path, from.Directory) is { } location
            && FunctionsOf(location.Directory).TryGetValue(symbol, out var found)
            ? found
            : null;
    }

    private Dictionary<string, SummaryFunction> FunctionsOf(string directory)
    {
        if (!imported.TryGetValue(directory, out var functions))
        {
            imported[directory] = functions = new(StringComparer.Ordinal);
            if (analysis.Directory(directory).Imported is { } symbols)
            {
                foreach (var function in PackageSummarizer.OfDeclarations(symbols).Functions)
                {
                    functions[function.Symbol] = function;
                }
            }
        }

        return functions;
    }
}
