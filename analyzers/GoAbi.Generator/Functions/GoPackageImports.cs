using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>A package among the additional files, and the types of what it imports; those of the standard library are built in.</summary>
/// <param name="Package">The package.</param>
/// <param name="Session">Its types.</param>
internal sealed record GoPackageImports(GoPackage Package, GoTypeSession Session)
{
    /// <summary>Finds a package by its import path; null where there is none for the target.</summary>
    /// <param name="files">The additional files.</param>
    /// <param name="goFiles">Paths of the Go files and go.mod files among them.</param>
    /// <param name="importPath">The import path.</param>
    /// <param name="target">The target.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoPackageImports? Find(ISourceFiles files, IEnumerable<string> goFiles, string importPath, Target target, CancellationToken ct)
    {
        files = GoStandardModel.Over(files);
        var cache = new GoFileCache(files);
        var modules = new SortedSet<string>(StringComparer.Ordinal);
        var directories = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in goFiles)
        {
            ct.ThrowIfCancellationRequested();
            var directory = SourcePath.Combine(path, "..");
            (path.EndsWith("/go.mod", StringComparison.Ordinal) || path.EndsWith("/go.work", StringComparison.Ordinal) ? modules : directories).Add(directory);
        }

        foreach (var start in modules.OrderBy(static m => m.Length).ThenBy(static m => m, StringComparer.Ordinal))
        {
            var graph = GoModuleGraph.Load(files, start, goRoot: null, ImmutableArray<string>.Empty, default, ct);
            if (graph.Resolve(importPath, start) is { } place && Load(graph, place.Directory) is { } found)
            {
                return found;
            }
        }

        // Without a module: a directory whose path ends as the import path does.
        var ending = directories.FirstOrDefault(d => d == importPath || d.EndsWith("/" + importPath, StringComparison.Ordinal));
        return ending is null ? null : Load(GoModuleGraph.Load(files, ending, goRoot: null, ImmutableArray<string>.Empty, default, ct), ending);

        GoPackageImports? Load(GoModuleGraph graph, string directory)
        {
            var options = new GoPackageLoaderOptions { IncludeTests = false, SkipFunctionBodies = true, Cache = cache };
            var loader = new GoPackageLoader(files, graph, target, options);
            if (loader.Load(directory, ct).FirstOrDefault() is not { } package)
            {
                return null;
            }

            var scopes = new ConcurrentDictionary<string, Lazy<GoPackageScope?>>(StringComparer.Ordinal);
            var session = new GoTypeSession(target, (owner, path) =>
                graph.Resolve(path, owner.Package is { Directory.Length: > 0 } from ? from.Directory : directory) is { } location
                    ? scopes.GetOrAdd(location.Directory, d => new Lazy<GoPackageScope?>(() => loader.Load(d, ct).FirstOrDefault() is { } imported ? GoPackageScope.Collect(imported) : null)).Value
                    : null);
            return new GoPackageImports(package, session);
        }
    }
}
