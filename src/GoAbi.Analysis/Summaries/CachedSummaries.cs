using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The summaries of one target that a store holds, and those that it is given.</summary>
internal sealed class CachedSummaries
{
    private readonly AnalysisSession session;
    private readonly ISummaryStore store;
    private readonly SummaryKeys keys;
    private readonly Dictionary<string, string?> keyByDirectory = new(StringComparer.Ordinal);

    public CachedSummaries(AnalysisSession session, TargetAnalysis analysis, ISummaryStore store, ParallelOptions parallel)
    {
        this.session = session;
        this.store = store;
        keys = new SummaryKeys(session, analysis, store, parallel.CancellationToken);
        keys.Prepare(parallel);
        foreach (var directory in session.Module.Directories)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            keyByDirectory[directory] = keys.KeyOf(directory);
        }
    }

    /// <summary>The summaries of an analysed directory; <c>default</c> where they have to be made.</summary>
    public ImmutableArray<PackageSummary> TryGet(string directory)
    {
        var found = keyByDirectory[directory] is { } key ? Read(key, directory) : default;
        if (found.IsDefault || !session.Options.RunRules)
        {
            return found;
        }

        // Edits are made from trees: where a fix needs some, the package is read again.
        foreach (var summary in found)
        {
            if (summary.NeedsTrees)
            {
                return default;
            }
        }

        return found;
    }

    /// <summary>Stores the summaries of an analysed directory, unless a later run could not use them as this one does.</summary>
    public void Set(string directory, IReadOnlyList<PackageSummary> summaries, ImmutableArray<PackageSymbols> packages)
    {
        if (keyByDirectory[directory] is { } key && !HaveSyntaxErrors(packages) && !LeadIntoGeneratedHeader(summaries))
        {
            Write(key, directory, summaries);
        }
    }

    /// <summary>The functions of a package that is only imported.</summary>
    /// <param name="directory">Its directory.</param>
    /// <param name="read">Reads the package; null where the directory has none.</param>
    public ImmutableArray<SummaryFunction> FunctionsOf(string directory, Func<PackageSymbols?> read)
    {
        var key = keys.DeclarationKey(directory) is { } known ? new KeyBuilder("functions").Add(known).ToKey() : null;
        if (key is not null && Read(key, directory) is { IsDefault: false } found)
        {
            return found.IsEmpty ? ImmutableArray<SummaryFunction>.Empty : found[0].Functions;
        }

        var made = read() is { } symbols ? ImmutableArray.Create(PackageSummarizer.OfDeclarations(symbols)) : ImmutableArray<PackageSummary>.Empty;
        if (key is not null)
        {
            Write(key, directory, made);
        }

        return made.IsEmpty ? ImmutableArray<SummaryFunction>.Empty : made[0].Functions;
    }

    // Who imports such a package sees what its broken bodies left of the declarations: it has to be read whole, always.
    private static bool HaveSyntaxErrors(ImmutableArray<PackageSymbols> packages)
    {
        foreach (var package in packages)
        {
            foreach (var file in package.Package.GoFiles)
            {
                if (!file.Tree.Diagnostics.IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // go_asm.h is made, and on no disk where a line of it could be looked up later.
    private bool LeadIntoGeneratedHeader(IReadOnlyList<PackageSummary> summaries)
    {
        foreach (var summary in summaries)
        {
            foreach (var diagnostic in summary.Diagnostics)
            {
                if (diagnostic.Location is { } location && IsGenerated(location, diagnostic.Expansion))
                {
                    return true;
                }
            }

            foreach (var finding in summary.Findings)
            {
                if (IsGenerated(finding.Location, finding.Expansion))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsGenerated(SourceLocation location, ImmutableArray<ExpansionFrame> expansion)
    {
        foreach (var frame in expansion)
        {
            if (IsGenerated(frame.Location.File))
            {
                return true;
            }
        }

        return IsGenerated(location.File);
    }

    private bool IsGenerated(SourceFile file) => file.Name == "go_asm.h" && session.Module.Files.Read(file.Path).File is null;

    private ImmutableArray<PackageSummary> Read(string key, string directory) =>
        store.TryRead(key) is { } content ? SummaryCodec.TryDecode(content, keys.RootsOf(directory), session.FileOnDemand) : default;

    private void Write(string key, string directory, IReadOnlyList<PackageSummary> summaries)
    {
        if (SummaryCodec.Encode(summaries, keys.RootsOf(directory)) is { } content)
        {
            store.Write(key, content);
        }
    }
}
