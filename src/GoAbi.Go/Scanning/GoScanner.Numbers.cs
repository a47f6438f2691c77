namespace GoAbi.Go;

/// <content>Numbers, as go/scanner.scanNumber reads them.</content>
internal sealed partial class GoScanner
{
    private int ScanNumber(int start)
    {
        var at = start;
        var kind = GoTokenKind.FloatLiteral;
        var prefix = '\0';
        var numberBase = 10;
        var hasDigits = false;
        var hasSeparators = false;
        var invalid = -1;

        if (text[at] != '.')
        {
            kind = GoTokenKind.IntLiteral;
            if (text[at] == '0')
            {
                at++;
                (numberBase, prefix) = (char)(Peek(at) | 0x20) switch
                {
                    'x' => (16, 'x'),
                    'o' => (8, 'o'),
                    'b' => (2, 'b'),
                    _ => (8, '0'),
                };
                hasDigits = prefix == '0';
                at += hasDigits ? 0 : 1;
            }

            at = SkipDigits(at, numberBase, ref hasDigits, ref hasSeparators, ref invalid);
        }

        if (Peek(at) == '.')
        {
            kind = GoTokenKind.FloatLiteral;
            if (prefix is 'o' or 'b')
            {
                errors.Add(at, 1, "Only decimal and hexadecimal numbers have a point.");
            }

            at = SkipDigits(at + 1, numberBase, ref hasDigits, ref hasSeparators, ref invalid);
        }

        if (!hasDigits)
        {
            errors.Add(at, 0, "A number has no digits.");
        }

        var exponent = (char)(Peek(at) | 0x20);
        if (exponent is 'e' or 'p')
        {
            if (exponent == 'e' ? prefix is not ('\0' or '0') : prefix != 'x')
            {
                errors.Add(at, 1, exponent == 'e' ? "An exponent with 'e' belongs to a decimal number." : "An exponent with 'p' belongs to a hexadecimal number.");
            }

            kind = GoTokenKind.FloatLiteral;
            at++;
            if (Peek(at) is '+' or '-')
            {
                at++;
            }

            var hasExponent = false;
            var ignored = 0;
            at = SkipDigits(at, 10, ref hasExponent, ref hasSeparators, ref ignored);
            if (!hasExponent)
            {
                errors.Add(at, 0, "An exponent has no digits.");
            }
        }
        else if (prefix == 'x' && kind == GoTokenKind.FloatLiteral)
        {
            errors.Add(at, 0, "A hexadecimal number with a point needs an exponent with 'p'.");
        }

        if (Peek(at) == 'i')
        {
            kind = GoTokenKind.ImaginaryLiteral;
            at++;
        }

        if (kind == GoTokenKind.IntLiteral && invalid >= 0)
        {
            errors.Add(invalid, 1, "Digit " + CharName(invalid) + (numberBase == 2 ? " in a binary number." : " in an octal number."));
        }

        if (hasSeparators)
        {
            CheckSeparators(start, at);
        }

        return AddLiteral(kind, start, at);
    }

    private char Peek(int at) => at < text.Length ? text[at] : '\0';

    private int SkipDigits(int at, int numberBase, ref bool hasDigits, ref bool hasSeparators, ref int invalid)
    {
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '_')
            {
                hasSeparators = true;
                continue;
            }

            if (!(numberBase <= 10 ? CharClass.IsDecimal(c) : CharClass.IsHex(c)))
            {
                break;
            }

            if (c >= '0' + numberBase && numberBase <= 10 && invalid < 0)
            {
                invalid = at;
            }

            hasDigits = true;
        }

        return at;
    }

    // go/scanner.invalidSep: '_' stands between digits or between a base prefix and a digit.
    private void CheckSeparators(int start, int end)
    {
        var prefix = '\0';
        var previous = '.';
        var at = start;
        if (end - start >= 2 && text[start] == '0')
        {
            prefix = (char)(text[start + 1] | 0x20);
            if (prefix is 'x' or 'o' or 'b')
            {
                previous = '0';
                at += 2;
            }
        }

        for (; at < end; at++)
        {
            var c = text[at];
            if (c == '_')
            {
                if (previous != '0')
                {
                    errors.Add(at, 1, "'_' must separate digits.");
                    return;
                }

                previous = '_';
            }
            else if (CharClass.IsDecimal(c) || (prefix == 'x' && CharClass.IsHex(c)))
            {
                previous = '0';
            }
            else if (previous == '_')
            {
                errors.Add(at - 1, 1, "'_' must separate digits.");
                return;
            }
            else
            {
                previous = '.';
            }
        }

        if (previous == '_')
        {
            errors.Add(end - 1, 1, "'_' must separate digits.");
        }
    }
}
