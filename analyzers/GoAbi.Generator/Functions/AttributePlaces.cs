using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GoAbi.Generator;

/// <summary>Places inside the string literals of an attribute.</summary>
internal static class AttributePlaces
{
    /// <summary>Where a problem is: the characters of the literal, or the whole argument where that is no literal.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="problem">The problem.</param>
    public static Location Find(AttributeSyntax attribute, GoFunctionProblem problem)
    {
        var argument = attribute.ArgumentList?.Arguments.FirstOrDefault(a =>
            a.NameEquals is { } property ? property.Name.Identifier.ValueText == problem.Argument
            : problem.Argument == "signature");
        if (argument is null)
        {
            return attribute.GetLocation();
        }

        if (problem.Start < 0 || argument.Expression is not LiteralExpressionSyntax { Token: var token } || !token.IsKind(SyntaxKind.StringLiteralToken) && !IsRaw(token))
        {
            return argument.Expression.GetLocation();
        }

        var begin = OffsetOf(token, problem.Start);
        var end = Math.Max(begin, OffsetOf(token, problem.Start + problem.Length));
        return Location.Create(attribute.SyntaxTree, TextSpan.FromBounds(token.SpanStart + begin, token.SpanStart + end));
    }

    private static bool IsRaw(SyntaxToken token) => token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken);

    // Where the character of a literal's value is spelled; the closing quote for the end of the value.
    private static int OffsetOf(SyntaxToken token, int index)
    {
        var text = token.Text;
        if (token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
        {
            return OffsetInLines(text, index);
        }

        if (IsRaw(token))
        {
            return Math.Min(text.Length, text.TakeWhile(static c => c == '"').Count() + index);
        }

        var isVerbatim = text[0] == '@';
        var at = isVerbatim ? 2 : 1;
        for (var value = 0; value < index && at < text.Length - 1;)
        {
            var (spelled, meant) = isVerbatim ? (text[at] == '"' ? 2 : 1, 1) : Escape(text, at);
            at += spelled;
            value += meant;
        }

        return Math.Min(at, text.Length - 1);
    }

    // How many characters an escape sequence has, and how many it stands for.
    private static (int Spelled, int Meant) Escape(string text, int at)
    {
        if (text[at] != '\\' || at + 1 >= text.Length)
        {
            return (1, 1);
        }

        switch (text[at + 1])
        {
            case 'u':
                return (6, 1);
            case 'U':
                return (10, at + 10 <= text.Length && string.CompareOrdinal(text, at + 2, "0000", 0, 4) == 0 ? 1 : 2);
            case 'x':
                var digits = 0;
                while (digits < 4 && at + 2 + digits < text.Length && Uri.IsHexDigit(text[at + 2 + digits]))
                {
                    digits++;
                }

                return (2 + digits, 1);
            default:
                return (2, 1);
        }
    }

    // """ newline, lines that begin with the blanks of the last, newline """.
    private static int OffsetInLines(string text, int index)
    {
        var lastLine = text.LastIndexOf('\n') + 1;
        var indent = 0;
        while (lastLine + indent < text.Length && text[lastLine + indent] is ' ' or '\t')
        {
            indent++;
        }

        var at = text.IndexOf('\n') + 1;
        var left = index;
        while (at < lastLine)
        {
            var end = text.IndexOf('\n', at) + 1;
            var skip = Math.Min(indent, end - at);
            while (skip > 0 && text[at + skip - 1] is '\r' or '\n')
            {
                skip--;
            }

            if (left < end - at - skip)
            {
                return at + skip + left;
            }

            left -= end - at - skip;
            at = end;
        }

        return Math.Max(0, lastLine - 1);
    }
}
