using System;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2001: the size of arguments and results that TEXT says is not that of the Go declaration.</summary>
public sealed class ArgumentSizeMismatch : AssemblyRule
{
    private static readonly Regex Frame = new(@"^(\$-?[0-9A-Za-z_]+)\s*(-.*)?$", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2001",
        Name = nameof(ArgumentSizeMismatch),
        Title = "The size of arguments that TEXT declares is not that of the Go declaration",
        DefaultSeverity = Severity.Warning,
        Explanation = """
            Compares the number behind the `-` in `TEXT ·f(SB), NOSPLIT, $32-24` with the bytes of arguments and results that
            the function's Go declaration has on the target, the receiver of a method included.

            The runtime takes that number for the size of the arguments when it copies a stack or looks for pointers
            in it, and a tail call is checked against it. A number that was right before the declaration changed, or on another
            architecture, is wrong silently.

            The compiler rounds the size up to a word, `go vet` doesn't: both numbers are right, and those between. Where
            no number is written, a NOSPLIT function is left alone. Numbers that macros yield, and hexadecimal ones, count as the
            assembler reads them. For a function that takes its arguments in registers (`f<ABIInternal>`) the size of the area
            for keeping them is right too.
            """,
        BadExample = """
            ```go
            func sum(x []uint64) uint64
            ```

            ```asm
            TEXT ·sum(SB), NOSPLIT, $0-24 // 24 bytes of x, 8 of the result
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            TEXT ·sum(SB), NOSPLIT, $0-32
            	RET
            ```
            """,
        FixSafety = """
            The fix writes the size. It is safe: the number changes no instruction. There is none where a macro yields the
            TEXT.
            """,
        References = ImmutableArray.Create(
            "https://go.dev/doc/asm#directives",
            "https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/asmdecl",
            "https://go.dev/issue/29334"),
    };

    /// <inheritdoc/>
    protected override void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken)
    {
        if (context is null || body is null)
        {
            throw new ArgumentNullException(context is null ? nameof(context) : nameof(body));
        }

        var text = body.Text;
        var frame = text.Operands.Length > 0 && text.Operands[text.Operands.Length - 1] is FrameOperand last ? last : null;
        if (body.Arguments is not { } area || frame?.HasUnresolvedName == true || (text.ArgumentSize is null && body.Has(AsmTextFlags.NoSplit)))
        {
            return;
        }

        var declared = text.ArgumentSize ?? 0;
        var size = area.Layout.Abi0ArgumentSize;
        if ((declared >= UnpaddedSize(area) && declared <= size) || (area.IsInternal && (declared == area.Layout.ArgumentWidth || declared == area.Layout.StackArgumentSize)))
        {
            return;
        }

        var says = text.ArgumentSize is null ? "says no size of arguments" : FormattableString.Invariant($"says {declared} bytes of arguments and results");
        var origin = text.ArgumentSize is null || frame is null ? text.Origin : frame.Origin;
        context.Report(FindingAt(body, origin, FormattableString.Invariant($"TEXT of {body.DisplayName} {says}; its Go declaration has {size}")) with { Fixes = FixOf(frame, size) });
    }

    // What vet counts: up to the last byte of the last result.
    private static long UnpaddedSize(ArgumentArea area)
    {
        var layout = area.Layout;
        var values = layout.Results.IsEmpty ? layout.Parameters : layout.Results;
        return values.IsEmpty ? 0 : values[values.Length - 1].Abi0Offset + values[values.Length - 1].Size;
    }

    private static ImmutableArray<Fix> FixOf(FrameOperand? frame, long size)
    {
        if (frame is null || frame.Origin.Spelling is not { File: { } file } spelling || Frame.Match(file.Text.ToString(spelling.Span)) is not { Success: true } match)
        {
            return ImmutableArray<Fix>.Empty;
        }

        var text = FormattableString.Invariant($"{match.Groups[1].Value}-{size}");
        return Replace("argument-size", frame.Origin, text, FormattableString.Invariant($"Write {size} as the size of arguments and results"));
    }
}
