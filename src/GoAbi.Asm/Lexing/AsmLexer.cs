using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// One pass from text to tokens, after text/scanner as cmd/asm/internal/lex.Tokenizer sets it up: blanks are TAB, CR and
/// space; no raw strings; four operators of two runes. Two differences, both in wrong input: a literal without its end
/// stops before the newline (Go's scanner swallows it), and bytes that are no UTF-8 are reported once per line.
/// </summary>
internal ref partial struct AsmLexer
{
    private const int CancellationInterval = 1 << 14;

    private readonly SourceFile file;
    private readonly ReadOnlySpan<char> text;
    private readonly AsmNameTable names;
    private NameTableState state;
    private AsmToken[] tokens;
    private int count;
    private int position;
    private ImmutableArray<SourceDiagnostic>.Builder? diagnostics;

    private AsmLexer(SourceFile file, AsmNameTable names)
    {
        this.file = file;
        text = file.Text.Text.AsSpan();
        this.names = names;
        state = names.Current;
        tokens = ArrayPool<AsmToken>.Shared.Rent(Math.Max(64, text.Length / 3));
        count = 0;
        position = 0;
        diagnostics = null;
    }

    public static AsmToken[] Lex(SourceFile file, AsmNameTable names, out ImmutableArray<SourceDiagnostic> diagnostics, CancellationToken cancellation)
    {
        var lexer = new AsmLexer(file, names);
        try
        {
            lexer.Run(cancellation);
            diagnostics = lexer.diagnostics?.ToImmutable() ?? ImmutableArray<SourceDiagnostic>.Empty;
            return lexer.tokens.AsSpan(0, lexer.count).ToArray();
        }
        finally
        {
            ArrayPool<AsmToken>.Shared.Return(lexer.tokens);
        }
    }

    private void Run(CancellationToken cancellation)
    {
        if (file.Text.HasByteOrderMark)
        {
            position = 1;
        }

        while (position < text.Length)
        {
            if ((count & (CancellationInterval - 1)) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var c = text[position];
            var kind = c < 128 ? (AsmTokenKind)CharacterClasses.Kinds[c] : AsmTokenKind.Identifier;
            switch (kind)
            {
                case AsmTokenKind.EndOfFile: // a blank
                    position++;
                    break;
                case AsmTokenKind.Identifier:
                    Identifier();
                    break;
                case AsmTokenKind.Integer:
                    Number(seenDot: false);
                    break;
                case AsmTokenKind.String:
                    Literal('"', AsmTokenKind.String);
                    break;
                case AsmTokenKind.Char:
                    Literal('\'', AsmTokenKind.Char);
                    break;
                case AsmTokenKind.Dot when IsDecimal(Peek(1)):
                    Number(seenDot: true);
                    break;
                case AsmTokenKind.Slash when Peek(1) == '/':
                    LineComment();
                    break;
                case AsmTokenKind.Slash when Peek(1) == '*':
                    BlockComment();
                    break;
                case AsmTokenKind.Minus when Peek(1) == '>':
                    Add(AsmTokenKind.ShiftArithmetic, 2);
                    break;
                case AsmTokenKind.Other when c == '@' && Peek(1) == '>':
                    Add(AsmTokenKind.RotateRight, 2);
                    break;
                case AsmTokenKind.Less when Peek(1) == '<':
                    Add(AsmTokenKind.ShiftLeft, 2);
                    break;
                case AsmTokenKind.Greater when Peek(1) == '>':
                    Add(AsmTokenKind.ShiftRight, 2);
                    break;
                default:
                    Add(kind, 1);
                    break;
            }
        }

        Add(AsmTokenKind.EndOfFile, 0);
        ReportBadCharacters();
    }

    private readonly char Peek(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    private void Add(AsmTokenKind kind, int length, int nameId = 0)
    {
        // A token that long is no real one; the rest becomes tokens of its own.
        length = Math.Min(length, AsmToken.MaxLength);
        if (count == tokens.Length)
        {
            Grow();
        }

        tokens[count++] = new AsmToken(kind, position, length, nameId);
        position += length;
    }

    private void Grow()
    {
        var larger = ArrayPool<AsmToken>.Shared.Rent(tokens.Length * 2);
        tokens.AsSpan(0, count).CopyTo(larger);
        ArrayPool<AsmToken>.Shared.Return(tokens);
        tokens = larger;
    }

    private void Identifier()
    {
        var hash = 0u;
        var end = position;
        while (end < text.Length)
        {
            var c = text[end];
            if (c < 128)
            {
                if (!CharacterClasses.IsNamePart(c))
                {
                    break;
                }

                hash = NameTableState.Combine(hash, c);
                end++;
                continue;
            }

            var length = CharacterClasses.NameRuneLength(text, end, isFirst: end == position);
            if (length == 0)
            {
                break;
            }

            for (var i = 0; i < length; i++)
            {
                hash = NameTableState.Combine(hash, text[end + i]);
            }

            end += length;
        }

        if (end == position)
        {
            Add(AsmTokenKind.Other, CharacterClasses.RuneLength(text, position));
            return;
        }

        var name = text.Slice(position, Math.Min(end - position, AsmToken.MaxLength));
        var id = state.Find(name, hash);
        if (id == 0)
        {
            id = name.Length == end - position ? names.Add(name, hash) : names.Intern(name);
            state = names.Current;
        }

        Add(AsmTokenKind.Identifier, name.Length, id);
    }

    private void LineComment()
    {
        var length = text.Slice(position).IndexOf('\n');
        length = length < 0 ? text.Length - position : length;
        if (IsGoBuild(text.Slice(position, length)))
        {
            Add(AsmTokenKind.BuildComment, length);
        }
        else
        {
            position += length;
        }
    }

    // go/build/constraint.IsGoBuild: the word, then a blank or the end of the line.
    private static bool IsGoBuild(ReadOnlySpan<char> comment)
    {
        const string Word = "//go:build";
        return comment.StartsWith(Word.AsSpan(), StringComparison.Ordinal)
            && (comment.Length == Word.Length || comment[Word.Length] is ' ' or '\t' or '\r');
    }

    private void BlockComment()
    {
        var length = text.Slice(position + 2).IndexOf("*/".AsSpan(), StringComparison.Ordinal);
        if (length < 0)
        {
            Report(position, 2, "the comment's closing */ is missing");
            position = text.Length;
        }
        else
        {
            position += length + 4;
        }
    }

    // The scanner says these and the assembler goes on: they alone do not fail a file. Where the literal is used, its parser says what it can't read.
    private void Report(int start, int length, string message)
    {
        diagnostics ??= ImmutableArray.CreateBuilder<SourceDiagnostic>();
        diagnostics.Add(new SourceDiagnostic(
            DiagnosticIds.Literal, Severity.Warning, message, new SourceLocation(file, new TextSpan(start, length))));
    }
}
