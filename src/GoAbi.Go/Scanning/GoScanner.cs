using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// Turns a file's text into tokens, all at once. The language and its errors are go/scanner's; an automatic semicolon stands,
/// with no width, where the line ends or where the comment before its end begins, as there.
/// </summary>
internal sealed partial class GoScanner(SourceFile file, FileNames names, SyntaxErrors errors) : IDisposable
{
    private const int CancellationInterval = 1 << 16;

    private readonly string text = file.Text.Text;
    private bool insertSemicolon;
    private int semicolonAt = -1;

    public PooledList<GoToken> Tokens { get; } = new((file.Text.Length / 5) + 16);

    public PooledList<GoComment> Comments { get; } = new(64);

    /// <summary>Comments that speak to the toolchain, by their index in <see cref="Comments"/>.</summary>
    public List<int> DirectiveComments { get; } = [];

    /// <summary>True lengths of literals too long for their token, by start.</summary>
    public Dictionary<int, int>? LongLiterals { get; private set; }

    public void Dispose()
    {
        Tokens.Dispose();
        Comments.Dispose();
    }

    public void ScanAll(CancellationToken ct)
    {
        FindBadCharacters();
        var text = this.text;
        var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var nextCheck = CancellationInterval;
        while (at < text.Length)
        {
            if (at >= nextCheck)
            {
                ct.ThrowIfCancellationRequested();
                nextCheck = at + CancellationInterval;
            }

            var c = text[at];
            if (c is ' ' or '\t' or '\r')
            {
                at++;
            }
            else if (c == '\n')
            {
                if (insertSemicolon)
                {
                    AddAutomaticSemicolon(at);
                }

                at++;
            }
            else if (CharClass.IsAsciiLetter(c))
            {
                at = ScanName(at);
            }
            else
            {
                at = c switch
                {
                    '"' => ScanString(at),
                    '`' => ScanRawString(at),
                    '\'' => ScanChar(at),
                    '/' when at + 1 < text.Length && text[at + 1] is '/' or '*' => ScanComment(at),
                    >= '0' and <= '9' => ScanNumber(at),
                    '.' when at + 1 < text.Length && CharClass.IsDecimal(text[at + 1]) => ScanNumber(at),
                    < (char)0x80 => ScanOperator(at, c),
                    _ => ScanWide(at),
                };
            }
        }

        if (insertSemicolon)
        {
            AddAutomaticSemicolon(text.Length);
        }

        Tokens.Add(new GoToken(GoTokenKind.EndOfFile, text.Length, 0));
    }

    private void AddAutomaticSemicolon(int lineEnd)
    {
        Tokens.Add(new GoToken(GoTokenKind.Semicolon, semicolonAt >= 0 ? semicolonAt : lineEnd, 0));
        insertSemicolon = false;
        semicolonAt = -1;
    }

    private void Add(GoTokenKind kind, int start, int length, bool mayEndLine)
    {
        Tokens.Add(new GoToken(kind, start, length));
        insertSemicolon = mayEndLine;
        semicolonAt = -1;
    }

    private int AddLiteral(GoTokenKind kind, int start, int end)
    {
        var length = end - start;
        if (length >= GoToken.MaxPayload)
        {
            (LongLiterals ??= []).Add(start, length);
            length = GoToken.MaxPayload;
        }

        Add(kind, start, length, mayEndLine: true);
        return end;
    }

    private int ScanName(int start)
    {
        var text = this.text;
        var hash = GoNameTable.HashStart;
        var at = start;
        do
        {
            hash = GoNameTable.HashStep(hash, text[at]);
            at++;
        }
        while (at < text.Length && CharClass.IsNamePart(text[at]));

        if (at < text.Length && text[at] >= 0x80 && CharClass.WideNameLength(text, at, orDigit: true) > 0)
        {
            return ScanWideName(start, at);
        }

        AddName(start, at, hash);
        return at;
    }

    private int ScanWideName(int start, int at)
    {
        while (at < text.Length)
        {
            var length = CharClass.IsNamePart(text[at]) ? 1 : CharClass.WideNameLength(text, at, orDigit: true);
            if (length == 0)
            {
                break;
            }

            at += length;
        }

        AddName(start, at, GoNameTable.HashOf(text.AsSpan(start, at - start)));
        return at;
    }

    private void AddName(int start, int end, uint hash)
    {
        var id = names.Find(text.AsSpan(start, end - start), hash);
        if (id >= FileNames.KeywordCount)
        {
            Add(GoTokenKind.Identifier, start, id, mayEndLine: true);
            return;
        }

        var kind = (GoTokenKind)((int)GoTokenKind.BreakKeyword + id);
        Add(kind, start, end - start, kind is GoTokenKind.BreakKeyword or GoTokenKind.ContinueKeyword or GoTokenKind.FallthroughKeyword or GoTokenKind.ReturnKeyword);
    }

    private int ScanWide(int at)
    {
        if (CharClass.WideNameLength(text, at, orDigit: false) > 0)
        {
            return ScanWideName(at, at);
        }

        return ScanBad(at);
    }

    // A bad character leaves it open whether the line may end: go/scanner, "preserve insertSemi info".
    private int ScanBad(int at)
    {
        var length = CharClass.CharLength(text, at);
        if (text[at] != '\uFEFF' && text[at] != 0 && !char.IsLowSurrogate(text[at]))
        {
            errors.Add(at, length, "Character " + CharName(at) + " can't be used here.");
        }

        Tokens.Add(new GoToken(GoTokenKind.Bad, at, length));
        semicolonAt = -1;
        return at + length;
    }

    private string CharName(int at)
    {
        var rune = CharClass.CharLength(text, at) == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        return rune is > ' ' and < 0x7F ? "'" + (char)rune + "'" : FormattableString.Invariant($"U+{rune:X4}");
    }
}
