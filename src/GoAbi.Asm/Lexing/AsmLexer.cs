using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
    private Span<LexedToken> tokens;
    private int count;
    private int position;
    private ImmutableArray<SourceDiagnostic>.Builder? diagnostics;

    public AsmLexer(SourceFile file, AsmNameTable names)
    {
        this.file = file;
        text = file.Text.Text.AsSpan();
        this.names = names;
        state = names.Current;
        tokens = default;
        count = 0;
        position = file.Text.HasByteOrderMark ? 1 : 0;
        diagnostics = null;
    }

    public readonly ImmutableArray<SourceDiagnostic> Diagnostics => diagnostics?.ToImmutable() ?? ImmutableArray<SourceDiagnostic>.Empty;

    public static LexedToken[] Lex(SourceFile file, AsmNameTable names, out ImmutableArray<SourceDiagnostic> diagnostics, CancellationToken cancellation)
    {
        var lexer = new AsmLexer(file, names);
        var scratch = ArrayPool<LexedToken>.Shared.Rent(Math.Max(64, lexer.text.Length / 3));
        var count = 0;
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var room = Math.Min(scratch.Length - count, CancellationInterval);
                var read = lexer.Read(scratch.AsSpan(count, room));
                count += read;
                if (read < room)
                {
                    break;
                }

                if (count == scratch.Length)
                {
                    var larger = ArrayPool<LexedToken>.Shared.Rent(scratch.Length * 2);
                    scratch.AsSpan(0, count).CopyTo(larger);
                    ArrayPool<LexedToken>.Shared.Return(scratch);
                    scratch = larger;
                }
            }

            diagnostics = lexer.Diagnostics;
            return RecordList<LexedToken>.Copy(scratch.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<LexedToken>.Shared.Return(scratch);
        }
    }

    /// <summary>The next tokens: as many as there is room for, fewer only at the end, where <see cref="AsmTokenKind.EndOfFile"/> is the last.</summary>
    public int Read(Span<LexedToken> destination)
    {
        tokens = destination;
        count = 0;
        while (count < tokens.Length && position <= text.Length)
        {
            var end = ReadBlocks();
            while (count < tokens.Length && position < end)
            {
                Step();
            }

            if (position == text.Length && count < tokens.Length)
            {
                tokens[count++] = new LexedToken(AsmTokenKind.EndOfFile, position++, 0);
                ReportBadCharacters();
            }
        }

        return count;
    }

    // One token, or what lies between two. Not inlined: the quick way has no registers to spare.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Step()
    {
        var c = text[position];
        var kind = c < 256 ? CharacterClasses.Kinds[c] : (byte)AsmTokenKind.Identifier;
        if (kind == (byte)AsmTokenKind.EndOfFile)
        {
            position++; // a blank
        }
        else if (kind == (byte)AsmTokenKind.Identifier)
        {
            Identifier();
        }
        else if (kind < CharacterClasses.NeedsLook)
        {
            Add((AsmTokenKind)kind, 1);
        }
        else if (kind == ((byte)AsmTokenKind.Integer | CharacterClasses.NeedsLook) && PlainNumber(position) is > 0 and var digits)
        {
            if (digits <= NameTableState.ShortLength)
            {
                names.AddNumber(text.Slice(position, digits));
            }

            Add(AsmTokenKind.Integer, digits);
        }
        else
        {
            Other((AsmTokenKind)(kind & ~CharacterClasses.NeedsLook), c);
        }
    }

    // What needs a look at what follows.
    private void Other(AsmTokenKind kind, char c)
    {
        switch (kind)
        {
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

    private readonly char Peek(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    private void Add(AsmTokenKind kind, int length)
    {
        // A token that long is no real one; the rest becomes tokens of its own.
        length = Math.Min(length, LexedToken.MaxNameOrLength);
        tokens[count++] = new LexedToken(kind, position, length);
        position += length;
    }

    private void Identifier()
    {
        var end = position;
        while (end < text.Length)
        {
            var c = text[end];
            var length = c >= 128 ? CharacterClasses.NameRuneLength(text, end, isFirst: end == position) : CharacterClasses.IsNamePart(c) ? 1 : 0;
            if (length == 0)
            {
                break;
            }

            end += length;
        }

        if (end == position)
        {
            Add(AsmTokenKind.Other, CharacterClasses.RuneLength(text, position));
            return;
        }

        var name = text.Slice(position, Math.Min(end - position, LexedToken.MaxNameOrLength));
        var key = NameTableState.Key(name);
        var id = state.Find(name, key);
        if (id == 0)
        {
            id = names.Add(name, key);
            state = names.Current;
        }

        if (id == 0)
        {
            Add(AsmTokenKind.Other, name.Length); // No number is left to name it by.
            return;
        }

        tokens[count++] = new LexedToken(AsmTokenKind.Identifier, position, id);
        position += name.Length;
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
