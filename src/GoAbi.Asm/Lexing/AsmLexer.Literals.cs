using System;
using System.Globalization;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Numbers, runes and strings, after text/scanner's scanNumber, scanChar, scanString and scanEscape.</summary>
internal ref partial struct AsmLexer
{
    private static bool IsDecimal(char c) => c is >= '0' and <= '9';

    private static bool IsHex(char c) => IsDecimal(c) || (char)(c | 0x20) is >= 'a' and <= 'f';

    private readonly char At(int index) => index < text.Length ? text[index] : '\0';

    // What nearly all numbers are: decimal digits, or 0x and hexadecimal ones, with nothing behind that could belong to them. 0 for any other.
    private readonly int PlainNumber(int start)
    {
        var at = start;
        var c = text[at++];
        if (c == '0' && (At(at) | 0x20) == 'x')
        {
            at++;
            var first = at;
            while (IsHex(c = At(at)))
            {
                at++;
            }

            return at > first && !IsNumberPart(c) ? at - start : 0;
        }

        while (IsDecimal(At(at)))
        {
            at++;
        }

        return IsNumberPart(At(at)) || (c == '0' && at > start + 1) ? 0 : at - start;
    }

    private static bool IsNumberPart(char c) => c == '.' || CharacterClasses.IsNamePart(c);

    private void Number(bool seenDot)
    {
        var at = position;
        var numberBase = 10;
        var prefix = '\0';
        var invalid = -1;
        var separators = false;
        var digits = false;
        var kind = AsmTokenKind.Integer;
        if (!seenDot)
        {
            if (text[at] == '0')
            {
                (numberBase, prefix, var skip) = (char)(At(at + 1) | 0x20) switch
                {
                    'x' => (16, 'x', 2),
                    'o' => (8, 'o', 2),
                    'b' => (2, 'b', 2),
                    _ => (8, '0', 1),
                };
                digits = prefix == '0';
                at += skip;
            }

            at = Digits(at, numberBase, ref invalid, ref digits, ref separators);
            seenDot = At(at) == '.';
        }

        if (seenDot)
        {
            kind = AsmTokenKind.Float;
            if (prefix is 'o' or 'b')
            {
                Warn(at, "invalid radix point in " + LiteralName(prefix));
            }

            at = Digits(at + 1, numberBase, ref invalid, ref digits, ref separators);
        }

        if (!digits)
        {
            Warn(position, LiteralName(prefix) + " has no digits");
        }

        var exponent = (char)(At(at) | 0x20);
        if (exponent is 'e' or 'p')
        {
            if (exponent == 'e' ? prefix is not ('\0' or '0') : prefix != 'x')
            {
                Warn(at, "'" + At(at) + "' exponent requires " + (exponent == 'e' ? "decimal" : "hexadecimal") + " mantissa");
            }

            kind = AsmTokenKind.Float;
            at++;
            if (At(at) is '+' or '-')
            {
                at++;
            }

            var exponentDigits = false;
            var ignored = 0;
            at = Digits(at, 10, ref ignored, ref exponentDigits, ref separators);
            if (!exponentDigits)
            {
                Warn(at, "exponent has no digits");
            }
        }
        else if (prefix == 'x' && kind == AsmTokenKind.Float)
        {
            Warn(at, "hexadecimal mantissa requires a 'p' exponent");
        }

        if (kind == AsmTokenKind.Integer && invalid >= 0)
        {
            Warn(invalid, "invalid digit '" + text[invalid] + "' in " + LiteralName(prefix));
        }

        if (separators && HasBadSeparator(text.Slice(position, at - position)))
        {
            Warn(position, "'_' must separate successive digits");
        }

        Add(kind, at - position);
    }

    private readonly int Digits(int at, int numberBase, ref int invalid, ref bool digits, ref bool separators)
    {
        for (; ; at++)
        {
            var c = At(at);
            if (c == '_')
            {
                separators = true;
            }
            else if (numberBase <= 10 ? IsDecimal(c) : IsHex(c))
            {
                digits = true;
                if (numberBase <= 10 && c >= '0' + numberBase && invalid < 0)
                {
                    invalid = at;
                }
            }
            else
            {
                return at;
            }
        }
    }

    private static bool HasBadSeparator(ReadOnlySpan<char> number)
    {
        var isHex = false;
        var last = '.'; // '_', '0' for a digit, '.' for anything else
        var at = 0;
        if (number.Length >= 2 && number[0] == '0' && (char)(number[1] | 0x20) is 'x' or 'o' or 'b')
        {
            // A prefix counts as a digit.
            isHex = (number[1] | 0x20) == 'x';
            last = '0';
            at = 2;
        }

        for (; at < number.Length; at++)
        {
            var before = last;
            last = number[at] == '_' ? '_' : IsDecimal(number[at]) || (isHex && IsHex(number[at])) ? '0' : '.';
            if ((last == '_' && before != '0') || (last == '.' && before == '_'))
            {
                return true;
            }
        }

        return last == '_';
    }

    private static string LiteralName(char prefix) => prefix switch
    {
        'x' => "hexadecimal literal",
        'o' or '0' => "octal literal",
        'b' => "binary literal",
        _ => "decimal literal",
    };

    private void Literal(char quote, AsmTokenKind kind)
    {
        var at = position + 1;
        var runes = 0;
        while (true)
        {
            if (at >= text.Length || text[at] == '\n')
            {
                Report(position, at - position, "the literal's closing " + quote + " is missing on this line");
                if (at > position + 1 && text[at - 1] == '\r')
                {
                    at--;
                }

                Add(kind, at - position);
                return;
            }

            var c = text[at];
            if (c == quote)
            {
                break;
            }

            at = c == '\\' ? Escape(at + 1, quote) : at + CharacterClasses.RuneLength(text, at);
            runes++;
        }

        if (kind == AsmTokenKind.Char && runes != 1)
        {
            Report(position, at + 1 - position, "a character literal holds one character");
        }

        Add(kind, at + 1 - position);
    }

    private int Escape(int at, char quote)
    {
        var c = At(at);
        if (c == quote || c is 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\\')
        {
            return at + 1;
        }

        var (start, numberBase, digits) = c switch
        {
            >= '0' and <= '7' => (at, 8, 3),
            'x' => (at + 1, 16, 2),
            'u' => (at + 1, 16, 4),
            'U' => (at + 1, 16, 8),
            _ => (at, 0, 1),
        };
        var end = start;
        while (end - start < digits && (numberBase == 8 ? At(end) is >= '0' and <= '7' : numberBase == 16 && IsHex(At(end))))
        {
            end++;
        }

        if (end - start < digits)
        {
            Warn(at, "invalid char escape");
        }

        return end;
    }

    private void Warn(int at, string message) => Report(Math.Min(at, text.Length), at < text.Length ? 1 : 0, message);

    private void ReportBadCharacters()
    {
        var reportedTo = 0;
        for (var at = CharacterClasses.IndexOfBad(text, 0); at >= 0; at = CharacterClasses.IndexOfBad(text, at))
        {
            if (at >= reportedTo)
            {
                Warn(at, text[at] == '\0' ? "invalid character NUL"
                    : string.Format(CultureInfo.InvariantCulture, "invalid UTF-8 encoding: byte 0x{0:x2}", text[at] & 0xFF));
                var newline = text.Slice(at).IndexOf('\n');
                reportedTo = newline < 0 ? text.Length : at + newline;
                at = reportedTo;
            }

            if (at >= text.Length)
            {
                return;
            }
        }
    }
}
