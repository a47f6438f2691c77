using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>Half-open range of tokens of the preprocessed stream.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// Divides the preprocessed stream into labels, words, suffixes and operands: cmd/asm/internal/asm.(*Parser).line. Where
/// the assembler gives up on a file (no identifier at a statement's start), this goes on behind the next newline or ';'.
/// </summary>
internal sealed class StatementSplitter(ExpandedStream stream, bool hasSuffixes, OperandErrors errors)
{
    // Kinds of tokens as bits.
    private const ulong Ends = (1UL << (int)AsmTokenKind.Newline) | (1UL << (int)AsmTokenKind.Semicolon) | (1UL << (int)AsmTokenKind.EndOfFile);
    private const ulong Separators = (1UL << (int)AsmTokenKind.Comma) | (1UL << (int)AsmTokenKind.Colon);
    private const ulong Opening = (1UL << (int)AsmTokenKind.OpenParen) | (1UL << (int)AsmTokenKind.OpenBracket);
    private const ulong Closing = (1UL << (int)AsmTokenKind.CloseParen) | (1UL << (int)AsmTokenKind.CloseBracket);
    private const ulong Marks = Ends | Separators | Opening | Closing;

    private readonly LexedToken[] tokens = stream.Lexed;
    private readonly int count = stream.Count;
    private int position;

    /// <summary>The statement's first word.</summary>
    public int Word { get; private set; }

    /// <summary>How many words stand behind dots: word, '.', suffix, '.', suffix.</summary>
    public int SuffixCount { get; private set; }

    public List<TokenRange> Operands { get; } = [];

    /// <summary>Labels that no statement has taken yet. Whoever takes them clears the list.</summary>
    public List<int> PendingLabels { get; } = [];

    public bool Next()
    {
        while (true)
        {
            while (KindAt(position) is AsmTokenKind.Newline or AsmTokenKind.Semicolon)
            {
                position++;
            }

            if (position >= count)
            {
                return false;
            }

            errors.BeginStatement();
            if (tokens[position].Kind != AsmTokenKind.Identifier)
            {
                errors.Report(position, 1, "a statement begins with a word, not with " + Shown(position));
                SkipStatement();
                continue;
            }

            Word = position++;
            SplitSuffixes();
            if (KindAt(position) == AsmTokenKind.Colon)
            {
                PendingLabels.Add(Word);
                position++;
                continue;
            }

            SplitOperands();
            return true;
        }
    }

    private string Shown(int index) =>
        tokens[index].Kind == AsmTokenKind.MacroName ? "the macro " + stream.GetText(index) + " without its arguments" : "'" + stream.GetText(index) + "'";

    // Nobody looks further than to the end of file behind the last token.
    private AsmTokenKind KindAt(int index) => tokens[index].Kind;

    private static bool IsIn(ulong kinds, AsmTokenKind kind) => ((kinds >> (int)kind) & 1) != 0;

    private void SplitSuffixes()
    {
        SuffixCount = 0;
        while (hasSuffixes && KindAt(position) == AsmTokenKind.Dot)
        {
            position++;
            if (KindAt(position) is AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.EndOfFile)
            {
                errors.Report(position - 1, 1, "a suffix is missing behind the '.'");
                return;
            }

            if (tokens[position].Kind != AsmTokenKind.Identifier)
            {
                errors.Report(position, 1, "a suffix is a word, not " + Shown(position));
            }

            position++;
            SuffixCount = System.Math.Min(SuffixCount + 1, ushort.MaxValue);
        }
    }

    private void SplitOperands()
    {
        Operands.Clear();
        var nesting = 0;
        var colon = -1;
        while (true)
        {
            var start = position;
            var kind = FindMark(tokens, ref nesting);

            if (kind == AsmTokenKind.Colon)
            {
                if (colon >= 0)
                {
                    errors.Report(position, 1, "one ':' divides two operands, no more");
                    SkipStatement();
                    return;
                }

                colon = Operands.Count;
            }

            if (position > start)
            {
                Operands.Add(new TokenRange(start, position));
                if (colon >= 0 && Operands.Count == colon + 2)
                {
                    // AX:DX is DX, AX.
                    (Operands[colon], Operands[colon + 1]) = (Operands[colon + 1], Operands[colon]);
                    colon = -1;
                }
            }
            else if (Operands.Count > 0 || kind == AsmTokenKind.Comma || colon >= 0)
            {
                errors.Report(position < count ? position : position - 1, 1, "an operand is missing here");
            }

            if (kind == AsmTokenKind.EndOfFile)
            {
                // A file must end with a newline; what is there is still read.
                errors.Report(count - 1, 1, "the file must end with a newline");
                return;
            }

            position++;
            if (kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon)
            {
                return;
            }
        }
    }

    // From the position on to what ends the operand.
    private AsmTokenKind FindMark(LexedToken[] all, ref int nesting)
    {
        var depth = nesting;
        for (var at = position; ; at++)
        {
            var kind = all[at].Kind;
            if (!IsIn(Marks, kind))
            {
                continue;
            }

            if (IsIn(Ends, kind) || (depth == 0 && IsIn(Separators, kind)))
            {
                (position, nesting) = (at, depth);
                return kind;
            }

            depth += IsIn(Opening, kind) ? 1 : IsIn(Closing, kind) ? -1 : 0;
        }
    }

    private void SkipStatement()
    {
        while (KindAt(position) is not (AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.EndOfFile))
        {
            position++;
        }
    }
}
