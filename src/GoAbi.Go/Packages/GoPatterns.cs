using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>What patterns lead to.</summary>
/// <param name="Directories">The package directories, sorted ordinally, each once.</param>
/// <param name="Diagnostics">Patterns that lead nowhere.</param>
public sealed record GoPatternMatches(ImmutableArray<string> Directories, ImmutableArray<SourceDiagnostic> Diagnostics);

/// <summary>
/// Expands what people give on a command line to package directories: "./...", "dir", "dir/...", a .s or .go file (its
/// directory), a module or workspace root (all its packages). Only paths, no import paths. "..." goes where the go
/// command's does: not into testdata, _x, .x, vendor, links and other modules; but the directory that a pattern names is
/// walked whatever its own name. A directory counts where it holds a .go or .s file; whether a target selects one is the
/// loader's question.
/// </summary>
public static class GoPatterns
{
    /// <summary>The directory that a pattern starts from: where go.mod is looked for.</summary>
    public static string StartDirectory(ISourceFiles files, string workingDirectory, string pattern)
    {
        var wildcard = pattern.IndexOf(GoPatternText.Wildcard, StringComparison.Ordinal);
        if (wildcard >= 0)
        {
            return SourcePath.Combine(workingDirectory, pattern.Substring(0, pattern.LastIndexOf('/', wildcard) + 1));
        }

        var path = SourcePath.Combine(workingDirectory, pattern);
        return IsSourceFile(files, path) ? SourcePath.Directory(path) : path;
    }

    /// <summary>Expands patterns.</summary>
    /// <param name="files">The files.</param>
    /// <param name="modules">The modules, which bound "...".</param>
    /// <param name="workingDirectory">What relative patterns are relative to.</param>
    /// <param name="patterns">The patterns; none means "./...".</param>
    /// <param name="ct">Stops the work.</param>
    public static GoPatternMatches Expand(
        ISourceFiles files, GoModuleGraph modules, string workingDirectory, ImmutableArray<string> patterns, CancellationToken ct)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<SourceDiagnostic>();
        var walker = new GoPatternWalker(files, modules, found, ct);
        foreach (var pattern in patterns.IsDefaultOrEmpty ? ImmutableArray.Create("./...") : patterns)
        {
            var before = found.Count;
            var start = StartDirectory(files, workingDirectory, pattern);
            var wildcard = pattern.IndexOf(GoPatternText.Wildcard, StringComparison.Ordinal);
            var isKnown = false;
            if (wildcard >= 0)
            {
                walker.Walk(start, SourcePath.Normalize(pattern.Substring(pattern.LastIndexOf('/', wildcard) + 1)));
            }
            else if (start != SourcePath.Combine(workingDirectory, pattern))
            {
                isKnown = !found.Add(start);
            }
            else
            {
                var entries = files.List(start);
                isKnown = found.Contains(start);
                AddDirectory(walker, found, modules, start, entries);
                if (entries.IsEmpty && files.Read(start).Failure == SourceReadFailure.NotFound)
                {
                    diagnostics.Add(Diagnose(DiagnosticIds.UnreadableFile, Severity.Error, "There is no such file or directory.", start));
                    continue;
                }
            }

            if (found.Count == before && !isKnown)
            {
                diagnostics.Add(Diagnose(
                    DiagnosticIds.IncompletePackage, Severity.Warning, "The pattern " + pattern + " matches no packages.", start));
            }
        }

        return new GoPatternMatches(found.ToImmutableArray(), diagnostics.ToImmutable());
    }

    private static void AddDirectory(
        GoPatternWalker walker, SortedSet<string> found, GoModuleGraph modules, string directory, ImmutableArray<SourceEntry> entries)
    {
        if (modules.Workspace is { } work && SourcePath.Directory(work.Source.Path) == directory)
        {
            foreach (var main in modules.MainModules)
            {
                walker.Walk(main.Directory, GoPatternText.Wildcard);
            }
        }
        else if (!modules.IsGoPathMode && modules.HasModFile(directory))
        {
            walker.Walk(directory, GoPatternText.Wildcard);
        }
        else if (DirectoryProbe.HasSources(entries))
        {
            found.Add(directory);
        }
    }

    private static bool IsSourceFile(ISourceFiles files, string path) =>
        (path.EndsWith(".s", StringComparison.Ordinal) || GoFileName.IsGo(path))
        && DirectoryProbe.HasFile(files, SourcePath.Directory(path), SourcePath.FileName(path));

    private static SourceDiagnostic Diagnose(string id, Severity severity, string message, string path) =>
        new(id, severity, message, null) { Path = path };
}
