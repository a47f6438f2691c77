using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>A // comment at the end of a macro whose last character is the \ that should have continued it.</summary>
internal static class CommentHidesContinuation
{
    public static void Check(ref SourceLint lint, int end)
    {
        var tokens = lint.Tokens;
        var gap = TextSpan.FromBounds(tokens[end - 1].End, tokens[end].Start);
        if (gap.Length < 3 || tokens[end].Kind != AsmTokenKind.Newline)
        {
            return;
        }

        var text = lint.File.Text.Slice(gap).TrimEnd([' ', '\t', '\r']);
        if (text.Length == 0 || text[text.Length - 1] != '\\' || !EndsInLineComment(text))
        {
            return;
        }

        // Nothing is lost where the macro would have ended with the next line.
        if (tokens[end + 1].Kind is not (AsmTokenKind.Newline or AsmTokenKind.EndOfFile or AsmTokenKind.Hash or AsmTokenKind.BuildComment))
        {
            lint.Report(
                DiagnosticIds.CommentHidesContinuation,
                "the \\ is part of the // comment: the macro ends here, and the next line is none of its",
                new TextSpan(gap.Start + text.Length - 1, 1));
        }
    }

    // The text has blanks and comments only.
    private static bool EndsInLineComment(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] != '/')
            {
                continue;
            }

            if (text[at + 1] == '/')
            {
                return true;
            }

            var length = text.Slice(at + 2).IndexOf("*/".AsSpan(), StringComparison.Ordinal);
            if (length < 0)
            {
                return false;
            }

            at += length + 3;
        }

        return false;
    }
}
