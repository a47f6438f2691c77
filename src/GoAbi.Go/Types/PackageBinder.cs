using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Go;

/// <summary>Resolves the names of one package, file by file, with scratch that all its files share.</summary>
internal static class PackageBinder
{
    public static ImmutableArray<FileBinding> Bind(
        GoPackage package, GoPackageScope scope, Func<string, GoPackageScope?> imports, CancellationToken ct)
    {
        var universe = GoUniverse.For(package.Target.Toolchain);
        var declared = new DeclaredTypes(universe, imports);
        var scopes = LocalScopes.Rent();
        var bound = ImmutableArray.CreateBuilder<FileBinding>(package.GoFiles.Length);
        for (var i = 0; i < package.GoFiles.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            var tree = package.GoFiles[i].Tree;
            var fileScope = new FileScope(tree, scope, universe, imports);
            var declarations = i < scope.ByFile.Length ? scope.ByFile[i] : ImmutableArray<GoObject>.Empty;
            bound.Add(new FileBinder(tree, fileScope, declared, scopes, declarations).Bind(ct));
        }

        scopes.Return();
        return bound.MoveToImmutable();
    }
}
