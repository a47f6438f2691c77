using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>How control leaves a TEXT.</summary>
internal enum FunctionExitKind
{
    /// <summary>RET, or RET with a symbol: the assembler drops the frame first.</summary>
    Return,

    /// <summary>A jump to a symbol: the frame stays as it is.</summary>
    Jump,
}

/// <summary>A step with which a TEXT is left, back to the caller or on to another function. Returns of other kinds (IRET, SYSRET, a jump through a register) lead elsewhere and are none.</summary>
/// <param name="Step">Index of the step.</param>
/// <param name="Kind">How.</param>
/// <param name="Instruction">The instruction.</param>
internal readonly record struct FunctionExit(int Step, FunctionExitKind Kind, Instruction Instruction)
{
    /// <summary>The exits that can be reached, in order.</summary>
    public static IEnumerable<FunctionExit> Of(AssemblyBody body)
    {
        foreach (var block in body.Graph.Blocks)
        {
            var step = block.FirstStep + block.StepCount - 1;
            var last = body.Graph.Steps[step];
            if (last.Decoded is not null || body.Function.Body[last.Statement] is not Instruction instruction || body.Depths.KnowledgeAt(step) == AsmStackKnowledge.Unreachable)
            {
                continue;
            }

            if (instruction is { Kind: AsmInstructionKind.Return, Mnemonic: "RET" })
            {
                yield return new FunctionExit(step, FunctionExitKind.Return, instruction);
            }
            else if (instruction.Kind is AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump && last.Target.Kind == AsmFlowTargetKind.Symbol)
            {
                yield return new FunctionExit(step, FunctionExitKind.Jump, instruction);
            }
        }
    }
}
