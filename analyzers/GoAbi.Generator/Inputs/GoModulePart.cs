using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>A part of the files that is analysed together.</summary>
/// <param name="Directory">The module's directory, or one that holds all of it.</param>
/// <param name="Targets">The targets as they are written.</param>
/// <param name="Patterns">The directories; none for all of the module's.</param>
internal sealed record GoModulePart(string Directory, string Targets, EquatableArray<string> Patterns)
{
    /// <summary>Finds the modules: each go.work with what it uses, each other go.mod, and the directories that belong to none.</summary>
    /// <param name="files">The files.</param>
    /// <param name="read">The file at a path; only go.work files are read.</param>
    /// <param name="projectDirectory">Where files without a module lie.</param>
    public static ImmutableArray<GoModulePart> Find(IReadOnlyCollection<GoFilePlace> files, Func<string, SourceFile?> read, string projectDirectory)
    {
        var workspaces = DirectoriesOf(files, "go.work");
        var roots = DirectoriesOf(files, "go.mod").Concat(workspaces).Distinct().ToList();
        var byRoot = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        var strays = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var directory = SourcePath.Directory(file.Path);
            if (!file.Path.EndsWith(".go", StringComparison.Ordinal) && !file.Path.EndsWith(".s", StringComparison.Ordinal))
            {
                continue;
            }

            var root = Innermost(roots, directory);
            if (root is not null && Innermost(workspaces, root) is { } workspace && Uses(read, workspace, root))
            {
                root = workspace;
            }

            if (root is not null && !byRoot.TryGetValue(root, out _))
            {
                byRoot.Add(root, new SortedDictionary<string, string>(StringComparer.Ordinal));
            }

            var here = root is null ? strays : byRoot[root];
            if (!here.TryGetValue(directory, out var targets) || targets.Length == 0)
            {
                here[directory] = file.Target;
            }
        }

        var found = ImmutableArray.CreateBuilder<GoModulePart>();
        foreach (var pair in byRoot)
        {
            // A workspace may lie in a module that it doesn't use: then its directory leads to that one.
            Add(found, pair.Key, pair.Value, isWhole: !workspaces.Contains(pair.Key));
        }

        if (strays.Count > 0)
        {
            Add(found, strays.Keys.All(directory => SourcePath.IsWithin(directory, projectDirectory)) ? projectDirectory : CommonDirectory(strays.Keys), strays, isWhole: roots.Count == 0);
        }

        return found.ToImmutable();
    }

    private static void Add(ImmutableArray<GoModulePart>.Builder found, string root, SortedDictionary<string, string> directories, bool isWhole)
    {
        foreach (var group in directories.GroupBy(static pair => pair.Value, static pair => pair.Key).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var isAll = isWhole && group.Count() == directories.Count;
            found.Add(new GoModulePart(root, group.Key, isAll ? default : new(group.ToImmutableArray())));
        }
    }

    /// <summary>How the part is loaded.</summary>
    /// <param name="options">What the project says.</param>
    public GoModuleOptions LoadOptions(GoProjectOptions options) => new()
    {
        Targets = GoProjectOptions.TargetRequests(Targets.Length > 0 ? Targets : options.Targets, out _),
        Tags = options.TagList(),
        IncludeTests = options.IncludeTests,
    };

    private static List<string> DirectoriesOf(IEnumerable<GoFilePlace> files, string name) =>
        files.Where(file => SourcePath.FileName(file.Path) == name).Select(static file => SourcePath.Directory(file.Path)).ToList();

    private static string? Innermost(List<string> roots, string directory) =>
        roots.Where(root => SourcePath.IsWithin(directory, root)).OrderByDescending(static root => root.Length).FirstOrDefault();

    private static bool Uses(Func<string, SourceFile?> read, string workspace, string module) =>
        module == workspace
        || (read(SourcePath.Combine(workspace, "go.work")) is { } file && GoModFile.Parse(file).Uses.Any(use => SourcePath.Normalize(SourcePath.Combine(workspace, use)) == module));

    private static string CommonDirectory(IEnumerable<string> directories)
    {
        string? common = null;
        foreach (var directory in directories)
        {
            common ??= directory;
            while (!SourcePath.IsWithin(directory, common) && common.Length > 0 && common != "/")
            {
                common = SourcePath.Directory(common);
            }
        }

        return common ?? "";
    }
}
