using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2003: an operand names an argument that the Go declaration does not have.</summary>
public sealed class UnknownArgument : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2003",
        Name = nameof(UnknownArgument),
        Title = "An argument that the Go declaration does not have",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Finds `name+offset(FP)` where the declaration has no such parameter, result or part of one. The assembler takes any
            name and uses the offset alone, so nothing says that the declaration has changed, or that another argument is meant.

            Parts have names as well: `s_base`, `s_len` and `s_cap` of a slice, `s_base` and `s_len` of a string, `i_type`
            or `i_itable` and `i_data` of an interface, `c_real` and `c_imag` of a complex number, `x_field` of a struct, `x_0`
            of an array, `x_lo` and `x_hi` of 64 bits on a 32-bit machine, and so on inwards: `x_1_s_len`. A parameter without a
            name is `arg`, `arg1`, `arg2` by its position, a result `ret`, `ret1`, `ret2`, a receiver `recv`. What is declared as
            `_` may be called anything. `argframe+0(FP)` is all of it.
            """,
        BadExample = """
            ```go
            func count(data []byte, b byte) int
            ```

            ```asm
            TEXT ·count(SB), NOSPLIT, $0-40
            	MOVQ data+0(FP), SI
            	MOVQ n+8(FP), BX // there is no n
            	MOVB b+24(FP), AL
            	MOVQ BX, ret+32(FP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            	MOVQ data_len+8(FP), BX
            ```
            """,
        FixSafety = """
            The fix writes the name of what is at the offset. It is safe: names change no instruction. There is none where nothing is
            there, or where a macro yields the name.
            """,
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

        if (body.Arguments is not { } area)
        {
            return;
        }

        foreach (var reference in body.References)
        {
            if (ArgumentPlace.Judge(area, reference, out _) == ArgumentPlaceKind.UnknownName)
            {
                var there = area.At(reference.Offset);
                var hint = there is null ? ", and nothing is there" : FormattableString.Invariant($"; offset {reference.Offset} is {there}");
                context.ReportOnce(FindingAt(body, reference.Operand.Origin, body.DisplayName + " has no argument " + reference.Name + hint) with
                {
                    Fixes = there is null || there.Offset != reference.Offset ? ImmutableArray<Fix>.Empty
                        : Replace("argument-name", reference.Operand.Symbol.Origin, there.Name, "Write " + there.Name),
                }, reference.Operand.Origin);
            }
        }
    }
}
