using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2042: assembly calls Go code with a frame, or with arguments, that the runtime has no map of.</summary>
public sealed class MissingStackMap : AssemblyRule
{
    private const int ArgsPointerMaps = 0;
    private const int LocalsPointerMaps = 1;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2042",
        Name = nameof(MissingStackMap),
        Title = "Assembly calls what may grow the stack, and the runtime has no map of its frame",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds assembly functions that call Go code, or assembly that checks the stack's bound, while the runtime could not
            look through their frames.

            When a goroutine's stack is grown or scanned for the garbage collector, the runtime needs to know of every frame on
            it where pointers are. For a function in assembly nobody knows, unless it says so:

            - a frame above 0 bytes needs a map of the locals: `NO_LOCAL_POINTERS` (or a FUNCDATA of its own). Words that were
              pushed belong to the frame;
            - arguments of a pointer's size or more need a map of the arguments. The compiler makes it of a Go declaration
              without body, and the assembler refers to it where the symbol is the package's own, has the ABI0 convention and is
              not local to its file. A function without declaration, `f<>` above all, has none. Up to Go 1.19 a TEXT without
              argument size needs it as well.

            Where the map is missing the program ends with `fatal error: missing stackmap`; not at each call, but when the stack
            happens to be grown or scanned just then. The finding is a warning where the callee is Go code that calls nothing
            itself: then it takes a preemption.
            """,
        BadExample = """
            ```asm
            // func each(n int)
            TEXT ·each(SB), 0, $8-8
            	MOVQ n+0(FP), AX
            	MOVQ AX, 0(SP)
            	CALL ·visit(SB) // func visit(n int), in Go
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            #include "funcdata.h"

            TEXT ·each(SB), 0, $8-8
            	NO_LOCAL_POINTERS
            	MOVQ n+0(FP), AX
            	MOVQ AX, 0(SP)
            	CALL ·visit(SB)
            	RET
            ```

            Outgoing arguments need no map here: the callee's own describes them. A pointer that has to outlive the call is read
            again from the function's arguments.
            """,
        FixSafety = """
            `NO_LOCAL_POINTERS` is inserted, with the `#include` that it needs. That is unsafe, since it is a promise: someone
            has to see that no pointer is kept in the frame over a call. There is no fix for missing arguments: declare the
            function in Go, or pass nothing on the stack.
            """,
        References = ImmutableArray.Create(
            "https://go.dev/src/runtime/funcdata.h",
            "https://go.dev/src/runtime/stkframe.go",
            "https://go.dev/issue/24419",
            "https://go.dev/issue/39374"),
    };

    /// <inheritdoc/>
    internal override bool ReadsGoBodies => true;

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        if (!AssemblyCalls.HasCalls(body.Function) && !StackGrowth.HasCheck(body.Function))
        {
            return;
        }

        var needsLocals = body.Text.FrameSize > 0 && !Has(body.Function, LocalsPointerMaps);
        var needsArguments = LacksArguments(context, body);
        if ((!needsLocals && !needsArguments) || LeavesItsStack(body))
        {
            return;
        }

        var (call, use) = Worst(context, body);
        if (call is not null && needsLocals)
        {
            var message = Invariant($"the frame of {body.DisplayName} ({body.Text.FrameSize} bytes) has no map of its pointers, and the call of {call.Name} {Leads(use)}");
            context.Report(FindingAt(body, call.Instruction.Origin, message + ": the runtime then throws \"missing stackmap\"; say NO_LOCAL_POINTERS", SeverityOf(use)) with
            {
                Certainty = use == StackUse.Grows ? FindingCertainty.Must : FindingCertainty.May,
                Fixes = StackMapFix.Of(body),
            });
        }

        if (needsArguments && (call is not null || StackGrowth.HasCheck(body.Function)))
        {
            var size = body.Text.ArgumentSize is { } known ? Invariant($"{known} bytes of arguments") : "arguments of unknown size";
            var (origin, how) = call is not null
                ? (call.Instruction.Origin, Invariant($"the call of {call.Name} {Leads(use)}"))
                : (body.Text.Symbol.Origin, "its own check of the stack's bound may grow the stack");
            context.Report(FindingAt(
                body,
                origin,
                Invariant($"{body.DisplayName} has {size} and no Go declaration that says where pointers are in them, and {how}: the runtime then throws \"missing stackmap\""),
                call is null ? Severity.Error : SeverityOf(use)));
        }
    }

    private static Severity SeverityOf(StackUse use) => use == StackUse.Grows ? Severity.Error : Severity.Warning;

    private static string Leads(StackUse use) => use == StackUse.Grows ? "may grow the stack" : "runs Go code, which may be preempted";

    private static (AssemblyCall? Call, StackUse Use) Worst(RuleContext context, AssemblyBody body)
    {
        var growth = new StackGrowth(context.Unit);
        (AssemblyCall? Call, StackUse Use) worst = default;
        foreach (var call in AssemblyCalls.Of(context.Unit, body))
        {
            if (growth.Of(call) is var use && use > worst.Use)
            {
                worst = (call, use);
            }
        }

        return worst;
    }

    // cmd/internal/obj.Flushplist refers to a map of the compiler's; there is one where a Go declaration without body is the package's own.
    private static bool LacksArguments(RuleContext context, AssemblyBody body)
    {
        var size = body.Text.ArgumentSize;
        if (size is { } bytes ? bytes < GoPlatforms.PointerSize(context.Target.Goarch) : context.Target.Toolchain.Minor > 19 || !IsPackages(context, body))
        {
            return false;
        }

        return body.Info?.Declaration is null && !body.IsAbiInternal && !Has(body.Function, ArgsPointerMaps);
    }

    // What has a name without package, as entry points of programs, runs before there are goroutines.
    private static bool IsPackages(RuleContext context, AssemblyBody body) =>
        body.Text.Symbol.IsStatic || body.Symbol.StartsWith(SymbolNames.LinkPath(context.Unit.Package) + ".", StringComparison.Ordinal);

    private static bool Has(AsmFunction function, long table)
    {
        foreach (var statement in function.Body)
        {
            if (statement is FuncdataDirective funcdata && (funcdata.Table == table || funcdata.Table is null))
            {
                return true;
            }
        }

        return false;
    }

    // Code that is not on a goroutine's stack, or sets the stack pointer itself: nobody grows or scans what it stands on.
    private static bool LeavesItsStack(AssemblyBody body)
    {
        if (body.Has(AsmTextFlags.TopFrame))
        {
            return true;
        }

        foreach (var statement in body.Function.Body)
        {
            if (statement is Instruction instruction && instruction.Effects is { StackChange: null } effects && effects.Has(AsmEffectFlags.WritesStackPointer))
            {
                return true;
            }
        }

        return false;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
