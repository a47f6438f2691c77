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
    private readonly CachedSummaries? cache;
    private readonly Dictionary<string, SummaryFunction> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SummaryFunction>> imported = new(StringComparer.Ordinal);

    /// <param name="analysis">The target's packages.</param>
    /// <param name="summaries">The analysed ones, sorted by directory.</param>
    /// <param name="cache">Knows the functions of packages that are only imported; null for none.</param>
    public PackageLinker(TargetAnalysis analysis, IReadOnlyList<PackageSummary> summaries, CachedSummaries? cache)
    {
        this.analysis = analysis;
        this.cache = cache;
        foreach (var summary in summaries)
        {
            foreach (var function in summary.Functions)
            {
                // Every command is called main; none sees another's.
                var name = IsOfCommand(function.Symbol) ? summary.Directory + "\n" + function.Symbol : function.Symbol;
                if (!bodies.ContainsKey(name))
                {
                    bodies[name] = function;
                }
            }
        }
    }

    /// <summary>One of the package's call sites, complete.</summary>
    public CallSite Complete(PackageSummary summary, int number)
    {
        var site = summary.SiteList.Get(number);
        return site.Need == LinkNeed.None ? site.Site : CallLinker.Complete(site, analysis.Target, symbol => FindBody(summary, symbol));
    }

    private SummaryFunction? FindBody(PackageSummary from, string symbol)
    {
        if (bodies.TryGetValue(IsOfCommand(symbol) ? from.Directory + "\n" + symbol : symbol, out var known))
        {
            return known;
        }

        return SymbolNames.PackageOf(symbol) is { } path && path != from.ImportPath
            && analysis.Resolve(path, from.Directory) is { } location
            && FunctionsOf(location.Directory).TryGetValue(symbol, out var found)
            ? found
            : null;
    }

    private static bool IsOfCommand(string symbol) => symbol.StartsWith("main.", StringComparison.Ordinal);

    private Dictionary<string, SummaryFunction> FunctionsOf(string directory)
    {
        if (!imported.TryGetValue(directory, out var functions))
        {
            imported[directory] = functions = new(StringComparer.Ordinal);
            foreach (var function in cache is null ? Declared(directory) : cache.FunctionsOf(directory, () => analysis.Directory(directory).Imported))
            {
                functions[function.Symbol] = function;
            }
        }

        return functions;
    }

    private ImmutableArray<SummaryFunction> Declared(string directory) =>
        analysis.Directory(directory).Imported is { } symbols ? PackageSummarizer.OfDeclarations(symbols).Functions : ImmutableArray<SummaryFunction>.Empty;
}
