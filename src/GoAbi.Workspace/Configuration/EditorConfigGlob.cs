using System;
using System.Collections.Generic;
using System.Globalization;

namespace GoAbi.Workspace;

/// <summary>
/// The header of an .editorconfig section, as compilers read it: <c>*</c> within a name, <c>**</c> across directories, <c>?</c>, <c>[ab]</c>, <c>[!ab]</c>, <c>{a,b}</c>, <c>{1..9}</c>. A header with
/// a <c>/</c> is seen from the file's directory, one without holds in every directory below. Comparison is by code unit, with regard to case.
/// </summary>
internal sealed class EditorConfigGlob
{
    // Every step of a match is one of (place in the pattern, place in the path): hostile patterns cost their product, not more.
    private const int MaxPatternLength = 4096;

    private readonly string pattern;
    private readonly List<Part> parts = [];

    private EditorConfigGlob(string pattern) => this.pattern = pattern;

    private enum PartKind
    {
        Literal,
        AnyOfName,
        AnyOfPath,
        OneOfName,
        Class,
        Range,
        Jump,
        Split,
    }

    /// <summary>Reads a header; null for one that can't be read, and matches nothing.</summary>
    /// <param name="header">What is between the brackets.</param>
    public static EditorConfigGlob? TryParse(string header)
    {
        if (header.Length is 0 or > MaxPatternLength)
        {
            return null;
        }

        var text = header.StartsWith('/') ? header : header.Contains('/', StringComparison.Ordinal) ? "/" + header : "**/" + header;
        var glob = new EditorConfigGlob(text);
        return glob.Compile() ? glob : null;
    }

    /// <summary>True where a path matches.</summary>
    /// <param name="path">The path from the .editorconfig's directory, with a '/' in front.</param>
    public bool IsMatch(string path)
    {
        var visited = new HashSet<(int Part, int At)>();
        var open = new Stack<(int Part, int At)>();
        open.Push((0, 0));
        while (open.TryPop(out var state))
        {
            if (!visited.Add(state))
            {
                continue;
            }

            var (index, at) = state;
            if (index == parts.Count)
            {
                if (at == path.Length)
                {
                    return true;
                }

                continue;
            }

            var part = parts[index];
            switch (part.Kind)
            {
                case PartKind.Literal when at < path.Length && path[at] == part.Char:
                case PartKind.OneOfName when at < path.Length && path[at] != '/':
                case PartKind.Class when at < path.Length && path[at] != '/' && part.Text.Contains(path[at], StringComparison.Ordinal) != part.IsNegated:
                    open.Push((index + 1, at + 1));
                    break;
                case PartKind.AnyOfName or PartKind.AnyOfPath:
                    open.Push((index + 1, at));
                    if (at < path.Length && (part.Kind == PartKind.AnyOfPath || path[at] != '/'))
                    {
                        open.Push((index, at + 1));
                    }

                    break;
                case PartKind.Range:
                    foreach (var end in NumbersAt(path, at, part.First, part.Second))
                    {
                        open.Push((index + 1, end));
                    }

                    break;
                case PartKind.Jump:
                    open.Push((part.First, at));
                    break;
                case PartKind.Split:
                    open.Push((part.First, at));
                    open.Push((part.Second, at));
                    break;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => pattern;

    // A number between the two: each length that is one.
    private static IEnumerable<int> NumbersAt(string path, int at, int first, int last)
    {
        var end = at < path.Length && path[at] == '-' ? at + 1 : at;
        var digits = end;
        while (end < path.Length && char.IsAsciiDigit(path[end]) && end - digits < 10)
        {
            end++;
            if (int.TryParse(path.AsSpan(at, end - at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= Math.Min(first, last) && number <= Math.Max(first, last))
            {
                yield return end;
            }
        }
    }

    private bool Compile()
    {
        var at = 0;
        while (at < pattern.Length)
        {
            if (!CompileOne(ref at, depth: 0))
            {
                return false;
            }
        }

        return true;
    }

    private bool CompileOne(ref int at, int depth)
    {
        var c = pattern[at];
        switch (c)
        {
            case '\\' when at + 1 < pattern.Length:
                parts.Add(Part.OfLiteral(pattern[at + 1]));
                at += 2;
                return true;
            case '\\':
                return false;
            case '*' when string.CompareOrdinal(pattern, at, "**", 0, 2) == 0:
                parts.Add(new Part(PartKind.AnyOfPath));
                at += 2;
                return true;
            case '*':
                parts.Add(new Part(PartKind.AnyOfName));
                at++;
                return true;
            case '?':
                parts.Add(new Part(PartKind.OneOfName));
                at++;
                return true;
            case '[':
                return CompileClass(ref at);
            case '{':
                return CompileChoice(ref at, depth);
            default:
                parts.Add(Part.OfLiteral(c));
                at++;
                return true;
        }
    }

    private bool CompileClass(ref int at)
    {
        var end = pattern.IndexOf(']', at);
        if (end < 0)
        {
            return false;
        }

        var isNegated = at + 1 < end && pattern[at + 1] == '!';
        var from = at + (isNegated ? 2 : 1);
        parts.Add(new Part(PartKind.Class) { Text = pattern[from..end], IsNegated = isNegated });
        at = end + 1;
        return true;
    }

    private bool CompileChoice(ref int at, int depth)
    {
        const int MaxDepth = 32;
        if (depth == MaxDepth)
        {
            return false;
        }

        if (RangeAt(at) is { } range)
        {
            parts.Add(new Part(PartKind.Range) { First = range.First, Second = range.Last });
            at = range.End;
            return true;
        }

        // split: this alternative, or the next; each ends with a jump behind the last.
        var jumps = new List<int>();
        at++;
        while (true)
        {
            var split = parts.Count;
            parts.Add(new Part(PartKind.Split) { First = split + 1 });
            while (at < pattern.Length && pattern[at] is not (',' or '}'))
            {
                if (!CompileOne(ref at, depth + 1))
                {
                    return false;
                }
            }

            if (at == pattern.Length)
            {
                return false;
            }

            jumps.Add(parts.Count);
            parts.Add(new Part(PartKind.Jump));
            var isLast = pattern[at] == '}';
            parts[split] = parts[split] with { Second = isLast ? split + 1 : parts.Count };
            at++;
            if (isLast)
            {
                break;
            }
        }

        foreach (var jump in jumps)
        {
            parts[jump] = parts[jump] with { First = parts.Count };
        }

        return true;
    }

    private (int First, int Last, int End)? RangeAt(int at)
    {
        var end = pattern.IndexOf('}', at);
        var dots = end < 0 ? -1 : pattern.IndexOf("..", at, end - at, StringComparison.Ordinal);
        return dots > 0
            && int.TryParse(pattern.AsSpan(at + 1, dots - at - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(pattern.AsSpan(dots + 2, end - dots - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var last)
                ? (first, last, end + 1)
                : null;
    }

    private readonly record struct Part(PartKind Kind)
    {
        public char Char { get; init; }

        public string Text { get; init; } = "";

        public bool IsNegated { get; init; }

        public int First { get; init; }

        public int Second { get; init; }

        public static Part OfLiteral(char c) => new(PartKind.Literal) { Char = c };
    }
}
