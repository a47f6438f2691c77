using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Go.Tests.Syntax;

/// <summary>
/// Reads Trees/*.txt. A case is "== name", Go source, "--", and what is expected of it: one line for each declaration (in
/// statements.txt: for each statement of a function's body), then "line:column message" for each error. Lines of the source count from 1.
/// </summary>
public static class TreeCases
{
    public static IEnumerable<(string File, string Name, string Source, string Expected)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Trees/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var text = reader.ReadToEnd();
            foreach (var part in text.Split("\n== ", StringSplitOptions.RemoveEmptyEntries))
            {
                var lines = part.StartsWith("== ", StringComparison.Ordinal) ? part.Substring(3) : part;
                var name = lines.Substring(0, lines.IndexOf('\n', StringComparison.Ordinal));
                var divider = lines.IndexOf("\n--\n", StringComparison.Ordinal);
                yield return (resource, name, lines.Substring(name.Length + 1, divider - name.Length), lines.Substring(divider + 4).Trim('\n'));
            }
        }
    }

    public static string Actual(string file, string source)
    {
        var inBody = file.EndsWith("statements.txt", StringComparison.Ordinal);
        var prefix = inBody ? "package p; func f() { " : "package p; ";
        var text = prefix + source + (inBody ? "}\n" : "");
        var tree = GoSyntaxTree.Parse(new SourceFile("case.go", SourceText.FromString(text)));
        var result = new StringBuilder();
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.PackageClause)
            {
                continue;
            }

            if (!inBody)
            {
                result.Append(TreeText.Of(declaration)).Append('\n');
                continue;
            }

            foreach (var statement in declaration.LastChild.Children)
            {
                result.Append(TreeText.Of(statement)).Append('\n');
            }
        }

        foreach (var error in tree.Diagnostics)
        {
            var start = error.Location!.Value.Start;
            var column = start.Line == 1 ? start.Column - prefix.Length : start.Column;
            result.Append(start.Line).Append(':').Append(column).Append(' ').Append(error.Message).Append('\n');
        }

        return result.ToString().Trim('\n');
    }
}
