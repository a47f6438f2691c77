using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Reads a file's tokens into a buffer of the caller's, piece by piece: for who needs tokens and no tree. Allocates nothing but for names that the table does not
/// know yet and for errors.
/// </summary>
public ref struct AsmTokenReader
{
    private AsmLexer lexer;

    /// <summary>A reader at the beginning of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="names">The session's names.</param>
    public AsmTokenReader(SourceFile file, AsmNameTable names)
    {
        Names = names ?? throw new ArgumentNullException(nameof(names));
        lexer = new AsmLexer(file ?? throw new ArgumentNullException(nameof(file)), names);
    }

    /// <summary>The table that the tokens' names are numbers in.</summary>
    public AsmNameTable Names { get; }

    /// <summary>What the lexer has to say about what was read so far; complete behind the end of the file.</summary>
    public readonly ImmutableArray<SourceDiagnostic> Diagnostics => lexer.Diagnostics;

    /// <summary>The next tokens, as many as there is room for; <see cref="AsmTokenKind.EndOfFile"/> is the last one. 0 behind it, or where there is no room.</summary>
    public int Read(Span<AsmToken> tokens)
    {
        // The small tokens are read into the end of the same memory. Each is written over only after it was read: when number i, 12 bytes long, is written up to
        // 12(i + 1), what is still to be read begins at 4n + 8(i + 1), which is not less.
        var small = MemoryMarshal.Cast<byte, LexedToken>(MemoryMarshal.AsBytes(tokens).Slice(tokens.Length * sizeof(int)));
        var count = lexer.Read(small);
        var lengths = Names.Current.Lengths;
        for (var i = 0; i < count; i++)
        {
            tokens[i] = small[i].ToToken(lengths);
        }

        return count;
    }
}
