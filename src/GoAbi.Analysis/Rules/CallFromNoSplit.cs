using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2044: a call through a register in a chain of NOSPLIT functions that needs more stack than there is for certain.</summary>
public sealed class CallFromNoSplit : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2044",
        Name = nameof(CallFromNoSplit),
        Title = "NOSPLIT functions that call each other through registers need more stack than there is",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Functions with `NOSPLIT` don't check whether the stack is large enough. The linker adds up what chains of them need and refuses
            a program where that is more than 800 bytes (`nosplit stack over 792 byte limit`), which is what a goroutine's stack has left
            for certain. It follows direct calls alone: of a call through a register it assumes that the callee checks the bound.

            Finds calls of a known function through a register, in a NOSPLIT function, where the frames that are known add up to more
            than that: with a direct call the program would not link. When the stack happens to be nearly full, the callee
            writes below its end, over memory of others.

            What is counted is the least: frames and return addresses of the assembly that is known, not those of callers, of their ABI
            wrappers and of Go code in between. Calls of Go code that checks the bound are no finding: the check grows the stack.
            """,
        BadExample = """
            ```asm
            TEXT step<>(SB), NOSPLIT, $600-0
            	...
            	RET

            TEXT ·run(SB), NOSPLIT, $400-0
            	MOVQ $step<>(SB), AX
            	CALL AX // 1,024 bytes, unnoticed
            	RET
            ```
            """,
        GoodExample = """
            Leave `NOSPLIT` out where frames are large: the assembler then checks the bound.

            ```asm
            TEXT ·run(SB), 0, $400-0
            	NO_LOCAL_POINTERS
            	MOVQ $step<>(SB), AX
            	CALL AX
            	RET
            ```
            """,
        FixSafety = "There is no fix: whether the frame can be smaller, or the stack be checked, depends on what calls the function.",
        References = ImmutableArray.Create(
            "https://go.dev/issue/12037",
            "https://go.dev/issue/74478",
            "https://go.dev/src/cmd/link/internal/ld/stackcheck.go"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        if (!body.Has(AsmTextFlags.NoSplit) || body.Has(AsmTextFlags.TopFrame) || !AssemblyCalls.HasCalls(body.Function))
        {
            return;
        }

        var depths = new NoSplitDepth(context);
        foreach (var call in AssemblyCalls.Of(context.Unit, body))
        {
            if (call is { IsIndirect: true, Text: { } callee }
                && depths.Of(callee.Function) is { } needed
                && body.Graph.StepOf(call.Statement) is >= 0 and var step
                && depths.AtCall(body, step) is { } taken
                && taken + needed > depths.Limit)
            {
                var message = FormattableString.Invariant($"{body.DisplayName} has taken {taken} bytes of stack and {call.Name} takes {needed} more, both NOSPLIT: the linker allows {depths.Limit}, and doesn't see calls through registers");
                context.Report(FindingAt(body, call.Instruction.Origin, message));
            }
        }
    }
}
