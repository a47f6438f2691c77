using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2025: a function is left with the stack pointer elsewhere than its epilogue expects.</summary>
public sealed class UnbalancedStack : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2025",
        Name = nameof(UnbalancedStack),
        Title = "The stack pointer is not where RET expects it",
        Explanation = """
            Follows the stack pointer over every way through a function, through pushes and pops, additions and subtractions, and copies in registers, and finds each `RET` (and each jump to another
            function) that is reached with it elsewhere than behind the prologue. `RET` adds the frame's size to it and takes the return address from there: from a wrong place it returns into data.

            The assembler says `unbalanced PUSH/POP` only for pushes and pops, which it counts in the order of lines: an early `RET` on a way that jumps over a pop, or `SUBQ $24, SP` without its
            `ADDQ`, it takes. Where several ways lead to one place with different depths, no epilogue can be right for all of them.

            What is pushed before a jump to another function may be meant for it: that is information, and nothing is said where the function certainly doesn't come back (it ends with IRETQ, for
            example). Nothing is said where the stack pointer is loaded from memory or rounded down and not restored from a copy that is known: that code switches stacks.
            """,
        BadExample = """
            ```asm
            TEXT ·f(SB), NOSPLIT, $0-8
            	SUBQ $16, SP
            	MOVQ x+0(FP), AX
            	TESTQ AX, AX
            	JEQ  out
            	ADDQ $16, SP
            out:
            	RET // 16 bytes too low where the jump is taken
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·f(SB), NOSPLIT, $0-8
            	SUBQ $16, SP
            	MOVQ x+0(FP), AX
            	TESTQ AX, AX
            	JEQ  out
            out:
            	ADDQ $16, SP
            	RET
            ```

            Better, let the assembler make the frame: `TEXT ·f(SB), NOSPLIT, $16-8`.
            """,
        FixSafety = "There is no fix: what is missing may be missing anywhere on the way.",
        References = ImmutableArray.Create("https://go.dev/doc/asm", "https://go.dev/src/cmd/internal/obj/x86/obj6.go"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        // The outermost function of a stack has nothing to return to.
        if (body.Has(AsmTextFlags.TopFrame))
        {
            return;
        }

        Severity? severity = IsRuntime(context) ? Severity.Info : null;
        foreach (var exit in FunctionExit.Of(body))
        {
            if (exit.Kind == FunctionExitKind.Jump && body.Graph.Steps[exit.Step].Target.Symbol is { } target && !FunctionReturns.MayReturn(context, target))
            {
                continue;
            }

            if (IsRefused(body, exit.Instruction))
            {
                continue;
            }

            var knowledge = body.Depths.KnowledgeAt(exit.Step);
            if (knowledge == AsmStackKnowledge.Differs)
            {
                context.Report(FindingAt(body, exit.Instruction.Origin, "ways that lead to this " + exit.Instruction.Mnemonic + " leave the stack pointer at different places", severity));
            }
            else if (body.Depths.Machine(exit.Step) is { } place && place != body.Frame.StackPointer && !(exit.Kind == FunctionExitKind.Jump && place == body.Frame.EntryStackPointer)
                && !IsReturnMoved(body, exit))
            {
                var distance = place - body.Frame.StackPointer;
                context.Report(FindingAt(
                    body,
                    exit.Instruction.Origin,
                    "the stack pointer is " + Bytes(distance < 0 ? -distance : distance) + (distance < 0 ? " below" : " above") + " where this " + exit.Instruction.Mnemonic + " expects it",
                    exit.Kind == FunctionExitKind.Jump && IsPushed(body, place) ? Severity.Info : severity));
            }
        }
    }

    // The assembler says it of this very return.
    private static bool IsRefused(AssemblyBody body, Instruction exit)
    {
        foreach (var diagnostic in body.Program.Diagnostics)
        {
            if (diagnostic.Id == DiagnosticIds.StackBalance && diagnostic.Location?.Span == exit.Origin.Location.Span)
            {
                return true;
            }
        }

        return false;
    }

    // What is pushed last before a jump to another function may be meant for it: a return address and arguments of a call that never was.
    private static bool IsPushed(AssemblyBody body, long place)
    {
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            if (body.Graph.Steps[step].Effects is { StackChange: { } by } effects && effects.Has(AsmEffectFlags.Pushes) && body.Depths.Machine(step) + by == place)
            {
                return true;
            }
        }

        return false;
    }

    // x86: a function that takes its arguments from the stack itself, or returns to its caller's caller, puts the return address where it then is, or drops its own.
    private static bool IsReturnMoved(AssemblyBody body, FunctionExit exit) =>
        exit.Kind == FunctionExitKind.Return && !body.Frame.HasPrologue
        && body.Depths.ContentsAt(exit.Step, body.Depths.StackPointerAt(exit.Step)).Kind == AsmTrackedKind.ReturnAddress;
}
