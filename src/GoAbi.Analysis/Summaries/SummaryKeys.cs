using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// Keys of summaries for one target: a hash of everything that a directory's summary depends on. That is the tool with its
/// rules, the target, the directory's files, the headers that its assembly may include, and the same of all that it imports, directly or not.
/// No file has to be parsed for that where a manifest says what is imported and included.
/// </summary>
internal sealed class SummaryKeys
{
    // Chains of real imports are some dozens long.
    private const int MaxImportDepth = 1000;

    private readonly AnalysisSession session;
    private readonly TargetAnalysis analysis;
    private readonly ISummaryStore store;
    private readonly ISourceContentHashes? hashes;
    private readonly HashSet<string> analysed;
    private readonly string environment;
    private readonly ConcurrentDictionary<string, (string? Key, PackageManifest? Manifest)> directories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> declarationKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> underway = new(StringComparer.Ordinal);
    private readonly CancellationToken cancellationToken;

    public SummaryKeys(AnalysisSession session, TargetAnalysis analysis, ISummaryStore store, CancellationToken cancellationToken)
    {
        this.cancellationToken = cancellationToken;
        this.session = session;
        this.analysis = analysis;
        this.store = store;
        hashes = session.Module.Files as ISourceContentHashes;
        analysed = new HashSet<string>(session.Module.Directories, StringComparer.Ordinal);
        environment = EnvironmentKey();
    }

    /// <summary>Finds out what every analysed directory depends on, on all threads. Directories whose manifest is not stored are read for that.</summary>
    public void Prepare(ParallelOptions parallel)
    {
        var frontier = session.Module.Directories;
        var seen = new HashSet<string>(frontier, StringComparer.Ordinal);
        while (!frontier.IsEmpty)
        {
            var current = frontier;
            Parallel.For(0, current.Length, parallel, i => Describe(current[i]));
            var next = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var directory in current)
            {
                foreach (var imported in ImportedBy(directory, withTests: true))
                {
                    if (imported.Directory is { } place && seen.Add(place))
                    {
                        next.Add(place);
                    }
                }
            }

            frontier = next.ToImmutableArray();
        }
    }

    /// <summary>The key of an analysed directory's summaries; null where it has none, since a file can't be read or depends on what no root holds.</summary>
    public string? KeyOf(string directory)
    {
        if (Own(directory, "summary", withTests: true) is not { } key)
        {
            return null;
        }

        foreach (var (path, imported) in ImportedBy(directory, withTests: true))
        {
            key.Add(path);
            if (imported is not null)
            {
                if (DeclarationKey(imported) is not { } dependency)
                {
                    return null;
                }

                key.Add(dependency);
            }
        }

        return key.ToKey();
    }

    /// <summary>The key of what a directory's package declares, tests aside; null where it has none. Asked for on one thread.</summary>
    public string? DeclarationKey(string directory) => DeclarationKey(directory, depth: 0);

    /// <summary>What paths in a directory's summary are relative to.</summary>
    public SummaryRoots RootsOf(string directory) => SummaryRoots.Of(session.Module, directory);

    private string? DeclarationKey(string directory, int depth)
    {
        if (declarationKeys.TryGetValue(directory, out var known))
        {
            return known;
        }

        // What depends on an import cycle has no key: that of a member would depend on where the cycle was entered. It does not compile either.
        if (depth >= MaxImportDepth || !underway.Add(directory))
        {
            return null;
        }

        var key = ComputeDeclarationKey(directory, depth);
        underway.Remove(directory);
        return declarationKeys[directory] = key;
    }

    private string? ComputeDeclarationKey(string directory, int depth)
    {
        if (Own(directory, "declarations", withTests: false) is not { } key)
        {
            return null;
        }

        foreach (var (path, imported) in ImportedBy(directory, withTests: false))
        {
            key.Add(path);
            if (imported is not null)
            {
                if (DeclarationKey(imported, depth + 1) is not { } dependency)
                {
                    return null;
                }

                key.Add(dependency);
            }
        }

        return key.ToKey();
    }

    /// <summary>A key with everything but the imports: the directory's files and the headers.</summary>
    private KeyBuilder? Own(string directory, string purpose, bool withTests)
    {
        if (Describe(directory) is not ({ } own, { } manifest))
        {
            return null;
        }

        var key = new KeyBuilder(purpose).Add(own).Add(withTests ? "tests" : "");
        foreach (var include in manifest.Includes)
        {
            key.Add(include.Value);
        }

        return key;
    }

    private IEnumerable<(string Path, string? Directory)> ImportedBy(string directory, bool withTests)
    {
        if (Describe(directory).Manifest is not { } manifest)
        {
            yield break;
        }

        foreach (var path in manifest.Imports)
        {
            yield return (path, analysis.Resolve(path, directory)?.Directory);
        }

        foreach (var path in withTests ? manifest.TestImports : ImmutableArray<string>.Empty)
        {
            yield return (path, analysis.Resolve(path, directory)?.Directory);
        }
    }

    private (string? Key, PackageManifest? Manifest) Describe(string directory) => directories.GetOrAdd(directory, DescribeNow);

    private (string? Key, PackageManifest? Manifest) DescribeNow(string directory)
    {
        if (ListingKey(directory) is not { } key)
        {
            return (null, null);
        }

        var roots = RootsOf(directory);
        if (store.TryRead(key) is { } content && PackageManifest.TryDecode(content, roots) is { } known && IsUpToDate(known))
        {
            return (key, known);
        }

        var made = PackageManifest.Of(analysis.Directory(directory).Scopes, session, StateOf, cancellationToken);
        if (made?.Encode(roots) is not { } bytes)
        {
            return (null, null);
        }

        store.Write(key, bytes);
        return (key, made);
    }

    private bool IsUpToDate(PackageManifest manifest)
    {
        foreach (var include in manifest.Includes)
        {
            if (StateOf(include.Key) != include.Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What reading a file would give: the hash of its content, or why there is none; and whether its links leave the directories that may be read.</summary>
    private string StateOf(string path) => states.GetOrAdd(path, StateNow);

    // Most of what may be included is in one directory of several: looking there costs an exception, its listing is known.
    private string StateNow(string path)
    {
        if (!DirectoryHas(SourcePath.Directory(path), SourcePath.FileName(path)))
        {
            return SourceReadFailure.NotFound.ToString();
        }

        return (HashOf(path) ?? session.Module.Files.Read(path).Failure.ToString()) + (session.LeavesRoots(path) ? " outside" : "");
    }

    private bool DirectoryHas(string directory, string name)
    {
        foreach (var entry in session.Module.Files.List(directory))
        {
            if (entry.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private string? ListingKey(string directory)
    {
        var place = session.Module.Modules.Locate(directory);
        var key = new KeyBuilder("manifest")
            .Add(environment)
            .Add(analysed.Contains(directory) ? "analysed" : "imported")
            .Add(place.ImportPath)
            .Add(place.ModulePath)
            .Add(place.IsStandardLibrary ? "std" : "")
            .Add(place.IsInMainModule ? "main" : "");

        // Paths in manifests and summaries are relative to these.
        var roots = RootsOf(directory);
        foreach (var (path, from) in new[] { (directory, roots.Module), (directory, roots.GoRoot), (directory, roots.GoRootSources), (roots.GoRoot, roots.Module), (roots.GoRootSources, roots.Module), (roots.GoRootSources, roots.GoRoot), (roots.Module, roots.GoRoot), (roots.Module, roots.GoRootSources), (roots.GoRoot, directory) })
        {
            key.Add(path is not null && from is not null && SourcePath.IsWithin(path, from) ? SourcePath.Relative(path, from) : null);
        }

        foreach (var entry in session.Module.Files.List(directory))
        {
            if (entry.IsDirectory)
            {
                continue;
            }

            key.Add(entry.Name);
            if (IsRead(entry.Name))
            {
                if (HashOf(SourcePath.Combine(directory, entry.Name)) is not { } hash)
                {
                    return null;
                }

                key.Add(hash);
            }
        }

        return key.ToKey();
    }

    // What some stage looks into. Of other files only the names matter: C sources, objects, text.
    private static bool IsRead(string name) =>
        GoFileName.Extension(name) is var extension
        && (extension is ".go" or ".s" or ".bzl" || GoFileName.IsHeader(extension) || GoFileName.IsForeignAssembly(extension)
            || name is "BUILD" or "BUILD.bazel");

    private string? HashOf(string path) =>
        hashes is not null ? hashes.GetContentHash(path) : session.Module.Files.Read(path).File?.Text.ContentHash;

    private string EnvironmentKey()
    {
        var target = analysis.Target;
        var key = new KeyBuilder("environment")
            .Add(SummaryCodec.FormatVersion.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(target.ToString())
            .Add(target.Feature)
            .Add(target.Cgo ? "cgo" : "")
            .Add(session.Module.IncludeTests ? "tests" : "")
            .Add(session.Module.GoRoot is null ? "" : "goroot")
            .Add(session.Module.Modules.UsesStandardModel ? "model" : "")
            .Add(session.Options.MaxExpansion.ToString(System.Globalization.CultureInfo.InvariantCulture));

        // Whose packages should be at hand, and whose need not be.
        foreach (var main in session.Module.Modules.MainModules)
        {
            key.Add(main.Path);
        }

        // A build's identity changes with its code, a version number only with a release.
        foreach (var part in new[] { typeof(SourceText), typeof(AsmProgram), typeof(GoModule), typeof(AbiWrappers), typeof(SummaryKeys) })
        {
            key.Add(part.Module.ModuleVersionId.ToString("N"));
        }

        foreach (var rule in session.Options.Rules)
        {
            key.Add(rule.Descriptor.Id).Add(rule.GetType().Module.ModuleVersionId.ToString("N"));
        }

        return key.ToKey();
    }
}
