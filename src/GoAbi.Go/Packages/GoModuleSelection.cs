using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>A module that packages come from.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Directory">Its directory; null where it is not there.</param>
/// <param name="IsMain">True for a module that is analysed.</param>
/// <param name="IsLocal">True for a directory in which nested modules have to be told apart; the module cache holds none.</param>
internal sealed record GoSelectedModule(string Path, string? Directory, bool IsMain, bool IsLocal);

/// <summary>
/// Chooses the version of each module: the highest that a reachable go.mod asks for (minimal version selection). From go
/// 1.17 on a dependency's requirements count, but not those of its dependencies (module graph pruning), see
/// https://go.dev/ref/mod. go.mod files that are not there add nothing.
/// </summary>
internal sealed class GoModuleSelection(ISourceFiles files, GoModuleCache cache, CancellationToken ct)
{
    // Enough for any real graph (Kubernetes has some 3000); a hostile one ends here.
    private const int MaxModuleVersions = 50_000;

    private readonly Dictionary<GoModuleVersion, (GoModuleVersion New, string Base)> replacements = new();
    private readonly Dictionary<string, string> selected = new(StringComparer.Ordinal);
    private readonly Dictionary<GoModuleVersion, bool> visited = new();
    private readonly Queue<(GoModuleVersion Module, bool Expand)> queue = new();

    /// <summary>The modules by path, main modules included.</summary>
    /// <param name="mains">The main modules.</param>
    /// <param name="work">The workspace, whose replacements win; null for none.</param>
    public Dictionary<string, GoSelectedModule> Select(ImmutableArray<GoMainModule> mains, GoModFile? work)
    {
        foreach (var main in mains)
        {
            AddReplacements(main.Replaces, main.Directory);
        }

        if (work is not null)
        {
            AddReplacements(work.Replaces, SourcePath.Directory(work.Source.Path));
        }

        foreach (var main in mains)
        {
            Enqueue(main.File, isPruned: IsPruned(main.File), isMain: true);
        }

        Walk();
        return Collect(mains);
    }

    private static bool IsPruned(GoModFile file) => file.GoVersion is { Minor: >= 17 };

    private void AddReplacements(ImmutableArray<GoReplacement> replaces, string directory)
    {
        foreach (var replace in replaces)
        {
            replacements[replace.Old] = (replace.New, directory);
        }
    }

    private void Enqueue(GoModFile file, bool isPruned, bool isMain)
    {
        foreach (var require in file.Requires)
        {
            var path = require.Module.Path;
            if (!selected.TryGetValue(path, out var version) || GoSemanticVersion.Compare(require.Module.Version, version) > 0)
            {
                selected[path] = require.Module.Version;
            }

            // Seen before without being followed, it may have to be followed now.
            var expand = isMain || !isPruned;
            if (visited.Count < MaxModuleVersions && (!visited.TryGetValue(require.Module, out var expanded) || (expand && !expanded)))
            {
                visited[require.Module] = expand;
                if (expand)
                {
                    queue.Enqueue((require.Module, expand));
                }
            }
        }
    }

    private void Walk()
    {
        while (queue.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var (module, _) = queue.Dequeue();
            if (ReadModFile(module) is { } source)
            {
                var file = GoModFile.Parse(source);
                Enqueue(file, IsPruned(file), isMain: false);
            }
        }
    }

    private SourceFile? ReadModFile(GoModuleVersion module)
    {
        var (replaced, directory) = Replace(module);
        return directory is not null ? files.Read(SourcePath.Combine(directory, "go.mod")).File : cache.FindModFile(replaced);
    }

    // A replacement of one version goes before one of all versions.
    private (GoModuleVersion Module, string? Directory) Replace(GoModuleVersion module)
    {
        if (!replacements.TryGetValue(module, out var by) && !replacements.TryGetValue(new GoModuleVersion(module.Path, ""), out by))
        {
            return (module, null);
        }

        return by.New.Version.Length == 0 ? (by.New, SourcePath.Combine(by.Base, by.New.Path.Replace('\\', '/'))) : (by.New, null);
    }

    private Dictionary<string, GoSelectedModule> Collect(ImmutableArray<GoMainModule> mains)
    {
        // What is replaced by a directory, but required nowhere, still says where its packages are.
        foreach (var old in replacements.Keys)
        {
            if (!selected.ContainsKey(old.Path))
            {
                selected[old.Path] = old.Version;
            }
        }

        var modules = new Dictionary<string, GoSelectedModule>(StringComparer.Ordinal);
        foreach (var pair in selected)
        {
            ct.ThrowIfCancellationRequested();
            var (module, directory) = Replace(new GoModuleVersion(pair.Key, pair.Value));
            modules[pair.Key] = new GoSelectedModule(pair.Key, directory ?? cache.FindDirectory(module), IsMain: false, IsLocal: directory is not null);
        }

        foreach (var main in mains)
        {
            modules[main.Path] = new GoSelectedModule(main.Path, main.Directory, IsMain: true, IsLocal: true);
        }

        return modules;
    }
}
