using System;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Everything that an analysis found. Sorted by file and place; equal input gives equal results whatever the number of threads.</summary>
public sealed class AbiAnalysis
{
    /// <summary>From its parts.</summary>
    public AbiAnalysis(AbiAnalysisContents contents)
    {
        if (contents is null)
        {
            throw new ArgumentNullException(nameof(contents));
        }

        Targets = contents.Targets;
        Root = contents.Root;
        Findings = contents.Findings;
        CallSites = contents.CallSites;
        Symbols = contents.Symbols;
        Diagnostics = contents.Diagnostics;
        FileCount = contents.FileCount;
        PackageCount = contents.PackageCount;
        CaseCounts = contents.CaseCounts;
        CallSiteCount = contents.CallSiteCount;
        Summaries = contents.Summaries;
    }

    /// <summary>The targets analysed.</summary>
    public ImmutableArray<Target> Targets { get; }

    /// <summary>The directory that paths are shown relative to.</summary>
    public string Root { get; }

    /// <summary>What the rules found.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Every call site; empty where the options did not ask for them.</summary>
    public ImmutableArray<CallSite> CallSites { get; }

    /// <summary>The functions that matter to the ABI; empty where the options did not ask for them.</summary>
    public ImmutableArray<FunctionSymbol> Symbols { get; }

    /// <summary>The packages' summaries, by target and then by directory; empty where the options did not ask for them.</summary>
    public ImmutableArray<PackageSummary> Summaries { get; }

    /// <summary>What could not be read or resolved, and notes about targets.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    /// <summary>Number of source files read, Go and assembly.</summary>
    public int FileCount { get; }

    /// <summary>Number of packages analysed, test variants not counted apart.</summary>
    public int PackageCount { get; }

    /// <summary>Number of call sites, each counted once whatever the number of targets.</summary>
    public int CallSiteCount { get; }

    /// <summary>Number of call sites of each case, at the case's number (0 to 6); 0 counts those outside the six.</summary>
    public ImmutableArray<int> CaseCounts { get; }

    /// <summary>The same with other findings: filtered, or with other severities.</summary>
    /// <param name="findings">The findings, sorted as <see cref="Findings"/> is.</param>
    public AbiAnalysis WithFindings(ImmutableArray<Finding> findings) => new(new AbiAnalysisContents
    {
        Targets = Targets,
        Root = Root,
        Findings = findings,
        CallSites = CallSites,
        Symbols = Symbols,
        Summaries = Summaries,
        Diagnostics = Diagnostics,
        FileCount = FileCount,
        PackageCount = PackageCount,
        CallSiteCount = CallSiteCount,
        CaseCounts = CaseCounts,
    });
}

/// <summary>What an <see cref="AbiAnalysis"/> is made from: by the analyzer, or by hand to report results that come from elsewhere.</summary>
public sealed record AbiAnalysisContents
{
    /// <summary>The targets analysed.</summary>
    public required ImmutableArray<Target> Targets { get; init; }

    /// <summary>The directory that paths are shown relative to.</summary>
    public required string Root { get; init; }

    /// <summary>What the rules found.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = ImmutableArray<Finding>.Empty;

    /// <summary>The call sites, where asked for.</summary>
    public ImmutableArray<CallSite> CallSites { get; init; } = ImmutableArray<CallSite>.Empty;

    /// <summary>The functions that matter to the ABI, where asked for.</summary>
    public ImmutableArray<FunctionSymbol> Symbols { get; init; } = ImmutableArray<FunctionSymbol>.Empty;

    /// <summary>What could not be read or resolved, and notes about targets.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>The packages' summaries, where asked for.</summary>
    public ImmutableArray<PackageSummary> Summaries { get; init; } = ImmutableArray<PackageSummary>.Empty;

    /// <summary>Number of source files read.</summary>
    public int FileCount { get; init; }

    /// <summary>Number of packages analysed.</summary>
    public int PackageCount { get; init; }

    /// <summary>Number of call sites.</summary>
    public int CallSiteCount { get; init; }

    /// <summary>Number of call sites of each case, at the case's number (0 to 6).</summary>
    public ImmutableArray<int> CaseCounts { get; init; } = ImmutableArray.Create(0, 0, 0, 0, 0, 0, 0);
}

/// <summary>What an analysis is asked to do.</summary>
public sealed record AbiAnalysisOptions
{
    /// <summary>Keep every call site, not only their number.</summary>
    public bool CollectCallSites { get; init; }

    /// <summary>Keep the functions that matter to the ABI.</summary>
    public bool CollectSymbols { get; init; }

    /// <summary>Keep the packages' summaries.</summary>
    public bool CollectSummaries { get; init; }

    /// <summary>Run the rules.</summary>
    public bool RunRules { get; init; } = true;

    /// <summary>
    /// Only what the reading of files has to say: GOABI4nnn, and input that can't be read. Functions are not looked into, so it is quick enough for every keystroke; call sites and rules are left out.
    /// </summary>
    public bool TextOnly { get; init; }

    /// <summary>The rules: those of GoAbi, unless a rule pack adds its own to <see cref="RuleCatalog.All"/>. Ids differ.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = RuleCatalog.All;

    /// <summary>Rule ids or prefixes to run; empty for all. Where they are rules about assembly only, packages without assembly are not analysed, nor counted.</summary>
    public ImmutableArray<string> Select { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Rule ids or prefixes not to run.</summary>
    public ImmutableArray<string> Ignore { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Threads to use, 1 or more; 0 for one a processor.</summary>
    public int MaxParallelism { get; init; }

    /// <summary>Largest number of tokens that one assembly file may expand to.</summary>
    public int MaxExpansion { get; init; } = 4_000_000;

    /// <summary>Where summaries of packages are kept from one analysis to the next; null for nowhere.</summary>
    public ISummaryStore? Summaries { get; init; }

    /// <summary>True where nothing is asked for but rules that have nothing to say of packages without assembly.</summary>
    internal bool NeedsAssemblyOnly
    {
        get
        {
            if (!RunRules || CollectCallSites || CollectSymbols || CollectSummaries || Select.IsDefaultOrEmpty)
            {
                return false;
            }

            foreach (var rule in Rules)
            {
                if (!rule.NeedsAssembly && Wants(rule.Descriptor.Id))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>True where <see cref="Select"/> and <see cref="Ignore"/> leave a rule in.</summary>
    internal bool Wants(string id) => (Select.IsDefaultOrEmpty || HasPrefix(Select, id)) && !HasPrefix(Ignore, id);

    private static bool HasPrefix(ImmutableArray<string> prefixes, string id)
    {
        foreach (var prefix in prefixes)
        {
            if (id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How far an analysis has come.</summary>
/// <param name="Done">Packages analysed.</param>
/// <param name="Total">Packages to analyse.</param>
/// <param name="Current">Import path of the package finished last.</param>
public readonly record struct AbiProgress(int Done, int Total, string Current);
