using System;
using System.Collections.Generic;
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
            it was (a warning where other writes complete it); a narrower read cuts a number off (a warning on little-endian machines, where it is the low part).

            Widths are those of the instructions, on every architecture: `VMOVD` reads 4 bytes, `VMOVDQU` 16 or 32 by its
            register, `VPBROADCASTB` one, `LDP` twice 8, `LMG` 8 for each of its registers, `MOVWU` of riscv64 4. Each register of a pair
            or list takes one argument or part; a vector register may take several neighbours, if each is taken whole. The name of a
            string, slice or interface stands for its first word as well. Where only an address is taken there is no width.

            Where the whole is named and a register takes its first part only (an element, a field, half of 64 bits on a 32-bit
            machine), that part's name is asked for: a warning.
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
            Where the first part of something is taken under the name of the whole, the fix writes the part's name. It is safe: it
            changes no instruction. Elsewhere there is none: whether the instruction or the declaration is wrong is not known.
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

        var inParts = new Dictionary<ArgumentPiece, bool>();
        foreach (var reference in body.References)
        {
            if (ArgumentPlace.Judge(area, reference, out var piece) != ArgumentPlaceKind.Right || piece is null
                || ArgumentAccess.FindMisfit(area, reference, piece, out var width) is not { } misfit)
            {
                continue;
            }

            var isWrite = (reference.Instruction.Effects.GetAccess(reference.Index) & AsmAccess.Write) != 0;
            var word = misfit.Kind == ArgumentPieceKind.Words ? misfit.Pieces[0] : misfit;
            var part = PartOf(area, word, width);
            var hint = part is null ? "" : FormattableString.Invariant($", its part {part} {part.Size}");
            var message = FormattableString.Invariant($"{reference.Instruction.Mnemonic} {(isWrite ? "writes" : "reads")} {width} bytes at {misfit}; {word.TypeName} has {word.Size}{hint}");
            context.ReportOnce(FindingAt(body, reference.Operand.Origin, message, part is not null || IsHarmless(body, area, word, width, isWrite, inParts) ? Severity.Warning : null) with
            {
                Fixes = part is null || misfit != piece ? ImmutableArray<Fix>.Empty : Replace("argument-name", reference.Operand.Symbol.Origin, part.Name, "Write " + part.Name),
            }, reference.Operand.Origin);
        }
    }

    // What is read or written under the name of the whole: the first element, the low half.
    private static ArgumentPiece? PartOf(ArgumentArea area, ArgumentPiece piece, int width)
    {
        foreach (var part in area.BeginningAt(piece.Offset))
        {
            if (part.Size == width && part.Size < piece.Size)
            {
                return part;
            }
        }

        return null;
    }

    // The low part of a number, padding behind it, or a part of what the function writes piece by piece.
    private static bool IsHarmless(AssemblyBody body, ArgumentArea area, ArgumentPiece piece, int width, bool isWrite, Dictionary<ArgumentPiece, bool> inParts)
    {
        if (width > piece.Size)
        {
            return area.IsPadding(piece.End, piece.Offset + width);
        }

        if (!isWrite)
        {
            return !area.IsBigEndian;
        }

        // Looks at the whole function: once for each piece.
        if (!inParts.TryGetValue(piece, out var known))
        {
            inParts[piece] = known = IsWrittenInParts(body, piece);
        }

        return known;
    }

    private static bool IsWrittenInParts(AssemblyBody body, ArgumentPiece piece)
    {
        var end = piece.Offset;
        for (var isLonger = true; isLonger && end < piece.End;)
        {
            isLonger = false;
            foreach (var reference in body.References)
            {
                if (reference.Offset <= end && reference.Offset >= piece.Offset && reference.Width < piece.Size && reference.Offset + reference.Width > end
                    && (reference.Instruction.Effects.GetAccess(reference.Index) & AsmAccess.Write) != 0)
                {
                    end = reference.Offset + reference.Width.GetValueOrDefault();
                    isLonger = true;
                }
            }
        }

        return end >= piece.End;
    }
}
