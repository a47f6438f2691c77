using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>
/// WebAssembly has no labels: Br and BrIf count the blocks around them, and go to the End of a Block or If, or back to a Loop.
/// </summary>
internal static class WasmBlocks
{
    public static void Resolve(ImmutableArray<AsmStatement> body, ImmutableArray<AsmFlowStep>.Builder steps, int[] stepOfStatement)
    {
        var ends = FindEnds(body, out var elses);
        var open = new List<int>();
        for (var i = 0; i < body.Length; i++)
        {
            var step = stepOfStatement[i];
            if (step < 0 || body[i] is not Instruction instruction)
            {
                continue;
            }

            switch (instruction.Mnemonic)
            {
                case "Block" or "Loop":
                    open.Add(i);
                    break;
                case "If":
                    open.Add(i);

                    // Where the condition is false it goes behind Else, or to End.
                    steps[step] = Jump(steps[step], falls: true, elses[i] >= 0 ? Behind(elses[i], body, stepOfStatement) : At(ends[i], stepOfStatement));
                    break;
                case "Else" when open.Count > 0:
                    steps[step] = Jump(steps[step], falls: false, At(ends[open[open.Count - 1]], stepOfStatement));
                    break;
                case "End" when open.Count > 0:
                    open.RemoveAt(open.Count - 1);
                    break;
                case "Br" or "BrIf":
                    steps[step] = Jump(steps[step], instruction.Mnemonic == "BrIf", Target(instruction, body, open, ends, stepOfStatement));
                    break;
                case "BrTable":
                    steps[step] = Jump(steps[step], falls: false, new AsmFlowTarget(AsmFlowTargetKind.Indirect, 0, null));
                    break;
            }
        }
    }

    private static int[] FindEnds(ImmutableArray<AsmStatement> body, out int[] elses)
    {
        var ends = new int[body.Length];
        elses = new int[body.Length];
        var open = new List<int>();
        for (var i = 0; i < body.Length; i++)
        {
            ends[i] = -1;
            elses[i] = -1;
            switch (body[i].Mnemonic)
            {
                case "Block" or "Loop" or "If":
                    open.Add(i);
                    break;
                case "Else" when open.Count > 0:
                    elses[open[open.Count - 1]] = i;
                    break;
                case "End" when open.Count > 0:
                    ends[open[open.Count - 1]] = i;
                    open.RemoveAt(open.Count - 1);
                    break;
            }
        }

        return ends;
    }

    private static AsmFlowTarget Target(Instruction instruction, ImmutableArray<AsmStatement> body, List<int> open, int[] ends, int[] stepOfStatement)
    {
        if (instruction.Operands.Length != 1 || instruction.Operands[0] is not ImmediateOperand { Value: var depth })
        {
            return new AsmFlowTarget(AsmFlowTargetKind.Unknown, 0, null);
        }

        if (depth < 0 || depth >= open.Count)
        {
            // Beyond the blocks that are written: the function's own, which the assembler adds.
            return new AsmFlowTarget(depth == open.Count ? AsmFlowTargetKind.Unknown : AsmFlowTargetKind.Outside, 0, null);
        }

        var block = open[open.Count - 1 - (int)depth];
        return At(body[block].Mnemonic == "Loop" ? block : ends[block], stepOfStatement);
    }

    private static AsmFlowTarget At(int statement, int[] stepOfStatement) => statement >= 0
        ? new AsmFlowTarget(AsmFlowTargetKind.Step, stepOfStatement[statement], null)
        : new AsmFlowTarget(AsmFlowTargetKind.Outside, 0, null);

    private static AsmFlowTarget Behind(int statement, ImmutableArray<AsmStatement> body, int[] stepOfStatement) =>
        At(statement + 1 < body.Length ? statement + 1 : -1, stepOfStatement);

    private static AsmFlowStep Jump(in AsmFlowStep step, bool falls, AsmFlowTarget target)
    {
        var flags = AsmEffectFlags.Jumps | (falls ? AsmEffectFlags.Conditional : 0);
        return step with
        {
            Kind = falls ? AsmInstructionKind.ConditionalJump : AsmInstructionKind.Jump,
            FallsThrough = falls,
            Effects = step.Effects with { Flags = step.Effects.Flags | flags },
            Target = target,
        };
    }
}
