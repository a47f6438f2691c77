using System;

namespace GoAbi.Asm;

/// <summary>
/// What a preprocessor needs while it runs and nobody after it: kept by its thread for the next program, since files are many and small. Nothing of a session stays in it.
/// </summary>
internal sealed class PreprocessorScratch
{
    // A program that needed more leaves nothing behind.
    private const int MaxTokensKept = 1 << 14;
    private const int MaxMacrosKept = 1 << 12;

    [ThreadStatic]
    private static PreprocessorScratch? kept;

    public TokenReaders Readers { get; } = new();

    public MacroTable Macros { get; } = new();

    /// <summary>The thread's own, or a new one where that is in use.</summary>
    public static PreprocessorScratch Take()
    {
        var scratch = kept ?? new PreprocessorScratch();
        kept = null;
        return scratch;
    }

    /// <summary>Gives it back; whoever took it must not use it any more.</summary>
    public void Release()
    {
        if (Readers.Capacity <= MaxTokensKept && Macros.Count <= MaxMacrosKept)
        {
            Readers.Clear();
            Macros.Clear();
            kept = this;
        }
    }
}
