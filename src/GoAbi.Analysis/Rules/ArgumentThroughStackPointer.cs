using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2020: arguments reached by the machine's stack pointer instead of by name.</summary>
public sealed class ArgumentThroughStackPointer : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2020",
        Name = nameof(ArgumentThroughStackPointer),
        Title = "An argument is reached through the stack pointer",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Finds `n(SP)` (`n(RSP)`, `n(R1)`, ...) that reaches the function's arguments and results, or the caller's frame behind them. Such a number holds for one frame size, one way of pushing, and
            one Go version; nothing checks it against the declaration, and on amd64 it is off by 8 where the assembler saves the frame pointer. Written by name, `x+0(FP)`, it is right whatever the
            frame, and is checked.

            What `n(SP)` reaches is worked out from where the stack pointer is at that instruction, by the flow of control: behind pushes, in functions without frame, and where the stack pointer was
            moved by hand and is known. Reaching behind the last result is the caller's frame: information where
            the function takes and gives nothing, and may have been entered with something else on the stack, as by an interrupt; so is everything in functions that don't come back. In functions with
            NOFRAME, which are written for that, only what has a name is reported.
            """,
        BadExample = """
            ```asm
            // func add(x, y int64) int64
            TEXT ·add(SB), NOSPLIT, $16-24
            	MOVQ 32(SP), AX
            	ADDQ y+8(FP), AX
            	MOVQ AX, ret+16(FP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·add(SB), NOSPLIT, $16-24
            	MOVQ x+0(FP), AX
            	ADDQ y+8(FP), AX
            	MOVQ AX, ret+16(FP)
            	RET
            ```
            """,
        FixSafety = "The fix writes the name. It is safe: it is made only where the assembler resolves the name to the same address.",
        References = ImmutableArray.Create("https://go.dev/doc/asm", "https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/asmdecl"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (body.IsAbiInternal)
        {
            return;
        }

        var layout = body.Layout;
        var size = layout is null ? body.Text.ArgumentSize ?? 0 : EndOf(layout);
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            if (body.Graph.Steps[step].Decoded is not null || StatementOf(body, step) is not Instruction instruction)
            {
                continue;
            }

            foreach (var operand in instruction.Operands)
            {
                if (operand is MemoryOperand { Base.IsStackPointer: true, Index: null } memory && body.PlaceOf(operand, step) is >= 0 and var place)
                {
                    Report(context, body, memory, place, step, layout, size);
                }
            }
        }
    }

    private void Report(RuleContext context, AssemblyBody body, MemoryOperand operand, long place, int step, AbiLayout? layout, long size)
    {
        Severity? severity = IsRuntime(context) || !FunctionReturns.MayReturn(context, body) ? Severity.Info : null;
        var isManaged = body.Depths.Machine(step) != body.Frame.StackPointer || body.Has(AsmTextFlags.NoFrame);
        if (layout is null)
        {
            // Without a declaration it may be called by something that is not Go.
            if (!isManaged && (body.Text.ArgumentSize is not null || body.Text.FrameSize > 0))
            {
                var where = body.Text.ArgumentSize is null ? " lies in the caller's frame, and TEXT says nothing of arguments" : place < size ? " reaches the arguments" : " points beyond the arguments";
                context.Report(FindingAt(body, operand.Origin, operand.Text + where, Severity.Info));
            }

            return;
        }

        // Who says NOFRAME may have been entered with more on the stack than a call leaves there.
        if (place >= size && !body.Has(AsmTextFlags.NoFrame))
        {
            context.Report(FindingAt(body, operand.Origin, operand.Text + " points beyond the arguments and results, which are " + Bytes(size), size == 0 ? Severity.Info : severity));
        }
        else if (place < size && NameOf(layout, place) is { } name)
        {
            var finding = FindingAt(body, operand.Origin, operand.Text + " is " + name, severity);
            var isSame = operand.Prefix == AsmOperandPrefix.None && body.Depths.Machine(step) == body.Depths.Assembler(step) && !operand.HasUnresolvedName;
            context.Report(isSame ? finding with { Fixes = Replace("name-argument", operand.Origin, name, "Write " + name + " for " + operand.Text) } : finding);
        }
        else if (place < size && !IsBlank(layout, place))
        {
            context.Report(FindingAt(body, operand.Origin, operand.Text + " is padding between or behind the arguments and results", Severity.Info));
        }
    }

    private static bool IsBlank(AbiLayout layout, long place)
    {
        foreach (var values in new[] { layout.Parameters, layout.Results })
        {
            foreach (var value in values)
            {
                if (value.Name == "_" && place >= value.Abi0Offset && place < value.Abi0Offset + value.Size)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Behind the last value; what is left up to a word is nobody's.
    private static long EndOf(AbiLayout layout)
    {
        long end = 0;
        foreach (var values in new[] { layout.Parameters, layout.Results })
        {
            foreach (var value in values)
            {
                end = value.Abi0Offset + value.Size > end ? value.Abi0Offset + value.Size : end;
            }
        }

        return end;
    }

    // The piece that begins there, or holds the place.
    private static string? NameOf(AbiLayout layout, long place)
    {
        foreach (var values in new[] { layout.Parameters, layout.Results })
        {
            foreach (var value in values)
            {
                if (value.Name == "_" || place < value.Abi0Offset || place >= value.Abi0Offset + value.Size)
                {
                    continue;
                }

                foreach (var part in value.Parts)
                {
                    var start = value.Abi0Offset + part.Offset;
                    if (place == start)
                    {
                        return value.AssemblyName + part.Suffix + "+" + start.ToString(CultureInfo.InvariantCulture) + "(FP)";
                    }
                }

                return value.AssemblyName + "+" + value.Abi0Offset.ToString(CultureInfo.InvariantCulture) + "(FP)"
                    + (place == value.Abi0Offset ? "" : " and " + (place - value.Abi0Offset).ToString(CultureInfo.InvariantCulture) + " more");
            }
        }

        return null;
    }
}
