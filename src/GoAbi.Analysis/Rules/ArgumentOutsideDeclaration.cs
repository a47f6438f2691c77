using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2008: an operand names a place outside of the arguments.</summary>
public sealed class ArgumentOutsideDeclaration : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2008",
        Name = nameof(ArgumentOutsideDeclaration),
        Title = "An argument outside of what is declared",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds `name+offset(FP)` below the first argument or behind the last result: what is read there belongs to the caller, and
            what is written there destroys its frame. Of a function with a Go declaration the declaration decides; of any other the
            size behind the `-` in its TEXT.

            A place below the first argument is in the function's own frame: the return address, or a local. Under the name of an
            argument that is GOABI2004; under any other it may be meant, and is for information only. An address below the
            arguments, `$ret-8(FP)`, is the caller's stack pointer, and no finding.
            """,
        BadExample = """
            ```go
            func first(p *[4]uint64) uint64
            ```

            ```asm
            TEXT ·first(SB), NOSPLIT, $0-16
            	MOVQ p+0(FP), AX
            	MOVQ (AX), AX
            	MOVQ AX, res+16(FP) // the caller's
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            	MOVQ AX, ret+8(FP)
            ```
            """,
        FixSafety = """
            There is none: what was meant is not known.
            """,
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm#symbols",
            "https://go.dev/issue/79062"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        var area = body.Arguments;
        foreach (var reference in body.References)
        {
            if (area is not null)
            {
                if (ArgumentPlace.Judge(area, reference, out _) == ArgumentPlaceKind.Outside)
                {
                    Report(context, body, reference, area.End, reference.Offset < 0 ? Severity.Info : null);
                }
            }
            else if (body.Text is { ArgumentSize: { } declared and >= 0 } text && text.FrameSize >= 0 && IsOutside(reference, declared))
            {
                Report(context, body, reference, declared, reference.Offset < 0 ? Severity.Info : Severity.Warning);
            }
        }
    }

    // The address right behind is what a loop over arguments ends at.
    private static bool IsOutside(in ArgumentReference reference, long end)
    {
        var width = reference.Width;
        return (reference.Offset < 0 && !ArgumentPlace.IsCallersStack(reference)) || (width == 0 ? reference.Offset > end : reference.Offset + (width ?? 1) > end);
    }

    private void Report(RuleContext context, AssemblyBody body, in ArgumentReference reference, long end, Severity? severity)
    {
        var where = reference.Offset < 0 ? "below the first argument, in the function's own frame" : FormattableString.Invariant($"behind the {end} bytes of arguments and results");
        context.Report(FindingAt(body, reference.Operand.Origin, reference + " of " + body.DisplayName + " is " + where, severity));
    }
}
