using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Warnings about a file as it is written, whatever it is assembled for: about directives, and the blanks and comments in them.</summary>
internal ref struct SourceLint(SourceFile file, AsmNameTable names, LexedToken[] tokens)
{
    private const string GoAsmHeader = "\"go_asm.h\"";

    private readonly LexedTokens tokens = new(tokens, names);
    private readonly LexedToken[] lexed = tokens;
    private ImmutableArray<SourceDiagnostic>.Builder? found;

    public readonly SourceFile File => file;

    public readonly AsmNameTable Names => names;

    public readonly LexedTokens Tokens => tokens;

    public readonly LexedToken[] Lexed => lexed;

    /// <summary>The diagnostics of the lexer, and behind them the warnings.</summary>
    public static ImmutableArray<SourceDiagnostic> Check(SourceFile file, AsmNameTable names, LexedToken[] tokens, ImmutableArray<SourceDiagnostic> diagnostics)
    {
        var lint = new SourceLint(file, names, tokens);
        lint.Run();
        return lint.found is null ? diagnostics : diagnostics.AddRange(lint.found);
    }

    public void Report(string id, string message, TextSpan span)
    {
        found ??= ImmutableArray.CreateBuilder<SourceDiagnostic>();
        found.Add(new SourceDiagnostic(id, Severity.Warning, message, new SourceLocation(file, span)));
    }

    private void Run()
    {
        var directives = new DirectiveScanner(file.Text.Text.AsSpan(), lexed);
        var elses = new DuplicateElse();
        var includesGoAsm = false;
        var asksGoAsm = false;
        while (directives.MoveNext())
        {
            switch (directives.Keyword)
            {
                case KnownNames.Define:
                    BlankAfterContinuation.Check(ref this, directives.Hash, directives.End);
                    CommentHidesContinuation.Check(ref this, directives.End);
                    break;
                case KnownNames.Include:
                    includesGoAsm |= IsGoAsm(directives.Hash + 2);
                    break;
                case KnownNames.Ifdef or KnownNames.Ifndef:
                    asksGoAsm |= DefinitionNeedsGoAsm.IsNameOfHeader(names, directives.Argument);
                    elses.Begin();
                    break;
                case KnownNames.Else:
                    elses.Else(ref this, directives.Hash + 1);
                    break;
                case KnownNames.Endif:
                    elses.End();
                    break;
            }
        }

        if (includesGoAsm && asksGoAsm)
        {
            DefinitionNeedsGoAsm.Check(ref this);
        }
    }

    private readonly bool IsGoAsm(int token) =>
        tokens[token].Kind == AsmTokenKind.String && file.Text.Slice(tokens[token].Span).SequenceEqual(GoAsmHeader.AsSpan());
}
