using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>
/// What each register is for (cmd/compile/abi-internal.md, and by version cmd/compile/internal/ssa/_gen/*Ops.go and cmd/internal/obj/*/a.out.go; Go 1.19, 1.22, 1.24, 1.26 and 1.27 were read). Where a target has no register
/// arguments, the lists of argument registers are empty.
/// </summary>
public sealed record AbiRegisters
{
    /// <summary>GOARCH.</summary>
    public required string Goarch { get; init; }

    /// <summary>Registers for integers and pointers, of arguments and of results, in order; empty where all is on the stack.</summary>
    public required ImmutableArray<GoRegister> Integers { get; init; }

    /// <summary>Registers for floating-point numbers, of arguments and of results, in order.</summary>
    public required ImmutableArray<GoRegister> Floats { get; init; }

    /// <summary>The register with the closure in a call of a func value, under both ABIs.</summary>
    public required GoRegister ClosureContext { get; init; }

    /// <summary>The current goroutine. On amd64 under ABIInternal alone; null where it is kept in thread-local storage.</summary>
    public GoRegister? Goroutine { get; init; }

    /// <summary>The stack pointer.</summary>
    public required GoRegister StackPointer { get; init; }

    /// <summary>The register with the return address at entry; null where a call pushes it.</summary>
    public GoRegister? Link { get; init; }

    /// <summary>The frame pointer, which callees keep; null for none.</summary>
    public GoRegister? FramePointer { get; init; }

    /// <summary>The register that is zero at calls and returns; on amd64 under ABIInternal alone. Null for none.</summary>
    public GoRegister? Zero { get; init; }

    /// <summary>Registers that never hold arguments and that any call or linker-made code may change.</summary>
    public ImmutableArray<GoRegister> Scratch { get; init; } = ImmutableArray<GoRegister>.Empty;

    /// <summary>Bytes at the bottom of every frame that the machine's convention reserves (the saved return address, on ppc64 more); outgoing arguments stand above them.</summary>
    public required int FixedFrameSize { get; init; }

    /// <summary>Bytes from the stack pointer at a function's first instruction to its argument base: over the pushed return address, or the caller's fixed frame.</summary>
    public required int EntryArgumentOffset { get; init; }

    /// <summary>True where ABIInternal passes arguments in registers.</summary>
    public bool HasRegisterArguments => !Integers.IsEmpty;

    /// <summary>All registers that have a name, by the names of Go's assembler.</summary>
    public required ImmutableDictionary<string, GoRegister> All { get; init; }

    /// <summary>The registers of a target.</summary>
    public static AbiRegisters For(Target target)
    {
        if (target is null)
        {
            throw new ArgumentNullException(nameof(target));
        }

        return RegisterRoles.Of(target.Goarch, target.Toolchain, AbiWrappers.Exist(target));
    }
}
