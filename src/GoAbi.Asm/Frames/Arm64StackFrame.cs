namespace GoAbi.Asm;

/// <summary>
/// Frames of arm64 (cmd/internal/obj/arm64/obj7.go, preprocess; the same in Go 1.19 and 1.24). The frame pointer is saved below the stack pointer: a frame's top is where its callees' frames
/// would be, and holds what its caller saved there.
/// </summary>
internal static class Arm64StackFrame
{
    private const int Word = 8;

    public static AsmFrame Of(AsmFunction function)
    {
        var size = function.Text.FrameSize < 0 ? 0 : function.Text.FrameSize;
        if (LinkRegisterFrame.IsFrameless(function, size))
        {
            return new AsmFrame
            {
                EntryStackPointer = -Word,
                StackPointer = -Word,
                PseudoStackPointer = -Word,
                LocalsStart = -Word,
                LocalsEnd = -Word,
                FixedSize = Word,
            };
        }

        // With the return address, the caller's saved frame pointer, and what makes it a multiple of 16; other sizes are refused.
        var extra = (size + Word) % 16 == 0 ? 16 : 8;
        var bottom = -Word - (size + Word + extra);
        return new AsmFrame
        {
            EntryStackPointer = -Word,
            StackPointer = bottom,
            PseudoStackPointer = -Word - extra,
            LocalsStart = bottom + Word,
            LocalsEnd = -Word - extra,
            ReturnAddressSlot = bottom,
            FramePointerSlot = bottom - Word,
            FixedSize = Word,
        };
    }
}
