using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Calls, jumps and what else takes a label: cmd/asm/internal/asm.(*Parser).asmJump.</summary>
internal static class JumpRules
{
    private const int ConditionBits = 32;

    /// <summary>Which operand is the target of a jump with that many; -1 for none.</summary>
    public static int TargetOf(InstructionFacts facts, int count) => facts.Rule == OperandRule.Address && count == 2 ? 0 : count - 1;

    public static OperandProblem? Check(AsmArchitecture architecture, InstructionFacts facts, string word, ReadOnlySpan<OperandRecord> operands)
    {
        var family = architecture.Family;
        OperandProblem? problem = null;
        switch (operands.Length)
        {
            case 0:
                return family == ArchitectureFamily.Wasm ? null : WrongCount(word);
            case 1 or 2:
                break;
            case 3:
                switch (family)
                {
                    case ArchitectureFamily.Ppc64:
                        problem = Condition(word, operands);
                        break;
                    case ArchitectureFamily.Mips or ArchitectureFamily.Riscv64 or ArchitectureFamily.Loong64:
                        problem = OperandRules.Register(word, operands, 1);
                        break;
                    case ArchitectureFamily.S390x:
                        problem = operands[1] is { Register: not 0, Form: not OperandForm.Symbol } ? OperandRules.Register(word, operands, 1) : null;
                        break;
                    case ArchitectureFamily.Arm64:
                        problem = operands[0].Form != OperandForm.Immediate
                            ? new OperandProblem(0, word + " takes a bit's number with '$' here", DiagnosticIds.OperandCombination)
                            : OperandRules.Register(word, operands, 1);
                        break;
                    default:
                        return WrongCount(word);
                }

                break;
            case 4 when family is ArchitectureFamily.S390x or ArchitectureFamily.Ppc64:
                problem = OperandRules.Register(word, operands, 1);
                break;
            default:
                return WrongCount(word);
        }

        var target = TargetOf(facts, operands.Length);
        return problem ?? (IsTarget(operands[target]) ? null : new OperandProblem(target, word + " can't go there", DiagnosticIds.OperandCombination));
    }

    /// <summary>True where the parser looks the operand's name up among the labels; a symbol of the frame without offset is taken for a label too.</summary>
    public static bool IsLabel(in OperandRecord target) => target.Form switch
    {
        OperandForm.Label => target.Value == 0,
        OperandForm.Symbol => target is { Prefix: AsmOperandPrefix.None, Value: 0, Register: 0, Pseudo: AsmPseudoRegister.FP or AsmPseudoRegister.SP }
            && (target.Index == 0 || target.Amount != 0),
        _ => false,
    };

    private static bool IsTarget(in OperandRecord target) => target.Form switch
    {
        OperandForm.Register or OperandForm.VectorRegister or OperandForm.ExtendedRegister or OperandForm.Label or OperandForm.PcRelative or OperandForm.Immediate => true,
        OperandForm.Memory => target.Prefix == AsmOperandPrefix.None || (target.Prefix == AsmOperandPrefix.Indirect && (target.Register | target.Index) != 0),
        OperandForm.Symbol when target.Pseudo == AsmPseudoRegister.PC => true,
        OperandForm.Symbol when target.Pseudo == AsmPseudoRegister.SB => target.Prefix != AsmOperandPrefix.Address,
        OperandForm.Symbol => IsLabel(target),
        _ => false,
    };

    // BC 12, CR0LT, label: numbers may stand without '$'.
    private static OperandProblem? Condition(string word, ReadOnlySpan<OperandRecord> operands)
    {
        if (operands[0].Form != OperandForm.Immediate && !OperandRules.IsConstant(operands[0]))
        {
            return new OperandProblem(0, word + " takes a number here", DiagnosticIds.OperandCombination);
        }

        if (operands[1].Form is OperandForm.Register or OperandForm.VectorRegister)
        {
            return null;
        }

        return !OperandRules.IsConstant(operands[1])
            ? new OperandProblem(1, word + " takes a bit of a condition register here", DiagnosticIds.OperandCombination)
            : operands[1].Value is < 0 or >= ConditionBits && !operands[1].HasUnresolvedName
            ? new OperandProblem(1, "condition bits are 0 to 31", DiagnosticIds.OperandRange)
            : null;
    }

    private static OperandProblem WrongCount(string word) => new(-1, word + " can't take that many operands", DiagnosticIds.OperandCount);
}
