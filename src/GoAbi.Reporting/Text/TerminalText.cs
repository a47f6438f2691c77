using System.Globalization;
using System.Text;

namespace GoAbi.Reporting;

/// <summary>Text from analysed files on its way to a terminal: nothing in it can steer the terminal, and its width is known.</summary>
internal static class TerminalText
{
    /// <summary>Control characters, bidirectional overrides and bytes that are no UTF-8 become U+FFFD; tabs stay.</summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        var at = 0;
        while (at < text.Length)
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsHarmless(rune))
            {
                clean?.Append(text, at, length);
            }
            else
            {
                clean ??= new StringBuilder(text, 0, at, text.Length);
                clean.Append('\uFFFD');
            }

            at += length;
        }

        return clean?.ToString() ?? text;
    }

    /// <summary>How many columns a terminal needs for a rune; 0 for combining marks, 2 for wide ones.</summary>
    public static int WidthOf(Rune rune)
    {
        if (rune.IsAscii)
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    private static bool IsHarmless(Rune rune) =>
        rune.Value == '\t'
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)));

    // The blocks of East Asian Width W and F that turn up in comments and strings.
    private static bool IsWide(int value) => value
        is (>= 0x1100 and <= 0x115F)
        or (>= 0x2E80 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F)
        or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);
}
