using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Frames of 386 and amd64 (cmd/internal/obj/x86/obj6.go, preprocess).</summary>
internal static class X86Frame
{
    public static AsmFrame Of(AsmFunction function, GoVersion toolchain)
    {
        var word = function.Architecture.Name == "386" ? 4 : 8;
        var size = function.Text.FrameSize < 0 ? 0 : function.Text.FrameSize;
        var isNoFrame = (function.Text.Flags & AsmTextFlags.NoFrame) != 0;
        var savesFramePointer = word == 8 && !isNoFrame && (size > 0 || (toolchain.Minor >= 21 && Calls(function)));
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

    // ACALL, ADUFFCOPY and ADUFFZERO alone: a tail jump is none.
    private static bool Calls(AsmFunction function)
    {
        foreach (var statement in function.Body)
        {
            if (statement is Instruction { Kind: AsmInstructionKind.Call } or Instruction { Mnemonic: "DUFFCOPY" or "DUFFZERO" })
            {
                return true;
            }
        }

        return false;
    }
}
