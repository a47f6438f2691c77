using System.Runtime.InteropServices;

namespace GoAbi.Asm;

/// <summary>Which class a statement has in the public model.</summary>
internal enum StatementForm : byte
{
    Instruction,
    Text,
    Data,
    Globl,
    Pcdata,
    Funcdata,
}

/// <summary>One statement as the parser leaves it; see <see cref="OperandRecord"/> for why.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StatementRecord
{
    /// <summary>Its first word: index of a token of the preprocessed stream.</summary>
    public int Word;

    /// <summary>The word's number in the name table, as written.</summary>
    public int NameId;

    /// <summary>Index of its first operand in <see cref="ProgramRecords.Operands"/>.</summary>
    public int FirstOperand;

    /// <summary>Index of its first label in <see cref="ProgramRecords.Labels"/>.</summary>
    public int FirstLabel;

    /// <summary>See <see cref="AsmStatement.IndexAtOrigin"/>.</summary>
    public int IndexAtOrigin;

    /// <summary>DATA: how many bytes.</summary>
    public int Width;

    public ushort OperandCount;
    public ushort LabelCount;
    public ushort SuffixCount;
    public StatementForm Form;
    public AsmInstructionKind Kind;

    /// <summary>Index of the operand that a call, jump or return goes to; -1 for none.</summary>
    public sbyte Target;

    /// <summary>Index of the operand that names a label of the function; -1 for none.</summary>
    public sbyte LabelOperand;

    /// <summary>True where the next instruction can follow.</summary>
    public bool FallsThrough;

    /// <summary>True where the lexer, preprocessor or parser has refused the statement: encoders then leave it alone.</summary>
    public bool IsBroken;
}
