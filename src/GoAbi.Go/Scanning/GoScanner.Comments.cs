using System;
using System.Runtime.InteropServices;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>Comments, and characters that may stand nowhere.</content>
internal sealed partial class GoScanner
{
    private int ScanComment(int start)
    {
        var isLine = text[start + 1] == '/';
        int end;
        int next;
        if (isLine)
        {
            if (insertSemicolon)
            {
                AddAutomaticSemicolon(start);
            }

            var found = text.AsSpan(start + 2).IndexOf('\n');
            next = found < 0 ? text.Length : start + 2 + found;
            end = text[next - 1] == '\r' && next - 1 > start + 1 ? next - 1 : next;
        }
        else
        {
            var found = text.AsSpan(start + 2).IndexOf("*/".AsSpan());
            end = found < 0 ? text.Length : start + 2 + found + 2;
            next = end;
            if (insertSemicolon)
            {
                semicolonAt = semicolonAt >= 0 ? semicolonAt : start;
                if (found < 0 || text.AsSpan(start, end - start).IndexOf('\n') >= 0)
                {
                    AddAutomaticSemicolon(start);
                }
            }

            if (found < 0)
            {
                errors.Add(start, 2, "A comment isn't closed.");
            }
        }

        var isAtLineStart = start == 0 || text[start - 1] is '\n' || (start == 1 && text[0] == '\uFEFF');
        if (IsDirective(start, isLine, isAtLineStart))
        {
            DirectiveComments.Add(Comments.Count);
            if (text[start + 2] == 'l')
            {
                CheckLineDirective(start + 7, isLine || end - 2 < start + 7 ? end : end - 2);
            }
        }

        Comments.Add(new GoComment(TextSpan.FromBounds(start, end), isLine, isAtLineStart));
        return next;
    }

    private bool IsDirective(int start, bool isLine, bool isAtLineStart)
    {
        if (start + 2 >= text.Length)
        {
            return false;
        }

        return text[start + 2] switch
        {
            'g' => isLine && Follows(start, "go:"),
            'l' => (!isLine || isAtLineStart) && Follows(start, "line "),
            'e' => isLine && isAtLineStart && (Follows(start, "export ") || Follows(start, "export\t")),
            _ => false,
        };
    }

    private bool Follows(int start, string prefix) => string.CompareOrdinal(text, start + 2, prefix, 0, prefix.Length) == 0;

    // go/scanner.updateLineInfo: "//line file:line" and "//line file:line:column"; without a colon it is an ordinary comment.
    private void CheckLineDirective(int start, int end)
    {
        var colon = text.LastIndexOf(':', Math.Max(end - 1, 0), Math.Max(end - start, 0));
        if (colon < start)
        {
            return;
        }

        if (!TryReadNumber(colon + 1, end, out var last))
        {
            errors.Add(colon + 1, end - colon - 1, "The line number of a //line comment is wrong.");
            return;
        }

        var first = colon > start ? text.LastIndexOf(':', colon - 1, colon - start) : -1;
        var line = last;
        if (first >= start && TryReadNumber(first + 1, colon, out var number))
        {
            line = number;
            if (last is 0 or > MaxLine)
            {
                errors.Add(colon + 1, end - colon - 1, "The column of a //line comment is wrong.");
                return;
            }
        }

        if (line is 0 or > MaxLine)
        {
            errors.Add(colon + 1, end - colon - 1, "The line number of a //line comment is wrong.");
        }
    }

    private const ulong MaxLine = (1 << 30) - 1;

    private bool TryReadNumber(int start, int end, out ulong number)
    {
        number = 0;
        for (var i = start; i < end; i++)
        {
            if (!CharClass.IsDecimal(text[i]))
            {
                return false;
            }

            var digit = (ulong)(text[i] - '0');
            if (number > (ulong.MaxValue - digit) / 10)
            {
                return false;
            }

            number = (number * 10) + digit;
        }

        return end > start;
    }

    // go/scanner.next reports these in comments and literals too, so they are looked for in the text as a whole.
    private void FindBadCharacters()
    {
        for (var at = text.IndexOf('\0'); at >= 0; at = text.IndexOf('\0', at + 1))
        {
            errors.Add(at, 1, "A NUL byte can't be part of Go source.");
        }

        if (IsAscii(text))
        {
            return;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0xD800)
            {
                continue;
            }

            if (char.IsSurrogate(c))
            {
                var length = CharClass.CharLength(text, i);
                if (length == 1)
                {
                    errors.Add(i, 1, "The file isn't valid UTF-8 here.");
                }

                i += length - 1;
            }
            else if (c == '\uFEFF' && i > 0)
            {
                errors.Add(i, 1, "A byte order mark can only be the first character of a file.");
            }
        }
    }

    private static bool IsAscii(string text)
    {
        const ulong NotAscii = 0xFF80_FF80_FF80_FF80;
        var blocks = MemoryMarshal.Cast<char, ulong>(text.AsSpan());
        foreach (var block in blocks)
        {
            if ((block & NotAscii) != 0)
            {
                return false;
            }
        }

        for (var i = blocks.Length * 4; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                return false;
            }
        }

        return true;
    }
}
