using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>
/// The modules of a project's Go files: one for a go.work and what it uses, one for each other go.mod, one for what no go.mod is above, whose root is the project's directory. Without a GOROOT: of the
/// standard library, what GoAbi knows of it.
/// </summary>
internal static class GoModules
{
    /// <summary>Finds and loads them.</summary>
    /// <param name="files">The files, of which nothing else exists.</param>
    /// <param name="inputs">What the project says of each file.</param>
    /// <param name="options">What the project says of all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The modules, those with work files first, then by directory.</returns>
    public static ImmutableArray<GoModule> Load(ISourceFiles files, ImmutableArray<GoInput> inputs, GoProjectOptions options, CancellationToken cancellationToken)
    {
        var modules = ImmutableArray.CreateBuilder<GoModule>();
        var loaded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in Directories(inputs, "go.work").Concat(Directories(inputs, "go.mod")))
        {
            if (loaded.Add(root))
            {
                var module = Load(files, inputs, root, options, cancellationToken);
                loaded.UnionWith(module.Modules.MainModules.Select(static main => main.Directory));
                modules.Add(module);
            }
        }

        // What belongs to no module.
        foreach (var input in inputs)
        {
            var directory = SourcePath.Directory(input.Path);
            if (!loaded.Any(root => SourcePath.IsWithin(directory, root)))
            {
                var root = options.Directory.Length > 0 && SourcePath.IsWithin(directory, options.Directory) ? options.Directory : directory;
                loaded.Add(root);
                modules.Add(Load(files, inputs, root, options, cancellationToken));
            }
        }

        return modules.ToImmutable();
    }

    private static GoModule Load(ISourceFiles files, ImmutableArray<GoInput> inputs, string root, GoProjectOptions options, CancellationToken cancellationToken)
    {
        var own = inputs.Where(input => input.Target.Length > 0 && SourcePath.IsWithin(input.Path, root)).Select(static input => input.Target).Distinct(StringComparer.Ordinal);
        var asked = string.Join(";", own.OrderBy(static target => target, StringComparer.Ordinal));
        return GoModule.Load(
            files,
            root,
            ImmutableArray.Create("./..."),
            new GoModuleOptions
            {
                Targets = GoProjectOptions.TargetRequests(asked.Length > 0 ? asked : options.Targets, out _),
                Tags = options.TagList(),
                IncludeTests = options.IncludeTests,
            },
            cancellationToken);
    }

    private static IEnumerable<string> Directories(ImmutableArray<GoInput> inputs, string name) =>
        inputs.Where(input => SourcePath.FileName(input.Path) == name).Select(static input => SourcePath.Directory(input.Path)).OrderBy(static directory => directory, StringComparer.Ordinal);
}
