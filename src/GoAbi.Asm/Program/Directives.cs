using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>TEXT: a function begins.</summary>
public sealed class TextDirective : AsmStatement
{
    internal TextDirective(in StatementParts parts, AsmSymbolReference symbol, long flags, int frameSize, int? argumentSize)
        : base(parts)
    {
        Symbol = symbol;
        Flags = flags;
        FrameSize = frameSize;
        ArgumentSize = argumentSize;
    }

    /// <summary>The function's symbol.</summary>
    public AsmSymbolReference Symbol { get; }

    /// <summary>The text flags as a number; see <see cref="AsmTextFlags"/>.</summary>
    public long Flags { get; }

    /// <summary>The names of the flags that are set, as in textflag.h.</summary>
    public ImmutableArray<string> FlagNames => AsmTextFlags.GetNames(Flags);

    /// <summary>Bytes of locals; below 0 where written so (on some architectures another way to say NOFRAME).</summary>
    public int FrameSize { get; }

    /// <summary>Bytes of arguments and results; null where not written.</summary>
    public int? ArgumentSize { get; }

    /// <summary>True where a macro yields the word TEXT, the symbol's name, or the whole body.</summary>
    public bool IsFromMacro { get; internal set; }
}

/// <summary>DATA: some bytes of a variable.</summary>
public sealed class DataDirective : AsmStatement
{
    internal DataDirective(in StatementParts parts, AsmSymbolReference symbol, long offset, int width)
        : base(parts)
    {
        Symbol = symbol;
        Offset = offset;
        Width = width;
    }

    /// <summary>The variable.</summary>
    public AsmSymbolReference Symbol { get; }

    /// <summary>Where in the variable.</summary>
    public long Offset { get; }

    /// <summary>How many bytes; 0 where it can't be read.</summary>
    public int Width { get; }

    /// <summary>What is stored there; null where it is missing.</summary>
    public AsmOperand? Value => Operands.Length > 1 ? Operands[1] : null;
}

/// <summary>GLOBL: a variable.</summary>
public sealed class GloblDirective : AsmStatement
{
    internal GloblDirective(in StatementParts parts, AsmSymbolReference symbol, long flags, long size)
        : base(parts)
    {
        Symbol = symbol;
        Flags = flags;
        Size = size;
    }

    /// <summary>The variable.</summary>
    public AsmSymbolReference Symbol { get; }

    /// <summary>The flags as a number; see <see cref="AsmTextFlags"/>.</summary>
    public long Flags { get; }

    /// <summary>The names of the flags that are set, as in textflag.h.</summary>
    public ImmutableArray<string> FlagNames => AsmTextFlags.GetNames(Flags);

    /// <summary>How many bytes.</summary>
    public long Size { get; }
}

/// <summary>PCDATA: a value of a table that is indexed by program counters.</summary>
public sealed class PcdataDirective : AsmStatement
{
    internal PcdataDirective(in StatementParts parts)
        : base(parts)
    {
    }

    /// <summary>Which table; null where it can't be read.</summary>
    public long? Table => Operands.Length > 0 && Operands[0] is ImmediateOperand { Value: var value } ? value : null;

    /// <summary>The value from here on; null where it can't be read.</summary>
    public long? Value => Operands.Length > 1 && Operands[1] is ImmediateOperand { Value: var value } ? value : null;
}

/// <summary>FUNCDATA: a symbol that describes the function.</summary>
public sealed class FuncdataDirective : AsmStatement
{
    internal FuncdataDirective(in StatementParts parts)
        : base(parts)
    {
    }

    /// <summary>Which description; null where it can't be read.</summary>
    public long? Table => Operands.Length > 0 && Operands[0] is ImmediateOperand { Value: var value } ? value : null;

    /// <summary>The symbol; null where it can't be read.</summary>
    public SymbolOperand? Symbol => Operands.Length > 1 ? Operands[1] as SymbolOperand : null;
}
