using System;

namespace GoAbi.Asm;

/// <summary>Goes from directive to directive of a file as it is written. It looks for '#' in the text, so that what lies in between costs next to nothing.</summary>
internal ref struct DirectiveScanner(ReadOnlySpan<char> text, ReadOnlySpan<LexedToken> tokens)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<LexedToken> tokens = tokens;
    private int position;
    private int token;

    /// <summary>Index of the directive's '#'.</summary>
    public int Hash { get; private set; }

    /// <summary>Index of the newline that ends it, or of the end of the file.</summary>
    public int End { get; private set; }

    /// <summary>The word behind '#' as a number of <see cref="KnownNames"/>; another for a word that is none of them.</summary>
    public readonly int Keyword => tokens[Hash + 1].NameId;

    /// <summary>The name number of the token behind the word; 0 where that is no name.</summary>
    public readonly int Argument => Hash + 2 < End ? tokens[Hash + 2].NameId : 0;

    public bool MoveNext()
    {
        while (true)
        {
            var found = position < text.Length ? text.Slice(position).IndexOf('#') : -1;
            if (found < 0)
            {
                return false;
            }

            position += found;
            token = FirstFrom(position);
            if (tokens[token].Start == position && tokens[token].Kind == AsmTokenKind.Hash
                && (token == 0 || tokens[token - 1].Kind == AsmTokenKind.Newline))
            {
                Hash = token;
                End = FindEnd(token);
                position = Math.Max(position + 1, tokens[End].Start);
                return true;
            }

            position++;
        }
    }

    // Only #define goes on after '\' and a newline.
    private readonly int FindEnd(int hash)
    {
        var continues = tokens[hash + 1].NameId == KnownNames.Define;
        var at = hash;
        for (; tokens[at].Kind is not (AsmTokenKind.Newline or AsmTokenKind.EndOfFile); at++)
        {
            if (continues && tokens[at].Kind == AsmTokenKind.Backslash && tokens[at + 1].Kind is AsmTokenKind.Newline or AsmTokenKind.Backslash)
            {
                at++;
            }
        }

        return at;
    }

    private readonly int FirstFrom(int start)
    {
        var (low, high) = (token, tokens.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
