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

            files.Add(new GoPackageFile(tree, tree.File.Name.EndsWith("_test.go", StringComparison.Ordinal), ImportsC(tree)));
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

    private static bool ImportsC(GoSyntaxTree tree)
    {
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.ImportDecl)
            {
                foreach (var spec in declaration.Children)
                {
                    if (spec.Kind == GoSyntaxKind.ImportSpec && ImportNames.PathOf(spec) == "C")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
