using System;
using System.Buffers;

namespace GoAbi.Asm;

/// <summary>
/// Collects the preprocessed tokens: all of them in one array that the parser reads and that goes back to its pool, and what of them is kept: runs, which for text
/// that no macro touches only say where it stands in its file.
/// </summary>
internal sealed class ExpandedStreamBuilder(int expectedTokens)
{
    private LexedToken[] tokens = ArrayPool<LexedToken>.Shared.Rent(expectedTokens);
    private TokenRun[] runs = ArrayPool<TokenRun>.Shared.Rent(64);
    private int runCount;
    private int macroTokens;

    public int Count { get; private set; }

    /// <summary>Adds one token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="source">The number of its file.</param>
    /// <param name="expansion">The number of its expansion.</param>
    /// <param name="position">Its index among its file's tokens; -1 where a macro yields it.</param>
    public void Add(LexedToken token, int source, int expansion, int position)
    {
        Reserve(1);
        BeginRun(source, expansion, position);
        tokens[Count++] = token;
        macroTokens += position < 0 ? 1 : 0;
    }

    /// <summary>Adds neighbours of a file.</summary>
    public void AddFromFile(ReadOnlySpan<LexedToken> added, int source, int expansion, int position)
    {
        Reserve(added.Length);
        BeginRun(source, expansion, position);
        added.CopyTo(tokens.AsSpan(Count));
        Count += added.Length;
    }

    /// <summary>Adds neighbours that a macro yields.</summary>
    public void AddFromMacro(ReadOnlySpan<SourcedToken> added, int expansion)
    {
        Reserve(added.Length);
        for (var i = 0; i < added.Length;)
        {
            var source = added[i].Source;
            BeginRun(source, expansion, position: -1);
            for (; i < added.Length && added[i].Source == source; i++)
            {
                tokens[Count++] = added[i].Token;
                macroTokens++;
            }
        }
    }

    /// <summary>Hands everything over; the stream gives the array of all tokens back.</summary>
    public void Finish(ExpandedStream stream)
    {
        var kept = new LexedToken[macroTokens];
        var all = runs.AsSpan(0, runCount);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Offset < 0)
            {
                var end = i + 1 < all.Length ? all[i + 1].First : Count;
                tokens.AsSpan(all[i].First, end - all[i].First).CopyTo(kept.AsSpan(~all[i].Offset));
            }
        }

        // The parser stops there.
        Reserve(1);
        tokens[Count] = new LexedToken(AsmTokenKind.EndOfFile, 0, 0);
        stream.SetTokens(Count, RecordList<TokenRun>.Copy(all), kept, tokens);
        tokens = [];
        Release();
    }

    /// <summary>Gives back what was not handed over.</summary>
    public void Release()
    {
        if (tokens.Length > 0)
        {
            ArrayPool<LexedToken>.Shared.Return(tokens);
            tokens = [];
        }

        if (runs.Length > 0)
        {
            ArrayPool<TokenRun>.Shared.Return(runs);
            runs = [];
        }
    }

    private void BeginRun(int source, int expansion, int position)
    {
        if (runCount > 0)
        {
            ref var last = ref runs[runCount - 1];
            if (last.Source == source && last.Expansion == expansion && (last.Offset < 0 ? position < 0 : position == last.Offset + Count - last.First))
            {
                return;
            }
        }

        if (runCount == runs.Length)
        {
            Grow(ref runs, runCount, runCount * 2);
        }

        runs[runCount++] = new TokenRun(Count, source, expansion, position < 0 ? ~macroTokens : position);
    }

    private void Reserve(int added)
    {
        if (tokens.Length - Count < added)
        {
            Grow(ref tokens, Count, Math.Max(tokens.Length * 2, Count + added));
        }
    }

    private static void Grow<T>(ref T[] items, int count, int size)
    {
        var larger = ArrayPool<T>.Shared.Rent(size);
        items.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
