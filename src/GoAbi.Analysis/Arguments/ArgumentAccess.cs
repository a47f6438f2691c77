using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>
/// Whether what an instruction reads or writes at an argument is what the argument is. A general register takes one number or pointer; each register of a pair or list one of its own;
/// a vector register may take several as long as it takes each whole.
/// </summary>
internal readonly struct ArgumentAccess
{
    private readonly ArgumentArea area;
    private readonly bool isWide;

    private ArgumentAccess(ArgumentArea area, ArgumentReference reference, int width)
    {
        this.area = area;
        Width = width;
        (Registers, isWide) = RegistersOf(reference.Instruction, width);
    }

    /// <summary>Bytes that are read or written.</summary>
    public int Width { get; }

    /// <summary>How many registers share them.</summary>
    public int Registers { get; }

    /// <summary>The first piece that the access doesn't fit; null where all is right or the width isn't known.</summary>
    /// <param name="area">What the declaration has.</param>
    /// <param name="reference">The operand.</param>
    /// <param name="piece">The piece that it names, at its offset.</param>
    /// <param name="width">Bytes for that piece: those of one register.</param>
    public static ArgumentPiece? FindMisfit(ArgumentArea area, in ArgumentReference reference, ArgumentPiece piece, out int width)
    {
        width = 0;
        if (reference.Width is not (> 0 and var bytes) || reference.Operand.Index is not null)
        {
            return null;
        }

        var access = new ArgumentAccess(area, reference, bytes);
        width = bytes / access.Registers;
        for (var i = 0; i < access.Registers; i++)
        {
            var at = piece.Offset + ((long)i * width);
            if (i == 0 ? access.Fits(piece, width) || (access.Registers > 1 && access.FitsSome(at, width, piece.Size)) : access.FitsSome(at, width, long.MaxValue))
            {
                continue;
            }

            var there = area.At(at);
            width = there is null ? bytes : width; // All of it, where it goes beyond the arguments
            return i == 0 || there is null ? piece : there;
        }

        return null;
    }

    private bool Fits(ArgumentPiece piece, int width)
    {
        if (piece.Kind == ArgumentPieceKind.Words ? width == piece.Pieces[0].Size : width == piece.Size)
        {
            return true;
        }

        // Both parts of a complex number are taken under its own name.
        var mayBePart = piece.Kind is ArgumentPieceKind.Composite or ArgumentPieceKind.Words;
        return isWide && (width > piece.Size || mayBePart) && piece.Parent is not { Kind: ArgumentPieceKind.Complex } && area.At(piece.Offset + width - 1)?.End == piece.Offset + width && IsFreeOfCuts(piece.Offset, width);
    }

    private bool FitsSome(long offset, int width, long largest)
    {
        foreach (var piece in area.BeginningAt(offset))
        {
            if (piece.Size <= largest && Fits(piece, width))
            {
                return true;
            }
        }

        return false;
    }

    // No number, pointer or complex number is cut in two.
    private bool IsFreeOfCuts(long offset, long width) => !Cuts(area.Values, offset) && !Cuts(area.Values, offset + width);

    private static bool Cuts(IReadOnlyList<ArgumentPiece> pieces, long at)
    {
        foreach (var piece in pieces)
        {
            if (piece.Offset < at && at < piece.End)
            {
                return piece.Kind is ArgumentPieceKind.Scalar or ArgumentPieceKind.Complex || Cuts(piece.Pieces, at);
            }
        }

        return false;
    }

    private static (int Count, bool IsWide) RegistersOf(Instruction instruction, int width)
    {
        var count = 1;
        var isWide = false;
        foreach (var operand in instruction.Operands)
        {
            switch (operand)
            {
                case RegisterPairOperand pair:
                    count = 2;
                    isWide = IsWide(pair.First);
                    break;
                case RegisterListOperand { Registers: { IsEmpty: false } list }:
                    count = list.Length;
                    isWide = IsWide(list[0]);
                    break;
                case RegisterOperand register:
                    isWide |= IsWide(register.Register);
                    break;
                case VectorRegisterOperand:
                    isWide = true;
                    break;
            }
        }

        // s390x names the first and the last; moves of memory to memory have no register.
        count = instruction.Mnemonic switch
        {
            "LMG" or "STMG" => width / 8,
            "LMY" or "STMY" => width / 4,
            "VLM" or "VSTM" => width / 16,
            _ => count,
        };
        isWide |= instruction.Mnemonic is "MVC" or "CLC" or "XC" or "NC" or "OC";
        return (count < 1 || width % count != 0 ? 1 : count, isWide);
    }

    private static bool IsWide(AsmRegister register) => register.Class is AsmRegisterClass.Vector or AsmRegisterClass.Float;
}
