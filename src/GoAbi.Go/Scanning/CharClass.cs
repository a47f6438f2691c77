using System;
using System.Globalization;

namespace GoAbi.Go;

/// <summary>Which characters make names and numbers: the specification's letters and digits, by Unicode category.</summary>
internal static class CharClass
{
    private const byte L = 1; // letter or _
    private const byte D = 2; // decimal digit

    public static bool IsNamePart(char c) => c < 0x80 && AsciiClass[c] != 0;

    public static bool IsDecimal(char c) => (uint)(c - '0') <= 9;

    public static bool IsHex(char c) => IsDecimal(c) || (uint)((c | 0x20) - 'a') <= 5;

    public static bool IsAsciiLetter(char c) => c < 0x80 && AsciiClass[c] == L;

    /// <summary>Code units of the letter (or, where asked for, decimal digit) beyond ASCII at a place; 0 where there is none.</summary>
    public static int WideNameLength(string text, int at, bool orDigit)
    {
        if (at >= text.Length || text[at] < 0x80)
        {
            return 0;
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(text, at);
        var isPart = category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter || (orDigit && category == UnicodeCategory.DecimalDigitNumber);
        if (!isPart)
        {
            return 0;
        }

        return CharLength(text, at);
    }

    /// <summary>Code units of the character at a place: 2 for a surrogate pair.</summary>
    public static int CharLength(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static ReadOnlySpan<byte> AsciiClass =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
        0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, L,
        0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
    ];
}
