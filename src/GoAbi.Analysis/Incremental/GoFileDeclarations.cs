using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What a Go file says outside of function bodies: all that other files and packages can see of it.</summary>
/// <param name="Hash">Equal for files that say the same there, directives in bodies included.</param>
/// <param name="MethodsWithoutBody">Names of methods whose body isn't Go, or that a directive makes ABI0.</param>
/// <param name="Imports">The import paths.</param>
internal sealed record GoFileDeclarations(string Hash, ImmutableArray<string> MethodsWithoutBody, ImmutableArray<string> Imports)
{
    public static GoFileDeclarations Of(GoSyntaxTree tree)
    {
        var text = tree.File.Text.Text;
        var outside = new StringBuilder(Math.Min(text.Length, 1 << 16));
        var methods = ImmutableArray.CreateBuilder<string>();
        var imports = new SortedSet<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.ImportDecl)
            {
                foreach (var spec in declaration.Children)
                {
                    if (spec.Kind == GoSyntaxKind.ImportSpec)
                    {
                        imports.Add(spec.LastChild.Text.Trim('"', '`'));
                    }
                }
            }
            else if (declaration.Kind == GoSyntaxKind.FuncDecl)
            {
                var body = declaration.LastChild;
                if (body.Kind == GoSyntaxKind.Block)
                {
                    outside.Append(text, at, Math.Max(0, body.Span.Start - at)).Append("{}");
                    at = Math.Max(at, body.Span.End);
                }

                if (!declaration[0].IsNone && (body.IsNone || HasDirectives(tree, declaration)))
                {
                    methods.Add(declaration[1].Text);
                }
            }
        }

        outside.Append(text, at, text.Length - at);
        foreach (var directive in tree.Directives)
        {
            outside.Append('\n').Append(directive.Name).Append(' ').Append(directive.Arguments);
        }

        return new GoFileDeclarations(SourceText.FromString(outside.ToString()).ContentHash, methods.ToImmutable(), imports.ToImmutableArray());
    }

    private static bool HasDirectives(GoSyntaxTree tree, GoNode declaration)
    {
        foreach (var directive in tree.DirectivesBefore(declaration))
        {
            if (directive.Name is "go:cgo_unsafe_args" or "go:linkname")
            {
                return true;
            }
        }

        return false;
    }
}
