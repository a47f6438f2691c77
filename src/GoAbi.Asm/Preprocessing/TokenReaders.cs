using System;

namespace GoAbi.Asm;

/// <summary>Where tokens are read from: a file, a macro's body, or a body with arguments in it.</summary>
internal struct TokenReader
{
    /// <summary>A file's tokens; null for a macro.</summary>
    public LexedToken[]? File;

    /// <summary>A macro's own tokens; null for a file, and for a body that is in the arena.</summary>
    public SourcedToken[]? Body;

    public int Position;
    public int End;

    /// <summary>The file's number.</summary>
    public int Source;
    public int Expansion;

    /// <summary>How much of the arena was in use before this reader came.</summary>
    public int ArenaMark;
}

/// <summary>The stack of readers, after cmd/asm/internal/lex.Stack. Bodies with arguments lie one after another in an arena that shrinks as readers go.</summary>
internal sealed class TokenReaders
{
    private TokenReader[] readers = new TokenReader[16];
    private SourcedToken[] arena = new SourcedToken[256];
    private int arenaCount;

    public int Depth { get; private set; }

    /// <summary>How many tokens the arena has room for.</summary>
    public int Capacity => arena.Length;

    public ref TokenReader Top => ref readers[Depth - 1];

    public ref TokenReader this[int index] => ref readers[index];

    /// <summary>Bodies with arguments; it may be another array after the next is pushed.</summary>
    public SourcedToken[] Arena => arena;

    public void PushFile(LexedToken[] tokens, int source, int expansion) =>
        Push(new TokenReader { File = tokens, End = tokens.Length - 1, Source = source, Expansion = expansion, ArenaMark = arenaCount });

    public void PushBody(Macro macro, int expansion) =>
        Push(new TokenReader { Body = macro.Tokens, Position = macro.Start, End = macro.End, Expansion = expansion, ArenaMark = arenaCount });

    /// <summary>Begins a body in the arena; what is appended from here on belongs to the reader that <see cref="PushArena"/> makes.</summary>
    public int BeginArena() => arenaCount;

    public void AppendToArena(SourcedToken token)
    {
        if (arenaCount == arena.Length)
        {
            Array.Resize(ref arena, arena.Length * 2);
        }

        arena[arenaCount++] = token;
    }

    public void PushArena(int mark, int expansion) =>
        Push(new TokenReader { Position = mark, End = arenaCount, Expansion = expansion, ArenaMark = mark });

    public void Pop()
    {
        Depth--;
        arenaCount = readers[Depth].ArenaMark;
        readers[Depth] = default;
    }

    public void Clear()
    {
        while (Depth > 0)
        {
            Pop();
        }
    }

    private void Push(in TokenReader reader)
    {
        if (Depth == readers.Length)
        {
            Array.Resize(ref readers, readers.Length * 2);
        }

        readers[Depth++] = reader;
    }
}
