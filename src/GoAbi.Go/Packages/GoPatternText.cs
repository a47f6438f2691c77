using System;

namespace GoAbi.Go;

/// <summary>"..." in package patterns (cmd/internal/pkgpattern: MatchPattern).</summary>
internal static class GoPatternText
{
    public const string Wildcard = "...";

    public static bool HasWildcard(string pattern) => pattern.IndexOf(Wildcard, StringComparison.Ordinal) >= 0;

    /// <summary>
    /// True where a path matches: "..." stands for any string, "x/..." matches x too, and no wildcard matches an element
    /// "vendor" that the pattern does not spell.
    /// </summary>
    public static bool IsMatch(string pattern, string path)
    {
        // Where "vendor" is hidden from wildcards by a character that no path holds, the rest is plain matching.
        var hidden = Hide(path);
        var wanted = Hide(pattern);
        return Matches(wanted, hidden)
            || (wanted.EndsWith("/" + Wildcard, StringComparison.Ordinal)
                && Matches(wanted.Substring(0, wanted.Length - Wildcard.Length - 1), hidden));
    }

    // A vendor element becomes a character that "..." stops at.
    private static string Hide(string text)
    {
        if (text.IndexOf("vendor", StringComparison.Ordinal) < 0)
        {
            return text;
        }

        var parts = text.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            // "x/vendor" itself is matched by "x/..." unlike what is in it.
            if (parts[i] == "vendor")
            {
                parts[i] = "\0";
            }
        }

        return string.Join("/", parts);
    }

    // Greedy with one place to go back to: a later wildcard never needs an earlier one to give back more. O(n*m) at worst.
    private static bool Matches(string pattern, string text)
    {
        var p = 0;
        var t = 0;
        var backPattern = -1;
        var backText = 0;
        while (true)
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
            else if (p == pattern.Length && t == text.Length)
            {
                return true;
            }
            else if (backPattern >= 0 && backText < text.Length && text[backText] != '\0')
            {
                p = backPattern;
                t = ++backText;
            }
            else
            {
                return false;
            }
        }
    }
}
