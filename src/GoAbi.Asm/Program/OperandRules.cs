using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>An operand, or the statement's word (-1), that a rule is against.</summary>
internal readonly record struct OperandProblem(int Operand, string Message, string Id);

/// <summary>
/// How many operands an instruction may have and which of them must be a register or a constant, as far as the parser has a say:
/// cmd/asm/internal/asm.(*Parser).asmInstruction. What an instruction's encodings take is its encoder's to say.
/// </summary>
internal static class OperandRules
{
    private const int FirstAfter119 = 20;

    /// <summary>True for what no rule can be against, as nearly all instructions are.</summary>
    public static bool AreFine(AsmArchitecture architecture, InstructionFacts facts, ReadOnlySpan<OperandRecord> operands) =>
        !facts.IsJump && facts.Rule == OperandRule.None
        && (operands.Length <= 2
            || (operands.Length == 3 && (architecture.IsX86 || (operands[1].Form == OperandForm.Register && architecture.Family != ArchitectureFamily.Wasm))));

    /// <summary>Null where nothing is wrong.</summary>
    public static OperandProblem? Check(AsmArchitecture architecture, InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands) =>
        facts.IsJump ? JumpRules.Check(architecture, facts, word, operands)
        : operands.Length < 2 ? null
        : architecture.Family switch
        {
            ArchitectureFamily.X86 => operands.Length > (architecture.Name == "386" ? 3 : 5) ? TooMany(word, operands) : null,
            ArchitectureFamily.Arm => Arm(facts, word, operands),
            ArchitectureFamily.Arm64 => Arm64(architecture, facts, word, operands),
            ArchitectureFamily.Loong64 => Loong64(architecture, facts, word, operands),
            ArchitectureFamily.Mips => Mips(facts, word, operands),
            ArchitectureFamily.Ppc64 => Ppc64(architecture, facts, word, operands),
            ArchitectureFamily.Riscv64 => Riscv64(facts, word, operands),
            ArchitectureFamily.S390x => S390x(word, operands),
            _ => operands.Length > 2 ? TooMany(word, operands) : null,
        };

    /// <summary>cmd/asm/internal/asm.(*Parser).getRegister: an element other than the first counts as none.</summary>
    public static bool IsRegister(in OperandRecord operand) => operand.Form switch
    {
        OperandForm.Register => true,
        OperandForm.VectorRegister => operand.Value <= 0,
        OperandForm.ExtendedRegister => operand.Modifier != OperandModifier.Lsl,
        _ => false,
    };

    /// <summary>getConstant: a number without '$'; a bare name passes, and counts as 0.</summary>
    public static bool IsConstant(in OperandRecord operand) => operand.Form switch
    {
        OperandForm.Memory => operand is { Prefix: AsmOperandPrefix.None, Register: 0, Index: 0 },
        OperandForm.Label => true,
        _ => false,
    };

    public static OperandProblem? Register(string word, ReadOnlySpan<OperandRecord> operands, int index) =>
        IsRegister(operands[index]) ? null : new OperandProblem(index, word + " takes a register here", DiagnosticIds.OperandCombination);

    public static OperandProblem TooMany(string word, ReadOnlySpan<OperandRecord> operands) =>
        new(-1, word + " can't take " + operands.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " operands", DiagnosticIds.OperandCount);

    private static OperandProblem? Constant(string word, ReadOnlySpan<OperandRecord> operands, int index) =>
        IsConstant(operands[index]) ? null : new OperandProblem(index, word + " takes a number without '$' here", DiagnosticIds.OperandCombination);

    private static OperandProblem? Arm(InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands)
    {
        switch (operands.Length)
        {
            case 2:
                return facts.Rule == OperandRule.Compare ? Register(word, operands, 1) : null;
            case 3:
                return facts.Rule switch
                {
                    OperandRule.StoreExclusive => Register(word, operands, 0),
                    OperandRule.BitField => null,
                    _ => Register(word, operands, 1),
                };
            case 4 when facts.Rule == OperandRule.BitField:
                return Register(word, operands, 2);
            case 4 when facts.Rule == OperandRule.MultiplyAdd:
                return Register(word, operands, 0) ?? Register(word, operands, 1) ?? Register(word, operands, 2) ?? Register(word, operands, 3);
            case 6 when facts.Rule == OperandRule.Coprocessor:
                return Constant(word, operands, 0) ?? Constant(word, operands, 1) ?? Register(word, operands, 2) ?? Register(word, operands, 3)
                    ?? Register(word, operands, 4) ?? Constant(word, operands, 5);
            default:
                return TooMany(word, operands);
        }
    }

    private static OperandProblem? Arm64(AsmArchitecture architecture, InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands)
    {
        // Scalable vectors came with 1.27; what their instructions take is the encoder's to say.
        if (architecture.Minor >= 27 && word[0] is 'Z' or 'P' && operands.Length <= 6)
        {
            return null;
        }

        switch (operands.Length)
        {
            case 2:
                return facts.Rule == OperandRule.Compare ? Register(word, operands, 1) : null;
            case 3:
                return facts.Rule switch
                {
                    OperandRule.TwoOutputs => PlainRegister(word, operands, 2),
                    OperandRule.Table => null,
                    OperandRule.PairExchange => Pair(word, operands, 0) ?? Pair(word, operands, 2),
                    _ => Register(word, operands, 1),
                };
            case 4:
                return Register(word, operands, 1);
            default:
                return TooMany(word, operands);
        }
    }

    private static OperandProblem? Pair(string word, ReadOnlySpan<OperandRecord> operands, int index) =>
        operands[index].Form == OperandForm.RegisterPair ? null : new OperandProblem(index, word + " takes a register pair here", DiagnosticIds.OperandCombination);

    // Anything that is a register: elements too.
    private static OperandProblem? PlainRegister(string word, ReadOnlySpan<OperandRecord> operands, int index) =>
        operands[index].Form is OperandForm.Register or OperandForm.VectorRegister or OperandForm.ExtendedRegister
            ? null
            : new OperandProblem(index, word + " takes a register here", DiagnosticIds.OperandCombination);

    private static OperandProblem? Loong64(AsmArchitecture architecture, InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands)
    {
        switch (operands.Length)
        {
            case 2:
                return facts.Rule == OperandRule.Compare ? Register(word, operands, 1)
                    : facts.Rule == OperandRule.ReadTime ? PlainRegister(word, operands, 1) : null;
            case 3:
                return facts.Rule == OperandRule.TwoOutputs ? null : Register(word, operands, 1);
            case 4 when architecture.Minor >= FirstAfter119:
                return Register(word, operands, 1);
            default:
                return TooMany(word, operands);
        }
    }

    private static OperandProblem? Mips(InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands) => operands.Length switch
    {
        2 => facts.Rule == OperandRule.Compare ? Register(word, operands, 1) : null,
        3 => Register(word, operands, 1),
        _ => TooMany(word, operands),
    };

    private static OperandProblem? Ppc64(AsmArchitecture architecture, InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands)
    {
        var isOld = architecture.Minor < FirstAfter119;
        switch (operands.Length)
        {
            case 2:
                return null;
            case 3 when facts.Rule == OperandRule.Compare:
                return Register(word, operands, 2);
            case 3:
                return isOld && operands[1].Form is not (OperandForm.Register or OperandForm.Immediate)
                    ? new OperandProblem(1, word + " takes a register or a number here", DiagnosticIds.OperandCombination)
                    : null;
            case 4 when isOld && facts.Rule == OperandRule.RotateMask:
                return Register(word, operands, 1);
            case 4 when isOld && operands[1].Form == OperandForm.Immediate:
                return Register(word, operands, 2);
            case 4:
                return isOld ? Register(word, operands, 1) : null;
            case 5:
            case 6 when !isOld:
                return Register(word, operands, 1);
            default:
                return TooMany(word, operands);
        }
    }

    private static OperandProblem? Riscv64(InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands)
    {
        switch (operands.Length)
        {
            case 2:
                return null;
            case 3:
                return facts.Rule switch
                {
                    OperandRule.TwoOutputs => PlainRegister(word, operands, 2),
                    OperandRule.StatusRegister => StatusRegister(word, operands),
                    _ => Register(word, operands, 1),
                };
            case 4:
                return Register(word, operands, 1);
            case 6 when facts.Rule == OperandRule.VectorType:
                return VectorType(word, operands);
            default:
                return TooMany(word, operands);
        }
    }

    private static OperandProblem? StatusRegister(string word, ReadOnlySpan<OperandRecord> operands) =>
        operands[1].Form == OperandForm.Special ? null
            : new OperandProblem(1, word + " takes the name of a control and status register here", DiagnosticIds.OperandCombination);

    private static OperandProblem? VectorType(string word, ReadOnlySpan<OperandRecord> operands)
    {
        for (var i = 1; i < 5; i++)
        {
            if (operands[i].Form != OperandForm.Special)
            {
                return new OperandProblem(i, "a vector type is written E8 to E64, M1 to MF8, TA or TU, MA or MU", DiagnosticIds.OperandCombination);
            }
        }

        return null;
    }

    private static OperandProblem? S390x(string word, ReadOnlySpan<OperandRecord> operands) => operands.Length switch
    {
        4 => operands[1].Form == OperandForm.Register ? null : new OperandProblem(1, word + " takes a register here", DiagnosticIds.OperandCombination),
        > 5 => TooMany(word, operands),
        _ => null,
    };
}
