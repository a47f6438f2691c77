using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// What every name in the files of a package denotes, by Go's rules of scope and nothing else. What can't be resolved says
/// so; what needs types is a <see cref="GoReferenceStatus.Member"/>, for the stage that has types to resolve: it takes a
/// binding and answers for members, all else stands. Immutable and thread-safe.
/// </summary>
public sealed partial class GoBinding
{
    private readonly PackageBinder files;
    private readonly Dictionary<GoSyntaxTree, int> byTree = [];
    private ImmutableArray<SourceDiagnostic> unresolved;

    private GoBinding(GoPackage package, GoPackageScope scope, PackageBinder files)
    {
        Package = package;
        Scope = scope;
        this.files = files;
        for (var i = 0; i < package.GoFiles.Length; i++)
        {
            byTree[package.GoFiles[i].Tree] = i;
        }
    }

    /// <summary>The package.</summary>
    public GoPackage Package { get; }

    /// <summary>What the package declares.</summary>
    public GoPackageScope Scope { get; }

    /// <summary>
    /// The names that nothing at hand declares: one diagnostic for each package that was not found, and one for each name
    /// and file. Empty for a complete and correct package.
    /// </summary>
    public ImmutableArray<SourceDiagnostic> Unresolved
    {
        get
        {
            if (unresolved.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref unresolved, UnresolvedNames.Summarize(files.All()));
            }

            return unresolved;
        }
    }

    /// <summary>
    /// The uses of names that nothing at hand declares, in the order of the source, each with the package's name before it, where one is. Of x.f with an
    /// unknown x, the x only. Names of package C are among them.
    /// </summary>
    public IEnumerable<(GoNode Name, GoObject? Package)> UnresolvedUses()
    {
        foreach (var file in files.All())
        {
            foreach (var use in file.Unresolved())
            {
                yield return use;
            }
        }
    }

    /// <summary>Resolves every name in the package's files.</summary>
    /// <param name="package">The package, with function bodies.</param>
    /// <param name="scope">Its declarations.</param>
    /// <param name="imports">The packages that its files import, by the path as written; null for one that is not at hand. Not asked for "C" and "unsafe".</param>
    /// <param name="ct">Stops the work.</param>
    public static GoBinding Bind(GoPackage package, GoPackageScope scope, Func<string, GoPackageScope?> imports, CancellationToken ct)
    {
        var binding = BindOnDemand(package, scope, imports, ct);
        binding.files.All();
        return binding;
    }

    /// <summary>The same, each file when something first asks about it: for who looks into some of a package's files only. What it says is the same.</summary>
    /// <param name="package">The package, with function bodies.</param>
    /// <param name="scope">Its declarations.</param>
    /// <param name="imports">See <see cref="Bind"/>.</param>
    /// <param name="ct">Stops the work, whenever that is done.</param>
    public static GoBinding BindOnDemand(GoPackage package, GoPackageScope scope, Func<string, GoPackageScope?> imports, CancellationToken ct)
    {
        if (package is null || scope is null || imports is null)
        {
            throw new ArgumentNullException(package is null ? nameof(package) : scope is null ? nameof(scope) : nameof(imports));
        }

        return new GoBinding(package, scope, new PackageBinder(package, scope, imports, ct));
    }

    /// <summary>
    /// What a node denotes: an Identifier; a Selector (of a package's name: that package's object); x in parentheses; an
    /// Index that instantiates a generic function or type.
    /// </summary>
    public GoReference Resolve(GoNode node)
    {
        node = node.IsDefault ? node : node.Unparenthesized();
        switch (node.Kind)
        {
            case GoSyntaxKind.Identifier:
                return FileOf(node) is { } file ? file.Reference(node.Index) : default;
            case GoSyntaxKind.Selector:
                return Resolve(node[1]);
            case GoSyntaxKind.Index:
                var generic = Resolve(node[0]);
                return generic.Object is null or { Kind: GoObjectKind.Function or GoObjectKind.TypeName }
                    && generic.Status is GoReferenceStatus.Resolved or GoReferenceStatus.Unresolved
                        ? generic
                        : default;
            default:
                return default;
        }
    }

    /// <summary>What an identifier declares; null for uses, and for the symbol of a type switch, which each clause declares anew.</summary>
    public GoObject? DeclaredBy(GoNode identifier) =>
        identifier.Kind == GoSyntaxKind.Identifier ? FileOf(identifier)?.DeclaredBy(identifier.Index) : null;

    /// <summary>All uses of names that were resolved, by file in the order of the source.</summary>
    public IEnumerable<(GoNode Node, GoObject Object)> Uses()
    {
        foreach (var file in files.All())
        {
            foreach (var use in file.Uses())
            {
                yield return use;
            }
        }
    }

    /// <summary>The identifiers that denote <paramref name="item"/>, by file in the order of the source.</summary>
    public IEnumerable<(GoNode Node, GoObject Object)> Uses(GoObject item)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files.MayMention(i, item))
            {
                foreach (var node in files.File(i).Uses(item))
                {
                    yield return (node, item);
                }
            }
        }
    }

    private FileBinding? FileOf(GoNode node) =>
        !node.IsDefault && byTree.TryGetValue(node.Tree, out var file) ? files.File(file) : null;
}
