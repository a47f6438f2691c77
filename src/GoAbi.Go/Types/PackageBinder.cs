using System;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Go;

/// <summary>Resolves the names of one package, each file when it is first asked for. One thread at a time works, the others wait.</summary>
internal sealed class PackageBinder(GoPackage package, GoPackageScope scope, Func<string, GoPackageScope?> imports, CancellationToken ct)
{
    private readonly object gate = new();
    private readonly FileBinding?[] bound = new FileBinding?[package.GoFiles.Length];
    private readonly GoUniverse universe = GoUniverse.For(package.Target.Toolchain);
    private readonly DeclaredTypes declared = new(GoUniverse.For(package.Target.Toolchain), imports);

    /// <summary>How many files there are.</summary>
    public int Count => bound.Length;

    /// <summary>A file by its number in the package.</summary>
    public FileBinding File(int number)
    {
        if (Volatile.Read(ref bound[number]) is { } known)
        {
            return known;
        }

        var scopes = LocalScopes.Rent();
        var made = Bind(number, scopes);
        scopes.Return();
        return made;
    }

    /// <summary>All files, with scratch that they share.</summary>
    public ImmutableArray<FileBinding> All()
    {
        var all = ImmutableArray.CreateBuilder<FileBinding>(bound.Length);
        var scopes = LocalScopes.Rent();
        for (var i = 0; i < bound.Length; i++)
        {
            all.Add(Volatile.Read(ref bound[i]) ?? Bind(i, scopes));
        }

        scopes.Return();
        return all.MoveToImmutable();
    }

    /// <summary>False where a file can't name an object: told without binding it.</summary>
    public bool MayMention(int number, GoObject item)
    {
        if (Volatile.Read(ref bound[number]) is not null)
        {
            return true;
        }

        // A dot import and a renamed package are names all the same; only what a function declares stays in its file.
        var tree = package.GoFiles[number].Tree;
        return item.IsLocal ? ReferenceEquals(item.Declaration.Tree, tree) : tree.File.Text.Text.IndexOf(item.Name, StringComparison.Ordinal) >= 0;
    }

    private FileBinding Bind(int number, LocalScopes scopes)
    {
        lock (gate)
        {
            if (bound[number] is { } known)
            {
                return known;
            }

            ct.ThrowIfCancellationRequested();
            var tree = package.GoFiles[number].Tree;
            var fileScope = new FileScope(tree, scope, universe, imports);
            var declarations = number < scope.ByFile.Length ? scope.ByFile[number] : ImmutableArray<GoObject>.Empty;
            var made = new FileBinder(tree, fileScope, declared, scopes, declarations).Bind(ct);
            Volatile.Write(ref bound[number], made);
            return made;
        }
    }
}
