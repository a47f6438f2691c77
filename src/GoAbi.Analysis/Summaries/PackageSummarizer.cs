using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Makes the summary of a package: its call sites, and what all rules find, whatever is asked for, so that a summary serves every command.</summary>
internal static class PackageSummarizer
{
    public static PackageSummary Summarize(AnalysisUnit unit, ImmutableArray<Rule> rules, CancellationToken cancellationToken)
    {
        var symbols = unit.Symbols;
        var flow = new FunctionFlow(unit);
        var sites = new List<SummaryCallSite>();
        GoCallSites.Collect(unit, flow.Sources, sites, cancellationToken);
        AssemblyCallSites.Collect(unit, sites, cancellationToken);
        var drafts = new List<FindingDraft>();
        var context = new RuleContext(unit, flow, drafts);
        var failures = new List<SourceDiagnostic>();
        foreach (var rule in rules)
        {
            if (rule.GetType().Assembly == typeof(Rule).Assembly)
            {
                rule.AnalyzePackage(context, cancellationToken);
            }
            else
            {
                RunOfPack(rule, context, failures, cancellationToken);
            }
        }

        AssemblyDiagnostics.Collect(symbols, drafts);
        Suppressions.Apply(unit, drafts);
        AssemblySuppressions.Apply(symbols, drafts);
        var summary = OfDeclarations(symbols);
        return new PackageSummary
        {
            ImportPath = summary.ImportPath,
            Directory = summary.Directory,
            Variant = summary.Variant,
            Target = summary.Target,
            Files = summary.Files,
            Functions = summary.Functions,
            CallSites = sites.ToImmutableArray(),
            Symbols = FunctionSymbols.Of(unit).ToImmutableArray(),
            AddressUses = Sorted(FunctionValueUses.Count(unit)),
            Diagnostics = PackageDiagnostics.Of(unit, cancellationToken).ToImmutableArray().AddRange(failures),
            Drafts = drafts.ToImmutableArray(),
        };
    }

    // A rule of others' that fails costs its findings in this package, and nobody else's; the run says so and counts as incomplete.
    private static void RunOfPack(Rule rule, RuleContext context, List<SourceDiagnostic> failures, CancellationToken cancellationToken)
    {
        try
        {
            rule.AnalyzePackage(context, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            failures.Add(new SourceDiagnostic(
                DiagnosticIds.RuleFailed,
                Severity.Error,
                "The rule " + rule.Descriptor.Id + " failed: " + exception.GetType().Name + ": " + exception.Message,
                null)
            {
                Path = context.Unit.Package.Directory,
            });
        }
    }

    /// <summary>What the reading of a package's files has to say, and nothing that needs function bodies.</summary>
    public static PackageSummary OfText(PackageSymbols symbols)
    {
        var drafts = new List<FindingDraft>();
        AssemblyDiagnostics.Collect(symbols, drafts);
        AssemblySuppressions.Apply(symbols, drafts);
        return Of(symbols, drafts, PackageDiagnostics.OfText(symbols));
    }

    /// <summary>The summary of a package that is only imported: its functions.</summary>
    public static PackageSummary OfDeclarations(PackageSymbols symbols) => Of(symbols, [], []);

    private static PackageSummary Of(PackageSymbols symbols, List<FindingDraft> drafts, List<SourceDiagnostic> diagnostics)
    {
        var package = symbols.Package;
        return new PackageSummary
        {
            ImportPath = package.ImportPath,
            Directory = package.Directory,
            Variant = package.Variant,
            Target = package.Target.ToString(),
            Files = FilesOf(package),
            Functions = FunctionsOf(symbols),
            Drafts = drafts.ToImmutableArray(),
            Diagnostics = diagnostics.ToImmutableArray(),
        };
    }

    private static ImmutableArray<string> FilesOf(GoPackage package)
    {
        var files = ImmutableArray.CreateBuilder<string>(package.GoFiles.Length + package.AssemblyFiles.Length);
        foreach (var file in package.GoFiles)
        {
            files.Add(file.Source.Path);
        }

        foreach (var file in package.AssemblyFiles)
        {
            files.Add(file.Path);
        }

        return files.MoveToImmutable();
    }

    private static ImmutableArray<SummaryFunction> FunctionsOf(PackageSymbols symbols)
    {
        var functions = ImmutableArray.CreateBuilder<SummaryFunction>();
        foreach (var function in symbols.Functions)
        {
            if (!function.IsBodyElsewhere && function.Assembly is not { IsStatic: true }
                && (functions.Count == 0 || functions[functions.Count - 1].Symbol != function.Symbol))
            {
                functions.Add(new SummaryFunction(function.Symbol, function.FullName, function.Language, function.Abi));
            }
        }

        return functions.ToImmutable();
    }

    private static ImmutableArray<KeyValuePair<string, int>> Sorted(Dictionary<string, int> counts)
    {
        var sorted = new List<KeyValuePair<string, int>>(counts);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return sorted.ToImmutableArray();
    }
}
