using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2023: a function comes back with another frame pointer than its caller's.</summary>
public sealed class FramePointerClobbered : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2023",
        Name = nameof(FramePointerClobbered),
        Title = "The caller's frame pointer is lost",
        Explanation = """
            Finds writes of the frame pointer's register, BP on amd64 and R29 on arm64, after which a function returns without having put the caller's value back. The value is followed through
            registers, pushes and pops, and words of the stack, over every way to every `RET` and every jump to another function, in functions of any frame size, with or without NOFRAME, and
            through instructions that are written as numbers on arm64.

            Go's frame pointers form a chain through the frames of a goroutine, which the execution tracer, profilers such as perf, and debuggers follow at any time. With one wrong link they read
            whatever is at the address that was left in the register, and the tracer crashes the program.

            Where the assembler makes a frame, it saves and restores the register itself on amd64, and the function may use it. The rule holds for every operating system: the chain is followed on
            all of them. In the runtime's packages findings are information: functions that keep all registers by a convention of their own, and those that switch between stacks, load the register from what
            others have saved.
            """,
        BadExample = """
            ```asm
            TEXT ·mul(SB), NOSPLIT, $0-24
            	MOVQ x+0(FP), BP
            	IMULQ y+8(FP), BP
            	MOVQ BP, ret+16(FP)
            	RET
            ```
            """,
        GoodExample = """
            Use another register, or let the assembler save this one: any frame does.

            ```asm
            TEXT ·mul(SB), NOSPLIT, $8-24
            	MOVQ x+0(FP), BP
            	IMULQ y+8(FP), BP
            	MOVQ BP, ret+16(FP)
            	RET
            ```
            """,
        FixSafety = "There is no fix: which register is free has to be seen.",
        References = ImmutableArray.Create("https://go.dev/issue/69838", "https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/framepointer"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (body.Frame.FramePointerSlot is not null || body.Has(AsmTextFlags.TopFrame) || !TryGetPointer(body.Function.Architecture, out var pointer) || !Writes(body, pointer))
        {
            return;
        }

        var use = new FramePointerUse(body, pointer);
        var reported = ImmutableHashSet<int>.Empty;
        foreach (var exit in FunctionExit.Of(body))
        {
            if (use.IsCallers(body.Depths.ValueAt(exit.Step, pointer)))
            {
                continue;
            }

            foreach (var write in use.LosingWrites(exit.Step))
            {
                if (!reported.Contains(write) && !use.IsCallers(body.Depths.ValueAfter(write, pointer)) && Judge(body, pointer, use, write) is { } finding)
                {
                    reported = reported.Add(write);
                    context.Report(finding with
                    {
                        Severity = IsRuntime(context) ? Severity.Info : finding.Severity,
                        Flow = ImmutableArray.Create(new FlowStep(exit.Instruction.Origin.Location, "the caller runs on with what is in " + pointer.Name + " here")),
                    });
                }
            }
        }
    }

    // Lost, kept and not put back, or perhaps brought back from where it isn't followed.
    private Finding? Judge(AssemblyBody body, AsmRegister pointer, FramePointerUse use, int write)
    {
        if (body.Depths.KnowledgeAt(write) == AsmStackKnowledge.Unknown || body.Depths.ValueAfter(write, pointer).Kind == AsmTrackedKind.Differs)
        {
            return null;
        }

        var origin = StatementOf(body, write).Origin;
        if (body.Depths.IsKeptAfter(write, AsmTrackedValue.Entry(pointer)))
        {
            return FindingAt(body, origin, pointer.Name + ", the caller's frame pointer, is saved and written, but not restored on a way out");
        }

        if (!use.IsSavedElsewhere())
        {
            return FindingAt(body, origin, pointer.Name + ", the caller's frame pointer, is clobbered before saving");
        }

        // What a register or memory holds may be what was saved.
        return IsNumber(body, write) ? FindingAt(body, origin, pointer.Name + ", the caller's frame pointer, is written and may not be restored on a way out", Severity.Warning) : null;
    }

    private static bool IsNumber(AssemblyBody body, int write) =>
        body.Graph.Steps[write].Decoded is null && StatementOf(body, write) is Instruction { Operands: [ImmediateOperand, ..] };

    private static bool Writes(AssemblyBody body, AsmRegister pointer)
    {
        foreach (var step in body.Graph.Steps)
        {
            if (step.Effects.Writes.Contains(pointer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryGetPointer(AsmArchitecture architecture, out AsmRegister pointer)
    {
        pointer = default;
        return architecture.Name switch
        {
            "amd64" => architecture.TryGetRegister("BP", out pointer),
            "arm64" => architecture.TryGetRegister("R29", out pointer),
            _ => false,
        };
    }
}
