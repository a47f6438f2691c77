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

/// <summary>Analyses one package for a catalogue, with as much of what was found before as still holds.</summary>
internal sealed class PackageAnalyzer
{
    private readonly AnalysisUnit unit;
    private readonly PackageMemory? known;
    private readonly string surroundings;
    private readonly Func<string, bool> mayBeAssemblyMethod;
    private readonly CancellationToken cancellationToken;

    private PackageAnalyzer(AnalysisUnit unit, PackageMemory? known, string surroundings, Func<string, bool> mayBeAssemblyMethod, CancellationToken cancellationToken)
    {
        this.unit = unit;
        this.known = known;
        this.surroundings = surroundings;
        this.mayBeAssemblyMethod = mayBeAssemblyMethod;
        this.cancellationToken = cancellationToken;
    }

    /// <param name="unit">The package, its files bound on demand.</param>
    /// <param name="before">What was found before; null for nothing.</param>
    /// <param name="surroundings">See <see cref="PackageMemory.Surroundings"/>.</param>
    /// <param name="mayBeAssemblyMethod">False for a name that no method has whose body isn't Go.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static PackageMemory Analyze(AnalysisUnit unit, PackageMemory? before, string surroundings, Func<string, bool> mayBeAssemblyMethod, CancellationToken cancellationToken) =>
        new PackageAnalyzer(unit, before?.Surroundings == surroundings ? before : null, surroundings, mayBeAssemblyMethod, cancellationToken).Run();

    private PackageMemory Run()
    {
        var layouts = known?.Layouts ?? new Dictionary<string, CatalogueLayout?>(StringComparer.Ordinal);
        var goFiles = GoFiles();
        var assembly = known is not null && known.Assembly.Programs.SequenceEqual(unit.Symbols.Programs) ? known.Assembly : Assembly();
        var drafts = Drafts(goFiles, assembly);
        var sites = ImmutableArray.CreateBuilder<SummaryCallSite>();
        foreach (var file in unit.Package.GoFiles)
        {
            sites.AddRange(goFiles[file.Source.Path].Sites);
        }

        sites.AddRange(assembly.Sites);
        var functions = new Dictionary<string, SummaryFunction>(StringComparer.Ordinal);
        foreach (var function in PackageSummarizer.OfDeclarations(unit.Symbols).Functions)
        {
            functions[function.Symbol] = function;
        }

        return new PackageMemory
        {
            Surroundings = surroundings,
            Assembly = assembly,
            GoFiles = goFiles,
            Layouts = layouts,
            Sites = sites.ToImmutable(),
            NeedsLink = sites.Any(static site => site.Need != LinkNeed.None),
            Functions = functions,
            Package = new CataloguePackage(
                unit.Package.ImportPath,
                unit.Package.Name,
                unit.Package.Directory,
                unit.Target,
                CatalogueFunctions.Of(unit, layouts),
                default,
                new(drafts.Select(FindingOf).ToImmutableArray())),
        };
    }

    private Dictionary<string, GoFileMemory> GoFiles()
    {
        var found = new Dictionary<string, GoFileMemory>(StringComparer.Ordinal);
        var changed = ChangedTexts();
        var isMentioned = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var file in unit.Package.GoFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found[file.Source.Path] = known is not null
                && known.GoFiles.TryGetValue(file.Source.Path, out var before)
                && ReferenceEquals(before.Tree, file.Tree)
                && !before.Variables.Any(IsMentioned)
                    ? before
                    : Visit(file);
        }

        return found;

        bool IsMentioned(string variable)
        {
            if (!isMentioned.TryGetValue(variable, out var mentioned))
            {
                isMentioned[variable] = mentioned = changed.Exists(text => text.IndexOf(variable, StringComparison.Ordinal) >= 0);
            }

            return mentioned;
        }
    }

    // What changed files say, and what they said: the files themselves are the same ones, since the surroundings are.
    private List<string> ChangedTexts()
    {
        var changed = new List<string>();
        foreach (var file in unit.Package.GoFiles)
        {
            if (known is not null && known.GoFiles.TryGetValue(file.Source.Path, out var before) && !ReferenceEquals(before.Tree, file.Tree))
            {
                changed.Add(before.Tree.File.Text.Text);
                changed.Add(file.Source.Text.Text);
            }
        }

        return changed;
    }

    // With a flow of its own: what another file has asked before would not be seen to leave this one.
    private GoFileMemory Visit(GoPackageFile file)
    {
        var flow = new FunctionFlow(unit);
        var sites = new List<SummaryCallSite>();
        GoCallSites.CollectToAssembly(unit, file, flow.Sources, sites, mayBeAssemblyMethod);
        var reads = AddressReads.In(file, flow).Any();
        return new GoFileMemory(file.Tree, sites.ToImmutableArray(), reads, flow.Variables.PackageVariables.ToImmutableArray());
    }

    private AssemblyMemory Assembly()
    {
        var sites = new List<SummaryCallSite>();
        AssemblyCallSites.Collect(unit, sites, cancellationToken);
        var drafts = new List<FindingDraft>();
        var context = new RuleContext(unit, new FunctionFlow(unit), drafts);
        foreach (var rule in RuleCatalog.All)
        {
            if (!rule.ReadsGoBodies)
            {
                rule.AnalyzePackage(context, cancellationToken);
            }
        }

        AssemblyDiagnostics.Collect(unit.Symbols, drafts);
        return new AssemblyMemory(unit.Symbols.Programs, sites.ToImmutableArray(), drafts.Select(WithoutTrees).ToImmutableArray(), Instructions());
    }

    private Dictionary<(string Path, int Start, int Index), int> Instructions()
    {
        var numbers = new Dictionary<(string, int, int), int>();
        foreach (var program in unit.Symbols.Programs)
        {
            foreach (var function in program.Functions)
            {
                var number = 0;
                foreach (var statement in function.Body)
                {
                    if (statement is Instruction instruction)
                    {
                        if (instruction.Target is not null)
                        {
                            numbers[(instruction.Origin.Location.File.Path, instruction.Origin.Location.Span.Start, instruction.IndexAtOrigin)] = number;
                        }

                        number++;
                    }
                }
            }
        }

        return numbers;
    }

    private List<FindingDraft> Drafts(Dictionary<string, GoFileMemory> goFiles, AssemblyMemory assembly)
    {
        var drafts = new List<FindingDraft>(assembly.Drafts);
        var own = new List<FindingDraft>();
        var flow = new FunctionFlow(unit, file => !goFiles[file.Source.Path].ReadsAddresses);
        var context = new RuleContext(unit, flow, own);
        foreach (var rule in RuleCatalog.All)
        {
            if (rule.ReadsGoBodies)
            {
                rule.AnalyzePackage(context, cancellationToken);
            }
        }

        drafts.AddRange(own.Select(WithoutTrees));
        Suppressions.Apply(unit, drafts);
        AssemblySuppressions.Apply(unit.Symbols, drafts);
        drafts.Sort(static (a, b) => Compare(a.Finding, b.Finding));
        return drafts;
    }

    // Places by which a fix would be made lead to every tree of the analysis.
    private FindingDraft WithoutTrees(FindingDraft draft) => new(draft.Finding with
    {
        Message = draft.IsAboutWrappers ? draft.Finding.Message + ResultMerger.SinceWhen(ImmutableArray.Create(unit.Target)) : draft.Finding.Message,
        Fixes = ImmutableArray<Fix>.Empty,
        Flow = ImmutableArray<FlowStep>.Empty,
    });

    private static CatalogueFinding FindingOf(FindingDraft draft) => new(
        draft.Finding.RuleId, draft.Finding.Severity, draft.Finding.Certainty, CatalogueMessage.Of(draft.Finding), draft.Finding.Function, draft.Finding.Location.File.Path);

    private static int Compare(Finding left, Finding right)
    {
        var order = string.CompareOrdinal(left.Location.File.Path, right.Location.File.Path);
        order = order != 0 ? order : left.Location.Span.Start.CompareTo(right.Location.Span.Start);
        order = order != 0 ? order : string.CompareOrdinal(left.RuleId, right.RuleId);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
