using System;
using System.Globalization;

namespace GoAbi.Source;

/// <summary>A version of the Go toolchain or language: 1.N or 1.N.P. Release candidates count as their release.</summary>
/// <param name="Minor">N of 1.N.</param>
/// <param name="Patch">P of 1.N.P, 0 where not given.</param>
public readonly record struct GoVersion(int Minor, int Patch = 0) : IComparable<GoVersion>
{
    /// <summary>The newest version whose toolchain this build was checked against.</summary>
    public static GoVersion NewestKnown => new(27);

    /// <summary>Reads "go1.23.5", "1.23", "go1.24rc1", "go1.19.8 X:exp" and the like.</summary>
    public static bool TryParse(string? text, out GoVersion version)
    {
        version = default;
        var rest = (text ?? "").Trim();
        if (rest.StartsWith("go", StringComparison.Ordinal))
        {
            rest = rest.Substring(2);
        }

        if (!rest.StartsWith("1", StringComparison.Ordinal) || (rest.Length > 1 && rest[1] != '.'))
        {
            return false;
        }

        if (rest.Length == 1)
        {
            return true;
        }

        var at = 2;
        if (!TryReadNumber(rest, ref at, out var minor))
        {
            return false;
        }

        var patch = 0;
        if (at < rest.Length && rest[at] == '.')
        {
            at++;
            if (!TryReadNumber(rest, ref at, out patch))
            {
                return false;
            }
        }

        if (at < rest.Length && rest[at] is not (' ' or '-' or '+' or 'r' or 'b' or 'a'))
        {
            return false;
        }

        version = new GoVersion(minor, patch);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(GoVersion other) => Minor != other.Minor ? Minor.CompareTo(other.Minor) : Patch.CompareTo(other.Patch);

    /// <summary>Orders by minor version, then by patch.</summary>
    public static bool operator <(GoVersion left, GoVersion right) => left.CompareTo(right) < 0;

    /// <summary>Orders by minor version, then by patch.</summary>
    public static bool operator >(GoVersion left, GoVersion right) => left.CompareTo(right) > 0;

    /// <summary>Orders by minor version, then by patch.</summary>
    public static bool operator <=(GoVersion left, GoVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by minor version, then by patch.</summary>
    public static bool operator >=(GoVersion left, GoVersion right) => left.CompareTo(right) >= 0;

    /// <summary>"go1.23", or "go1.23.5" with a patch.</summary>
    public override string ToString() => Patch == 0
        ? FormattableString.Invariant($"go1.{Minor}")
        : FormattableString.Invariant($"go1.{Minor}.{Patch}");

    private static bool TryReadNumber(string text, ref int at, out int number)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return int.TryParse(text.Substring(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
