using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>Package clause and imports of a tree.</summary>
internal static class GoImportReader
{
    /// <summary>The name of the package clause; "" where there is none.</summary>
    public static string PackageName(GoSyntaxTree tree)
    {
        var name = PackageNameNode(tree);
        return name.Kind == GoSyntaxKind.Identifier ? name.Text : "";
    }

    /// <summary>The identifier of the package clause; no node where there is none.</summary>
    public static GoNode PackageNameNode(GoSyntaxTree tree)
    {
        foreach (var child in tree.Root.Children)
        {
            return child.Kind == GoSyntaxKind.PackageClause ? child.LastChild : default;
        }

        return default;
    }

    /// <summary>Adds the import paths; true where "C" is one of them.</summary>
    public static bool AddImports(GoSyntaxTree tree, ICollection<string> imports)
    {
        var importsC = false;
        foreach (var decl in tree.Root.Children)
        {
            if (decl.Kind != GoSyntaxKind.ImportDecl)
            {
                continue;
            }

            foreach (var spec in decl.Children)
            {
                var path = spec.Kind == GoSyntaxKind.ImportSpec && spec.LastChild.Kind == GoSyntaxKind.BasicLiteral
                    ? Unquote(spec.LastChild.Text)
                    : "";
                if (path.Length > 0)
                {
                    imports.Add(path);
                    importsC |= path == "C";
                }
            }
        }

        return importsC;
    }

    // No import path needs an escape: all characters that do are invalid in one (spec: import declarations).
    private static string Unquote(string literal) =>
        literal.Length >= 2 && literal[0] is ('"' or '`') && literal[literal.Length - 1] == literal[0]
            ? literal.Substring(1, literal.Length - 2)
            : "";
}
