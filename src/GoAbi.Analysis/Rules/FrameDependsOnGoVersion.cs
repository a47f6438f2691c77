using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2026: a function depends on a frame that Go 1.21 changed.</summary>
public sealed class FrameDependsOnGoVersion : AssemblyRule
{
    private static readonly GoVersion Before = new(20);
    private static readonly GoVersion Since = new(21);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2026",
        Name = nameof(FrameDependsOnGoVersion),
        Title = "The code depends on a frame that is another one since Go 1.21",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            On amd64 a TEXT with NOSPLIT and no locals, `$0`, had no frame up to Go 1.20, whatever it called. Since Go 1.21 one that contains a `CALL` begins with `PUSHQ BP; MOVQ SP, BP`, and everything
            that counts from the stack pointer is 8 bytes off. Code that uses names and `RET` doesn't notice.

            Finds such functions that do count: `n(SP)` that reaches the return address or what is above it, `IRETQ`, `SYSRET` and `RETFQ`, and returns with BP written. They
            do one thing with one toolchain and another with the next. Entries of interrupts, traps and threads are written like that.

            NOFRAME says in every version that there is no frame.
            """,
        BadExample = """
            ```asm
            TEXT ·interrupt(SB), NOSPLIT, $0
            	CALL ·handle(SB)
            	IRETQ // since Go 1.21 the saved BP is on top of what the CPU pushed
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·interrupt(SB), NOSPLIT|NOFRAME, $0
            	CALL ·handle(SB)
            	IRETQ
            ```
            """,
        FixSafety = """
            The fix adds NOFRAME, which keeps what Go up to 1.20 made of the function. It is unsafe, and made only on request: the numbers may have been written for a newer Go.
            """,
        References = ImmutableArray.Create("https://go.dev/doc/go1.21", "https://go.dev/src/cmd/internal/obj/x86/obj6.go", "https://go.dev/issue/80710"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (body.Function.Architecture.Name != "amd64" || AsmFrame.Of(body.Function, Before) is not { HasPrologue: false } || AsmFrame.Of(body.Function, Since) is not { HasPrologue: true })
        {
            return;
        }

        var frameless = AsmStackDepths.Of(body.Graph, AsmFrame.Of(body.Function, Before));
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            if (StatementOf(body, step) is Instruction instruction && body.Depths.KnowledgeAt(step) != AsmStackKnowledge.Unreachable && Dependence(body, frameless, instruction, step) is { } dependence)
            {
                context.Report(FindingAt(
                    body, instruction.Origin, dependence + ": up to Go 1.20 the function has no frame, since Go 1.21 the assembler saves BP first", IsRuntime(context) ? Severity.Info : null) with
                {
                    Fixes = AddNoFrame(body),
                });
                return;
            }
        }
    }

    private static string? Dependence(AssemblyBody body, AsmStackDepths frameless, Instruction instruction, int step)
    {
        var effects = body.Graph.Steps[step].Effects;
        if (instruction.Kind == AsmInstructionKind.Return && instruction.Mnemonic != "RET")
        {
            return instruction.Mnemonic + " needs what the CPU pushed on top of the stack";
        }

        // Saved by the assembler it may be used; without a frame the caller's is lost.
        if (instruction is { Kind: AsmInstructionKind.Return, Mnemonic: "RET" } && body.Function.Architecture.TryGetRegister("BP", out var pointer)
            && frameless.KnowledgeAt(step) == AsmStackKnowledge.Known && !frameless.ValueAt(step, pointer).IsEntryOf(pointer))
        {
            return "RET gives BP back only where the assembler has saved it";
        }

        foreach (var operand in instruction.Operands)
        {
            // Whatever the frame of this target is: the word at the stack pointer when nothing is pushed.
            if (operand is MemoryOperand { Base.IsStackPointer: true, Index: null } && body.PlaceOf(operand, step) is { } place && place >= body.Frame.StackPointer)
            {
                return operand.Text + " is " + (place - body.Frame.StackPointer).ToString(CultureInfo.InvariantCulture) + " bytes above where the stack pointer is at the function's begin";
            }
        }

        return null;
    }

    private static ImmutableArray<Fix> AddNoFrame(AssemblyBody body) => body.Text.Operands is [_, { } flags, _] && flags.Text.Contains("NOSPLIT")
        ? Replace("add-noframe", flags.Origin, flags.Text + "|NOFRAME", "Add NOFRAME: no frame in any Go version", FixSafety.Unsafe)
        : ImmutableArray<Fix>.Empty;
}
