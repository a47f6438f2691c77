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
/// The packages of a module for one target, each read when something asks for it: those that are analysed with their
/// function bodies, those that are only imported for their declarations.
/// </summary>
internal sealed class TargetAnalysis
{
    private readonly AnalysisSession session;
    private readonly CancellationToken cancellationToken;
    private readonly ConcurrentDictionary<string, PackageDirectory> directories = new(StringComparer.Ordinal);
    private readonly HashSet<string> analysed = new(StringComparer.Ordinal);
    private readonly GoPackageLoader loader;
    private readonly GoPackageLoader declarationLoader;
    private readonly GoPackageLoader summarizedLoader;
    private readonly ConcurrentDictionary<string, bool> summarized = new(StringComparer.Ordinal);
    private readonly GoTypeSession types;

    public TargetAnalysis(AnalysisSession session, Target target, CancellationToken cancellationToken)
    {
        this.session = session;
        this.cancellationToken = cancellationToken;
        Target = target;
        types = new GoTypeSession(target, (owner, path) => owner.Package is { } from ? FindDirectory(path, from.Directory)?.ImportedScope : null);
        var module = session.Module;
        analysed.UnionWith(module.Directories);
        loader = module.CreateLoader(target);
        declarationLoader = module.CreateLoader(target, forImports: true);
        summarizedLoader = new GoPackageLoader(module.Files, module.Modules, target, new GoPackageLoaderOptions
        {
            Cache = module.Cache,
            IncludeTests = module.IncludeTests,
            SkipFunctionBodies = true,
        });
    }

    public Target Target { get; }

    /// <summary>The rules that look at each package.</summary>
    public ImmutableArray<Rule> Rules => session.Options.Rules;

    /// <summary>True where only the text of files is asked about.</summary>
    public bool IsTextOnly => session.Options.TextOnly;

    /// <summary>The packages of a directory.</summary>
    public PackageDirectory Directory(string directory) => directories.GetOrAdd(directory, Create);

    /// <summary>Says that a directory's summaries are there already: who imports it still needs its declarations, nobody its function bodies.</summary>
    public void SetSummarized(string directory) => summarized[directory] = true;

    /// <summary>Resolves every name of a package.</summary>
    /// <param name="symbols">The package.</param>
    /// <param name="onDemand">True where files are bound when something asks about them.</param>
    public AnalysisUnit Bind(PackageSymbols symbols, bool onDemand = false)
    {
        var imports = new ConcurrentDictionary<string, PackageDirectory?>(StringComparer.Ordinal);
        PackageDirectory? Import(string path) => imports.GetOrAdd(path, p => FindDirectory(p, symbols.Package.Directory));
        var binding = onDemand
            ? GoBinding.BindOnDemand(symbols.Package, symbols.Scope, path => Import(path)?.ImportedScope, cancellationToken)
            : GoBinding.Bind(symbols.Package, symbols.Scope, path => Import(path)?.ImportedScope, cancellationToken);
        return new AnalysisUnit(
            session.Module,
            symbols,
            binding,
            new GoTypeBinding(binding, types),
            reference => reference.PackagePath is { } path ? Import(path)?.Imported?.Find(reference) : null,
            path => Import(path)?.Imported);
    }

    /// <summary>The package with an import path, analysed or imported by one that was; null where it is neither.</summary>
    public PackageSymbols? FindAnalysed(string importPath) => FindDirectory(importPath, session.Module.Root)?.Imported;

    /// <summary>Where an import leads; null where it leads nowhere.</summary>
    public GoPackageLocation? Resolve(string importPath, string fromDirectory) =>
        importPath is "C" or "unsafe" or "main" ? null : session.Module.Modules.Resolve(importPath, fromDirectory);

    private PackageDirectory? FindDirectory(string importPath, string fromDirectory) =>
        Resolve(importPath, fromDirectory) is { } location ? Directory(location.Directory) : null;

    private PackageDirectory Create(string directory)
    {
        var from = !analysed.Contains(directory) ? declarationLoader : summarized.ContainsKey(directory) ? summarizedLoader : loader;
        return new PackageDirectory(() => from.Load(directory, cancellationToken), Join);
    }

    private PackageSymbols Join(GoPackage package, GoPackageScope scope)
    {
        // The external test package has the directory's files, but its assembly belongs to the package under test.
        var files = package.Variant == GoPackageVariant.ExternalTests ? ImmutableArray<SourceFile>.Empty : package.AssemblyFiles;
        var listed = ImmutableArray.CreateBuilder<AsmProgram>(files.Length);
        var programs = ImmutableArray.CreateBuilder<AsmProgram>(files.Length);
        GoAsmHeader? header = null;
        foreach (var file in files)
        {
            var program = session.Assemble(file, Target, SymbolNames.LinkPath(package), cancellationToken);
            listed.Add(program);

            // Of packages that are only imported nobody looks into the functions.
            if (program.LacksGoAsmNames && analysed.Contains(package.Directory))
            {
                header ??= GoAsmHeader.Of(package, scope, types);
                program = session.Assemble(file, Target, SymbolNames.LinkPath(package), cancellationToken, header);
            }

            programs.Add(program);
        }

        return PackageSymbols.Join(package, scope, programs.MoveToImmutable(), listed.MoveToImmutable());
    }
}
