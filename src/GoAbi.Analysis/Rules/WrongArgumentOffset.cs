using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2004: an operand names an argument at the offset of another.</summary>
public sealed class WrongArgumentOffset : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2004",
        Name = nameof(WrongArgumentOffset),
        Title = "An argument at an offset that is not its own",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Finds `name+offset(FP)` where the declaration has that name and it is elsewhere: the instruction reads or writes another
            argument, or part of one. Offsets are counted for the target's word size and alignment, so an offset that is right
            on amd64 may be wrong on 386. Where all of another argument is taken it is a warning, since its name may be meant.

            Inside of the argument that is named it is a warning, too: `s+8(FP)` is the length of the slice `s`, and written `s_len+8(FP)`.
            Some bytes of a number, such as its low byte on a big-endian machine, are for information only.
            """,
        BadExample = """
            ```go
            func index(s []byte, c byte) int
            ```

            ```asm
            TEXT ·index(SB), NOSPLIT, $0-40
            	MOVQ s_base+0(FP), SI
            	MOVQ s_len+16(FP), BX // the capacity
            	MOVB c+24(FP), AL
            	MOVQ BX, ret+32(FP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            	MOVQ s_len+8(FP), BX
            ```
            """,
        FixSafety = """
            Where the offset is another's, the fix writes that of the name, and is unsafe: perhaps the name is what is wrong. Where it is
            inside of what is named, the fix writes the part's name, and is safe: it changes no instruction. There is none where a
            macro yields the operand.
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
            if (ArgumentPlace.Judge(area, reference, out var piece) != ArgumentPlaceKind.WrongOffset)
            {
                continue;
            }

            var there = area.At(reference.Offset);
            var isInside = reference.Offset > piece!.Offset && reference.Offset + (reference.Width ?? 1) <= piece.End;
            var isPart = isInside && piece.Kind == ArgumentPieceKind.Scalar;
            var hint = there is null || there == piece ? "" : FormattableString.Invariant($"; offset {reference.Offset} is {there}");
            context.ReportOnce(FindingAt(body, reference.Operand.Origin, FormattableString.Invariant($"{reference.Name} is {piece}{hint}"), isPart ? Severity.Info : isInside || IsAnother(area, reference) ? Severity.Warning : null) with
            {
                Fixes = isInside && there?.Offset == reference.Offset
                    ? Replace("argument-name", reference.Operand.Symbol.Origin, there.Name, "Write " + there.Name)
                    : Replace("argument-offset", reference.Operand.Origin, (reference.Operand.Prefix == AsmOperandPrefix.Address ? "$" : "") + piece, "Write " + piece, FixSafety.Unsafe),
            }, reference.Operand.Origin);
        }
    }

    // All of another argument or part: it may be the name that is wrong.
    private static bool IsAnother(ArgumentArea area, in ArgumentReference reference)
    {
        foreach (var there in area.BeginningAt(reference.Offset))
        {
            if (ArgumentAccess.FindMisfit(area, reference, there, out _) is null)
            {
                return true;
            }
        }

        return false;
    }
}
