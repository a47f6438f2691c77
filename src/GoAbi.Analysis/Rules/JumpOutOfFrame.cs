using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2027: a jump to another function leaves the frame on the stack.</summary>
public sealed class JumpOutOfFrame : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2027",
        Name = nameof(JumpOutOfFrame),
        Title = "A jump to another function leaves the frame on the stack",
        Explanation = """
            Finds `JMP sym(SB)` (`B`, `BR`) out of a function whose frame the assembler has made, with the frame still there. The other function then takes the top of this frame for its return
            address, or returns with a stack pointer that is too low; it finds its arguments elsewhere, and on machines with a link register the register may hold what this function's last
            call left there.

            `RET sym(SB)` is what does it: the assembler drops the frame, restores the frame pointer and the link register, and jumps. All assemblers since before Go 1.16 take it. Nothing is said
            where the function has put the stack pointer back itself, nor about functions that never come back, such as `runtime·abort` or assembly that ends
            with ERET, for which it doesn't matter.
            """,
        BadExample = """
            ```asm
            TEXT ·hash(SB), $16-24
            	CALL ·seed(SB)
            	JMP  ·hashSlow(SB)
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·hash(SB), $16-24
            	CALL ·seed(SB)
            	RET  ·hashSlow(SB)
            ```
            """,
        FixSafety = "The fix writes `RET` for the jump. It is safe where the whole frame is still there; where the jump is conditional, or comes from a macro, there is none.",
        References = ImmutableArray.Create("https://go.dev/doc/asm", "https://go.dev/src/cmd/internal/obj/x86/obj6.go"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (!body.Frame.HasPrologue || body.Has(AsmTextFlags.TopFrame))
        {
            return;
        }

        foreach (var exit in FunctionExit.Of(body))
        {
            if (exit.Kind != FunctionExitKind.Jump || body.Depths.Machine(exit.Step) != body.Frame.StackPointer || exit.Instruction.Target is not SymbolOperand target || NeverReturns(target) || !FunctionReturns.MayReturn(context, target))
            {
                continue;
            }

            var name = target.Text[0] == '.' ? "·" + target.Text.Substring(1) : target.Text;
            var finding = FindingAt(
                body,
                exit.Instruction.Origin,
                exit.Instruction.Mnemonic + " " + name + " leaves the frame of " + Bytes(body.Frame.EntryStackPointer - body.Frame.StackPointer) + " on the stack: RET " + name + " drops it first");
            context.Report(exit.Instruction.Kind == AsmInstructionKind.Jump
                ? finding with { Fixes = Replace("return-to-symbol", exit.Instruction.Origin, "RET", "Drop the frame before going to " + name + ": RET") }
                : finding);
        }
    }

    // The runtime's functions that end the thread, the goroutine or the program.
    private static bool NeverReturns(SymbolOperand target) => target.Symbol.Name.TrimStart('·', '.').Replace('·', '.') switch
    {
        "runtime.abort" or "runtime.exit" or "runtime.throw" or "runtime.goexit" or "runtime.goexit1" or "runtime.fatalthrow" or "runtime.exitThread" or "runtime.rt0_go" => true,
        "runtime.badmorestackg0" or "runtime.badmorestackgsignal" or "runtime.badsystemstack" or "runtime.badmcall" or "runtime.badmcall2" or "runtime.badreflectcall" => true,
        _ => false,
    };
}
