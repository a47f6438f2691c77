namespace GoAbi.Asm;

/// <summary>Neighbours in the preprocessed stream that come from one file by one expansion.</summary>
/// <param name="First">The first one's index in the stream; the next run's says where it ends.</param>
/// <param name="Source">The number of the file.</param>
/// <param name="Expansion">The number of the expansion, 0 for none.</param>
/// <param name="Offset">Where they begin among the file's tokens; for those of a macro the complement of where they begin among the stream's own.</param>
internal readonly record struct TokenRun(int First, int Source, int Expansion, int Offset);

/// <summary>The tokens of a stream by number. Made on access: for errors and the public model, not for loops over a program.</summary>
internal readonly struct ExpandedTokens(ExpandedStream stream)
{
    public int Length => stream.Count;

    public AsmExpandedToken this[int index] => stream.TokenAt(index);
}
