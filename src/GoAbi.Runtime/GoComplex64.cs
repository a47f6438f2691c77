using System.Numerics;

namespace GoAbi.Runtime;

/// <summary>A complex64. A complex128 is a <see cref="Complex"/>.</summary>
/// <param name="Real">The real part.</param>
/// <param name="Imaginary">The imaginary part.</param>
public readonly record struct GoComplex64(float Real, float Imaginary)
{
    /// <summary>The same number, wider.</summary>
    public Complex ToComplex() => new(Real, Imaginary);
}
