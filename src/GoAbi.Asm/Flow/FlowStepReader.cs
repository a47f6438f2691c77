using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>Makes the steps of a function: statements as they are, encoded instructions decoded; then says where each goes.</summary>
internal sealed class FlowStepReader(AsmFunction function, IInstructionDecoder? decoder)
{
    private readonly AsmArchitecture architecture = function.Architecture;
    private readonly ImmutableArray<AsmStatement> body = function.Body;
    private readonly ImmutableArray<AsmFlowStep>.Builder steps = ImmutableArray.CreateBuilder<AsmFlowStep>(function.Body.Length);
    private readonly int[] stepOfStatement = new int[function.Body.Length];

    // Where a decoded step begins in its run; 0 for others. Parallel to the steps.
    private readonly List<int> runOffsets = [];
    private readonly List<ByteJump> byteJumps = [];

    public (ImmutableArray<AsmFlowStep> Steps, ImmutableArray<int> StepOfStatement) Read()
    {
        var isTail = false;
        for (var i = 0; i < body.Length;)
        {
            if (EncodedBytes.WidthOf(body[i], architecture) > 0)
            {
                i = ReadRun(i, out isTail);
                continue;
            }

            stepOfStatement[i] = steps.Count;
            Add(Step(i, isTail), 0);
            isTail &= body[i] is not Instruction;
            i++;
        }

        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Decoded is null && body[steps[i].Statement] is Instruction instruction)
            {
                steps[i] = steps[i] with { Target = TargetOf(instruction, steps[i]) };
            }
        }

        foreach (var jump in byteJumps)
        {
            steps[jump.Step] = steps[jump.Step] with { Target = ByteTarget(jump) };
        }

        if (architecture.Name == "wasm")
        {
            WasmBlocks.Resolve(body, steps, stepOfStatement);
        }

        return (steps.ToImmutable(), ImmutableArray.Create(stepOfStatement));
    }

    private AsmFlowStep Step(int statement, bool isTail)
    {
        if (body[statement] is not Instruction instruction)
        {
            return new AsmFlowStep(statement, AsmInstructionKind.Other, FallsThrough: true);
        }

        var effects = ModelSpecificRegisters.Refine(instruction.Effects, instruction, body, statement);
        if (isTail)
        {
            // The bytes before begin an instruction that they don't end: this one is part of it, or they are its prefixes.
            effects = effects with { Flags = effects.Flags | AsmEffectFlags.Unknown, StackChange = null };
        }

        var falls = instruction.FallsThrough && !(effects.Has(AsmEffectFlags.Jumps) && !effects.Has(AsmEffectFlags.Conditional));
        return new AsmFlowStep(statement, instruction.Kind, falls) { Effects = effects };
    }

    // A run of statements that are bytes. What it holds is decoded as one text, borders of statements or not; a label that the decoded instructions step over is no place that
    // can be jumped to and understood.
    private int ReadRun(int first, out bool isTail)
    {
        var run = EncodedBytes.Collect(body, first, architecture);
        isTail = false;
        var reads = decoder;
        if (reads is null || run.Bytes.Length == 0)
        {
            for (var i = first; i < run.End; i++)
            {
                stepOfStatement[i] = steps.Count;
                Add(new AsmFlowStep(i, AsmInstructionKind.Other, FallsThrough: true) { Effects = UndecodedWord.EffectsOf(body[i], architecture) }, 0);
            }

            // Bytes that are not known end before anything can follow that is.
            isTail = run.Bytes.Length == 0 && architecture.IsX86;
            return run.End;
        }

        var firstStep = steps.Count;
        var statement = first;
        for (var i = first; i < run.End; i++)
        {
            stepOfStatement[i] = -1;
        }

        var firstJump = byteJumps.Count;
        for (var at = 0; at < run.Bytes.Length;)
        {
            while (statement + 1 < run.End && run.Offsets[statement + 1 - first] <= at)
            {
                statement++;
            }

            var decoded = reads.Decode(architecture, run.Bytes.AsSpan(at));
            var isWhole = decoded.Outcome == DecodingOutcome.Decoded || (!architecture.IsX86 && decoded.Length > 0);
            var length = isWhole && decoded.Length > 0 && decoded.Length <= run.Bytes.Length - at ? decoded.Length : run.Bytes.Length - at;
            var last = statement;
            while (last + 1 < run.End && run.Offsets[last + 1 - first] < at + length)
            {
                last++;
            }

            if (run.Offsets[statement - first] == at)
            {
                stepOfStatement[statement] = steps.Count;
            }

            var falls = decoded.FallsThrough || decoded.Outcome != DecodingOutcome.Decoded;
            if (decoded.RelativeTarget is { } relative)
            {
                byteJumps.Add(new ByteJump(steps.Count, firstStep, 0, at + relative, run.Bytes.Length, run.End));
            }

            var step = new AsmFlowStep(statement, decoded.Kind, falls)
            {
                StatementCount = last - statement + 1,
                ByteOffset = at - run.Offsets[statement - first],
                Decoded = decoded,
                Effects = decoded.Effects,
                Target = new AsmFlowTarget(GoesSomewhere(decoded) ? AsmFlowTargetKind.Indirect : AsmFlowTargetKind.None, 0, null),
            };
            Add(step, at);
            isTail = decoded.Outcome != DecodingOutcome.Decoded && architecture.IsX86;
            at += length;
        }

        for (var i = firstJump; i < byteJumps.Count; i++)
        {
            byteJumps[i] = byteJumps[i] with { EndStep = steps.Count };
        }

        return run.End;
    }

    private static bool GoesSomewhere(in DecodedInstruction decoded) =>
        decoded.Kind is AsmInstructionKind.Call or AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump;

    private void Add(in AsmFlowStep step, int runOffset)
    {
        steps.Add(step);
        runOffsets.Add(runOffset);
    }

    // Inside the run the place is known; at its end it is the next statement; beyond, instructions of unknown size lie between.
    private AsmFlowTarget ByteTarget(in ByteJump jump)
    {
        if (jump.Target == jump.RunLength && jump.NextStatement < body.Length && stepOfStatement[jump.NextStatement] is >= 0 and var next)
        {
            return new AsmFlowTarget(AsmFlowTargetKind.Step, next, null);
        }

        // Steps of a run stand in the order of their bytes.
        int low = jump.FirstStep, high = jump.EndStep - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (runOffsets[middle] == jump.Target)
            {
                return new AsmFlowTarget(AsmFlowTargetKind.Step, middle, null);
            }

            if (runOffsets[middle] < jump.Target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return new AsmFlowTarget(AsmFlowTargetKind.Unknown, 0, null);
    }

    private AsmFlowTarget TargetOf(Instruction instruction, in AsmFlowStep step)
    {
        var goes = instruction.Kind is AsmInstructionKind.Call or AsmInstructionKind.Jump or AsmInstructionKind.ConditionalJump
            || (instruction.Kind == AsmInstructionKind.Return && step.Effects.Has(AsmEffectFlags.TailCalls));
        return instruction.Target switch
        {
            _ when !goes => new AsmFlowTarget(step.Effects.Has(AsmEffectFlags.Jumps) ? AsmFlowTargetKind.Indirect : AsmFlowTargetKind.None, 0, null),
            SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None, Index: null } symbol => new AsmFlowTarget(AsmFlowTargetKind.Symbol, 0, symbol),
            LabelOperand label when function.TryGetLabel(label.Name, out var index) => AtStatement(index),
            LabelOperand => new AsmFlowTarget(AsmFlowTargetKind.Outside, 0, null),
            PcRelativeOperand relative when relative.Count >= -1 - (long)step.Statement && relative.Count < body.Length - (long)step.Statement
                => AtStatement((int)(step.Statement + relative.Count)),
            PcRelativeOperand { HasUnresolvedName: true } => new AsmFlowTarget(AsmFlowTargetKind.Unknown, 0, null),
            PcRelativeOperand => new AsmFlowTarget(AsmFlowTargetKind.Outside, 0, null),
            null or UnknownOperand => new AsmFlowTarget(AsmFlowTargetKind.Unknown, 0, null),
            _ => new AsmFlowTarget(AsmFlowTargetKind.Indirect, 0, null),
        };
    }

    // Before the first statement is TEXT itself, which is where the function is entered.
    private AsmFlowTarget AtStatement(int index)
    {
        var step = index < 0 ? 0 : stepOfStatement[index];
        return step >= 0 && step < steps.Count
            ? new AsmFlowTarget(AsmFlowTargetKind.Step, step, null)
            : new AsmFlowTarget(AsmFlowTargetKind.Unknown, 0, null);
    }

    /// <summary>A decoded jump or call whose target is counted in bytes of its run.</summary>
    private readonly record struct ByteJump(int Step, int FirstStep, int EndStep, long Target, int RunLength, int NextStatement);
}
