using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>A second #else of one #ifdef: it turns the condition once more, where an #endif was forgotten.</summary>
internal struct DuplicateElse
{
    private const int MaxDepth = 64;

    // One bit a condition that is open: whether it has had its #else. Deeper than that nobody nests.
    private ulong hadElse;
    private int depth;

    public void Begin()
    {
        depth++;
        if (depth <= MaxDepth)
        {
            hadElse &= ~Bit;
        }
    }

    // A condition that another file begins has a depth of 0 here.
    public void Else(ref SourceLint lint, int keyword)
    {
        if (depth is 0 or > MaxDepth)
        {
            return;
        }

        if ((hadElse & Bit) != 0)
        {
            lint.Report(
                DiagnosticIds.DuplicateElse,
                "second #else of one #ifdef: this part holds when the first one does",
                lint.Tokens[keyword].Span);
        }

        hadElse |= Bit;
    }

    public void End() => depth -= depth > 0 ? 1 : 0;

    private readonly ulong Bit => 1UL << (depth - 1);
}
