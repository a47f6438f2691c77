using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2007: a function returns without having written a result.</summary>
public sealed class ResultNotWritten : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2007",
        Name = nameof(ResultNotWritten),
        Title = "A function returns without writing a result",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Follows each way through an assembly function from its entry to each RET, and finds results that the Go
            declaration has and that nothing has written by then, with or without a name, all parts of each: the length
            of a string is as much a result as its base. Its caller reads what happened to be there.

            A result that is written on no way is an error, one that is written on some ways only is a warning: perhaps
            those ways never happen. Tail calls, functions that don't come back, traps and endless loops write nothing and
            need not. Where the address of an argument or the stack pointer is put into a register, nothing is said,
            since any store may be the one. In functions that return in registers (`f<ABIInternal>`) the registers have
            to be written; any call or system call counts.
            """,
        BadExample = """
            ```go
            func find(p *byte, n int, c byte) (i int, ok bool)
            ```

            ```asm
            TEXT ·find(SB), NOSPLIT, $0-33
            	MOVQ p+0(FP), SI
            	MOVQ n+8(FP), CX
            	TESTQ CX, CX
            	JEQ none
            	MOVQ $0, i+24(FP)
            	MOVB $1, ok+32(FP)
            	RET
            none:
            	MOVB $0, ok+32(FP)
            	RET // i is not written
            ```
            """,
        GoodExample = """
            ```asm
            none:
            	MOVQ $0, i+24(FP)
            	MOVB $0, ok+32(FP)
            	RET
            ```
            """,
        FixSafety = "There is none: which value is meant is not known.",
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm#symbols",
            "https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/asmdecl"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        if (body.Arguments is not { } area || ResultLeaf.Of(area.Layout, area.IsInternal, area.IsBigEndian) is not { Count: > 0 } leaves)
        {
            return;
        }

        foreach (var unwritten in ResultWrites.Find(body, leaves, cancellationToken))
        {
            Report(context, body, leaves, unwritten);
        }
    }

    // One finding a result: its parts together.
    private void Report(RuleContext context, AssemblyBody body, List<ResultLeaf> leaves, UnwrittenResults unwritten)
    {
        for (var i = 0; i < leaves.Count;)
        {
            var result = leaves[i].Result;
            var names = "";
            var isMust = false;
            for (; i < leaves.Count && ReferenceEquals(leaves[i].Result, result); i++)
            {
                if ((unwritten.May & (1UL << i)) != 0)
                {
                    names += (names.Length == 0 ? "" : ", ") + leaves[i];
                    isMust |= (unwritten.Must & (1UL << i)) != 0;
                }
            }

            if (names.Length > 0)
            {
                var message = body.DisplayName + " returns here without writing its result " + names + (isMust ? "" : " on some ways");
                context.Report(FindingAt(body, unwritten.Return.Origin, message, isMust ? null : Severity.Warning) with
                {
                    Certainty = isMust ? FindingCertainty.Must : FindingCertainty.May,
                });
            }
        }
    }
}
