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
    private readonly LexedToken[] lexed;
    private readonly int[] statementStarts;
    private AsmToken[]? tokens;
    private ImmutableArray<AsmStatementSyntax> statements;

    private AsmSyntaxTree(SourceFile file, AsmNameTable names, LexedToken[] lexed, int[] statementStarts, ImmutableArray<SourceDiagnostic> diagnostics)
    {
        File = file;
        Names = names;
        this.lexed = lexed;
        this.statementStarts = statementStarts;
        Diagnostics = diagnostics;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>The table that the tokens' names are numbers in.</summary>
    public AsmNameTable Names { get; }

    /// <summary>All tokens, <see cref="AsmTokenKind.EndOfFile"/> last. Blanks and comments are the gaps between them.</summary>
    public ReadOnlySpan<AsmToken> Tokens => tokens ?? Interlocked.CompareExchange(ref tokens, CreateTokens(), null) ?? tokens;

    /// <summary>The statements in order; the last is the <see cref="AsmEndOfFileSyntax"/>.</summary>
    public ImmutableArray<AsmStatementSyntax> Statements
    {
        get
        {
            if (statements.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref statements, SyntaxParser.CreateNodes(this, lexed, statementStarts));
            }

            return statements;
        }
    }

    /// <summary>How many statements there are, told without making their nodes.</summary>
    public int StatementCount => statementStarts.Length;

    /// <summary>What the lexer has to say, and warnings about directives. Everything else depends on a target: see <see cref="AsmProgram.Diagnostics"/>.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    /// <summary>The tokens in the form that preprocessing reads.</summary>
    internal LexedToken[] LexedTokens => lexed;

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
        var lexed = AsmLexer.Lex(file, names, out var diagnostics, ct);
        return new AsmSyntaxTree(file, names, lexed, SyntaxParser.Divide(lexed, ct), SourceLint.Check(file, names, lexed, diagnostics));
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

    private AsmToken[] CreateTokens()
    {
        var created = new AsmToken[lexed.Length];
        for (var i = 0; i < created.Length; i++)
        {
            created[i] = lexed[i].ToToken(Names);
        }

        return created;
    }
}
