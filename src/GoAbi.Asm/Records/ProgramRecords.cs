using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>What the parser makes of a program: arrays of small structs that point at one another by number.</summary>
internal sealed class ProgramRecords
{
    public required AsmArchitecture Architecture { get; init; }

    public required AsmNameTable Names { get; init; }

    public StatementRecord[] Statements { get; set; } = [];

    public OperandRecord[] Operands { get; set; } = [];

    /// <summary>Tokens of labels, in order of their statements; those behind the last statement's belong to none.</summary>
    public int[] Labels { get; set; } = [];

    /// <summary>Tokens of suffixes are found from the word: word, '.', suffix, '.', suffix.</summary>
    public List<ImmutableArray<byte>> Strings { get; } = [];

    public List<ImmutableArray<AsmRegister>> RegisterLists { get; } = [];

    public ReadOnlySpan<OperandRecord> OperandsOf(in StatementRecord statement) =>
        Operands.AsSpan(statement.FirstOperand, statement.OperandCount);

    /// <summary>The register of a record's field; only where the field is not 0.</summary>
    public AsmRegister Register(int field) => Architecture.Registers[field - 1];
}
