using System;
using System.Collections.Generic;
using System.Text;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>The lines of a go.mod or go.work as words: comments gone, quotes taken off (golang.org/x/mod/modfile: readToken).</summary>
internal sealed class GoModLineReader(SourceText source)
{
    private readonly string text = source.Text;
    private int at = source.HasByteOrderMark ? 1 : 0;

    /// <summary>The words of the line reached.</summary>
    public List<string> Words { get; } = new();

    /// <summary>The line reached, without its ending.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>True where the line ends in "// indirect".</summary>
    public bool IsIndirect { get; private set; }

    /// <summary>What is wrong with the line's words; null for nothing.</summary>
    public string? Error { get; private set; }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Next()
    {
        Words.Clear();
        IsIndirect = false;
        Error = null;
        if (at >= text.Length)
        {
            return false;
        }

        var start = at;
        var end = text.IndexOf('\n', at);
        end = end < 0 ? text.Length : end;
        at = end + 1;
        var trimmed = end > start && text[end - 1] == '\r' ? end - 1 : end;
        Span = TextSpan.FromBounds(start, trimmed);
        ReadWords(start, trimmed);
        return true;
    }

    private void ReadWords(int from, int end)
    {
        while (from < end)
        {
            var c = text[from];
            if (char.IsWhiteSpace(c))
            {
                from++;
            }
            else if (c == '/' && from + 1 < end && text[from + 1] == '/')
            {
                // "// indirect", also followed by "; more" (modfile: isIndirect).
                var comment = text.Substring(from + 2, end - from - 2).Trim();
                IsIndirect = comment == "indirect" || comment.StartsWith("indirect;", StringComparison.Ordinal);
                return;
            }
            else if (c is '"' or '`')
            {
                from = ReadQuoted(from, end);
            }
            else if (IsPunctuation(c))
            {
                Words.Add(c.ToString());
                from++;
            }
            else
            {
                from = ReadBare(from, end);
            }
        }
    }

    private int ReadBare(int from, int end)
    {
        var stop = from;
        while (stop < end && !char.IsWhiteSpace(text[stop]) && !IsPunctuation(text[stop])
            && !(text[stop] == '/' && stop + 1 < end && text[stop + 1] == '/'))
        {
            stop++;
        }

        Words.Add(text.Substring(from, stop - from));
        return stop;
    }

    private int ReadQuoted(int from, int end)
    {
        var quote = text[from];
        var word = new StringBuilder();
        for (var i = from + 1; i < end; i++)
        {
            if (text[i] == quote)
            {
                Words.Add(word.ToString());
                return i + 1;
            }

            // Paths need no escape but of the quote and the backslash.
            if (text[i] == '\\' && quote == '"' && i + 1 < end)
            {
                i++;
            }

            word.Append(text[i]);
        }

        Error = "A quoted word is not closed";
        Words.Add(word.ToString());
        return end;
    }

    private static bool IsPunctuation(char c) => c is '(' or ')' or '[' or ']' or '{' or '}' or ',';
}
