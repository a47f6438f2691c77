using System;

namespace GoAbi.Asm;

/// <summary>What an instruction does, or may do: a flag that is not set is a thing that certainly doesn't happen, as long as <see cref="Unknown"/> is not set.</summary>
[Flags]
public enum AsmEffectFlags
{
    /// <summary>Nothing of the below.</summary>
    None = 0,

    /// <summary>Calls and comes back.</summary>
    Calls = 1 << 0,

    /// <summary>Goes elsewhere and does not come back; <see cref="Conditional"/> says whether always.</summary>
    Jumps = 1 << 1,

    /// <summary>Leaves the function for another, whose return is then this function's.</summary>
    TailCalls = 1 << 2,

    /// <summary>Returns.</summary>
    Returns = 1 << 3,

    /// <summary>Jump, call or return happens under a condition only.</summary>
    Conditional = 1 << 4,

    /// <summary>Stops the program or enters a debugger.</summary>
    Traps = 1 << 5,

    /// <summary>Enters the operating system or a hypervisor.</summary>
    SystemCalls = 1 << 6,

    /// <summary>Reads the machine's stack pointer, in an address too, and the assembler's SP and FP that stand for it.</summary>
    ReadsStackPointer = 1 << 7,

    /// <summary>Changes the stack pointer: <see cref="AsmEffects.StackChange"/> says by how much.</summary>
    WritesStackPointer = 1 << 8,

    /// <summary>Reads the frame pointer register.</summary>
    ReadsFramePointer = 1 << 9,

    /// <summary>Writes the frame pointer register.</summary>
    WritesFramePointer = 1 << 10,

    /// <summary>Reads the link register.</summary>
    ReadsLink = 1 << 11,

    /// <summary>Writes the link register.</summary>
    WritesLink = 1 << 12,

    /// <summary>Reads the register of g (which on amd64 holds g in ABIInternal code only).</summary>
    ReadsGoroutine = 1 << 13,

    /// <summary>Writes the register of g.</summary>
    WritesGoroutine = 1 << 14,

    /// <summary>Reads the thread pointer, or memory through it.</summary>
    ReadsThread = 1 << 15,

    /// <summary>Writes the thread pointer, or memory through it.</summary>
    WritesThread = 1 << 16,

    /// <summary>Reads the base of FS or GS as a number.</summary>
    ReadsSegmentBase = 1 << 17,

    /// <summary>Changes the base of FS or GS.</summary>
    WritesSegmentBase = 1 << 18,

    /// <summary>Stores at the stack pointer and lowers it.</summary>
    Pushes = 1 << 19,

    /// <summary>Loads at the stack pointer and raises it.</summary>
    Pops = 1 << 20,

    /// <summary>Reads memory.</summary>
    ReadsMemory = 1 << 21,

    /// <summary>Writes memory.</summary>
    WritesMemory = 1 << 22,

    /// <summary>
    /// It can't be told what else it does: the mnemonic has no entry, the bytes can't be decoded, the operands are not understood. The other flags are true
    /// all the same.
    /// </summary>
    Unknown = 1 << 23,
}

/// <summary>What an instruction does with one of its operands.</summary>
[Flags]
public enum AsmAccess : byte
{
    /// <summary>Neither reads nor writes it: a target, a hint, a constant.</summary>
    None = 0,

    /// <summary>Reads it.</summary>
    Read = 1,

    /// <summary>Writes it.</summary>
    Write = 2,

    /// <summary>Reads and writes it.</summary>
    ReadWrite = 3,

    /// <summary>Works out its address and touches no memory there.</summary>
    Address = 4,
}

/// <summary>What the operand written last holds after an instruction.</summary>
public enum AsmTransfer : byte
{
    /// <summary>Something else, or part of it.</summary>
    None,

    /// <summary>All of the first operand: a move of a word as wide as a pointer.</summary>
    Value,

    /// <summary>The address of the first operand, as with LEAQ.</summary>
    Address,
}
