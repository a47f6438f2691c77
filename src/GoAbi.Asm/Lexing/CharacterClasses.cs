using System;
using System.Globalization;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace GoAbi.Asm;

/// <summary>What characters begin and continue. cmd/asm/internal/lex.isIdentRune, unicode.IsLetter (L*), unicode.IsDigit (Nd).</summary>
internal static class CharacterClasses
{
    /// <summary>In <see cref="Kinds"/>: what follows says what the token is, or how long.</summary>
    public const byte NeedsLook = 0x80;

    /// <summary>The kind of token that a character begins, for 256 of them; EndOfFile marks blanks.</summary>
    public static ReadOnlySpan<byte> Kinds => KindTable;

    private static readonly byte[] KindTable = CreateKinds();

    public static bool IsNamePart(char c) => (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || c == '_';

    /// <summary>Length in code units of the rune at <paramref name="at"/> where it can be part of a name, else 0.</summary>
    public static int NameRuneLength(ReadOnlySpan<char> text, int at, bool isFirst)
    {
        var c = text[at];
        if (c is '\u00B7' or '\u2215')
        {
            return 1;
        }

        var length = RuneLength(text, at);
        var category = length == 1
            ? CharUnicodeInfo.GetUnicodeCategory(c)
            : CharUnicodeInfo.GetUnicodeCategory(text.Slice(at, 2).ToString(), 0);
        return category switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => length,
            UnicodeCategory.DecimalDigitNumber when !isFirst => length,
            _ => 0,
        };
    }

    public static int RuneLength(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>The first NUL or code unit that stands for a bad byte, at or after <paramref name="from"/>; -1 for none.</summary>
    public static int IndexOfBad(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var at = IndexOfSuspect(text.Slice(from));
            if (at < 0)
            {
                return -1;
            }

            at += from;
            if (text[at] == '\0' || RuneLength(text, at) == 1)
            {
                return at;
            }

            from = at + 2;
        }

        return -1;
    }

    // One pass for both; nearly every file has neither.
    private static int IndexOfSuspect(ReadOnlySpan<char> text)
    {
        var i = 0;
#if NET
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (; i <= text.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
        {
            var units = Vector128.LoadUnsafe(ref start, (nuint)i);
            if ((Vector128.Equals(units, default) | Vector128.Equals(units & Vector128.Create((ushort)0xF800), Vector128.Create((ushort)0xD800))) != default)
            {
                break;
            }
        }
#endif
        for (; i < text.Length; i++)
        {
            if (text[i] is '\0' or (>= '\uD800' and <= '\uDFFF'))
            {
                return i;
            }
        }

        return -1;
    }

    private static byte[] CreateKinds()
    {
        var kinds = new byte[256];
        for (var c = '\0'; c < 256; c++)
        {
            var kind = c switch
            {
                ' ' or '\t' or '\r' => AsmTokenKind.EndOfFile,
                >= '0' and <= '9' => AsmTokenKind.Integer,
                >= '\u0080' => AsmTokenKind.Identifier,
                _ when IsNamePart(c) => AsmTokenKind.Identifier,
                '\n' => AsmTokenKind.Newline,
                ';' => AsmTokenKind.Semicolon,
                '"' => AsmTokenKind.String,
                '\'' => AsmTokenKind.Char,
                '#' => AsmTokenKind.Hash,
                '\\' => AsmTokenKind.Backslash,
                ',' => AsmTokenKind.Comma,
                ':' => AsmTokenKind.Colon,
                '.' => AsmTokenKind.Dot,
                '(' => AsmTokenKind.OpenParen,
                ')' => AsmTokenKind.CloseParen,
                '[' => AsmTokenKind.OpenBracket,
                ']' => AsmTokenKind.CloseBracket,
                '$' => AsmTokenKind.Dollar,
                '*' => AsmTokenKind.Star,
                '/' => AsmTokenKind.Slash,
                '%' => AsmTokenKind.Percent,
                '&' => AsmTokenKind.Ampersand,
                '+' => AsmTokenKind.Plus,
                '-' => AsmTokenKind.Minus,
                '|' => AsmTokenKind.Bar,
                '^' => AsmTokenKind.Caret,
                '~' => AsmTokenKind.Tilde,
                '<' => AsmTokenKind.Less,
                '>' => AsmTokenKind.Greater,
                _ => AsmTokenKind.Other,
            };
            var needsLook = kind is AsmTokenKind.Integer or AsmTokenKind.String or AsmTokenKind.Char or AsmTokenKind.Dot
                or AsmTokenKind.Slash or AsmTokenKind.Minus or AsmTokenKind.Less or AsmTokenKind.Greater || c == '@';
            kinds[c] = (byte)((byte)kind | (needsLook ? NeedsLook : 0));
        }

        return kinds;
    }
}
