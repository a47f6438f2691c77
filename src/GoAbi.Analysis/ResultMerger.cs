using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Joins the results of all packages and targets: what holds on several targets is said once, with all of them.</summary>
internal sealed class ResultMerger(GoModule module)
{
    private readonly Dictionary<CallSiteKey, (CallSite Site, ImmutableArray<Target>.Builder Targets)> sites = [];
    private readonly Dictionary<FindingKey, (FindingDraft Draft, ImmutableArray<Target>.Builder Targets)> drafts = [];
    private readonly Dictionary<SymbolKey, (FunctionSymbol Symbol, ImmutableArray<Target>.Builder Targets)> symbols = [];
    private readonly Dictionary<DiagnosticKey, SourceDiagnostic> diagnostics = [];
    private readonly Dictionary<(Target Target, string Symbol), int> addressUses = [];
    private readonly List<PackageSummary> kept = [];
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> packages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<(int Start, int Index, AbiCase Case)>> counted = new(StringComparer.Ordinal);
    private readonly int[] caseCounts = new int[7];

    /// <summary>Takes in what the packages gave for one target.</summary>
    public void Add(Target target, IReadOnlyList<PackageSummary> summaries, PackageLinker linker, AbiAnalysisOptions options, CancellationToken cancellationToken)
    {
        foreach (var summary in summaries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            packages.Add(summary.Directory);
            if (options.CollectSummaries)
            {
                kept.Add(summary);
            }

            files.UnionWith(summary.Files);
            AddSites(target, summary, linker, options.CollectCallSites);
            if (options.RunRules)
            {
                AddDrafts(target, summary, options);
            }

            if (options.CollectSymbols)
            {
                AddSymbols(target, summary);
            }

            foreach (var diagnostic in summary.Diagnostics)
            {
                AddDiagnostic(diagnostic);
            }
        }
    }

    /// <summary>Everything, sorted, with fixes.</summary>
    public AbiAnalysisContents Merge(Func<IReadOnlyList<AddressStubUse>, Dictionary<string, AddressStub>> plan)
    {
        foreach (var diagnostic in module.Diagnostics)
        {
            AddDiagnostic(diagnostic);
        }

        return new AbiAnalysisContents
        {
            Targets = module.Targets,
            Root = module.Root,
            Findings = MergeFindings(plan),
            CallSites = sites.Values
                .Select(static entry => entry.Site with { Targets = entry.Targets.ToImmutable() })
                .OrderBy(static site => site.Location.File.Path, StringComparer.Ordinal)
                .ThenBy(static site => site.Location.Span.Start)
                .ThenBy(static site => site.Index)
                .ThenBy(static site => site.CalleeSymbol ?? site.Callee, StringComparer.Ordinal)
                .ThenBy(static site => site.Targets[0].ToString(), StringComparer.Ordinal)
                .ToImmutableArray(),
            Symbols = symbols.Values
                .Select(entry => entry.Symbol with { Targets = entry.Targets.ToImmutable(), AddressTaken = AddressUses(entry.Targets, entry.Symbol.Symbol) })
                .OrderBy(static symbol => symbol.Package, StringComparer.Ordinal)
                .ThenBy(static symbol => symbol.Symbol, StringComparer.Ordinal)
                .ThenBy(static symbol => symbol.Definition.File.Path, StringComparer.Ordinal)
                .ThenBy(static symbol => symbol.Definition.Span.Start)
                .ThenBy(static symbol => symbol.Targets[0].ToString(), StringComparer.Ordinal)
                .ToImmutableArray(),
            Diagnostics = diagnostics.Values
                .OrderBy(static diagnostic => diagnostic.Location?.File.Path ?? diagnostic.Path ?? "", StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location?.Span.Start ?? 0)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Message, StringComparer.Ordinal)
                .ToImmutableArray(),
            Summaries = kept.ToImmutableArray(),
            FileCount = files.Count,
            PackageCount = packages.Count,
            CallSiteCount = caseCounts.Sum(),
            CaseCounts = ImmutableArray.Create(caseCounts),
        };
    }

    private void AddDrafts(Target target, PackageSummary summary, AbiAnalysisOptions options)
    {
        foreach (var draft in summary.Drafts)
        {
            if (options.Wants(draft.Finding.RuleId) || draft.Finding.RuleId == DiagnosticIds.SuppressionWithoutReason)
            {
                AddTo(drafts, FindingKey.Of(draft), draft, target);
            }
        }
    }

    private void AddSymbols(Target target, PackageSummary summary)
    {
        foreach (var symbol in summary.Symbols)
        {
            AddTo(symbols, SymbolKey.Of(symbol), symbol, target);
        }

        foreach (var use in summary.AddressUses)
        {
            addressUses.TryGetValue((target, use.Key), out var count);
            addressUses[(target, use.Key)] = count + use.Value;
        }
    }

    private void AddSites(Target target, PackageSummary summary, PackageLinker linker, bool keep)
    {
        // Sites of one file come in a row.
        SourceFile? file = null;
        HashSet<(int Start, int Index, AbiCase Case)> inFile = [];
        for (var i = 0; i < summary.SiteList.Count; i++)
        {
            var place = summary.SiteList.PlaceOf(i);
            var site = keep || place.NeedsLink ? linker.Complete(summary, i) : null;
            if (!ReferenceEquals(file, place.File))
            {
                file = place.File;
                if (!counted.TryGetValue(file.Path, out inFile!))
                {
                    counted[file.Path] = inFile = [];
                }
            }

            var @case = site?.Case ?? place.Case;
            if (inFile.Add((place.Start, place.Index, @case)))
            {
                caseCounts[(int)@case]++;
            }

            if (keep)
            {
                AddTo(sites, CallSiteKey.Of(site!), site!, target);
            }
        }
    }

    private static void AddTo<TKey, TValue>(Dictionary<TKey, (TValue Value, ImmutableArray<Target>.Builder Targets)> known, TKey key, TValue value, Target target)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var entry))
        {
            known[key] = entry = (value, ImmutableArray.CreateBuilder<Target>());
        }

        // A file that the package and its test variant share is analysed in one of them; a repeat is the same site.
        if (entry.Targets.Count == 0 || entry.Targets[entry.Targets.Count - 1] != target)
        {
            entry.Targets.Add(target);
        }
    }

    private ImmutableArray<Finding> MergeFindings(Func<IReadOnlyList<AddressStubUse>, Dictionary<string, AddressStub>> plan)
    {
        var merged = drafts.Values
            .OrderBy(static entry => entry.Draft.Finding.Location.File.Path, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Draft.Finding.Location.Span.Start)
            .ThenBy(static entry => entry.Draft.Finding.RuleId, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Draft.Finding.Message, StringComparer.Ordinal)
            .ToList();
        var uses = merged.Where(static entry => entry.Draft.Stub is not null).Select(static entry => entry.Draft.Stub!).ToList();
        var stubs = uses.Count == 0 ? [] : plan(uses);
        var fixes = StubFixGroups.Of(uses, stubs);
        return merged.Select(entry =>
        {
            var finding = entry.Draft.Finding with { Targets = entry.Targets.ToImmutable() };
            if (entry.Draft.IsAboutWrappers)
            {
                finding = finding with { Message = finding.Message + SinceWhen(finding.Targets) };
            }

            return entry.Draft.Stub is { } use && fixes.TryGetValue(use, out var fix)
                ? finding with { Fixes = ImmutableArray.Create(fix) }
                : finding;
        }).ToImmutableArray();
    }

    // "(amd64 from Go 1.17, arm64 from Go 1.18)"
    public static string SinceWhen(ImmutableArray<Target> targets)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            if (AbiWrappers.Since(target.Goos, target.Goarch) is { } since)
            {
                parts.Add(FormattableString.Invariant($"{target.Goarch} from Go 1.{since.Minor} on"));
            }
        }

        return " (" + string.Join(", ", parts) + ")";
    }

    private int AddressUses(ImmutableArray<Target>.Builder targets, string symbol)
    {
        var most = 0;
        foreach (var target in targets)
        {
            addressUses.TryGetValue((target, symbol), out var count);
            most = Math.Max(most, count);
        }

        return most;
    }

    private void AddDiagnostic(SourceDiagnostic diagnostic) => diagnostics[DiagnosticKey.Of(diagnostic)] = diagnostic;

    private readonly record struct CallSiteKey(
        string Path, int Start, int Index, string Caller, string? Callee, string? Symbol, AbiCase Case, AbiRelation Relation,
        CallKind Kind, CallingConvention Abi, string? Wrapper, CallCertainty Certainty, SourceLanguage Language, bool IsDirect)
    {
        public static CallSiteKey Of(CallSite site) => new(
            site.Location.File.Path, site.Location.Span.Start, site.Index, site.Caller, site.Callee, site.CalleeSymbol, site.Case, site.Relation,
            site.Kind, site.Abi, site.Wrapper, site.Certainty, site.CalleeLanguage, site.IsDirect);
    }

    private readonly record struct FindingKey(string Rule, string Path, TextSpan Span, string Symbol, Severity Severity, FindingCertainty Certainty, string Message)
    {
        // What is said of a wrapper is one thing whatever the target; of assembly, several things can be said of one place, about what a macro yields there.
        public static FindingKey Of(FindingDraft draft) => new(
            draft.Finding.RuleId, draft.Finding.Location.File.Path, draft.Finding.Location.Span, draft.Finding.Symbol, draft.Finding.Severity, draft.Finding.Certainty,
            draft.IsAboutWrappers ? "" : draft.Finding.Message);
    }

    private readonly record struct SymbolKey(
        string Symbol, string Path, int Start, SourceLanguage Language, CallingConvention Abi, string Declaration, int? Frame, int? Arguments, string Wrappers)
    {
        public static SymbolKey Of(FunctionSymbol symbol) => new(
            symbol.Symbol, symbol.Definition.File.Path, symbol.Definition.Span.Start, symbol.Language, symbol.Abi,
            symbol.Declaration?.ToString() ?? "", symbol.FrameSize, symbol.ArgumentSize, string.Join(";", symbol.Wrappers));
    }

    private readonly record struct DiagnosticKey(string Id, string Path, int Start, string Message)
    {
        public static DiagnosticKey Of(SourceDiagnostic diagnostic) => new(
            diagnostic.Id, diagnostic.Location?.File.Path ?? diagnostic.Path ?? "", diagnostic.Location?.Span.Start ?? 0, diagnostic.Message);
    }
}
