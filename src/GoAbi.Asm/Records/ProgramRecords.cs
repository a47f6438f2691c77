using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>What the parser makes of a program: arrays of small structs that point at one another by number.</summary>
internal sealed class ProgramRecords(AsmArchitecture architecture, AsmNameTable names)
{
    // Registers that only the R(n) form can name.
    private readonly List<AsmRegister> unnamed = [];

    public AsmArchitecture Architecture { get; } = architecture;

    public AsmNameTable Names { get; } = names;

    public StatementRecord[] Statements { get; set; } = [];

    public OperandRecord[] Operands { get; set; } = [];

    /// <summary>Tokens of labels, in order of their statements; those behind the last statement's belong to none.</summary>
    public int[] Labels { get; set; } = [];

    /// <summary>True where some jump may go to N(PC).</summary>
    public bool HasDistances { get; set; }

    /// <summary>True where some statement has a <see cref="StatementRecord.LabelOperand"/>.</summary>
    public bool HasLabelOperands { get; set; }

    public List<ImmutableArray<byte>> Strings { get; } = [];

    public List<ImmutableArray<AsmRegister>> RegisterLists { get; } = [];

    public ReadOnlySpan<OperandRecord> OperandsOf(in StatementRecord statement) =>
        Operands.AsSpan(statement.FirstOperand, statement.OperandCount);

    public ReadOnlySpan<int> LabelsOf(in StatementRecord statement) => Labels.AsSpan(statement.FirstLabel, statement.LabelCount);

    /// <summary>The token of a statement's suffix: word, '.', suffix, '.', suffix.</summary>
    public static int SuffixToken(in StatementRecord statement, int index) => statement.Word + 2 + (2 * index);

    /// <summary>The register of a record's field; only where the field is not 0.</summary>
    public AsmRegister Register(int field) =>
        field <= Architecture.Registers.Length ? Architecture.Registers[field - 1] : unnamed[field - 1 - Architecture.Registers.Length];

    /// <summary>What <see cref="AsmRegister.IsPseudo"/> says of the register of a record's field.</summary>
    public bool IsPseudo(int field) =>
        Architecture.PseudoRegisters is var known && field <= known.Length ? known[field - 1] : Register(field).IsPseudo;

    /// <summary>The field that stands for a register.</summary>
    public int FieldOf(AsmRegister register)
    {
        var index = Architecture.IndexOfRegister(register.Name);
        if (index >= 0)
        {
            return index + 1;
        }

        // There are at most as many as an R(n) form has numbers (1024 on ppc64).
        index = unnamed.IndexOf(register);
        if (index < 0)
        {
            index = unnamed.Count;
            unnamed.Add(register);
        }

        return Architecture.Registers.Length + index + 1;
    }
}
