namespace GoAbi.Asm;

/// <summary>
/// Frames of the machines that call through a link register, but for arm64 (cmd/internal/obj/{arm,loong64,mips,ppc64,riscv,s390x}/obj*.go, preprocess; the same in Go 1.19 and 1.24): what
/// a frame holds at its bottom, the return address first, is what a caller keeps below its callee's arguments.
/// </summary>
internal static class LinkRegisterFrame
{
    public static AsmFrame Of(AsmFunction function)
    {
        var fixedSize = FixedSize(function.Architecture);
        var size = function.Text.FrameSize < 0 ? 0 : function.Text.FrameSize;
        var total = IsFrameless(function, size) ? 0 : Align(function.Architecture, size + fixedSize);
        var bottom = -fixedSize - total;
        return new AsmFrame
        {
            EntryStackPointer = -fixedSize,
            StackPointer = bottom,
            PseudoStackPointer = -fixedSize,
            LocalsStart = total == 0 ? bottom : bottom + fixedSize,
            LocalsEnd = -fixedSize,
            ReturnAddressSlot = total == 0 ? null : bottom,
            FixedSize = fixedSize,
        };
    }

    /// <summary>True for a function that the assembler leaves as it is: NOFRAME, the number that once said so, or neither locals nor calls.</summary>
    public static bool IsFrameless(AsmFunction function, int size)
    {
        var isMarked = (function.Text.Flags & AsmTextFlags.NoFrame) != 0
            || (function.Text.FrameSize == -function.Architecture.PointerSize && function.Architecture.Family != ArchitectureFamily.Loong64);
        return isMarked || function.Body.IsEmpty || (size == 0 && !FrameCalls.Contains(function));
    }

    private static int FixedSize(AsmArchitecture architecture) => architecture.Family == ArchitectureFamily.Ppc64 ? 32 : architecture.PointerSize;

    // Only where a size that is no multiple of four is not refused.
    private static int Align(AsmArchitecture architecture, int total) =>
        (total & 4) != 0 && architecture.PointerSize == 8 && architecture.Family is ArchitectureFamily.Mips or ArchitectureFamily.Loong64 ? total + 4 : total;
}
