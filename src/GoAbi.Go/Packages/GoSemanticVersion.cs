using System;

namespace GoAbi.Go;

/// <summary>Order of module versions (golang.org/x/mod/semver: Compare).</summary>
internal static class GoSemanticVersion
{
    /// <summary>Less than 0 where <paramref name="left"/> is older. What is no version is older than any; build metadata does not count.</summary>
    public static int Compare(string left, string right)
    {
        var isLeft = TrySplit(left, out var leftCore, out var leftPre);
        var isRight = TrySplit(right, out var rightCore, out var rightPre);
        if (!isLeft || !isRight)
        {
            return isLeft ? 1 : isRight ? -1 : 0;
        }

        for (var i = 0; i < 3; i++)
        {
            var order = CompareNumbers(leftCore[i], rightCore[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return ComparePrerelease(leftPre, rightPre);
    }

    private static bool TrySplit(string version, out string[] core, out string prerelease)
    {
        core = Array.Empty<string>();
        prerelease = "";
        if (version.Length < 2 || version[0] != 'v')
        {
            return false;
        }

        var plus = version.IndexOf('+');
        var rest = version.Substring(1, (plus < 0 ? version.Length : plus) - 1);
        var dash = rest.IndexOf('-');
        prerelease = dash < 0 ? "" : rest.Substring(dash + 1);
        var numbers = (dash < 0 ? rest : rest.Substring(0, dash)).Split('.');
        core = new[] { "0", "0", "0" };
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 2 || !IsNumber(numbers[i]))
            {
                return false;
            }

            core[i] = numbers[i];
        }

        return true;
    }

    // A release is newer than its pre-releases; numbers are older than words; fewer parts are older.
    private static int ComparePrerelease(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length);
        }

        var leftParts = left.Split('.');
        var rightParts = right.Split('.');
        for (var i = 0; i < leftParts.Length && i < rightParts.Length; i++)
        {
            var isLeft = IsNumber(leftParts[i]);
            var isRight = IsNumber(rightParts[i]);
            var order = isLeft != isRight ? (isLeft ? -1 : 1)
                : isLeft ? CompareNumbers(leftParts[i], rightParts[i])
                : string.CompareOrdinal(leftParts[i], rightParts[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return leftParts.Length.CompareTo(rightParts.Length);
    }

    // As text, since numbers have any length.
    private static int CompareNumbers(string left, string right)
    {
        var a = left.TrimStart('0');
        var b = right.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
    }

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
