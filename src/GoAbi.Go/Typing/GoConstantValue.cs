using System.Numerics;

namespace GoAbi.Go;

/// <summary>The value of a constant expression: exact, as the language wants it (Go spec, "Constants").</summary>
public abstract class GoConstantValue
{
    private protected GoConstantValue()
    {
    }
}

/// <summary>true or false.</summary>
public sealed class GoBooleanValue : GoConstantValue
{
    internal GoBooleanValue(bool value)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value ? "true" : "false";
}

/// <summary>A string; its text as UTF-16, invalid bytes as lone surrogates (low, DC80 to DCFF).</summary>
public sealed class GoStringValue : GoConstantValue
{
    internal GoStringValue(string value)
    {
        Value = value;
    }

    /// <summary>The value.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A number: an integer or fraction, with an imaginary part.</summary>
public sealed class GoNumberValue : GoConstantValue
{
    internal GoNumberValue(ExactNumber real, ExactNumber imaginary = default)
    {
        Real = real;
        Imaginary = imaginary;
    }

    internal ExactNumber Real { get; }

    internal ExactNumber Imaginary { get; }

    /// <summary>True for a number without fraction and imaginary part.</summary>
    public bool IsInteger => Real.IsInteger && Imaginary.IsZero;

    /// <summary>The number as an integer, its fraction cut off.</summary>
    public BigInteger ToInteger() => Real.Truncate();

    /// <summary>The real part as the nearest double.</summary>
    public double ToDouble() => Real.ToDouble();

    /// <inheritdoc/>
    public override string ToString() => Imaginary.IsZero ? Real.ToString() : "(" + Real + " + " + Imaginary + "i)";
}
