using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Walks a tree for a pattern with "..." (cmd/go/internal/search: MatchDirs).</summary>
internal sealed class GoPatternWalker(ISourceFiles files, GoModuleGraph modules, ICollection<string> found, CancellationToken ct)
{
    /// <summary>Adds the directories under <paramref name="start"/> whose path from there matches.</summary>
    /// <param name="start">A directory.</param>
    /// <param name="pattern">What follows it in the pattern; its first element holds the first wildcard.</param>
    public void Walk(string start, string pattern)
    {
        var mentionsVendor = pattern.IndexOf("vendor", StringComparison.Ordinal) >= 0;

        // The root of a workspace need not be a module; what it uses is then what it holds.
        var entersModules = !modules.IsGoPathMode && modules.Locate(start).ModuleRoot is null;
        var pending = new Stack<(string Directory, string Relative)>();
        pending.Push((start, ""));
        while (pending.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var (directory, relative) = pending.Pop();
            if (IsIgnored(directory))
            {
                continue;
            }

            var entries = files.List(directory);
            if ((relative.Length == 0 ? pattern == GoPatternText.Wildcard : GoPatternText.IsMatch(pattern, relative))
                && DirectoryProbe.HasSources(entries) && !IsBuiltin(directory) && !found.Contains(directory))
            {
                found.Add(directory);
            }

            // A vendor directory is a place of its own, but nothing in it matches without its name.
            if (relative.Length > 0 && !mentionsVendor && SourcePath.FileName(relative) == "vendor")
            {
                continue;
            }

            foreach (var entry in entries)
            {
                var child = directory.Length == 0 ? entry.Name : SourcePath.Combine(directory, entry.Name);
                if (entry.IsDirectory && !entry.IsLink && !GoFileName.IsHidden(entry.Name) && entry.Name != "testdata"
                    && !IsOtherModule(child, entersModules))
                {
                    pending.Push((child, relative.Length == 0 ? entry.Name : relative + "/" + entry.Name));
                }
            }
        }
    }

    private bool IsOtherModule(string directory, bool entersModules)
    {
        if (modules.IsGoPathMode || !modules.HasModFile(directory))
        {
            return false;
        }

        return !entersModules || !modules.IsMainModuleDirectory(directory);
    }

    // Only documentation; the go command passes it over too.
    private bool IsBuiltin(string directory) =>
        SourcePath.FileName(directory) == "builtin" && modules.Locate(directory) is { IsStandardLibrary: true, ImportPath: "builtin" };

    // Go 1.25: "./x" is relative to the module's root, "x" means any directory of that path.
    private bool IsIgnored(string directory)
    {
        foreach (var main in modules.MainModules)
        {
            if (main.File.Ignores.IsEmpty || !SourcePath.IsWithin(directory, main.Directory))
            {
                continue;
            }

            var relative = "/" + SourcePath.Relative(directory, main.Directory) + "/";
            foreach (var ignore in main.File.Ignores)
            {
                var path = "/" + SourcePath.Normalize(ignore) + "/";
                if (ignore.StartsWith("./", StringComparison.Ordinal)
                    ? relative.StartsWith(path, StringComparison.Ordinal)
                    : relative.IndexOf(path, StringComparison.Ordinal) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
