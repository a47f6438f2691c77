using System;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// A file of Go assembly as it is written: tokens and statements before preprocessing, for no target. Lossless: the full
/// texts of all statements together are the file's text, whatever is in it. Immutable and thread-safe.
/// </summary>
public sealed class AsmSyntaxTree
{
    private readonly AsmToken[] tokens;

    private AsmSyntaxTree(SourceFile file, AsmNameTable names, AsmToken[] tokens, ImmutableArray<SourceDiagnostic> diagnostics, CancellationToken cancellation)
    {
        File = file;
        Names = names;
        this.tokens = tokens;
        Diagnostics = diagnostics;
        Statements = SyntaxParser.Parse(this, cancellation);
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>The table that the tokens' names are numbers in.</summary>
    public AsmNameTable Names { get; }

    /// <summary>All tokens, <see cref="AsmTokenKind.EndOfFile"/> last. Blanks and comments are the gaps between them.</summary>
    public ReadOnlySpan<AsmToken> Tokens => tokens;

    /// <summary>The statements in order; the last is the <see cref="AsmEndOfFileSyntax"/>.</summary>
    public ImmutableArray<AsmStatementSyntax> Statements { get; }

    /// <summary>What the lexer has to say, and warnings about directives. Everything else depends on a target: see <see cref="AsmProgram.Diagnostics"/>.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    internal AsmToken[] TokenArray => tokens;

    /// <summary>Reads a file. Never throws for what is in it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="names">The session's names; a table of its own where null.</param>
    /// <param name="ct">Stops the work.</param>
    public static AsmSyntaxTree Parse(SourceFile file, AsmNameTable? names = null, CancellationToken ct = default)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        names ??= new AsmNameTable();
        var tokens = AsmLexer.Lex(file, names, out var diagnostics, ct);
        return new AsmSyntaxTree(file, names, tokens, SourceLint.Check(file, names, tokens, diagnostics), ct);
    }

    /// <summary>The text of one of the tree's tokens.</summary>
    public string GetText(AsmToken token) =>
        token.NameId != 0 ? Names.GetText(token.NameId) : File.Text.ToString(token.Span);

    /// <summary>The file's text, put together from the statements.</summary>
    public string ToFullString()
    {
        var text = new StringBuilder(File.Text.Length);
        foreach (var statement in Statements)
        {
            var span = statement.FullSpan;
            text.Append(File.Text.Text, span.Start, span.Length);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => File.Path;
}
