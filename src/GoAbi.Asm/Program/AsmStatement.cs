using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>A label where it is defined.</summary>
/// <param name="Name">The name as written (a jump to a name with '·' in it finds no label, as in the assembler).</param>
/// <param name="Origin">Where.</param>
public readonly record struct AsmLabel(string Name, AsmOrigin Origin)
{
    /// <inheritdoc/>
    public override string ToString() => Name + ":";
}

/// <summary>One statement of the preprocessed program: a directive or an instruction, with the labels before it.</summary>
public abstract class AsmStatement
{
    private protected AsmStatement(in StatementParts parts)
    {
        Origin = parts.Origin;
        IndexAtOrigin = parts.IndexAtOrigin;
        Labels = parts.Labels;
        Mnemonic = parts.Mnemonic;
        Suffixes = parts.Suffixes;
        Operands = parts.Operands;
    }

    /// <summary>Where the mnemonic comes from.</summary>
    public AsmOrigin Origin { get; }

    /// <summary>Numbers, from 0, the statements that one outermost place yields: a macro's invocation can yield many.</summary>
    public int IndexAtOrigin { get; }

    /// <summary>Labels defined since the statement before that is not DATA or GLOBL.</summary>
    public ImmutableArray<AsmLabel> Labels { get; }

    /// <summary>The first word as written, without suffixes.</summary>
    public string Mnemonic { get; }

    /// <summary>What stands behind dots after the mnemonic: conditions, .P and .W, .Z and the like.</summary>
    public ImmutableArray<string> Suffixes { get; }

    /// <summary>The operands in the assembler's order: for AX:DX that is DX, AX.</summary>
    public ImmutableArray<AsmOperand> Operands { get; }

    /// <summary>The statement as the assembler sees it, for messages and debuggers.</summary>
    public override string ToString()
    {
        var text = Suffixes.IsEmpty ? Mnemonic : Mnemonic + "." + string.Join(".", Suffixes);
        for (var i = 0; i < Operands.Length; i++)
        {
            text += (i == 0 ? " " : ", ") + Operands[i].Text;
        }

        return text;
    }
}

/// <summary>What every statement is made from.</summary>
internal readonly record struct StatementParts(
    AsmOrigin Origin,
    int IndexAtOrigin,
    ImmutableArray<AsmLabel> Labels,
    string Mnemonic,
    ImmutableArray<string> Suffixes,
    ImmutableArray<AsmOperand> Operands);
