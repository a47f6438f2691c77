using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>Counts the statements that one place yields, which a macro's invocation or an included file makes more than one.</summary>
internal sealed class OriginCounts(ExpandedStream stream)
{
    private readonly Dictionary<(int Source, int Start), int> counts = [];
    private int lastInvocation;
    private int lastCount;

    /// <summary>How many statements the place of a word of some expansion has yielded before.</summary>
    public int Next(int word, int expansion)
    {
        // Most come one after another from an invocation in the file itself, which is read once.
        var invocation = stream.InvocationInFile(expansion);
        if (invocation != 0)
        {
            lastCount = invocation == lastInvocation ? lastCount + 1 : 0;
            lastInvocation = invocation;
            return lastCount;
        }

        var token = stream.TokenAt(word);
        var (source, span) = stream.Outermost(token.Source, token.Token.Span, token.Expansion);
        counts.TryGetValue((source, span.Start), out var count);
        counts[(source, span.Start)] = count + 1;
        return count;
    }
}
