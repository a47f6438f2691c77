using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace GoAbi.Asm;

/// <summary>Values of literals, after Go's strconv: Unquote, ParseUint with base 0, Atoi, ParseFloat.</summary>
internal static class GoLiterals
{
    public const string InvalidSyntax = "invalid syntax";
    public const string OutOfRange = "value out of range";

    /// <summary>An integer with base prefix or none; the error is null or one of the two above.</summary>
    public static ulong ParseUnsigned(ReadOnlySpan<char> text, out string? error)
    {
        if (TryParseShort(text, out var small))
        {
            error = null;
            return small;
        }

        var (numberBase, at) = text.Length > 1 && text[0] == '0'
            ? (char)(text[1] | 0x20) switch { 'x' => (16u, 2), 'o' => (8u, 2), 'b' => (2u, 2), _ => (8u, 1) }
            : (10u, 0);
        error = null;
        var value = 0UL;
        var digits = numberBase == 8 && at == 1;
        var afterDigit = at > 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '_')
            {
                if (!afterDigit)
                {
                    error = InvalidSyntax;
                    return 0;
                }

                afterDigit = false;
                continue;
            }

            var digit = DigitValue(text[at]);
            if (digit >= numberBase)
            {
                error = InvalidSyntax;
                return 0;
            }

            digits = afterDigit = true;
            if (error is null)
            {
                if (value > (ulong.MaxValue - digit) / numberBase)
                {
                    error = OutOfRange;
                    value = ulong.MaxValue;
                }
                else
                {
                    value = (value * numberBase) + digit;
                }
            }
        }

        if (!digits || !afterDigit)
        {
            error = InvalidSyntax;
            return 0;
        }

        return value;
    }

    // What nearly all numbers are: few decimal digits.
    private static bool TryParseShort(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.Length is 0 or > 9 || (text[0] == '0' && text.Length > 1))
        {
            return false;
        }

        foreach (var c in text)
        {
            if ((uint)(c - '0') > 9)
            {
                return false;
            }

            value = (value * 10) + (uint)(c - '0');
        }

        return true;
    }

    /// <summary>strconv.Atoi: decimal digits alone.</summary>
    public static bool TryParseDecimal(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '9' || value > (long.MaxValue - (c - '0')) / 10)
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return text.Length > 0;
    }

    /// <summary>A float with or without exponent, decimal or hexadecimal.</summary>
    public static bool TryParseFloat(ReadOnlySpan<char> text, out double value)
    {
        var clean = text.ToString().Replace("_", "");
        if (clean.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return TryParseHexFloat(clean, out value);
        }

        return double.TryParse(clean, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }

    /// <summary>A rune literal's code point; -1 where it is none.</summary>
    public static long ParseRune(ReadOnlySpan<char> text, out string? error)
    {
        error = InvalidSyntax;
        if (text.Length == 2 && text[0] == '\'' && text[1] == '\'')
        {
            // strconv.Unquote takes it for a literal of no character, and cmd/asm for U+FFFD.
            error = null;
            return 0xFFFD;
        }

        var bytes = new List<byte>();
        if (text.Length < 3 || text[0] != '\'' || text[text.Length - 1] != '\'' || !Unescape(text.Slice(1, text.Length - 2), '\'', bytes, out var runes, out var rune)
            || runes != 1)
        {
            return -1;
        }

        // '\x80' is one byte that is no UTF-8: cmd/asm rejects it.
        error = rune == -1 ? "illegal UTF-8 encoding for character constant" : null;
        return rune;
    }

    public static bool TryUnquote(ReadOnlySpan<char> text, out string value)
    {
        var bytes = new List<byte>();
        var good = TryUnquote(text, bytes);
        value = good ? Encoding.UTF8.GetString(bytes.ToArray()) : "";
        return good;
    }

    public static bool TryUnquote(ReadOnlySpan<char> text, List<byte> bytes) =>
        text.Length >= 2 && text[0] == '"' && text[text.Length - 1] == '"' && Unescape(text.Slice(1, text.Length - 2), '"', bytes, out _, out _);

    private static bool Unescape(ReadOnlySpan<char> text, char quote, List<byte> bytes, out int runes, out int lastRune)
    {
        runes = 0;
        lastRune = 0;
        for (var at = 0; at < text.Length; runes++)
        {
            var c = text[at];
            if (c == quote || c == '\n')
            {
                return false;
            }

            if (c != '\\')
            {
                var length = CharacterClasses.RuneLength(text, at);
                if (length == 1 && c is >= '\uDC80' and <= '\uDCFF')
                {
                    bytes.Add((byte)c); // a byte that is no UTF-8 stays itself
                    lastRune = -1;
                }
                else
                {
                    lastRune = length == 2 ? char.ConvertToUtf32(c, text[at + 1]) : c;
                    AddRune(bytes, lastRune);
                }

                at += length;
                continue;
            }

            at++;
            if (at >= text.Length || !Escape(text, ref at, quote, bytes, out lastRune))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Escape(ReadOnlySpan<char> text, ref int at, char quote, List<byte> bytes, out int rune)
    {
        var c = text[at++];
        rune = c switch
        {
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\\' => '\\',
            _ when c == quote => quote,
            _ => -1,
        };
        if (rune >= 0)
        {
            bytes.Add((byte)rune);
            return true;
        }

        var (numberBase, digits) = c switch { 'x' => (16u, 2), 'u' => (16u, 4), 'U' => (16u, 8), >= '0' and <= '7' => (8u, 3), _ => (0u, 0) };
        at -= numberBase == 8 ? 1 : 0;
        if (digits == 0 || at + digits > text.Length)
        {
            return false;
        }

        var value = 0u;
        for (var end = at + digits; at < end; at++)
        {
            var digit = DigitValue(text[at]);
            if (digit >= numberBase)
            {
                return false;
            }

            value = (value * numberBase) + digit;
        }

        if (digits <= 3)
        {
            bytes.Add((byte)value);
            rune = value < 0x80 ? (int)value : -1;
            return value <= 0xFF;
        }

        rune = (int)value;
        if (value > 0x10FFFF || value is >= 0xD800 and <= 0xDFFF)
        {
            return false;
        }

        AddRune(bytes, rune);
        return true;
    }

    private static void AddRune(List<byte> bytes, int rune)
    {
        if (rune < 0x80)
        {
            bytes.Add((byte)rune);
        }
        else
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(rune is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : char.ConvertFromUtf32(rune)));
        }
    }

    private static bool TryParseHexFloat(string text, out double value)
    {
        value = 0;
        var at = 2;
        var mantissa = 0UL;
        var exponent = 0L;
        var sawDot = false;
        for (; at < text.Length && (char)(text[at] | 0x20) != 'p'; at++)
        {
            if (text[at] == '.')
            {
                sawDot = true;
                continue;
            }

            var digit = DigitValue(text[at]);
            if (digit >= 16)
            {
                return false;
            }

            if (mantissa >> 58 == 0)
            {
                mantissa = (mantissa << 4) | digit;
                exponent -= sawDot ? 4 : 0;
            }
            else
            {
                mantissa |= digit != 0 ? 1u : 0u; // sticky: only the rounding can depend on it
                exponent += sawDot ? 0 : 4;
            }
        }

        if (at >= text.Length || !int.TryParse(text.Substring(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power))
        {
            return false;
        }

        value = mantissa * Math.Pow(2, Math.Max(-2000, Math.Min(2000, exponent + power)));
        return !double.IsInfinity(value);
    }

    private static uint DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => (uint)(c - '0'),
        >= 'a' and <= 'f' => (uint)(c - 'a' + 10),
        >= 'A' and <= 'F' => (uint)(c - 'A' + 10),
        _ => 255,
    };
}
