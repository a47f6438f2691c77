using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Packages of files that somebody else selected: a compiler's inputs, an editor's buffers, a test's texts.</summary>
public static class GoLoosePackage
{
    /// <summary>A package of exactly these files.</summary>
    /// <param name="importPath">Its import path.</param>
    /// <param name="target">What it is read for.</param>
    /// <param name="trees">Its Go files in the order in which the compiler gets them.</param>
    public static GoPackage Create(string importPath, Target target, ImmutableArray<GoSyntaxTree> trees)
    {
        var files = ImmutableArray.CreateBuilder<GoPackageFile>(trees.Length);
        var name = "";
        foreach (var tree in trees)
        {
            var clause = tree.Root[0];
            if (name.Length == 0 && clause.Kind == GoSyntaxKind.PackageClause)
            {
                name = clause[0].Text;
            }

            var imports = ImmutableArray.CreateBuilder<string>();
            var importsC = GoImportReader.AddImports(tree, imports);
            files.Add(new GoPackageFile(tree, tree.File.Name.EndsWith("_test.go", StringComparison.Ordinal), imports.ToImmutable(), importsC));
        }

        return new GoPackage
        {
            ImportPath = importPath ?? throw new ArgumentNullException(nameof(importPath)),
            Name = name,
            Target = target ?? throw new ArgumentNullException(nameof(target)),
            SymbolPrefix = name == "main" ? "main" : GoSymbolPrefix.FromImportPath(importPath),
            GoFiles = files.MoveToImmutable(),
        };
    }
}
