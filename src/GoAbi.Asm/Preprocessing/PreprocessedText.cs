using System.Text;

namespace GoAbi.Asm;

/// <summary>
/// A program after preprocessing as text that assembles to the same: one statement a line, every token as it is written. Tokens that do not touch where they come from
/// get a blank between them, so that none grows together with its neighbour.
/// </summary>
internal static class PreprocessedText
{
    public static string Write(AsmProgram program)
    {
        var text = new StringBuilder();
        var tokens = program.Tokens;
        var isLineStart = true;
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (token.Kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon)
            {
                if (!isLineStart)
                {
                    text.Append('\n');
                }

                isLineStart = true;
                continue;
            }

            var word = Spell(program.GetText(token), token.Kind);
            if (!isLineStart)
            {
                text.Append(Touches(tokens[i - 1], token) ? "" : " ");
            }
            else if (word is not ("TEXT" or "DATA" or "GLOBL") && (i + 1 == tokens.Length || tokens[i + 1].Kind != AsmTokenKind.Colon))
            {
                text.Append('\t');
            }

            text.Append(word);
            isLineStart = false;
        }

        return text.Append(isLineStart ? "" : "\n").ToString();
    }

    // In a macro's argument '·' and '∕' have become '.' and '/', which are in no name as it is written.
    private static string Spell(string text, AsmTokenKind kind) =>
        kind is AsmTokenKind.Identifier or AsmTokenKind.MacroName ? text.Replace('.', '\u00B7').Replace('/', '\u2215') : text;

    private static bool Touches(AsmExpandedToken left, AsmExpandedToken right) =>
        left.Source == right.Source && left.Token.End == right.Token.Start;
}
