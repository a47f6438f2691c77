using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Finds the build constraints in the header of any file that has // and /* comments, .s included.</summary>
public static class GoBuildConstraints
{
    private const string GoBuild = "//go:build";
    private const string PlusBuild = "+build";

    /// <summary>
    /// The constraints that count, in order, by the rules of go/build (parseFileHeader): //go:build anywhere before the first
    /// token; // +build only among the leading // comments and empty lines, and only before an empty line. That //go:build makes
    /// // +build void, and that there can be one //go:build only, is for the reader of the expressions to say.
    /// </summary>
    public static ImmutableArray<GoBuildConstraintLine> Find(SourceText text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        var source = text.Text;
        var found = new List<GoBuildConstraintLine>();
        var plusFound = new List<GoBuildConstraintLine>();
        var at = text.HasByteOrderMark ? 1 : 0;
        var plusEnd = 0;
        var plusOver = false;
        var inBlock = false;
        while (at < source.Length)
        {
            var newline = source.IndexOf('\n', at);
            var lineEnd = newline < 0 ? source.Length : newline;
            var (start, end) = Trim(source, at, lineEnd);
            at = newline < 0 ? source.Length : newline + 1;
            if (start == end && !plusOver)
            {
                plusEnd = at;
                continue;
            }

            plusOver |= !StartsWith(source, start, end, "//");
            if (!inBlock)
            {
                AddIfConstraint(source, start, end, plusOver, found, plusFound);
            }

            if (!SkipComments(source, start, end, ref inBlock))
            {
                break;
            }
        }

        foreach (var line in plusFound)
        {
            if (line.Span.Start < plusEnd)
            {
                found.Add(line);
            }
        }

        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return found.ToImmutableArray();
    }

    private static void AddIfConstraint(string source, int start, int end, bool plusOver, List<GoBuildConstraintLine> found, List<GoBuildConstraintLine> plusFound)
    {
        if (StartsWith(source, start, end, GoBuild))
        {
            AddIfSeparate(source, start, start + GoBuild.Length, end, isGoBuild: true, found);
        }
        else if (!plusOver)
        {
            var (word, _) = Trim(source, start + 2, end);
            if (StartsWith(source, word, end, PlusBuild))
            {
                AddIfSeparate(source, start, word + PlusBuild.Length, end, isGoBuild: false, plusFound);
            }
        }
    }

    // "//go:builder" is something else.
    private static void AddIfSeparate(string source, int start, int afterWord, int end, bool isGoBuild, List<GoBuildConstraintLine> found)
    {
        if (afterWord < end && !char.IsWhiteSpace(source[afterWord]))
        {
            return;
        }

        var (from, to) = Trim(source, afterWord, end);
        found.Add(new GoBuildConstraintLine(source.Substring(from, to - from), isGoBuild, TextSpan.FromBounds(start, end)));
    }

    /// <summary>False where the line holds something that is no comment: the header ends there.</summary>
    private static bool SkipComments(string source, int start, int end, ref bool inBlock)
    {
        while (start < end)
        {
            if (inBlock)
            {
                var close = source.IndexOf("*/", start, end - start, StringComparison.Ordinal);
                if (close < 0)
                {
                    return true;
                }

                inBlock = false;
                (start, _) = Trim(source, close + 2, end);
            }
            else if (StartsWith(source, start, end, "//"))
            {
                return true;
            }
            else if (StartsWith(source, start, end, "/*"))
            {
                inBlock = true;
                (start, _) = Trim(source, start + 2, end);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsWith(string source, int start, int end, string prefix) =>
        end - start >= prefix.Length && string.CompareOrdinal(source, start, prefix, 0, prefix.Length) == 0;

    private static (int Start, int End) Trim(string source, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(source[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
