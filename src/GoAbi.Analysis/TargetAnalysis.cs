using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// The packages of a module for one target: loaded in parallel, joined, linked by name, and then bound one by one. Packages
/// that are only imported are read for their declarations, when something asks for them.
/// </summary>
internal sealed class TargetAnalysis
{
    private readonly AnalysisSession session;
    private readonly GoPackageLoader loader;
    private readonly GoPackageLoader declarationLoader;
    private readonly ConcurrentDictionary<string, Lazy<PackageSymbols?>> importedByDirectory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackageSymbols> analysedByDirectory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FunctionInfo> bodies = new(StringComparer.Ordinal);
    private readonly GoTypeSession types;

    public TargetAnalysis(AnalysisSession session, Target target)
    {
        this.session = session;
        Target = target;
        types = new GoTypeSession(target, (owner, path) => owner.Package is { } from ? FindPackage(path, from.Directory, CancellationToken.None)?.Scope : null);
        var module = session.Module;
        loader = new GoPackageLoader(module.Files, module.Modules, target, new GoPackageLoaderOptions
        {
            IncludeTests = module.IncludeTests,
            Cache = session.Files,
        });
        declarationLoader = new GoPackageLoader(module.Files, module.Modules, target, new GoPackageLoaderOptions
        {
            IncludeTests = false,
            SkipFunctionBodies = true,
            Cache = session.Files,
        });
    }

    public Target Target { get; }

    /// <summary>The analysed packages, sorted by directory, ordinary before external tests.</summary>
    public ImmutableArray<PackageSymbols> Packages { get; private set; } = ImmutableArray<PackageSymbols>.Empty;

    /// <summary>Reads and joins all packages.</summary>
    public void Load(ParallelOptions parallel)
    {
        var directories = session.Module.Directories;
        var loaded = new ImmutableArray<PackageSymbols>[directories.Length];
        Parallel.For(0, directories.Length, parallel, i =>
        {
            var packages = loader.Load(directories[i], parallel.CancellationToken);
            var joined = ImmutableArray.CreateBuilder<PackageSymbols>(packages.Length);
            foreach (var package in packages)
            {
                joined.Add(Join(package, parallel.CancellationToken));
            }

            loaded[i] = joined.ToImmutable();
        });

        var all = ImmutableArray.CreateBuilder<PackageSymbols>();
        foreach (var packages in loaded)
        {
            foreach (var package in packages)
            {
                all.Add(package);
                if (package.Package.Variant != GoPackageVariant.ExternalTests)
                {
                    analysedByDirectory[package.Package.Directory] = package;
                }

                foreach (var function in package.Functions)
                {
                    if (!function.IsBodyElsewhere && function.Assembly is not { IsStatic: true } && !bodies.ContainsKey(function.Symbol))
                    {
                        bodies[function.Symbol] = function;
                    }
                }
            }
        }

        Packages = all.ToImmutable();
    }

    /// <summary>Resolves every name of a package.</summary>
    public AnalysisUnit Bind(PackageSymbols symbols, CancellationToken cancellationToken)
    {
        var imports = new Dictionary<string, PackageSymbols?>(StringComparer.Ordinal);

        PackageSymbols? Import(string path)
        {
            if (!imports.TryGetValue(path, out var found))
            {
                imports[path] = found = FindPackage(path, symbols.Package.Directory, cancellationToken);
            }

            return found;
        }

        var binding = GoBinding.Bind(symbols.Package, symbols.Scope, path => Import(path)?.Scope, cancellationToken);
        return new AnalysisUnit(
            symbols,
            binding,
            new GoTypeBinding(binding, types),
            reference => reference.PackagePath is { } path ? Import(path)?.Find(reference) : null,
            symbol => FindBody(symbols, symbol, cancellationToken));
    }

    /// <summary>The package with an import path, analysed or imported by one that was; null where it is neither.</summary>
    public PackageSymbols? FindAnalysed(string importPath) => FindPackage(importPath, session.Module.Root, CancellationToken.None);

    private FunctionInfo? FindBody(PackageSymbols from, string symbol, CancellationToken cancellationToken)
    {
        if (from.Find(symbol) is { IsBodyElsewhere: false } own)
        {
            return own;
        }

        if (bodies.TryGetValue(symbol, out var known))
        {
            return known;
        }

        return SymbolNames.PackageOf(symbol) is { } path && path != from.Package.ImportPath
            && FindPackage(path, from.Package.Directory, cancellationToken)?.Find(symbol) is { IsBodyElsewhere: false } found
            ? found
            : null;
    }

    private PackageSymbols? FindPackage(string importPath, string fromDirectory, CancellationToken cancellationToken)
    {
        if (importPath is "C" or "unsafe" or "main")
        {
            return null;
        }

        return session.Module.Modules.Resolve(importPath, fromDirectory) is not { } location ? null
            : analysedByDirectory.TryGetValue(location.Directory, out var analysed) ? analysed
            : importedByDirectory.GetOrAdd(
                location.Directory,
                directory => new Lazy<PackageSymbols?>(() => LoadDeclarations(directory, cancellationToken))).Value;
    }

    private PackageSymbols? LoadDeclarations(string directory, CancellationToken cancellationToken)
    {
        var packages = declarationLoader.Load(directory, cancellationToken);
        return packages.IsEmpty ? null : Join(packages[0], cancellationToken);
    }

    private PackageSymbols Join(GoPackage package, CancellationToken cancellationToken)
    {
        // The external test package has the directory's files, but its assembly belongs to the package under test.
        var files = package.Variant == GoPackageVariant.ExternalTests ? ImmutableArray<SourceFile>.Empty : package.AssemblyFiles;
        var programs = ImmutableArray.CreateBuilder<AsmProgram>(files.Length);
        foreach (var file in files)
        {
            programs.Add(session.Assemble(file, Target, SymbolNames.LinkPath(package), cancellationToken));
        }

        return PackageSymbols.Join(package, GoPackageScope.Collect(package), programs.ToImmutable());
    }
}
