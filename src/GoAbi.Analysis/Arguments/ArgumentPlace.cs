namespace GoAbi.Analysis;

/// <summary>What an operand that names an argument says about its place.</summary>
internal enum ArgumentPlaceKind : byte
{
    /// <summary>Name and offset belong together, or nothing is known against them.</summary>
    Right,

    /// <summary>The name is known, and the offset is another's.</summary>
    WrongOffset,

    /// <summary>The declaration has no such name; the offset is inside of what it has.</summary>
    UnknownName,

    /// <summary>The offset is outside of all arguments and results.</summary>
    Outside,

    /// <summary>The value is in registers.</summary>
    InRegisters,
}

/// <summary>Holds references to arguments against the declaration; each kind of mistake has its rule.</summary>
internal static class ArgumentPlace
{
    private const string WholeFrame = "argframe";

    /// <summary>What a reference says.</summary>
    /// <param name="area">What the declaration has.</param>
    /// <param name="reference">The operand.</param>
    /// <param name="piece">The piece of that name; null where there is none.</param>
    public static ArgumentPlaceKind Judge(ArgumentArea area, in ArgumentReference reference, out ArgumentPiece? piece)
    {
        var (name, offset) = (reference.Name, reference.Offset);
        piece = area.Find(name);
        if (IsCallersStack(reference) || (name == WholeFrame && offset == 0))
        {
            return ArgumentPlaceKind.Right;
        }

        if (area.RegisterValue(name) is not null)
        {
            return ArgumentPlaceKind.InRegisters;
        }

        if (piece is not null)
        {
            return piece.Offset == offset || reference.Operand.Index is not null ? ArgumentPlaceKind.Right : ArgumentPlaceKind.WrongOffset;
        }

        if (offset < 0 || offset >= area.End)
        {
            return ArgumentPlaceKind.Outside;
        }

        return area.At(offset) is { } there && (!area.IsComplete || area.IsBlank(there)) ? ArgumentPlaceKind.Right : ArgumentPlaceKind.UnknownName;
    }

    /// <summary>True for an address below the arguments, which is how the caller's stack pointer is worked out: MOVD $ret-8(FP), R2.</summary>
    public static bool IsCallersStack(in ArgumentReference reference) => reference.Offset < 0 && reference.Width == 0;
}
