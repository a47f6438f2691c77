using System.Globalization;
using System.Numerics;
using System.Text;

namespace GoAbi.Go;

/// <summary>Literals to constants (Go spec, "Integer literals" and what follows).</summary>
internal static class Literals
{
    public static TypedValue Read(GoNode node)
    {
        var text = node.Text;
        switch (node.MainTokenKind)
        {
            case GoTokenKind.IntLiteral:
                return TypedValue.Constant(GoBasicKind.UntypedInt, TryInteger(text, out var integer) ? new GoNumberValue(new ExactNumber(integer)) : null);
            case GoTokenKind.FloatLiteral:
                return TypedValue.Constant(GoBasicKind.UntypedFloat, TryFloat(text, out var real) ? new GoNumberValue(real) : null);
            case GoTokenKind.ImaginaryLiteral:
                return TypedValue.Constant(GoBasicKind.UntypedComplex, Imaginary(text.Substring(0, text.Length - 1)));
            case GoTokenKind.CharLiteral:
                return TypedValue.Constant(GoBasicKind.UntypedRune, Rune(text) is { } rune ? ConstantReader.Number(rune) : null);
            case GoTokenKind.StringLiteral:
                return TypedValue.Constant(GoBasicKind.UntypedString, Unquote(text) is { } value ? new GoStringValue(value) : null);
            default:
                return TypedValue.Unknown;
        }
    }

    public static bool TryInteger(string text, out BigInteger value)
    {
        value = BigInteger.Zero;
        var (radix, start) = text.Length > 1 && text[0] == '0'
            ? text[1] switch { 'x' or 'X' => (16, 2), 'o' or 'O' => (8, 2), 'b' or 'B' => (2, 2), _ => (8, 1) }
            : (10, 0);
        if (text.Length > 20_000)
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '_')
            {
                continue;
            }

            var digit = Digit(text[i]);
            if (digit < 0 || digit >= radix)
            {
                return false;
            }

            value = (value * radix) + digit;
        }

        return true;
    }

    private static bool TryFloat(string text, out ExactNumber value)
    {
        value = default;
        var isHex = text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'X';
        var radix = isHex ? 16 : 10;
        var digits = BigInteger.Zero;
        long exponent = 0;
        var isFraction = false;
        var i = isHex ? 2 : 0;
        if (text.Length > 20_000)
        {
            return false;
        }

        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '_')
            {
                continue;
            }

            if (c == '.')
            {
                isFraction = true;
                continue;
            }

            if (isHex ? c is 'p' or 'P' : c is 'e' or 'E')
            {
                if (!int.TryParse(text.Substring(i + 1).Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written))
                {
                    return false;
                }

                exponent += written;
                break;
            }

            var digit = Digit(c);
            if (digit < 0 || digit >= radix)
            {
                return false;
            }

            digits = (digits * radix) + digit;
            exponent -= !isFraction ? 0 : isHex ? 4 : 1;
        }

        return ExactNumber.TryScale(digits, isHex ? 2 : 10, exponent, out value);
    }

    // 0123i is decimal, for old programs' sake (Go spec, "Imaginary literals").
    private static GoNumberValue? Imaginary(string text)
    {
        if (text.IndexOfAny(['.', 'e', 'E', 'p', 'P', 'x', 'X', 'o', 'O', 'b', 'B']) < 0)
        {
            text = text.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
        }

        return TryInteger(text, out var integer) ? new GoNumberValue(default, new ExactNumber(integer))
            : TryFloat(text, out var real) ? new GoNumberValue(default, real)
            : null;
    }

    private static long? Rune(string text)
    {
        if (text.Length < 3 || text[text.Length - 1] != '\'')
        {
            return null;
        }

        if (text[1] != '\\')
        {
            return char.IsHighSurrogate(text[1]) && text.Length > 3 && char.IsLowSurrogate(text[2]) ? char.ConvertToUtf32(text[1], text[2]) : text[1];
        }

        var at = 1;
        return Escape(text, ref at, out _);
    }

    /// <summary>A string literal's value; a byte that is no part of UTF-8 becomes a lone surrogate. Null where it can't be read.</summary>
    public static string? Unquote(string text)
    {
        if (text.Length < 2 || text[0] != text[text.Length - 1])
        {
            return null;
        }

        if (text[0] == '`')
        {
            return text.Substring(1, text.Length - 2).Replace("\r", "");
        }

        if (text.IndexOf('\\') < 0)
        {
            return text.Substring(1, text.Length - 2);
        }

        var value = new StringBuilder();
        for (var i = 1; i < text.Length - 1;)
        {
            if (text[i] != '\\')
            {
                value.Append(text[i++]);
                continue;
            }

            if (Escape(text, ref i, out var isByte) is not { } code || code > 0x10FFFF)
            {
                return null;
            }

            value.Append(code < 0x80 ? ((char)code).ToString() : isByte ? ((char)(0xDC00 + code)).ToString() : code is >= 0xD800 and < 0xE000 ? "\uFFFD" : char.ConvertFromUtf32((int)code));
        }

        return value.ToString();
    }

    private static long? Escape(string text, ref int at, out bool isByte)
    {
        isByte = false;
        at++;
        if (at >= text.Length)
        {
            return null;
        }

        var c = text[at++];
        var simple = "abfnrtv\\'\"".IndexOf(c);
        if (simple >= 0)
        {
            return "\a\b\f\n\r\t\v\\'\""[simple];
        }

        var (radix, count) = c switch { 'x' => (16, 2), 'u' => (16, 4), 'U' => (16, 8), >= '0' and <= '7' => (8, 3), _ => (0, 0) };
        if (radix == 0)
        {
            return null;
        }

        isByte = c is not ('u' or 'U');
        at -= radix == 8 ? 1 : 0;
        long value = 0;
        for (; count > 0; count--, at++)
        {
            var digit = at < text.Length ? Digit(text[at]) : -1;
            if (digit < 0 || digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
