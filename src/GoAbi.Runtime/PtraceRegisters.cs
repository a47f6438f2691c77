using System;
using System.Buffers.Binary;

namespace GoAbi.Runtime;

/// <summary>
/// Registers as Linux' ptrace gives them (PTRACE_GETREGSET with NT_PRSTATUS and NT_PRFPREG), and as they stand in core files, there 112 bytes into the NT_PRSTATUS note. It refers to the caller's buffers, which may be used again for the next stop; nothing is copied
/// or allocated.
/// </summary>
public readonly struct PtraceRegisters : IRegisterFile, IEquatable<PtraceRegisters>
{
    private const int Amd64Vectors = 160; // struct user_fpregs_struct: xmm_space

    private readonly ReadOnlyMemory<byte> general;
    private readonly ReadOnlyMemory<byte> vectors;
    private readonly bool isArm64;

    private PtraceRegisters(ReadOnlyMemory<byte> general, ReadOnlyMemory<byte> vectors, bool isArm64)
    {
        this.general = general;
        this.vectors = vectors;
        this.isArm64 = isArm64;
    }

    // struct user_regs_struct of x86-64, sys/user.h, in the order of DWARF's numbers: AX DX CX BX SI DI BP SP R8-R15 IP.
    private static ReadOnlySpan<byte> Amd64Offsets => [80, 96, 88, 40, 104, 112, 32, 152, 72, 64, 56, 48, 24, 16, 8, 0, 128];

    /// <summary>amd64: struct user_regs_struct and struct user_fpregs_struct.</summary>
    /// <param name="general">The general registers.</param>
    /// <param name="vectors">The others; empty where they weren't saved.</param>
    public static PtraceRegisters Amd64(ReadOnlyMemory<byte> general, ReadOnlyMemory<byte> vectors) => new(general, vectors, isArm64: false);

    /// <summary>arm64: struct user_pt_regs and struct user_fpsimd_state.</summary>
    /// <param name="general">The general registers.</param>
    /// <param name="vectors">The others; empty where they weren't saved.</param>
    public static PtraceRegisters Arm64(ReadOnlyMemory<byte> general, ReadOnlyMemory<byte> vectors) => new(general, vectors, isArm64: true);

    /// <summary>Equal where both are the same buffers.</summary>
    public static bool operator ==(PtraceRegisters left, PtraceRegisters right) => left.Equals(right);

    /// <summary>Different where they are different buffers.</summary>
    public static bool operator !=(PtraceRegisters left, PtraceRegisters right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool TryRead(int number, out ulong value)
    {
        var isVector = isArm64 ? number is >= Arm64Register.F0 and < Arm64Register.F0 + 32 : number is >= Amd64Register.X0 and < Amd64Register.X0 + 16;
        var offset = isVector ? (isArm64 ? 16 * (number - Arm64Register.F0) : Amd64Vectors + (16 * (number - Amd64Register.X0)))
            : isArm64 ? (number is >= 0 and <= Arm64Register.Pc ? 8 * number : -1)
            : number is >= 0 and <= Amd64Register.IP ? Amd64Offsets[number] : -1;
        var from = (isVector ? vectors : general).Span;
        var isThere = offset >= 0 && offset + 8 <= from.Length;
        value = isThere ? BinaryPrimitives.ReadUInt64LittleEndian(from.Slice(offset)) : 0;
        return isThere;
    }

    /// <inheritdoc/>
    public bool Equals(PtraceRegisters other) => general.Equals(other.general) && vectors.Equals(other.vectors) && isArm64 == other.isArm64;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PtraceRegisters other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => general.GetHashCode();
}
