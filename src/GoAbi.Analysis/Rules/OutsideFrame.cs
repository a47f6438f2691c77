using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2021: the stack is read or written outside of the function's frame.</summary>
public sealed class OutsideFrame : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2021",
        Name = nameof(OutsideFrame),
        Title = "Reads or writes of the stack outside of the frame",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Finds reads and writes by `n(SP)`, `x-8(SP)`, and registers that hold an address in the stack, of bytes that are not the function's: below the stack pointer, or between the locals and
            the arguments. How wide the access is counts, so that a vector stored in the frame's last eight bytes is found.

            Go's machines have no red zone. What a function stores below its stack pointer may be gone with the next signal (on threads that C has made, under a debugger that calls functions, and on
            Windows) and isn't copied when the stack moves, and a function without stack check has no right to memory there. `TEXT ·f(SB), NOSPLIT, $16` reserves it.

            Stores over a return address or saved frame pointer are GOABI2022. Findings are information in functions that lower the stack pointer themselves, storing first and lowering it afterwards as
            prologues do, in those without a Go declaration, which C calls by conventions that have a red zone, and where something is only read. Of accesses below the stack pointer the first of
            a function is reported.
            """,
        BadExample = """
            ```asm
            TEXT ·round(SB), NOSPLIT, $0-8
            	STMXCSR -4(SP) // nothing is reserved
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·round(SB), NOSPLIT, $8-8
            	STMXCSR x-4(SP)
            	RET
            ```
            """,
        FixSafety = "There is no fix: reserving a larger frame moves what `n(SP)` means.",
        References = ImmutableArray.Create("https://go.dev/issue/79062", "https://go.dev/doc/asm"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        (int Step, AsmStackAccess Access)? below = null;
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            foreach (var access in body.Depths.AccessesOf(step))
            {
                if (access.Address is not { IsPlace: true, Offset: var place } || (access.IsWrite && FrameParts.Touched(body, access) != FramePart.None) || body.Depths.Machine(step) is not { } stack)
                {
                    continue;
                }

                // STP.W reserves what it writes.
                var reserved = stack + (body.Graph.Steps[step].Effects.StackChange is < 0 and var by ? by : 0);
                if (place >= reserved && place < stack)
                {
                    continue;
                }

                if (place < stack)
                {
                    below = below is null || (access.IsWrite && !below.Value.Access.IsWrite) ? (step, access) : below;
                }
                else
                {
                    Judge(context, body, step, access, place, stack);
                }
            }
        }

        if (below is var (at, found))
        {
            ReportBelow(context, body, at, found);
        }
    }

    // One for a function: what is stored there is loaded again, and mended at one place.
    private void ReportBelow(RuleContext context, AssemblyBody body, int step, AsmStackAccess access)
    {
        var statement = StatementOf(body, step);
        var isInformation = !access.IsWrite || MovesStack(body) || IsRuntime(context) || body.Info?.Declaration is null;
        context.Report(FindingAt(
            body,
            statement.Operands[access.Operand].Origin,
            statement + (access.IsWrite ? " writes " : " reads ") + Bytes(body.Depths.Machine(step)!.Value - access.Address.Offset) + " below the stack pointer, where nothing is reserved",
            isInformation ? Severity.Info : null));
    }

    private void Judge(RuleContext context, AssemblyBody body, int step, AsmStackAccess access, long place, long stack)
    {
        var statement = StatementOf(body, step);
        var operand = statement.Operands[access.Operand];
        if (!access.IsWrite)
        {
            JudgeRead(context, body, operand, statement, access, place);
            return;
        }

        if (place + (access.Width ?? 1) > body.Frame.LocalsEnd && place < 0)
        {
            Severity? severity = IsRuntime(context) || body.Info?.Declaration is null ? Severity.Info : null;
            context.ReportOnce(FindingAt(body, operand.Origin, statement + " writes above the locals of the frame, which are " + Bytes(body.Frame.LocalsEnd - body.Frame.LocalsStart), severity), operand.Origin);
        }
        else if (place < body.Frame.LocalsStart && stack == body.Frame.StackPointer && body.Frame.HasPrologue)
        {
            // Where ppc64 keeps CR, a callee's LR, and the TOC; Go uses the last alone, in code for shared libraries.
            context.Report(FindingAt(
                body,
                operand.Origin,
                statement + " writes below the locals, in the " + Bytes(body.Frame.FixedSize) + " that the calling convention keeps at a frame's bottom",
                Severity.Info));
        }
    }

    // The whole of a saved address may be read on purpose, to see the caller; part of one, or two of them, is read by mistake.
    private void JudgeRead(RuleContext context, AssemblyBody body, AsmOperand operand, AsmStatement statement, AsmStackAccess access, long place)
    {
        if (place < 0 && place + (access.Width ?? 1) > body.Frame.LocalsEnd && body.Frame.HasPrologue)
        {
            var word = GoPlatforms.PointerSize(context.Target.Goarch);
            var isSlot = access.Width == word && place % word == 0;
            context.ReportOnce(FindingAt(
                body,
                operand.Origin,
                statement + " reads above the locals of the frame, which are " + Bytes(body.Frame.LocalsEnd - body.Frame.LocalsStart) + (isSlot ? ": what the caller or the prologue saved" : ""),
                isSlot || IsRuntime(context) || body.Info?.Declaration is null ? Severity.Info : null), operand.Origin);
        }
    }

    private static bool MovesStack(AssemblyBody body)
    {
        foreach (var step in body.Graph.Steps)
        {
            if (step.Effects.Has(AsmEffectFlags.WritesStackPointer) && !step.Effects.Has(AsmEffectFlags.Pops))
            {
                return true;
            }
        }

        return false;
    }
}
