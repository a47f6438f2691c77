using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Readers;

/// <summary>The functions of vectors.txt as a part of a program that calls each once, as <c>SignatureGenerator.GenerateCalls</c> writes those with random signatures.</summary>
internal static class VectorProgram
{
    /// <summary>Writes it.</summary>
    /// <param name="count">How many functions at most, spread over the file.</param>
    public static string Write(int count)
    {
        var vectors = Read();
        var step = Math.Max(1, vectors.Count / count);
        var text = new StringBuilder("package main\n\nimport \"unsafe\"\n\nvar _ unsafe.Pointer\n\n");
        var prepare = new StringBuilder("func prepareAll() {\n");
        var calls = new StringBuilder("func callAll() {\n");
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var (signature, declarations) in vectors.Where((_, i) => i % step == 0).Take(count))
        {
            if (declared.Add(declarations))
            {
                text.Append(declarations).Append("\n\n");
            }

            var name = "f" + number.ToString(CultureInfo.InvariantCulture);
            var function = "func " + name + signature["func".Length..];
            var node = GoSyntaxTree.Parse(new SourceFile("f.go", SourceText.FromString("package p\n" + function)), null).Root.LastChild[3];
            var arguments = Variables(node[0], "P", "a");
            var results = Variables(node[1], "R", "r");
            text.Append("//go:noinline\n").Append(function).Append(" {\n\thits++\n\treturn ").AppendJoin(", ", results.Select(static r => r.TrimEnd('.'))).Append("\n}\n\n");
            calls.Append('\t').Append(name).Append('(').AppendJoin(", ", arguments).Append(")\n");
            number++;

            List<string> Variables(GoNode fields, string kind, string prefix)
            {
                var variables = new List<string>();
                foreach (var field in Children(fields))
                {
                    var isVariadic = field[1].Kind == GoSyntaxKind.Ellipsis;
                    for (var i = field[0].IsNone ? 1 : field[0].ChildCount; i > 0; i--)
                    {
                        var variable = FormattableString.Invariant($"{prefix}{number}_{variables.Count}");
                        text.Append("var ").Append(variable).Append(' ').Append(isVariadic ? "[]" + field[1][0].Text : field[1].Text).Append("\n\n");
                        prepare.Append(CultureInfo.InvariantCulture, $"\tprepare(\"{kind}\", {number}, {variables.Count}, &{variable})\n");
                        variables.Add(variable + (isVariadic ? "..." : ""));
                    }
                }

                return variables;
            }
        }

        return text.Append(prepare).Append("}\n\n").Append(calls).Append("}\n").ToString();
    }

    /// <summary>A node's children; none where there is no node.</summary>
    public static List<GoNode> Children(GoNode node)
    {
        var children = new List<GoNode>();
        if (!node.IsNone)
        {
            foreach (var child in node.Children)
            {
                children.Add(child);
            }
        }

        return children;
    }

    private static List<(string Signature, string Declarations)> Read()
    {
        using var reader = new StreamReader(typeof(VectorProgram).Assembly.GetManifestResourceStream("vectors.txt")!);
        var found = new List<(string Signature, string Declarations)>();
        var declarations = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                declarations = "";
            }
            else if (line.StartsWith("decls ", StringComparison.Ordinal))
            {
                declarations = line["decls ".Length..];
            }
            else if (line.StartsWith("func(", StringComparison.Ordinal))
            {
                found.Add((line, declarations));
            }
        }

        return found;
    }
}
