using System.Globalization;
using System.Text;

namespace GoAbi.Go;

/// <summary>A string as a Go literal, as strconv.Quote writes it.</summary>
internal static class QuotedText
{
    private const string Hexadecimal = "0123456789abcdef";

    /// <param name="value">The string; lone low surrogates from DC80 stand for bytes that are no UTF-8 (see <see cref="GoStringValue"/>).</param>
    public static string Of(string value)
    {
        var text = new StringBuilder("\"");
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                Append(text, char.ConvertToUtf32(c, value[i + 1]), IsPrintable(CharUnicodeInfo.GetUnicodeCategory(value, i)));
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                Hex(text.Append("\\x"), c & 0xFF, 2);
            }
            else
            {
                Append(text, c, c == ' ' || IsPrintable(CharUnicodeInfo.GetUnicodeCategory(c)));
            }
        }

        return text.Append('"').ToString();
    }

    private static void Append(StringBuilder text, int code, bool isPrintable)
    {
        if (code is '"' or '\\')
        {
            text.Append('\\').Append((char)code);
        }
        else if (isPrintable)
        {
            text.Append(code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        }
        else if (code is >= '\a' and <= '\r')
        {
            text.Append('\\').Append("abtnvfr"[code - '\a']);
        }
        else if (code is < ' ' or 0x7F)
        {
            Hex(text.Append("\\x"), code, 2);
        }
        else
        {
            Hex(text.Append(code < 0x10000 ? "\\u" : "\\U"), code, code < 0x10000 ? 4 : 8);
        }
    }

    private static void Hex(StringBuilder text, int value, int digits)
    {
        for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        {
            text.Append(Hexadecimal[(value >> shift) & 0xF]);
        }
    }

    // Letters, marks, numbers, punctuation and symbols (strconv.IsPrint).
    private static bool IsPrintable(UnicodeCategory category) => category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
