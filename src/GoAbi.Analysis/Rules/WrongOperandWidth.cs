using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>GOABI2005: an instruction reads or writes more or less of an argument than there is.</summary>
public sealed class WrongOperandWidth : AssemblyRule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "GOABI2005",
        Name = nameof(WrongOperandWidth),
        Title = "An access to an argument of another width",
        DefaultSeverity = Severity.Error,
        Explanation = """
            Compares the bytes that an instruction reads or writes at `name+offset(FP)` with the size of what the declaration has there.
            An access that is wider takes the next argument along (a warning where there is but padding); a narrower write leaves part of a result as
            it was; a narrower read cuts a number off (a warning on little-endian machines, where it is the low part).

            Widths are those of the instructions, on every architecture: `VMOVD` reads 4 bytes, `VMOVDQU` 16 or 32 by its
            register, `VPBROADCASTB` one, `LDP` twice 8, `LMG` 8 for each of its registers, `MOVWU` of riscv64 4. Each register of a pair
            or list takes one argument or part; a vector register may take several neighbours, if each is taken whole. The name of a
            string, slice or interface stands for its first word as well. Where only an address is taken there is no width.

            Where a struct or array is named, and a general register takes its first part only, that part's name is asked for: a warning.
            """,
        BadExample = """
            ```go
            func add(a, b uint32) uint32
            ```

            ```asm
            TEXT ·add(SB), NOSPLIT, $0-12
            	MOVQ a+0(FP), AX // reads b, too
            	ADDL b+4(FP), AX
            	MOVL AX, ret+8(FP)
            	RET
            ```
            """,
        GoodExample = """
            ```asm
            	MOVL a+0(FP), AX
            ```
            """,
        FixSafety = """
            There is none: whether the instruction or the declaration is wrong is not known.
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
            if (ArgumentPlace.Judge(area, reference, out var piece) != ArgumentPlaceKind.Right || piece is null
                || ArgumentAccess.FindMisfit(area, reference, piece, out var width) is not { } misfit)
            {
                continue;
            }

            var isWrite = (reference.Instruction.Effects.GetAccess(reference.Index) & AsmAccess.Write) != 0;
            var word = misfit.Kind == ArgumentPieceKind.Words ? misfit.Pieces[0] : misfit;
            var message = FormattableString.Invariant($"{reference.Instruction.Mnemonic} {(isWrite ? "writes" : "reads")} {width} bytes at {misfit}; {word.TypeName} has {word.Size}");
            context.Report(FindingAt(body, reference.Operand.Origin, message, IsHarmless(area, word, width, isWrite) ? Severity.Warning : null));
        }
    }

    // The low part of a number, padding behind it, or the first part of a struct or array by the name of the whole.
    private static bool IsHarmless(ArgumentArea area, ArgumentPiece piece, int width, bool isWrite)
    {
        if (piece.Kind == ArgumentPieceKind.Composite)
        {
            foreach (var first in area.BeginningAt(piece.Offset))
            {
                if (first.Size == width)
                {
                    return true;
                }
            }
        }

        return width < piece.Size ? !isWrite && !area.IsBigEndian : area.IsPadding(piece.End, piece.Offset + width);
    }
}
