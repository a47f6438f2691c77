using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2022: a store over a saved return address or frame pointer.</summary>
public sealed class SavedReturnAddressOverwritten : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2022",
        Name = nameof(SavedReturnAddressOverwritten),
        Title = "A store goes over a saved return address or frame pointer",
        Explanation = """
            Finds stores whose bytes, in whole or in part, are where a return address or a frame pointer is kept:

            - on machines with a link register, `0(RSP)` (`0(R13)`, `0(R1)`, ...): the prologue has saved the link register there. In a function without a frame it is where the *caller* has
              saved its own, and the caller returns to what was written;
            - on amd64 and 386 the word above the locals: the saved BP where there is one, else the return address;
            - on arm64 the word below the stack pointer, where the prologue saves R29, and the topmost word of the frame, where the caller has saved its R29.

            Addresses are those of the machine, with the frame that the assembler makes and the pushes up to there, and through registers that hold an address in the stack. Storing what is there
            already, as functions do that save the link register themselves, is not reported.

            Where a function calls nothing, most machines return by the register, and a link register overwritten in the frame misleads tracebacks only: a warning. What a caller keeps is its
            concern only where it is Go: for functions without a Go declaration, which C may call, that don't come back, and in the runtime, that is information; so is a return address that the function
            reads as well, since it is then meant to be changed.
            """,
        BadExample = """
            ```asm
            TEXT ·count(SB), NOSPLIT, $16-16
            	MOVD x+0(FP), R0
            	MOVD R0, 0(RSP) // the saved link register
            	BL   ·next(SB)
            	RET
            ```
            """,
        GoodExample = """
            The word above it is the first of the function's own, and the first argument of what it calls.

            ```asm
            TEXT ·count(SB), NOSPLIT, $16-16
            	MOVD x+0(FP), R0
            	MOVD R0, 8(RSP)
            	BL   ·next(SB)
            	RET
            ```
            """,
        FixSafety = "There is no fix: other accesses of the same word have to move with it.",
        References = ImmutableArray.Create("https://go.dev/doc/asm", "https://go.dev/issue/79062"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (body.Has(AsmTextFlags.TopFrame))
        {
            return;
        }

        var severities = new Dictionary<FramePart, Severity?>();
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            if (!body.Graph.Steps[step].Effects.Has(AsmEffectFlags.WritesMemory))
            {
                continue;
            }

            foreach (var access in body.Depths.AccessesOf(step))
            {
                // Above the stack pointer only: what lies below was given up, by an epilogue written by hand for one.
                if (access.IsWrite && access.Address.IsPlace && FrameParts.Touched(body, access) is not FramePart.None and var part && !IsGivenUp(body, step, part) && !IsSame(body, step, part) && !IsBarrier(body, step, access))
                {
                    // Looks at the whole function: once for each part.
                    if (!severities.TryGetValue(part, out var severity))
                    {
                        severities[part] = severity = SeverityOf(context, body, part);
                    }

                    context.ReportOnce(FindingAt(
                        body,
                        StatementOf(body, step).Operands[access.Operand].Origin,
                        StatementOf(body, step) + " overwrites " + Name(part, body.Function.Architecture) + (severity == Severity.Warning && part == FramePart.ReturnAddress ? ", from which tracebacks go on" : ""),
                        severity), StatementOf(body, step).Operands[access.Operand].Origin);
                }
            }
        }
    }

    private static string Name(FramePart part, AsmArchitecture architecture) => part switch
    {
        FramePart.ReturnAddress => architecture.LinkRegister is { } link ? "the saved link register, " + link.Name : "the return address",
        FramePart.FramePointer => "the caller's frame pointer, which the prologue saved",
        FramePart.CallersReturnAddress => "the word in which the caller has saved its return address",
        _ => "the word in which the caller has saved its frame pointer",
    };

    // Who isn't called from Go has no such caller. RET takes the return address from the register where nothing was called, but for arm and riscv64.
    private static Severity? SeverityOf(RuleContext context, AssemblyBody body, FramePart part)
    {
        if (part is FramePart.CallersReturnAddress or FramePart.CallersFramePointer)
        {
            return IsRuntime(context) || body.Info?.Declaration is null || !FunctionReturns.MayReturn(context, body)
                ? Severity.Info
                : part == FramePart.CallersFramePointer ? Severity.Warning : null;
        }

        if (part == FramePart.ReturnAddress && body.Function.Architecture.LinkRegister is null && ReadsReturnAddress(body))
        {
            return Severity.Info;
        }

        return part == FramePart.ReturnAddress && body.Function.Architecture is { LinkRegister: not null, Name: not ("arm" or "riscv64") } && !Calls(body) ? Severity.Warning : null;
    }

    private static bool Calls(AssemblyBody body)
    {
        foreach (var step in body.Graph.Steps)
        {
            if (step.Effects.Has(AsmEffectFlags.Calls))
            {
                return true;
            }
        }

        return false;
    }

    // Who reads the return address before it writes it means to change it.
    private static bool ReadsReturnAddress(AssemblyBody body)
    {
        for (var step = 0; step < body.Graph.Steps.Length; step++)
        {
            foreach (var access in body.Depths.AccessesOf(step))
            {
                if (access.IsRead && access.Address == AsmTrackedValue.Stack(body.Frame.ReturnAddressSlot ?? 0))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // LOCK; XADDL AX, (SP) with 0 in AX, and LOCK; ADDL $0, (SP), are how memory barriers are written on 386.
    private static bool IsBarrier(AssemblyBody body, int step, AsmStackAccess access) =>
        access.IsRead && step > 0 && StatementOf(body, step - 1).Mnemonic == "LOCK";

    private static bool IsGivenUp(AssemblyBody body, int step, FramePart part)
    {
        var place = part switch
        {
            FramePart.ReturnAddress => body.Frame.ReturnAddressSlot ?? 0,
            FramePart.FramePointer => body.Frame.FramePointerSlot ?? 0,
            FramePart.CallersFramePointer => body.Frame.EntryStackPointer - 8,
            _ => body.Frame.EntryStackPointer,
        };
        return body.Depths.Machine(step) is { } stack && stack > place && stack != body.Frame.StackPointer;
    }

    // What a function saves itself where it is saved already.
    private static bool IsSame(AssemblyBody body, int step, FramePart part)
    {
        var place = part switch
        {
            FramePart.ReturnAddress => body.Frame.ReturnAddressSlot,
            FramePart.FramePointer => body.Frame.FramePointerSlot,
            _ => null,
        };
        return place is { } slot && body.Depths.ContentsAfter(step, AsmTrackedValue.Stack(slot)).Kind is AsmTrackedKind.EntryValue or AsmTrackedKind.ReturnAddress;
    }
}
