using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// What a file of assembly says, as a text that is equal for two files that mean the same to every target: tokens with what separates them, build constraints, comments that suppress findings and where they
/// do, and what the lexer found. Other comments and empty lines are not in it.
/// </summary>
internal static class AssemblyMeaning
{
    private const string SuppressionMarker = "//goabi:ignore";

    // Where no target is given, the architectures are found by words, in comments too: see GoArchitectures.
    private static readonly string[] ArchitectureWords = ["TEXT", "GLOBL", "#include", "GOARCH_"];

    public static string Of(AsmSyntaxTree tree, ImmutableArray<GoBuildConstraintLine> constraints)
    {
        var text = tree.File.Text.Text;
        var meaning = new StringBuilder(text.Length);
        var suppressions = new List<int>();
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var starts = new List<int>();
        var before = AsmTokenKind.Newline;
        var end = 0;
        foreach (var token in tree.Tokens)
        {
            if (token.Start > end)
            {
                AddComments(text, end, token.Start, suppressions, words);
            }

            if (token.Kind != AsmTokenKind.Newline || before != AsmTokenKind.Newline)
            {
                var isSeparated = token.Start > end && before != AsmTokenKind.Newline && (token.Kind != AsmTokenKind.Newline || before == AsmTokenKind.Backslash);
                meaning.Append(isSeparated ? " " : "").Append(text, token.Start, token.Length).Append((char)('\u0100' + (int)token.Kind));
                starts.Add(token.Start);
            }

            // A line that a backslash continues ends with the next newline, an empty one too.
            before = token.Kind == AsmTokenKind.Newline && before == AsmTokenKind.Backslash ? AsmTokenKind.Backslash : token.Kind;
            end = token.End;
        }

        meaning.Append(text.Length > 0 && text[text.Length - 1] == '\n');
        foreach (var constraint in constraints)
        {
            meaning.Append('\n').Append(constraint.IsGoBuild).Append(constraint.Expression);
        }

        foreach (var word in words)
        {
            meaning.Append('\n').Append(word);
        }

        foreach (var diagnostic in tree.Diagnostics)
        {
            meaning.Append('\n').Append(diagnostic.Id).Append(diagnostic.Message).Append(TokenAt(starts, diagnostic.Location?.Span.Start ?? 0));
        }

        foreach (var start in suppressions)
        {
            // A suppression holds on its line and the next one.
            var lines = tree.File.Text.Lines;
            var line = lines.LineOf(start);
            var newline = text.IndexOf('\n', start);
            meaning.Append('\n').Append(text, start, (newline < 0 ? text.Length : newline) - start)
                .Append(TokenAt(starts, lines.StartOf(line))).Append(',')
                .Append(line + 2 < lines.Count ? TokenAt(starts, lines.StartOf(line + 2)) : starts.Count);
        }

        return SourceText.FromString(meaning.ToString()).ContentHash;
    }

    private static void AddComments(string text, int start, int end, List<int> suppressions, SortedSet<string> words)
    {
        if (text.IndexOf('/', start, end - start) < 0)
        {
            return;
        }

        for (var at = text.IndexOf(SuppressionMarker, start, end - start, StringComparison.Ordinal); at >= 0 && at < end; at = text.IndexOf(SuppressionMarker, at + 1, end - at - 1, StringComparison.Ordinal))
        {
            suppressions.Add(at);
        }

        foreach (var word in ArchitectureWords)
        {
            for (var at = text.IndexOf(word, start, end - start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, end - at - 1, StringComparison.Ordinal))
            {
                var last = at + word.Length;
                while (last < end && (char.IsLetterOrDigit(text[last]) || text[last] is '_' or '"' or '.' or ' '))
                {
                    last++;
                }

                words.Add(text.Substring(Math.Max(start, at - 1), last - Math.Max(start, at - 1)));
            }
        }
    }

    // The number of the first token that doesn't begin before a position.
    private static int TokenAt(List<int> starts, int position)
    {
        var found = starts.BinarySearch(position);
        return found < 0 ? ~found : found;
    }
}
