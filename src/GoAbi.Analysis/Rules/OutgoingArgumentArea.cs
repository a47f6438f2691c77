using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2040: a call whose callee has more arguments and results than the caller's frame has place for.</summary>
public sealed class OutgoingArgumentArea : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2040",
        Name = nameof(OutgoingArgumentArea),
        Title = "The frame has less place than the arguments and results of a function that it calls",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds calls in assembly whose callee takes and returns more bytes on the stack than there are between the stack pointer
            and the end of the caller's frame.

            Under ABI0 arguments and results stand at the bottom of the caller's frame: from `0(SP)` on amd64 and 386, elsewhere above
            the saved return address, from `8(RSP)` on arm64, `32(R1)` on ppc64. Where the frame is too small, the last of them
            lie on what is above it: the saved frame pointer, the return address, the caller's own frame. The caller's
            stores overwrite that, or the callee's when it returns results. What comes of it shows much later: a
            return into nowhere, a traceback that ends, a variable of another function that changes.

            The size is that of the Go declaration, of this package or one that its Go files import; for a TEXT that nobody
            declares, what its code uses by names like `x+8(FP)`. Words that were pushed count, since the stack pointer is
            followed through the function. Functions of packages that are not imported (the runtime's, mostly) are not looked at.
            """,
        BadExample = """
            ```asm
            // func sum(a, b int) int, in Go: 24 bytes.
            TEXT ·twice(SB), NOSPLIT, $16-16
            	NO_LOCAL_POINTERS
            	MOVQ x+0(FP), AX
            	MOVQ AX, 0(SP)
            	MOVQ AX, 8(SP)
            	CALL ·sum(SB) // the result overwrites the saved BP
            	MOVQ 16(SP), AX
            	MOVQ AX, ret+8(FP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·twice(SB), NOSPLIT, $24-16
            	NO_LOCAL_POINTERS
            	MOVQ x+0(FP), AX
            	MOVQ AX, 0(SP)
            	MOVQ AX, 8(SP)
            	CALL ·sum(SB)
            	MOVQ 16(SP), AX
            	MOVQ AX, ret+8(FP)
            	RET
            ```
            """,
        FixSafety = """
            The frame size in the TEXT directive is raised by what is missing. That is safe: places that count from its upper end (`x-8(SP)`),
            from the arguments and from the stack pointer stay what they were, and the arguments get a place of their own. There is no fix where a
            macro writes the size, nor for functions that make their frame themselves.
            """,
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm",
            "https://go.dev/src/cmd/compile/abi-internal"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        // On wasm calls into the host take their arguments from wherever the stack pointer is.
        var calls = context.Target.Goarch == "wasm" ? [] : OutgoingCall.In(context, body);
        if (calls.Count == 0)
        {
            return;
        }

        var word = GoPlatforms.PointerSize(context.Target.Goarch);

        // With a link register, what is added to align the frame lies at its upper end and is nobody's.
        var limit = body.Frame.HasPrologue && body.Function.Architecture.LinkRegister is null ? body.Frame.LocalsEnd : body.Frame.EntryStackPointer;
        long worst = 0;
        foreach (var call in calls)
        {
            worst = Math.Max(worst, call.End - limit);
        }

        foreach (var call in calls)
        {
            var missing = call.End - limit;
            if (missing <= 0 || !Returns(context, body, call.Step))
            {
                continue;
            }

            var place = limit - call.Base;
            var room = place <= 0 ? "none" : place.ToString(CultureInfo.InvariantCulture);
            var message = FormattableString.Invariant($"{call.Call.Name} has {call.Size} bytes of arguments and results, and the frame of {body.DisplayName} has place for {room}: {Overwritten(body, limit, call.End)}");
            context.Report(FindingAt(body, call.Call.Instruction.Origin, message) with { Fixes = Fix(body, (worst + word - 1) / word * word) });
        }
    }

    // What is overwritten does no harm where nobody comes back to it: behind a change of stacks, before the end of a thread.
    private static bool Returns(RuleContext context, AssemblyBody body, int step)
    {
        var graph = body.Graph;
        var seen = new bool[graph.Blocks.Length];
        var pending = new Stack<int>();
        pending.Push(graph.BlockOf(step).Index);
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Pop()];
            if (seen[block.Index])
            {
                continue;
            }

            seen[block.Index] = true;
            if (block.End is AsmBlockEnd.Indirect or AsmBlockEnd.ConditionalReturn or AsmBlockEnd.Unresolved || (block.End == AsmBlockEnd.Return && !graph.Steps[block.FirstStep + block.StepCount - 1].Effects.IsUnknown)
                || (block.End == AsmBlockEnd.TailCall && TargetReturns(context, graph.Steps[block.FirstStep + block.StepCount - 1])))
            {
                return true;
            }

            foreach (var edge in block.Successors)
            {
                pending.Push(edge.To);
            }
        }

        return false;
    }

    private static bool TargetReturns(RuleContext context, AsmFlowStep jump)
    {
        if (jump.Target.Symbol is not { } target || target.Symbol.IsStatic)
        {
            return true;
        }

        if (context.Unit.Symbols.Find(target.Symbol.Resolve(SymbolNames.LinkPath(context.Unit.Package)))?.Assembly is not { } callee)
        {
            return true;
        }

        foreach (var statement in callee.Function.Body)
        {
            if (statement is Instruction { Kind: AsmInstructionKind.Return, Mnemonic: "RET" } or Instruction { IsTailCall: true })
            {
                return true;
            }
        }

        return false;
    }

    private static string Overwritten(AssemblyBody body, long from, long to)
    {
        var frame = body.Frame;
        var found = "";
        if (frame.FramePointerSlot is { } pointer && pointer >= from && pointer < to)
        {
            found = "the saved frame pointer";
        }

        // With a link register it stands below the locals.
        if (frame.ReturnAddressSlot is { } address && address >= from && address < to)
        {
            found += (found.Length > 0 ? " and " : "") + "the return address";
        }

        return found.Length > 0 ? "they overlap " + found : "they overlap the frame of its caller";
    }

    private static ImmutableArray<Fix> Fix(AssemblyBody body, long missing)
    {
        var text = body.Text;
        if (text.Operands.Length == 0 || body.Has(AsmTextFlags.NoFrame) || text.FrameSize < 0 || text.Operands[text.Operands.Length - 1] is not FrameOperand operand)
        {
            return ImmutableArray<Fix>.Empty;
        }

        // Only where the size is written as a number: what else it is made of, nobody knows.
        var size = "$" + text.FrameSize.ToString(CultureInfo.InvariantCulture);
        var written = operand.Text.Replace(" ", "");
        if (!written.StartsWith(size, StringComparison.Ordinal) || (written.Length > size.Length && written[size.Length] != '-'))
        {
            return ImmutableArray<Fix>.Empty;
        }

        var raised = "$" + (text.FrameSize + missing).ToString(CultureInfo.InvariantCulture);
        return Replace("frame-size", operand.Origin, raised + written.Substring(size.Length), "Raise the frame size from " + size + " to " + raised);
    }
}
