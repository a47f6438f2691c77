using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GoAbi.Go;

/// <summary>
/// What a package declares at package level, over all files of the build (Go spec, "Declarations and scope"). Declarations
/// only: trees without function bodies will do. Immutable and thread-safe.
/// </summary>
public sealed class GoPackageScope
{
    private readonly Dictionary<string, GoObject> byName;
    private ImmutableArray<GoObject> sorted;

    internal GoPackageScope(GoPackage package, Dictionary<string, GoObject> byName, ImmutableArray<ImmutableArray<GoObject>> byFile,
        ImmutableArray<GoObject> methods, ImmutableArray<GoLinkname> linknames)
    {
        Package = package;
        ImportPath = package.ImportPath;
        Name = package.Name;
        this.byName = byName;
        ByFile = byFile;
        Methods = methods;
        Linknames = linknames;
        foreach (var item in Declarations)
        {
            item.Owner = this;
        }
    }

    internal GoPackageScope(string importPath, string name, IEnumerable<GoObject> objects)
    {
        ImportPath = importPath;
        Name = name;
        byName = new Dictionary<string, GoObject>(StringComparer.Ordinal);
        foreach (var item in objects)
        {
            byName.Add(item.Name, item);
        }

        ByFile = ImmutableArray<ImmutableArray<GoObject>>.Empty;
        Methods = ImmutableArray<GoObject>.Empty;
        Linknames = ImmutableArray<GoLinkname>.Empty;
    }

    /// <summary>The package; null for package unsafe, which no source declares.</summary>
    public GoPackage? Package { get; }

    /// <summary>The path by which the package is imported.</summary>
    public string ImportPath { get; }

    /// <summary>The name in its package clauses.</summary>
    public string Name { get; }

    /// <summary>
    /// What the package's names denote, sorted by name. Not in it: methods, init functions, "_", and, where a name is
    /// declared twice, all but the first.
    /// </summary>
    public IEnumerable<GoObject> Objects => Sorted;

    /// <summary>Methods in the order of the source.</summary>
    public ImmutableArray<GoObject> Methods { get; }

    /// <summary>The linkname directives of all files.</summary>
    public ImmutableArray<GoLinkname> Linknames { get; }

    /// <summary>Everything that is declared at package level, in the order of the source: methods, init functions, "_" and repeated names too.</summary>
    public IEnumerable<GoObject> Declarations
    {
        get
        {
            foreach (var file in ByFile)
            {
                foreach (var item in file)
                {
                    yield return item;
                }
            }
        }
    }

    internal ImmutableArray<ImmutableArray<GoObject>> ByFile { get; }

    private ImmutableArray<GoObject> Sorted
    {
        get
        {
            if (sorted.IsDefault)
            {
                var all = byName.Values.ToImmutableArray().Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
                ImmutableInterlocked.InterlockedInitialize(ref sorted, all);
            }

            return sorted;
        }
    }

    /// <summary>Reads the declarations of a package.</summary>
    public static GoPackageScope Collect(GoPackage package)
    {
        if (package is null)
        {
            throw new ArgumentNullException(nameof(package));
        }

        return PackageCollector.Collect(package);
    }

    /// <summary>What a name denotes at package level; false for names that the package does not declare.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out GoObject? found) => byName.TryGetValue(name, out found);

    /// <inheritdoc/>
    public override string ToString() => ImportPath;
}
