using System;
using System.Collections.Generic;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>One package being analysed for one target, with every name in it resolved.</summary>
public sealed class AnalysisUnit
{
    private readonly Func<GoObject, FunctionInfo?> findImported;
    private readonly Func<string, PackageSymbols?> findPackage;
    private readonly Dictionary<GoObject, AbiLayout?> layouts = [];

    internal AnalysisUnit(
        GoModule module, PackageSymbols symbols, GoBinding binding, GoTypeBinding types, Func<GoObject, FunctionInfo?> findImported, Func<string, PackageSymbols?> findPackage)
    {
        this.findPackage = findPackage;
        Module = module;
        Symbols = symbols;
        Binding = binding;
        Types = types;
        this.findImported = findImported;
    }

    /// <summary>The package.</summary>
    public GoPackage Package => Symbols.Package;

    /// <summary>The target.</summary>
    public Target Target => Symbols.Package.Target;

    /// <summary>What is analysed.</summary>
    internal GoModule Module { get; }

    /// <summary>The package's functions.</summary>
    public PackageSymbols Symbols { get; }

    /// <summary>The package's names.</summary>
    public GoBinding Binding { get; }

    /// <summary>The types of the package's expressions, found when they are asked for.</summary>
    public GoTypeBinding Types { get; }

    /// <summary>The function that an object denotes, of this package or another; null for anything but a function.</summary>
    public FunctionInfo? FindFunction(GoObject? reference) =>
        reference is not { Kind: GoObjectKind.Function } ? null : Symbols.Find(reference) ?? findImported(reference);

    /// <summary>
    /// The function that a linker name stands for, declared in Go in a package that this one's Go files import: a summary depends on no other packages. Null for any other.
    /// </summary>
    public FunctionInfo? FindImported(string symbol)
    {
        if (SymbolNames.PackageOf(symbol) is not { } path || !Package.Imports.Contains(path))
        {
            return null;
        }

        return findPackage(path)?.Find(symbol) is { Declaration: not null } found ? found : null;
    }

    /// <summary>The function that an expression names, through parentheses, qualifiers and instantiations; null for any other expression.</summary>
    public FunctionInfo? NamedFunction(GoNode expression)
    {
        var node = expression.Unparenthesized();
        return node.Kind is GoSyntaxKind.Identifier or GoSyntaxKind.Selector or GoSyntaxKind.Index
            ? FindFunction(Binding.Resolve(node).Object)
            : null;
    }

    /// <summary>The declarations of a package that one of this package's files imports; null for any other, whose change would not make this package's summary a new one.</summary>
    internal GoPackageScope? ScopeOfImport(string importPath)
    {
        foreach (var file in Package.GoFiles)
        {
            if (file.Imports.Contains(importPath))
            {
                return findPackage(importPath)?.Scope;
            }
        }

        return null;
    }

    /// <summary>Where a function's Go declaration says that arguments and results are; null where there is none, or a type is unknown.</summary>
    public AbiLayout? LayoutOf(FunctionInfo? function)
    {
        if (function?.Declaration is not { } declaration)
        {
            return null;
        }

        lock (layouts)
        {
            if (!layouts.TryGetValue(declaration, out var layout))
            {
                layout = AbiLayout.Compute(AbiFunctionReader.Read(declaration, Types.Session), Target, out _);
                layouts[declaration] = layout;
            }

            return layout;
        }
    }

    /// <summary>True where an expression names a function of a package of the standard library or another, whatever is known of its body.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="importPath">Import path of the package.</param>
    /// <param name="name">The function's name.</param>
    public bool Names(GoNode expression, string importPath, string name)
    {
        var node = expression.Unparenthesized();
        return QualifiedName(node) is var (path, member) && path == importPath && member == name;
    }

    /// <summary>
    /// Import path and name of a package-level object that an expression names: a dot-imported or own one by itself, another's
    /// by its qualifier. Works where the other package's sources are missing.
    /// </summary>
    public (string ImportPath, string Name)? QualifiedName(GoNode expression)
    {
        var node = expression.Unparenthesized();
        if (node.Kind == GoSyntaxKind.Identifier)
        {
            return Binding.Resolve(node).Object is { IsPackageLevel: true, PackagePath: { } path } known ? (path, known.Name) : null;
        }

        if (node.Kind != GoSyntaxKind.Selector)
        {
            return null;
        }

        var qualifier = node[0].Unparenthesized();
        return qualifier.Kind == GoSyntaxKind.Identifier
            && Binding.Resolve(qualifier).Object is { Kind: GoObjectKind.PackageName, ImportPath: { } importPath }
            ? (importPath, node[1].Text)
            : null;
    }
}
