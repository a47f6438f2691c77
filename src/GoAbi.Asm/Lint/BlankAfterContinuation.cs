using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Blanks between a macro's \ and the end of the line, but for the carriage return of a file with such line ends.</summary>
internal static class BlankAfterContinuation
{
    public static void Check(ref SourceLint lint, int first, int end)
    {
        var tokens = lint.Tokens;
        for (var at = first; at < end - 1; at++)
        {
            if (tokens[at].Kind != AsmTokenKind.Backslash || tokens[at + 1].Kind != AsmTokenKind.Newline || tokens[at].End == tokens[at + 1].Start)
            {
                continue;
            }

            var gap = TextSpan.FromBounds(tokens[at].End, tokens[at + 1].Start);
            var text = lint.File.Text.Slice(gap);
            var blanks = text[text.Length - 1] == '\r' ? text.Slice(0, text.Length - 1) : text;
            if (blanks.Length > 0 && blanks.Trim([' ', '\t', '\r']).IsEmpty)
            {
                lint.Report(
                    DiagnosticIds.BlankAfterContinuation,
                    "blanks between \\ and the end of the line; Go's assembler joins the lines, other preprocessors may not",
                    new TextSpan(gap.Start, blanks.Length));
            }
        }
    }
}
