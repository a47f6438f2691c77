using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Frames of 386 and amd64 (cmd/internal/obj/x86/obj6.go, preprocess).</summary>
internal static class X86Frame
{
    public static AsmFrame Of(AsmFunction function, GoVersion toolchain)
    {
        var word = function.Architecture.PointerSize;
        var size = function.Text.FrameSize < 0 ? 0 : function.Text.FrameSize;
        var savesFramePointer = word == 8 && SavesFramePointer(function, size, toolchain);
        var top = savesFramePointer ? -2 * word : -word;
        return new AsmFrame
        {
            EntryStackPointer = -word,
            StackPointer = top - size,
            PseudoStackPointer = top,
            LocalsStart = top - size,
            LocalsEnd = top,
            ReturnAddressSlot = -word,
            FramePointerSlot = savesFramePointer ? top : null,
        };
    }

    // Up to 1.20 a TEXT with NOSPLIT and no locals was left alone, whatever it calls.
    private static bool SavesFramePointer(AsmFunction function, int size, GoVersion toolchain)
    {
        if ((function.Text.Flags & AsmTextFlags.NoFrame) != 0)
        {
            return false;
        }

        return size > 0 || ((toolchain.Minor >= 21 || (function.Text.Flags & AsmTextFlags.NoSplit) == 0) && FrameCalls.Contains(function));
    }
}
