using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>The files of one package: one that says what classes there are, and one for each target.</summary>
internal sealed class PackageParts(string @namespace, string packageClass, string importPath, string projectDirectory, string root, string identity)
{
    public ImmutableArray<CataloguePart> Of(ImmutableArray<CataloguePackage> targets)
    {
        var classes = CatalogueNaming.OfTargets(targets.Select(static package => package.Target));
        var functions = CatalogueNaming.OfFunctions(packageClass, targets, classes.Values, out var listClass);
        var made = ImmutableArray.CreateBuilder<CataloguePart>();
        var all = new SortedDictionary<string, NamedFunction>(StringComparer.Ordinal);
        foreach (var package in targets)
        {
            var named = CatalogueNaming.Keys(package)
                .Select(item => new NamedFunction(functions[item.Key], Shown(item.Function)))
                .OrderBy(static function => function.Class, StringComparer.Ordinal)
                .ToImmutableArray();
            foreach (var function in named)
            {
                // One with a declaration says more than one without.
                if (!all.TryGetValue(function.Class, out var known) || known.Function.Declaration.Length == 0)
                {
                    all[function.Class] = new NamedFunction(function.Class, Described(function.Function));
                }
            }

            made.Add(new CataloguePart(
                CatalogueNaming.HintName(importPath, @namespace + "\n" + identity + "\n" + package.Target + "\n" + package.Target.Feature),
                @namespace,
                packageClass,
                importPath,
                listClass,
                new CatalogueTarget(classes[package.Target], package.Target.ToString()),
                new(named),
                new(package.Calls.Select(call => call with { Path = Shown(call.Path) }).ToImmutableArray()),
                new(package.Findings.Select(finding => finding with { Path = Shown(finding.Path) }).ToImmutableArray())));
        }

        made.Insert(0, new CataloguePart(
            CatalogueNaming.HintName(importPath, @namespace + "\n" + identity), @namespace, packageClass, importPath, listClass, null, new(all.Values.ToImmutableArray()), default, default));
        return made.ToImmutable();
    }

    // What the same class says for every target.
    private static CatalogueFunction Described(CatalogueFunction function) => new()
    {
        Name = function.Name,
        Symbol = function.Symbol,
        FullName = function.FullName,
        Declaration = function.Declaration,
        DeclarationPath = function.DeclarationPath,
        DeclarationLine = function.DeclarationLine,
        AssemblyPath = function.Declaration.Length == 0 ? function.AssemblyPath : "",
        IsStatic = function.IsStatic,
    };

    private CatalogueFunction Shown(CatalogueFunction function) => function with
    {
        DeclarationPath = Shown(function.DeclarationPath),
        AssemblyPath = Shown(function.AssemblyPath),
    };

    // No path of the machine gets into generated code.
    private string Shown(string path) =>
        path.Length == 0 ? ""
            : projectDirectory.Length > 0 && SourcePath.IsWithin(path, projectDirectory) ? SourcePath.Relative(path, projectDirectory)
            : SourcePath.IsWithin(path, root) ? SourcePath.Relative(path, root)
            : SourcePath.FileName(path);
}
