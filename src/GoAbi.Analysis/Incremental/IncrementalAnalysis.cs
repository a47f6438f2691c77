using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// Catalogues of the packages of a module, again and again over versions of its files, each time in as little work as the change allows: packages whose files and whose imports' declarations are the
/// same are kept; in a package whose declarations are the same, Go files that didn't change and assembly that didn't change are kept. What it gives is what a new object would give for the same files.
/// It holds what the last analysis left, and nothing of those before. Thread-safe: one analysis at a time.
/// </summary>
public sealed class IncrementalAnalysis
{
    private readonly object gate = new();
    private readonly ProgramMemory programs;
    private readonly Dictionary<Target, TargetMemory> targets = [];
    private ImmutableArray<string> paths = ImmutableArray<string>.Empty;
    private ImmutableArray<ParsedSource> moduleFiles = ImmutableArray<ParsedSource>.Empty;
    private string settings = "";
    private GoFileCache? cache;
    private SourceSnapshot? snapshot;

    /// <param name="names">The names that the files share.</param>
    public IncrementalAnalysis(SourceNames names) =>
        programs = new ProgramMemory((names ?? throw new ArgumentNullException(nameof(names))).Assembly);

    /// <summary>The catalogues of a module's packages, by target, then by directory; those that are as before are the same objects.</summary>
    /// <param name="sources">All files that there are, other modules' too; sorted or not.</param>
    /// <param name="directory">The module's directory, or any where there are no modules.</param>
    /// <param name="patterns">What of it is asked for: see <see cref="GoPatterns"/>; none for all.</param>
    /// <param name="options">How it is loaded; its cache and GOROOT are not used.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ImmutableArray<CataloguePackage> Update(
        IReadOnlyCollection<ParsedSource> sources, string directory, ImmutableArray<string> patterns, GoModuleOptions options, CancellationToken cancellationToken = default)
    {
        if (sources is null)
        {
            throw new ArgumentNullException(nameof(sources));
        }

        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        lock (gate)
        {
            return Run(sources, directory, patterns, options, cancellationToken);
        }
    }

    private ImmutableArray<CataloguePackage> Run(
        IReadOnlyCollection<ParsedSource> sources, string directory, ImmutableArray<string> patterns, GoModuleOptions options, CancellationToken cancellationToken)
    {
        var byPath = new Dictionary<string, ParsedSource>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            byPath[source.File.Path] = source;
        }

        var sorted = byPath.Values.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        Forget(sorted, byPath, directory, patterns, options);
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.ForEach(sorted, parallel, source => Parse(source, options.IncludeTests, cancellationToken));
        snapshot = new SourceSnapshot(byPath, snapshot);
        var files = GoStandardModel.Over(snapshot);
        cache = cache is null ? new GoFileCache(files, sorted.Length > 0 ? sorted[0].Names.Go : null) : new GoFileCache(files, cache);
        foreach (var source in sorted)
        {
            cache.Add(source.File, source.IsGo && IsWanted(source, options.IncludeTests) ? source.Go(cancellationToken) : null, source.Constraints);
        }

        var module = GoModule.Load(files, directory, patterns, options with { Cache = cache, GoRoot = null }, cancellationToken);
        var session = new AnalysisSession(module, new AbiAnalysisOptions(), programs);
        var found = ImmutableArray.CreateBuilder<CataloguePackage>();
        var byDirectory = sorted.GroupBy(static source => SourcePath.Directory(source.File.Path), StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);
        var methods = MethodsOf(sorted, options.IncludeTests, cancellationToken);
        programs.Keep(module.Targets);
        foreach (var gone in targets.Keys.Where(target => !module.Targets.Contains(target)).ToList())
        {
            targets.Remove(gone);
        }

        foreach (var target in module.Targets)
        {
            if (!targets.TryGetValue(target, out var memory))
            {
                targets.Add(target, memory = new TargetMemory(target));
            }

            found.AddRange(memory.Update(session, byDirectory, methods, parallel));
        }

        return found.ToImmutable();
    }

    // What a module is, and what an #include or an import leads to, depends on which files there are.
    private void Forget(ParsedSource[] sorted, Dictionary<string, ParsedSource> byPath, string directory, ImmutableArray<string> patterns, GoModuleOptions options)
    {
        var newPaths = sorted.Select(static source => source.File.Path).ToImmutableArray();
        var newModuleFiles = sorted.Where(static source => !source.IsGo && source.Assembly is null).ToImmutableArray();
        var newSettings = directory + "\n" + (patterns.IsDefault ? "" : string.Join("\n", patterns)) + "\n" + options.IncludeTests + options.Cgo + options.Mod + string.Join(",", options.Tags);
        var haveSamePaths = newPaths.SequenceEqual(paths) && newSettings == settings && newModuleFiles.SequenceEqual(moduleFiles);
        if (!haveSamePaths)
        {
            // At once, since a run may be stopped anywhere: whatever is kept belongs to the paths that are noted.
            targets.Clear();
            snapshot = null;
        }

        (paths, moduleFiles, settings) = (newPaths, newModuleFiles, newSettings);
        programs.Begin(byPath, haveSamePaths);
    }

    private static bool IsWanted(ParsedSource source, bool withTests) => withTests || !source.File.Path.EndsWith("_test.go", StringComparison.Ordinal);

    private static void Parse(ParsedSource source, bool withTests, CancellationToken cancellationToken)
    {
        if (source.IsGo && IsWanted(source, withTests))
        {
            source.Declarations(cancellationToken);
        }
    }

    private static HashSet<string> MethodsOf(ParsedSource[] sources, bool withTests, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (source.IsGo && IsWanted(source, withTests))
            {
                found.UnionWith(source.Declarations(cancellationToken).MethodsWithoutBody);
            }
        }

        return found;
    }
}
