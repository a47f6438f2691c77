using System;

namespace GoAbi.Runtime;

/// <summary>What could not be read: a register or memory.</summary>
public readonly record struct GoReadFailure
{
    private readonly string? register;
    private readonly ulong address;
    private readonly long size;

    private GoReadFailure(string? register, ulong address, long size)
    {
        this.register = register;
        this.address = address;
        this.size = size;
    }

    /// <summary>A register that the register file doesn't have.</summary>
    /// <param name="name">Its name in Go's assembler.</param>
    public static GoReadFailure OfRegister(string name) => new(name ?? throw new ArgumentNullException(nameof(name)), 0, 0);

    /// <summary>Memory that can't be read.</summary>
    /// <param name="address">Its first byte.</param>
    /// <param name="size">How many bytes.</param>
    public static GoReadFailure OfMemory(ulong address, long size) => new(null, address, size);

    /// <inheritdoc/>
    public override string ToString() => register is null
        ? FormattableString.Invariant($"{size} bytes at 0x{address:x} can't be read.")
        : "Register " + register + " isn't in the register file.";
}
