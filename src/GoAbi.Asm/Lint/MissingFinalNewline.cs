using System.Globalization;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>An included file that ends in the middle of a line: the includer's next line becomes its end.</summary>
internal static class MissingFinalNewline
{
    public static void Check(SourceFile file, LexedTokens tokens, string name, DiagnosticBag diagnostics)
    {
        // The last token is the end of the file. A comment without newline does no harm: the line it stands on is over.
        if (tokens.Length < 2 || tokens[tokens.Length - 2].Kind is AsmTokenKind.Newline or AsmTokenKind.BuildComment)
        {
            return;
        }

        diagnostics.Add(new SourceDiagnostic(
            DiagnosticIds.MissingFinalNewline,
            Severity.Warning,
            string.Format(CultureInfo.InvariantCulture, "{0} ends without a newline: its last line goes on with the one after #include", name),
            new SourceLocation(file, tokens[tokens.Length - 2].Span)));
    }
}
