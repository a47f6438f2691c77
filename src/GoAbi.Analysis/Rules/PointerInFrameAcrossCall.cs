using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2043: a pointer is kept in a frame that was promised to hold none, over a call in which the stack may move or be scanned.</summary>
public sealed class PointerInFrameAcrossCall : AssemblyRule
{
    private const int LocalsPointerMaps = 1;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2043",
        Name = nameof(PointerInFrameAcrossCall),
        Title = "A pointer is kept in a frame with NO_LOCAL_POINTERS over a call of Go code",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            `NO_LOCAL_POINTERS` promises that the frame of an assembly function holds no pointers whenever it calls. Finds words of the
            frame in which a pointer is stored before a call of Go code, and which are read after it:

            - a pointer that a callee returned: nothing else refers to the object, perhaps, and the garbage collector frees it in the
              second call;
            - a pointer argument of a function with `//go:noescape`: it may point into the stack of a caller. When the callee grows the
              stack, that object moves, the function's arguments are adjusted, and the copy in the frame isn't. Without
              `//go:noescape` the object is in the heap and the arguments keep it alive: no finding.

            Words at the bottom of the frame that are the callee's arguments are described by the callee and are not looked at.
            """,
        BadExample = """
            ```asm
            // func get() *node
            // func use(n int)
            TEXT ·walk(SB), 0, $24-0
            	NO_LOCAL_POINTERS
            	CALL ·get(SB)
            	MOVQ 0(SP), AX
            	MOVQ AX, 16(SP) // the only reference
            	CALL ·use(SB)
            	MOVQ 16(SP), AX
            	MOVQ (AX), CX
            	RET
            ```
            """,
        GoodExample = """
            Keep the pointer where the runtime finds it, in an argument or result of the function itself, or leave the calls to Go code:

            ```asm
            // func walk() (n *node)
            TEXT ·walk(SB), 0, $16-8
            	NO_LOCAL_POINTERS
            	MOVQ $0, n+0(FP)
            	GO_RESULTS_INITIALIZED
            	CALL ·get(SB)
            	MOVQ 0(SP), AX
            	MOVQ AX, n+0(FP)
            	CALL ·use(SB)
            	MOVQ n+0(FP), AX
            	MOVQ (AX), CX
            	RET
            ```
            """,
        FixSafety = "There is no fix: where the pointer can be kept instead depends on the function.",
        References = ImmutableArray.Create(
            "https://go.dev/src/runtime/funcdata.h",
            "https://go.dev/doc/asm"),
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

        if (body.Text.FrameSize <= 0 || !PromisesNoPointers(body.Function))
        {
            return;
        }

        var growth = new StackGrowth(context.Unit);
        var growing = new Dictionary<int, AssemblyCall>();
        foreach (var call in AssemblyCalls.Of(context.Unit, body))
        {
            if (growth.Of(call) != StackUse.Unknown && body.Graph.StepOf(call.Statement) is >= 0 and var step)
            {
                growing[step] = call;
            }
        }

        if (growing.Count == 0)
        {
            return;
        }

        var arguments = HasNoEscape(body.Info?.Declaration) ? body.Layout : null;
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stale in FramePointers.Find(body, growing, OutgoingCall.In(context, body), arguments, GoPlatforms.PointerSize(context.Target.Goarch)))
        {
            if (reported.Add(stale.Name))
            {
                var statement = body.Function.Body[body.Graph.Steps[stale.Read].Statement];
                context.Report(FindingAt(
                    body,
                    statement.Operands[stale.Operand].Origin,
                    FormattableString.Invariant($"the pointer {stale.Name} was kept in the frame over the call of {stale.Call.Name} and is read again here: with NO_LOCAL_POINTERS nobody knew of it there")) with
                {
                    Certainty = FindingCertainty.May,
                });
            }
        }
    }

    private static bool PromisesNoPointers(AsmFunction function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is FuncdataDirective { Table: LocalsPointerMaps, Symbol.Symbol.Name: "no_pointers_stackmap" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNoEscape(GoObject? declaration)
    {
        if (declaration is not null)
        {
            foreach (var directive in declaration.Directives)
            {
                if (directive.Name == "go:noescape")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
