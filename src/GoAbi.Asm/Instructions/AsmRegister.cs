using System;

namespace GoAbi.Asm;

/// <summary>What a register is for.</summary>
public enum AsmRegisterClass : byte
{
    /// <summary>None of the others, or not told apart on this architecture.</summary>
    Other,

    /// <summary>SB, FP, SP and PC of the assembler's own machine.</summary>
    Pseudo,

    /// <summary>Integers and addresses.</summary>
    General,

    /// <summary>Floating point (on x86: the x87 stack).</summary>
    Float,

    /// <summary>Vectors; on amd64 and arm64 scalar floating point too.</summary>
    Vector,

    /// <summary>Masks and predicates.</summary>
    Mask,

    /// <summary>Segment registers of x86.</summary>
    Segment,

    /// <summary>Control, debug and system registers.</summary>
    System,
}

/// <summary>What else a register is, by the conventions of Go or of the machine.</summary>
[Flags]
public enum AsmRegisterRoles : byte
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>Holds the goroutine in ABIInternal (and in ABI0 where there is a name g for it).</summary>
    Goroutine = 1,

    /// <summary>The machine's stack pointer.</summary>
    StackPointer = 2,

    /// <summary>Holds the return address after a call.</summary>
    Link = 4,

    /// <summary>Holds the frame pointer.</summary>
    FramePointer = 8,

    /// <summary>Holds the closure at a call of a function value.</summary>
    Context = 16,
}

/// <summary>A register as the assembler knows it; two names of one register (amd64 g and R14) have one number.</summary>
/// <param name="Name">The name, for example "R14".</param>
/// <param name="Number">The number in the Go toolchain (cmd/internal/obj, Go 1.27); below 0 for pseudo-registers.</param>
/// <param name="Class">What it is for.</param>
/// <param name="Roles">What else it is.</param>
public readonly record struct AsmRegister(string Name, int Number, AsmRegisterClass Class, AsmRegisterRoles Roles)
{
    /// <summary>True for the register that holds the goroutine.</summary>
    public bool IsGoroutine => (Roles & AsmRegisterRoles.Goroutine) != 0;

    /// <summary>True for the machine's stack pointer.</summary>
    public bool IsStackPointer => (Roles & AsmRegisterRoles.StackPointer) != 0;

    /// <summary>True for the link register.</summary>
    public bool IsLinkRegister => (Roles & AsmRegisterRoles.Link) != 0;

    /// <summary>True for SB, FP, PC and (where the machine's has another name) SP.</summary>
    public bool IsPseudo => Class == AsmRegisterClass.Pseudo;

    /// <summary>True where both are one register, by whatever name.</summary>
    public bool IsSameAs(AsmRegister other) => Number == other.Number && Name is not null && other.Name is not null;

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
