using System;

namespace GoAbi.Go;

/// <summary>"..." in package patterns (cmd/internal/pkgpattern: MatchPattern).</summary>
internal static class GoPatternText
{
    public const string Wildcard = "...";

    // Stands for a vendor element that holds packages: "..." stops there, so only a spelled "vendor" matches one.
    private const char Vendor = '\0';

    public static bool HasWildcard(string pattern) => pattern.IndexOf(Wildcard, StringComparison.Ordinal) >= 0;

    /// <summary>
    /// True where a path matches: "..." stands for any string, "x/..." matches x too, and no wildcard matches into a
    /// vendor directory. A last element "vendor" is an ordinary name.
    /// </summary>
    public static bool IsMatch(string pattern, string path)
    {
        var name = HideVendor(path);
        return Matches(HideVendor(pattern), name)
            || (pattern.EndsWith("/" + Wildcard, StringComparison.Ordinal)
                && Matches(HideVendor(pattern.Substring(0, pattern.Length - Wildcard.Length - 1)), name));
    }

    private static string HideVendor(string text)
    {
        if (text.IndexOf("vendor", StringComparison.Ordinal) < 0)
        {
            return text;
        }

        var parts = text.Split('/');
        for (var i = 0; i < parts.Length - 1; i++)
        {
            if (parts[i] == "vendor")
            {
                parts[i] = Vendor.ToString();
            }
        }

        return string.Join("/", parts);
    }

    // With one wildcard to go back to: an earlier one never has to give back more. At worst the product of the lengths.
    private static bool Matches(string pattern, string text)
    {
        var p = 0;
        var t = 0;
        var backPattern = -1;
        var backText = 0;
        while (p < pattern.Length || t < text.Length)
        {
            if (string.CompareOrdinal(pattern, p, Wildcard, 0, Wildcard.Length) == 0)
            {
                p += Wildcard.Length;
                backPattern = p;
                backText = t;
            }
            else if (p < pattern.Length && t < text.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (backPattern >= 0 && backText < text.Length && text[backText] != Vendor)
            {
                p = backPattern;
                t = ++backText;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
