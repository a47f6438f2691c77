using System;
using System.Numerics;

namespace GoAbi.Go;

/// <summary>Exact arithmetic on constants. What has no value (division by zero, too large a number, an operand that is not known) gives null.</summary>
internal static class ConstantArithmetic
{
    public static GoConstantValue? Unary(GoTokenKind operation, GoConstantValue? value, GoBasicType? type, GoSizes sizes)
    {
        switch (operation)
        {
            case GoTokenKind.Plus:
                return value;
            case GoTokenKind.Minus when value is GoNumberValue number:
                return new GoNumberValue(number.Real.Negate(), number.Imaginary.Negate());
            case GoTokenKind.Xor when value is GoNumberValue { IsInteger: true } number:
                var flipped = -number.ToInteger() - 1;
                if (type is { IsUnsigned: true })
                {
                    flipped &= (BigInteger.One << (int)(8 * sizes.SizeOf(type))) - 1;
                }

                return new GoNumberValue(new ExactNumber(flipped));
            case GoTokenKind.Not when value is GoBooleanValue boolean:
                return new GoBooleanValue(!boolean.Value);
            default:
                return null;
        }
    }

    public static GoConstantValue? Binary(GoTokenKind operation, GoConstantValue? left, GoConstantValue? right, GoBasicType? type)
    {
        switch (left, right)
        {
            case (GoBooleanValue a, GoBooleanValue b):
                return operation switch
                {
                    GoTokenKind.AndAnd => new GoBooleanValue(a.Value && b.Value),
                    GoTokenKind.OrOr => new GoBooleanValue(a.Value || b.Value),
                    _ => null,
                };
            case (GoStringValue a, GoStringValue b):
                return operation == GoTokenKind.Plus && a.Value.Length + b.Value.Length < 1 << 20 ? new GoStringValue(a.Value + b.Value) : null;
            case (GoNumberValue a, GoNumberValue b):
                var isInteger = type is null or { IsInteger: true };
                var result = a.Imaginary.IsZero && b.Imaginary.IsZero ? Real(operation, a.Real, b.Real, isInteger) : Complex(operation, a, b);

                // What has a type holds no more than its values can.
                return type is { IsUntyped: false, IsInteger: false } ? Convert(result, type) : result;
            default:
                return null;
        }
    }

    public static GoBooleanValue? Compare(GoTokenKind operation, GoConstantValue? left, GoConstantValue? right)
    {
        int order;
        switch (left, right)
        {
            case (GoBooleanValue a, GoBooleanValue b):
                order = a.Value == b.Value ? 0 : 1;
                break;
            case (GoStringValue a, GoStringValue b):
                order = string.CompareOrdinal(a.Value, b.Value);
                break;
            case (GoNumberValue a, GoNumberValue b):
                order = ExactNumber.Compare(a.Real, b.Real);
                order = order == 0 && ExactNumber.Compare(a.Imaginary, b.Imaginary) != 0 ? 1 : order;
                break;
            default:
                return null;
        }

        return new GoBooleanValue(operation switch
        {
            GoTokenKind.Equal => order == 0,
            GoTokenKind.NotEqual => order != 0,
            GoTokenKind.Less => order < 0,
            GoTokenKind.LessOrEqual => order <= 0,
            GoTokenKind.Greater => order > 0,
            _ => order >= 0,
        });
    }

    public static GoNumberValue? Shift(GoTokenKind operation, GoConstantValue? left, GoConstantValue? right, GoBasicType? type, GoSizes sizes)
    {
        if (left is not GoNumberValue { IsInteger: true } value || right is not GoNumberValue { IsInteger: true } by || by.Real.Sign < 0)
        {
            return null;
        }

        var count = by.ToInteger();
        if (operation == GoTokenKind.ShiftRight)
        {
            return new GoNumberValue(new ExactNumber(count > 100_000 ? (value.Real.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero) : value.ToInteger() >> (int)count));
        }

        return ExactNumber.TryShiftLeft(value.ToInteger(), count, out var shifted) ? new GoNumberValue(shifted) : null;
    }

    /// <summary>A constant converted to a type; null where it can't be.</summary>
    public static GoConstantValue? Convert(GoConstantValue? value, GoBasicType type) => value switch
    {
        GoNumberValue number when type.IsInteger => number.IsInteger ? number : null,
        GoNumberValue number when type.Kind is GoBasicKind.Float32 or GoBasicKind.Float64 or GoBasicKind.Complex64 or GoBasicKind.Complex128 => Rounded(number, type.Kind),
        GoNumberValue number when type.IsNumeric => number,
        GoNumberValue { IsInteger: true } number when type.IsString => new GoStringValue(RuneText(number.ToInteger())),
        GoStringValue text when type.IsString => text,
        GoBooleanValue truth when type.IsBoolean => truth,
        _ => null,
    };

    // What a float variable holds is the nearest number that it can hold, not the exact one.
    private static GoNumberValue? Rounded(GoNumberValue number, GoBasicKind kind)
    {
        var isSmall = kind is GoBasicKind.Float32 or GoBasicKind.Complex64;
        var isComplex = kind is GoBasicKind.Complex64 or GoBasicKind.Complex128;
        return (isComplex || number.Imaginary.IsZero) && TryRound(number.Real, isSmall, out var real) && TryRound(number.Imaginary, isSmall, out var imaginary)
            ? new GoNumberValue(real, imaginary)
            : null;
    }

    private static bool TryRound(ExactNumber number, bool isSmall, out ExactNumber rounded)
    {
        rounded = default;
        return (isSmall ? number.TryRound(24, -149, 128, out var mantissa, out var exponent) : number.TryRound(53, -1074, 1024, out mantissa, out exponent))
            && ExactNumber.TryScale(mantissa, 2, exponent, out rounded);
    }

    private static string RuneText(BigInteger code) =>
        code.Sign >= 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) ? char.ConvertFromUtf32((int)code) : "\uFFFD";

    private static GoNumberValue? Real(GoTokenKind operation, ExactNumber a, ExactNumber b, bool isInteger)
    {
        ExactNumber result;
        switch (operation)
        {
            case GoTokenKind.Plus:
                return ExactNumber.TryAdd(a, b, out result) ? new GoNumberValue(result) : null;
            case GoTokenKind.Minus:
                return ExactNumber.TrySubtract(a, b, out result) ? new GoNumberValue(result) : null;
            case GoTokenKind.Star:
                return ExactNumber.TryMultiply(a, b, out result) ? new GoNumberValue(result) : null;
            case GoTokenKind.Slash when isInteger && a.IsInteger && b.IsInteger:
                return b.IsZero ? null : new GoNumberValue(new ExactNumber(BigInteger.Divide(a.Numerator, b.Numerator)));
            case GoTokenKind.Slash:
                return ExactNumber.TryDivide(a, b, out result) ? new GoNumberValue(result) : null;
        }

        if (!a.IsInteger || !b.IsInteger)
        {
            return null;
        }

        var (x, y) = (a.Numerator, b.Numerator);
        return operation switch
        {
            GoTokenKind.Percent => y.IsZero ? null : new GoNumberValue(new ExactNumber(BigInteger.Remainder(x, y))),
            GoTokenKind.And => new GoNumberValue(new ExactNumber(x & y)),
            GoTokenKind.Or => new GoNumberValue(new ExactNumber(x | y)),
            GoTokenKind.Xor => new GoNumberValue(new ExactNumber(x ^ y)),
            GoTokenKind.AndNot => new GoNumberValue(new ExactNumber(x & (-y - 1))),
            _ => null,
        };
    }

    private static GoNumberValue? Complex(GoTokenKind operation, GoNumberValue a, GoNumberValue b)
    {
        ExactNumber real;
        ExactNumber imaginary;
        switch (operation)
        {
            case GoTokenKind.Plus:
                return ExactNumber.TryAdd(a.Real, b.Real, out real) && ExactNumber.TryAdd(a.Imaginary, b.Imaginary, out imaginary) ? new GoNumberValue(real, imaginary) : null;
            case GoTokenKind.Minus:
                return ExactNumber.TrySubtract(a.Real, b.Real, out real) && ExactNumber.TrySubtract(a.Imaginary, b.Imaginary, out imaginary) ? new GoNumberValue(real, imaginary) : null;
            case GoTokenKind.Star:
                return ExactNumber.TryMultiply(a.Real, b.Real, out var rr) && ExactNumber.TryMultiply(a.Imaginary, b.Imaginary, out var ii)
                    && ExactNumber.TryMultiply(a.Real, b.Imaginary, out var ri) && ExactNumber.TryMultiply(a.Imaginary, b.Real, out var ir)
                    && ExactNumber.TrySubtract(rr, ii, out real) && ExactNumber.TryAdd(ri, ir, out imaginary)
                    ? new GoNumberValue(real, imaginary) : null;
            case GoTokenKind.Slash:
                // (a + bi) / (c + di) is (a + bi) (c - di) / (c*c + d*d).
                return ExactNumber.TryMultiply(b.Real, b.Real, out var cc) && ExactNumber.TryMultiply(b.Imaginary, b.Imaginary, out var dd) && ExactNumber.TryAdd(cc, dd, out var divisor)
                    && Complex(GoTokenKind.Star, a, new GoNumberValue(b.Real, b.Imaginary.Negate())) is { } product
                    && ExactNumber.TryDivide(product.Real, divisor, out real) && ExactNumber.TryDivide(product.Imaginary, divisor, out imaginary)
                    ? new GoNumberValue(real, imaginary) : null;
            default:
                return null;
        }
    }
}
