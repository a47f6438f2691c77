namespace GoAbi.Asm;

/// <summary>Frames of wasm (cmd/internal/obj/wasm/wasmobj.go, preprocess): calls push the return address on Go's stack, and SP is a variable that the prologue lowers.</summary>
internal static class WasmFrame
{
    public static AsmFrame Of(AsmFunction function)
    {
        var size = function.Text.FrameSize < 0 || function.Body.IsEmpty ? 0 : function.Text.FrameSize;
        return new AsmFrame
        {
            EntryStackPointer = -8,
            StackPointer = -8 - size,
            PseudoStackPointer = -8,
            LocalsStart = -8 - size,
            LocalsEnd = -8,
            ReturnAddressSlot = -8,
        };
    }
}
