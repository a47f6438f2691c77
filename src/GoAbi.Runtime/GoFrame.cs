using System;

namespace GoAbi.Runtime;

/// <summary>A function's arguments and results at its first instruction or at a RET: registers, and the stack from the argument base on. What generated types read themselves from.</summary>
public readonly struct GoFrame : IEquatable<GoFrame>
{
    private readonly IRegisterFile registers;
    private readonly IMemoryReader memory;
    private readonly ulong argumentBase;
    private readonly bool isBigEndian;

    /// <summary>The frame of a stopped thread.</summary>
    /// <param name="registers">Its registers.</param>
    /// <param name="memory">Its memory.</param>
    /// <param name="stackPointer">Name of the stack pointer.</param>
    /// <param name="argumentOffset">Bytes from the stack pointer to the argument base.</param>
    /// <param name="isBigEndian">True for machines that store the high byte first.</param>
    /// <exception cref="ArgumentException">The stack pointer isn't among the registers.</exception>
    public GoFrame(IRegisterFile registers, IMemoryReader memory, string stackPointer, int argumentOffset, bool isBigEndian)
    {
        this.registers = registers ?? throw new ArgumentNullException(nameof(registers));
        this.memory = memory ?? throw new ArgumentNullException(nameof(memory));
        this.isBigEndian = isBigEndian;
        argumentBase = Register(stackPointer) + (ulong)argumentOffset;
    }

    /// <summary>Equal where both read the same.</summary>
    public static bool operator ==(GoFrame left, GoFrame right) => left.Equals(right);

    /// <summary>Different where they read from different places.</summary>
    public static bool operator !=(GoFrame left, GoFrame right) => !left.Equals(right);

    /// <summary>What is in a register; the bits above a narrow value have no meaning.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">The register file doesn't know it.</exception>
    public ulong Register(string name) => registers.TryRead(name, out var value) ? value : throw new ArgumentException("Register " + name + " isn't in the register file.", nameof(name));

    /// <summary>Bytes of the stack as a number, without sign.</summary>
    /// <param name="offset">Bytes from the argument base.</param>
    /// <param name="size">1, 2, 4 or 8.</param>
    /// <exception cref="InvalidOperationException">The memory can't be read.</exception>
    public ulong Stack(long offset, int size)
    {
        Span<byte> bytes = stackalloc byte[8];
        var used = bytes.Slice(0, size);
        var address = argumentBase + (ulong)offset;
        if (!memory.TryRead(address, used))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{size} bytes at 0x{address:x} can't be read."));
        }

        ulong value = 0;
        for (var i = 0; i < size; i++)
        {
            value = (value << 8) | used[isBigEndian ? i : size - 1 - i];
        }

        return value;
    }

    /// <summary>A float32 by its bits.</summary>
    /// <param name="bits">The low 32 are read.</param>
    public static float Float32(ulong bits) => BitConverter.ToSingle(BitConverter.GetBytes((uint)bits), 0);

    /// <summary>A float64 by its bits.</summary>
    /// <param name="bits">All.</param>
    public static double Float64(ulong bits) => BitConverter.Int64BitsToDouble((long)bits);

    /// <inheritdoc/>
    public bool Equals(GoFrame other) =>
        ReferenceEquals(registers, other.registers) && ReferenceEquals(memory, other.memory) && argumentBase == other.argumentBase && isBigEndian == other.isBigEndian;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GoFrame other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => argumentBase.GetHashCode();
}
