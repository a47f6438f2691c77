using System;
using System.Numerics;

namespace GoAbi.Go;

/// <summary>A fraction of big integers, always reduced. The default value is 0. Operations that would need more than a bounded number of bits have no result.</summary>
internal readonly struct ExactNumber
{
    // go/constant switches to big.Float of 512 bits beyond 4096; exponents this large occur in no program.
    private const int MaxBits = 1 << 16;

    private readonly BigInteger denominatorLessOne;

    private ExactNumber(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    public ExactNumber(BigInteger value)
    {
        Numerator = value;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominatorLessOne + 1;

    public bool IsInteger => denominatorLessOne.IsZero;

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    /// <summary>False for a division by zero and for numbers that take too many bits.</summary>
    public static bool TryCreate(BigInteger numerator, BigInteger denominator, out ExactNumber result)
    {
        result = default;
        if (denominator.IsZero || BitLength(numerator) > MaxBits || BitLength(denominator) > MaxBits)
        {
            return false;
        }

        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        }

        result = new ExactNumber(numerator, denominator);
        return true;
    }

    public static bool TryAdd(ExactNumber a, ExactNumber b, out ExactNumber result) => a.IsInteger && b.IsInteger
        ? TryCreate(a.Numerator + b.Numerator, BigInteger.One, out result)
        : TryCreate((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator, out result);

    public static bool TrySubtract(ExactNumber a, ExactNumber b, out ExactNumber result) => TryAdd(a, b.Negate(), out result);

    public static bool TryMultiply(ExactNumber a, ExactNumber b, out ExactNumber result) =>
        TryCreate(a.Numerator * b.Numerator, a.Denominator * b.Denominator, out result);

    public static bool TryDivide(ExactNumber a, ExactNumber b, out ExactNumber result) =>
        TryCreate(a.Numerator * b.Denominator, a.Denominator * b.Numerator, out result);

    /// <summary>The number times a power of two or ten.</summary>
    public static bool TryScale(BigInteger digits, int radix, long exponent, out ExactNumber result)
    {
        result = default;
        if (exponent is > 20_000 or < -20_000)
        {
            return false;
        }

        var scale = BigInteger.Pow(radix, (int)Math.Abs(exponent));
        return exponent < 0 ? TryCreate(digits, scale, out result) : TryCreate(digits * scale, BigInteger.One, out result);
    }

    public static bool TryShiftLeft(BigInteger value, BigInteger count, out ExactNumber result)
    {
        result = default;
        return count.Sign >= 0 && count <= 10_000 && TryCreate(value << (int)count, BigInteger.One, out result);
    }

    public static int Compare(ExactNumber a, ExactNumber b) => (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);

    public ExactNumber Negate() => new(-Numerator, Denominator);

    public BigInteger Truncate() => BigInteger.Divide(Numerator, Denominator);

    /// <summary>The nearest double; infinite beyond the greatest.</summary>
    public double ToDouble()
    {
        if (!TryRound(53, -1074, 1024, out var mantissa, out var exponent))
        {
            return Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // The mantissa is exact; of the powers of two each is, where the second takes what the first can't hold.
        var half = exponent / 2;
        return (double)mantissa * Math.Pow(2, half) * Math.Pow(2, exponent - half);
    }

    /// <summary>Mantissa and exponent of the nearest floating-point number, of two that are as near the even one. False for what is too large.</summary>
    /// <param name="precision">Bits of a mantissa.</param>
    /// <param name="minExponent">The exponent of the smallest number.</param>
    /// <param name="maxExponent">Numbers from 2 to the power of this on are too large.</param>
    /// <param name="mantissa">With the sign.</param>
    /// <param name="exponent">Of two.</param>
    public bool TryRound(int precision, int minExponent, int maxExponent, out BigInteger mantissa, out int exponent)
    {
        var numerator = BigInteger.Abs(Numerator);
        var length = ExactLength(numerator) - ExactLength(Denominator);
        exponent = (int)Math.Max(length - precision, minExponent);
        mantissa = Divide(numerator, exponent);
        if (ExactLength(mantissa) > precision)
        {
            mantissa = Divide(numerator, ++exponent);
        }

        var isFinite = ExactLength(mantissa) + exponent <= maxExponent;
        mantissa *= Sign;
        return isFinite;
    }

    // Half to even.
    private BigInteger Divide(BigInteger numerator, int exponent)
    {
        var divisor = exponent > 0 ? Denominator << exponent : Denominator;
        var quotient = BigInteger.DivRem(exponent < 0 ? numerator << -exponent : numerator, divisor, out var rest);
        var order = (rest << 1).CompareTo(divisor);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static long ExactLength(BigInteger value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        var bytes = value.ToByteArray();
        for (var top = bytes.Length - 1; top >= 0; top--)
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                if ((bytes[top] & (1 << bit)) != 0)
                {
                    return (top * 8L) + bit + 1;
                }
            }
        }

        return 0;
    }

    public override string ToString() => IsInteger ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/" + Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static long BitLength(BigInteger value) => value.ToByteArray().Length * 8L;
}
