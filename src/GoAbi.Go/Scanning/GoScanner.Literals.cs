using System;

namespace GoAbi.Go;

/// <content>Strings and runes.</content>
internal sealed partial class GoScanner
{
    private int ScanString(int start)
    {
        var at = start + 1;
        while (true)
        {
            var found = text.AsSpan(at).IndexOfAny('"', '\\', '\n');
            if (found < 0 || text[at + found] == '\n')
            {
                errors.Add(start, 1, "A string isn't closed before the end of its line.");
                at = found < 0 ? text.Length : at + found;
                break;
            }

            at += found + 1;
            if (text[at - 1] == '"')
            {
                break;
            }

            at = ScanEscape(at, '"', out _);
        }

        return AddLiteral(GoTokenKind.StringLiteral, start, at);
    }

    private int ScanRawString(int start)
    {
        var found = text.AsSpan(start + 1).IndexOf('`');
        if (found < 0)
        {
            errors.Add(start, 1, "A raw string isn't closed.");
            return AddLiteral(GoTokenKind.StringLiteral, start, text.Length);
        }

        return AddLiteral(GoTokenKind.StringLiteral, start, start + found + 2);
    }

    private int ScanChar(int start)
    {
        var valid = true;
        var count = 0;
        var at = start + 1;
        while (true)
        {
            if (at >= text.Length || text[at] == '\n')
            {
                if (valid)
                {
                    errors.Add(start, 1, "A rune isn't closed before the end of its line.");
                    valid = false;
                }

                break;
            }

            var c = text[at];
            at += CharClass.CharLength(text, at);
            if (c == '\'')
            {
                break;
            }

            count++;
            if (c == '\\')
            {
                at = ScanEscape(at, '\'', out var good);
                valid &= good;
            }
        }

        if (valid && count != 1)
        {
            errors.Add(start, at - start, "A rune holds exactly one character.");
        }

        return AddLiteral(GoTokenKind.CharLiteral, start, at);
    }

    // go/scanner.scanEscape: a wrong character is not taken, so that a quote there still closes the literal.
    private int ScanEscape(int at, char quote, out bool good)
    {
        var start = at;
        good = false;
        if (at >= text.Length)
        {
            errors.Add(at, 0, "An escape sequence isn't finished.");
            return at;
        }

        int digits;
        uint numberBase;
        uint largest;
        switch (text[at])
        {
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\\':
                good = true;
                return at + 1;
            case >= '0' and <= '7':
                (digits, numberBase, largest) = (3, 8, 255);
                break;
            case 'x':
                (digits, numberBase, largest) = (2, 16, 255);
                at++;
                break;
            case 'u':
                (digits, numberBase, largest) = (4, 16, 0x10FFFF);
                at++;
                break;
            case 'U':
                (digits, numberBase, largest) = (8, 16, 0x10FFFF);
                at++;
                break;
            default:
                if (text[at] == quote)
                {
                    good = true;
                    return at + 1;
                }

                errors.Add(at, 1, "Unknown escape sequence.");
                return at;
        }

        uint value = 0;
        for (; digits > 0; digits--)
        {
            var digit = at < text.Length ? DigitValue(text[at]) : 16;
            if (digit >= numberBase)
            {
                errors.Add(at, at < text.Length ? 1 : 0, at < text.Length ? "Character " + CharName(at) + " is no digit of the escape sequence." : "An escape sequence isn't finished.");
                return at;
            }

            value = unchecked((value * numberBase) + digit);
            at++;
        }

        good = value <= largest && value is < 0xD800 or >= 0xE000;
        if (!good)
        {
            errors.Add(start, at - start, "The escape sequence is no Unicode character.");
        }

        return at;
    }

    private static uint DigitValue(char c) =>
        CharClass.IsDecimal(c) ? (uint)(c - '0') : CharClass.IsHex(c) ? (uint)((c | 0x20) - 'a' + 10) : 16;
}
