using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>
/// The packages of one directory for one target, read when something asks for them, in two steps: names first, then assembly.
/// Finding names never waits for another directory; so the assembly of packages whose tests import each other can ask for
/// each other's names.
/// </summary>
internal sealed class PackageDirectory
{
    private readonly Lazy<ImmutableArray<(GoPackage Package, GoPackageScope Scope)>> scopes;
    private readonly Lazy<ImmutableArray<PackageSymbols>> symbols;

    /// <param name="load">Reads the directory's packages.</param>
    /// <param name="join">Adds the functions of a package.</param>
    public PackageDirectory(Func<ImmutableArray<GoPackage>> load, Func<GoPackage, GoPackageScope, PackageSymbols> join)
    {
        scopes = new(() =>
        {
            var packages = load();
            var found = ImmutableArray.CreateBuilder<(GoPackage, GoPackageScope)>(packages.Length);
            foreach (var package in packages)
            {
                found.Add((package, GoPackageScope.Collect(package)));
            }

            return found.MoveToImmutable();
        });
        symbols = new(() =>
        {
            var joined = ImmutableArray.CreateBuilder<PackageSymbols>(scopes.Value.Length);
            foreach (var (package, scope) in scopes.Value)
            {
                joined.Add(join(package, scope));
            }

            return joined.MoveToImmutable();
        });
    }

    /// <summary>The packages with their names: the ordinary one, if there is one, then the external tests.</summary>
    public ImmutableArray<(GoPackage Package, GoPackageScope Scope)> Scopes => scopes.Value;

    /// <summary>The packages with their functions, in the same order.</summary>
    public ImmutableArray<PackageSymbols> Symbols => symbols.Value;

    /// <summary>Names of the package that an import leads to; null where the directory has none.</summary>
    public GoPackageScope? ImportedScope => Scopes.Length > 0 && Scopes[0].Package.Variant != GoPackageVariant.ExternalTests ? Scopes[0].Scope : null;

    /// <summary>The package that an import leads to; null where the directory has none.</summary>
    public PackageSymbols? Imported => Symbols.Length > 0 && Symbols[0].Package.Variant != GoPackageVariant.ExternalTests ? Symbols[0] : null;
}
