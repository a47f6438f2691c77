using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>R4: the declared function that a linked function's code was written in.</summary>
internal static partial class DeclaredNames
{
    public static string Of(string symbol)
    {
        var name = WithoutTypeArguments(symbol);
        var prefix = name.IndexOf('.', name.LastIndexOf('/') + 1);
        if (prefix < 0)
        {
            return name;
        }

        var parts = name[(prefix + 1)..].Split('.');
        // Closures of package variables: glob..func1.
        if (parts[0] == "glob")
        {
            return name[..prefix] + ".init";
        }

        var kept = new List<string> { Bare(parts[0]) };
        if (parts.Length > 1 && (parts[0].StartsWith('(') || !Closure().IsMatch(parts[1])))
        {
            kept.Add(Bare(parts[1]));
        }

        return name[..prefix] + "." + string.Join(".", kept);
    }

    private static string Bare(string part) => part.IndexOf('-', StringComparison.Ordinal) is var at and > 0 ? part[..at] : part;

    private static string WithoutTypeArguments(string symbol)
    {
        if (!symbol.Contains('[', StringComparison.Ordinal))
        {
            return symbol;
        }

        var text = new StringBuilder(symbol.Length);
        var depth = 0;
        foreach (var c in symbol)
        {
            depth += c == '[' ? 1 : 0;
            if (depth == 0)
            {
                text.Append(c);
            }

            depth -= c == ']' ? 1 : 0;
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^(func|gowrap|deferwrap)?[0-9]+(-|$)")]
    private static partial Regex Closure();
}
