using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Generator.Tests.Incrementality;

/// <summary>A module that is edited again and again, as the generator sees it: a file that says the same as before stays the object that it was.</summary>
internal sealed class EditedModule
{
    private readonly SourceNames names = new();
    private readonly IncrementalAnalysis analysis;
    private readonly SortedDictionary<string, ParsedSource> sources = new(StringComparer.Ordinal);

    public EditedModule(IEnumerable<KeyValuePair<string, string>> files)
    {
        analysis = new IncrementalAnalysis(names);
        foreach (var file in files)
        {
            Texts[file.Key] = file.Value;
            sources[file.Key] = Parse(file.Key, file.Value, names);
        }
    }

    public SortedDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public static GoModuleOptions Options { get; } = new()
    {
        Targets = [new GoTargetRequest(new GoVersion(24), "linux", "amd64"), new GoTargetRequest(new GoVersion(24), "linux", "arm64"), new GoTargetRequest(new GoVersion(16), "linux", "amd64")],
    };

    /// <summary>Changes a file, or takes it away.</summary>
    public void Set(string path, string? text)
    {
        if (text is null)
        {
            Texts.Remove(path);
            sources.Remove(path);
            return;
        }

        Texts[path] = text;
        var parsed = Parse(path, text, names);
        if (!sources.TryGetValue(path, out var before) || !before.Equals(parsed))
        {
            sources[path] = parsed;
        }
    }

    public ImmutableArray<CataloguePackage> Update(CancellationToken cancellationToken = default) => analysis.Update(sources.Values, "/m", default, Options, cancellationToken);

    /// <summary>What an analysis says that knows nothing of earlier ones.</summary>
    public ImmutableArray<CataloguePackage> FromScratch()
    {
        var fresh = new SourceNames();
        return new IncrementalAnalysis(fresh).Update([.. Texts.Select(file => Parse(file.Key, file.Value, fresh))], "/m", default, Options);
    }

    /// <summary>What the command would say.</summary>
    public AbiAnalysis Whole() => AbiAnalyzer.Analyze(
        GoModule.Load(InMemorySourceFiles.Create([.. Texts.Select(static file => (file.Key, file.Value))]), "/m", default, Options),
        new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true });

    private static ParsedSource Parse(string path, string text, SourceNames names) => ParsedSource.Parse(new SourceFile(path, SourceText.FromString(text)), names);
}
