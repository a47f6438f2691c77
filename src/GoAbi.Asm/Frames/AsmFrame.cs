using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// The stack frame that the assembler makes for a TEXT: what its prologue saves and by how much it lowers the stack pointer (cmd/internal/obj/*, preprocess).
/// All places are bytes from the argument base, which assembly writes 0(FP): arguments at 0 and up, the frame below. Immutable.
/// </summary>
public sealed record AsmFrame
{
    /// <summary>Where the machine's stack pointer points before the function's first instruction: at the return address on x86, below the arguments elsewhere.</summary>
    public required long EntryStackPointer { get; init; }

    /// <summary>Where it points behind the prologue.</summary>
    public required long StackPointer { get; init; }

    /// <summary>What <c>0(SP)</c> with a name, <c>x-8(SP)</c>, counts from: the top of the locals.</summary>
    public required long PseudoStackPointer { get; init; }

    /// <summary>The lowest byte that is the function's own, above what the machine's convention reserves at the bottom.</summary>
    public required long LocalsStart { get; init; }

    /// <summary>Behind the highest byte that is the function's own.</summary>
    public required long LocalsEnd { get; init; }

    /// <summary>Where the return address is kept; null where it stays in the link register.</summary>
    public long? ReturnAddressSlot { get; init; }

    /// <summary>
    /// What a frame on this machine holds at its bottom and a callee's arguments stand above: the return address where there is a link register (with more on ppc64), nothing where calls push it.
    /// </summary>
    public long FixedSize { get; init; }

    /// <summary>Where the caller's frame pointer is kept: on arm64 below the stack pointer; null where it is not saved.</summary>
    public long? FramePointerSlot { get; init; }

    /// <summary>True where the prologue does anything: lowers the stack pointer, saves a register.</summary>
    public bool HasPrologue => StackPointer != EntryStackPointer;

    /// <summary>The frame of a function as the assembler of a Go version makes it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="toolchain">The version of the assembler.</param>
    public static AsmFrame Of(AsmFunction function, GoVersion toolchain)
    {
        if (function is null)
        {
            throw new ArgumentNullException(nameof(function));
        }

        return function.Architecture.Family switch
        {
            ArchitectureFamily.X86 => X86Frame.Of(function, toolchain),
            ArchitectureFamily.Arm64 => Arm64StackFrame.Of(function),
            ArchitectureFamily.Wasm => WasmFrame.Of(function),
            _ => LinkRegisterFrame.Of(function),
        };
    }
}
