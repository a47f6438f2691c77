using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>
/// The catalogues of a project, kept up to date over its versions. Belongs to one generator driver, and holds what the last run left so that the next has less to do; what it gives depends on the files
/// and options alone. Thread-safe: one run at a time.
/// </summary>
internal sealed class CatalogueWorkspace
{
    private readonly object gate = new();
    private readonly SourceNames names = new();
    private readonly Dictionary<GoModulePart, IncrementalAnalysis> analyses = [];
    private Dictionary<string, (ImmutableArray<CataloguePackage> Packages, string Context, ImmutableArray<CataloguePart> Parts)> parts = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    public ParsedSource Parse(SourceFile file, CancellationToken cancellationToken) => ParsedSource.Parse(file, names, cancellationToken);

    /// <summary>The files to generate.</summary>
    public ImmutableArray<CataloguePart> Update(
        ImmutableArray<ParsedSource> sources, ImmutableArray<GoFilePlace> places, GoProjectOptions options, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var placeOf = new Dictionary<string, GoFilePlace>(StringComparer.Ordinal);
            foreach (var place in places)
            {
                placeOf[place.Path] = place;
            }

            var packages = Analyze(sources, places, options, cancellationToken);
            return Name(packages, NamespacesOf(sources, placeOf), options);
        }
    }

    private List<(CataloguePackage Package, string Root)> Analyze(ImmutableArray<ParsedSource> sources, ImmutableArray<GoFilePlace> places, GoProjectOptions options, CancellationToken cancellationToken)
    {
        var modules = GoModulePart.Find(places, path => sources.FirstOrDefault(source => source.File.Path == path)?.File, options.Directory);
        foreach (var gone in analyses.Keys.Where(module => !modules.Contains(module)).ToList())
        {
            analyses.Remove(gone);
        }

        var found = new List<(CataloguePackage, string)>();
        foreach (var module in modules)
        {
            if (!analyses.TryGetValue(module, out var analysis))
            {
                analyses.Add(module, analysis = new IncrementalAnalysis(names));
            }

            foreach (var package in analysis.Update(sources, module.Directory, module.Patterns.Items, module.LoadOptions(options), cancellationToken))
            {
                if (package.Functions.Count > 0 || package.Calls.Count > 0 || package.Findings.Count > 0)
                {
                    found.Add((package, module.Directory));
                }
            }
        }

        return found;
    }

    private static Dictionary<string, string> NamespacesOf(ImmutableArray<ParsedSource> sources, Dictionary<string, GoFilePlace> placeOf)
    {
        var found = new SortedDictionary<string, (string Path, string Namespace)>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (placeOf.TryGetValue(source.File.Path, out var place) && place.Namespace.Length > 0)
            {
                var directory = SourcePath.Directory(place.Path);
                if (!found.TryGetValue(directory, out var known) || string.CompareOrdinal(place.Path, known.Path) < 0)
                {
                    found[directory] = (place.Path, place.Namespace);
                }
            }
        }

        return found.ToDictionary(static pair => pair.Key, static pair => pair.Value.Namespace, StringComparer.Ordinal);
    }

    private ImmutableArray<CataloguePart> Name(List<(CataloguePackage Package, string Root)> packages, Dictionary<string, string> namespaces, GoProjectOptions options)
    {
        var kept = new Dictionary<string, (ImmutableArray<CataloguePackage>, string, ImmutableArray<CataloguePart>)>(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<CataloguePart>();
        var classes = new SortedDictionary<string, MemberNames>(StringComparer.Ordinal);
        var groups = packages
            .GroupBy(static item => (item.Package.ImportPath, item.Package.Directory, item.Root))
            .OrderBy(static group => group.Key.ImportPath, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Directory, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Root, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var name = CSharpIdentifiers.Namespace(namespaces.TryGetValue(group.Key.Directory, out var given) ? given : options.Namespace);
            if (!classes.TryGetValue(name, out var taken))
            {
                classes.Add(name, taken = new MemberNames("", "GoCall", "GoFinding"));
                all.Add(new CataloguePart(CatalogueNaming.HintName("types", name), name, "", "", "", null, default, default, default));
            }

            var path = group.Key.ImportPath is "" or "." ? SourcePath.FileName(group.Key.Directory) : group.Key.ImportPath;
            var @class = taken.Take(path);
            var identity = group.Key.ImportPath + "\n" + Place(group.Key.Directory, options.Directory) + "\n" + Place(group.Key.Root, options.Directory);
            var key = group.Key.ImportPath + "\n" + group.Key.Directory + "\n" + group.Key.Root;
            var context = name + "\n" + @class + "\n" + options.Directory;
            var targets = group.Select(static item => item.Package).ToImmutableArray();
            var made = parts.TryGetValue(key, out var before) && before.Context == context && AreSame(before.Packages, targets)
                ? before.Parts
                : new PackageParts(name, @class, path, options.Directory, group.Key.Root, identity).Of(targets);
            kept[key] = (targets, context, made);
            all.AddRange(made);
        }

        parts = kept;
        return all.ToImmutable();
    }

    // Seen from the project, so that names of generated files, which get into symbols, are the same wherever the tree lies.
    private static string Place(string directory, string projectDirectory)
    {
        var up = "";
        for (var from = projectDirectory; from.Length > 0; from = SourcePath.Directory(from), up += "../")
        {
            if (SourcePath.IsWithin(directory, from))
            {
                return up + SourcePath.Relative(directory, from);
            }

            if (SourcePath.Directory(from) == from)
            {
                break;
            }
        }

        return directory;
    }

    private static bool AreSame(ImmutableArray<CataloguePackage> left, ImmutableArray<CataloguePackage> right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (!ReferenceEquals(left[i], right[i]))
            {
                return false;
            }
        }

        return left.Length == right.Length;
    }
}
