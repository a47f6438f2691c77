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
        keys = new SummaryKeys(session, analysis, store);
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

    /// <summary>Stores the summaries of an analysed directory.</summary>
    public void Set(string directory, IReadOnlyList<PackageSummary> summaries)
    {
        if (keyByDirectory[directory] is { } key)
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
