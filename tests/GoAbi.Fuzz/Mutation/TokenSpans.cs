using System;
using System.Collections.Generic;

namespace GoAbi.Fuzz.Mutation;

/// <summary>
/// Where tokens are, roughly: words with all bytes beyond ASCII, numbers, single characters. Not the lexer's idea of them, since it is what
/// is tried.
/// </summary>
internal static class TokenSpans
{
    /// <summary>The tokens' places; blanks are left out, newlines are not.</summary>
    public static List<(int Start, int Length)> Find(ReadOnlySpan<byte> text)
    {
        var found = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (text[at] is (byte)' ' or (byte)'\t' or (byte)'\r')
            {
                at++;
                continue;
            }

            at++;
            if (IsWord(text[start]))
            {
                while (at < text.Length && IsWord(text[at]))
                {
                    at++;
                }
            }

            found.Add((start, at - start));
        }

        return found;
    }

    public static bool IsWord(byte value) => value is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or >= 0x80;

    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}
