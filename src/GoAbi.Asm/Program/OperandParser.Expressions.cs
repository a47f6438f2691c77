namespace GoAbi.Asm;

/// <summary>
/// Constant expressions: 64 bits without sign, two levels of operators. "&lt;&lt;" ends its term and "&gt;&gt;" takes a whole term
/// to its right, as in the assembler.
/// </summary>
internal sealed partial class OperandParser
{
    // Deeper nesting is not read: hostile input must not exhaust the stack.
    private const int MaxNesting = 500;

    private ulong Expression(int depth)
    {
        var value = Term(depth);
        while (!failed)
        {
            switch (Peek())
            {
                case AsmTokenKind.Plus:
                    position++;
                    value = unchecked(value + Term(depth));
                    break;
                case AsmTokenKind.Minus:
                    position++;
                    value = unchecked(value - Term(depth));
                    break;
                case AsmTokenKind.Bar:
                    position++;
                    value |= Term(depth);
                    break;
                case AsmTokenKind.Caret:
                    position++;
                    value ^= Term(depth);
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    private ulong Term(int depth)
    {
        var value = Factor(depth);
        while (!failed)
        {
            switch (Peek())
            {
                case AsmTokenKind.Star:
                    position++;
                    value = unchecked(value * Factor(depth));
                    break;
                case AsmTokenKind.Ampersand:
                    position++;
                    value &= Factor(depth);
                    break;
                case AsmTokenKind.Slash:
                    value = Divide(value, depth, isModulo: false);
                    break;
                case AsmTokenKind.Percent:
                    value = Divide(value, depth, isModulo: true);
                    break;
                case AsmTokenKind.ShiftLeft:
                    position++;
                    var left = Factor(depth);
                    FailIf(left > long.MaxValue, "the shift is negative");
                    return left >= 64 ? 0 : value << (int)left;
                case AsmTokenKind.ShiftRight:
                    position++;
                    if (depth >= MaxNesting)
                    {
                        Fail("expression nested too deeply");
                        return 0;
                    }

                    var right = Term(depth + 1);
                    FailIf(right > long.MaxValue, "the shift is negative");
                    FailIf(value > long.MaxValue, "a number with the high bit set (a negative one) can't be shifted right");
                    value = right >= 64 ? 0 : value >> (int)right;
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    private ulong Divide(ulong value, int depth, bool isModulo)
    {
        position++;
        var divisor = Factor(depth);
        FailIf(value > long.MaxValue, "a number with the high bit set (a negative one) can't be divided");
        FailIf(divisor == 0, "division by zero");
        return divisor == 0 ? value : isModulo ? value % divisor : value / divisor;
    }

    private void FailIf(bool condition, string message)
    {
        if (condition && !failed && !hasUnresolvedName)
        {
            Fail(message);
        }
    }

    private ulong Factor(int depth)
    {
        if (depth >= MaxNesting)
        {
            Fail("expression nested too deeply");
            return 0;
        }

        switch (Peek())
        {
            case AsmTokenKind.Integer:
                return Integer();
            case AsmTokenKind.Char:
                var rune = GoLiterals.ParseRune(stream.SpellingAt(position), out var error);
                FailIf(error is not null, "the character can't be read");
                position++;
                return unchecked((ulong)rune);
            case AsmTokenKind.Plus:
                position++;
                return Factor(depth + 1);
            case AsmTokenKind.Minus:
                position++;
                return unchecked(0UL - Factor(depth + 1));
            case AsmTokenKind.Tilde:
                position++;
                return ~Factor(depth + 1);
            case AsmTokenKind.OpenParen:
                position++;
                var value = Expression(depth + 1);
                if (!failed && Peek() != AsmTokenKind.CloseParen)
                {
                    Fail("a ')' is missing");
                }

                position++;
                return value;
            case AsmTokenKind.Identifier when AllowsUnresolvedNames:
                hasUnresolvedName = true;
                position++;
                return 0;
            default:
                Fail("expected a number, found " + Shown(position));
                return 0;
        }
    }

    private ulong Integer()
    {
        var value = GoLiterals.ParseUnsigned(NumberAt(position), out var error);
        if (error is not null)
        {
            Fail(error == GoLiterals.OutOfRange ? TextAt(position) + " does not fit into 64 bits" : "the number " + TextAt(position) + " can't be read");
        }

        position++;
        return value;
    }

    private double FloatExpression(int depth)
    {
        var kind = Peek();
        if (depth >= MaxNesting)
        {
            Fail("expression nested too deeply");
            return 0;
        }

        if (kind == AsmTokenKind.Float)
        {
            if (!GoLiterals.TryParseFloat(stream.SpellingAt(position), out var value))
            {
                Fail("the number " + TextAt(position) + " can't be read or is too large");
            }

            position++;
            return value;
        }

        if (kind is AsmTokenKind.Plus or AsmTokenKind.Minus)
        {
            position++;
            var value = FloatExpression(depth + 1);
            return kind == AsmTokenKind.Minus ? -value : value;
        }

        if (kind == AsmTokenKind.OpenParen)
        {
            position++;
            var value = FloatExpression(depth + 1);
            if (!failed && Peek() != AsmTokenKind.CloseParen)
            {
                Fail("a ')' is missing");
            }

            position++;
            return value;
        }

        Fail("expected a floating-point number, found " + Shown(position));
        return 0;
    }
}
