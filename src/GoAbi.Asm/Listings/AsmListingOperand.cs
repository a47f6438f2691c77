using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>An operand as a listing prints it. Names of symbols are the linker's there, which the assembler could not read.</summary>
public sealed class AsmListingOperand
{
    internal AsmListingOperand(SourceLocation location, AsmOperand? operand)
    {
        Location = location;
        Operand = operand;
        var text = Text;
        if (ListingSymbolOperand.TryRead(text, out var symbol))
        {
            Prefix = symbol.Prefix;
            Symbol = text.Substring(symbol.NameStart, symbol.NameEnd - symbol.NameStart);
            IsStatic = symbol.IsStatic;
            Offset = symbol.Offset;
            Base = text.Substring(symbol.BaseStart, symbol.BaseEnd - symbol.BaseStart);
            Operand = null;
        }
        else if (ListingLines.TryReadDecimal(text, out var target))
        {
            BranchTarget = target;
        }
    }

    /// <summary>Where it is.</summary>
    public SourceLocation Location { get; }

    /// <summary>The operand as printed.</summary>
    public string Text => Location.File.Text.ToString(Location.Span);

    /// <summary>The operand as the assembler's parser types it; null for one with a symbol, and for forms that only listings have.</summary>
    public AsmOperand? Operand { get; }

    /// <summary>What stands before a symbol.</summary>
    public AsmOperandPrefix Prefix { get; }

    /// <summary>The symbol's name as printed; null where none is named.</summary>
    public string? Symbol { get; }

    /// <summary>True for name&lt;&gt;.</summary>
    public bool IsStatic { get; }

    /// <summary>What is added to the symbol's address.</summary>
    public long Offset { get; }

    /// <summary>What the symbol's address is counted from: SB, FP, SP or a register; null without a symbol.</summary>
    public string? Base { get; }

    /// <summary>For a bare number, the place in the function that a branch goes to, comparable with <see cref="AsmListingInstruction.Offset"/>.</summary>
    public long? BranchTarget { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
