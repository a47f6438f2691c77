using System;
using System.Buffers.Binary;
using System.Globalization;

namespace GoAbi.Runtime;

/// <summary>Registers as Linux' ptrace gives them (PTRACE_GETREGSET with NT_PRSTATUS and NT_PRFPREG), and as they stand in core files.</summary>
public sealed class PtraceRegisters : IRegisterFile
{
    // struct user_regs_struct of x86-64, sys/user.h.
    private static readonly string[] Amd64Order =
    [
        "R15", "R14", "R13", "R12", "BP", "BX", "R11", "R10", "R9", "R8", "AX", "CX", "DX", "SI", "DI", "orig_ax", "IP", "CS", "flags", "SP", "SS",
    ];

    private const int Amd64Vectors = 160; // struct user_fpregs_struct: xmm_space

    private readonly byte[] general;
    private readonly byte[] vectors;
    private readonly Func<string, (bool IsVector, int Offset)> find;

    private PtraceRegisters(ReadOnlySpan<byte> general, ReadOnlySpan<byte> vectors, Func<string, (bool IsVector, int Offset)> find)
    {
        this.general = general.ToArray();
        this.vectors = vectors.ToArray();
        this.find = find;
    }

    /// <summary>amd64: struct user_regs_struct and struct user_fpregs_struct.</summary>
    /// <param name="general">The general registers.</param>
    /// <param name="vectors">The others; empty where they weren't saved.</param>
    public static PtraceRegisters Amd64(ReadOnlySpan<byte> general, ReadOnlySpan<byte> vectors) => new(general, vectors, static name =>
        Number(name, "X", 15) is { } n ? (true, Amd64Vectors + (16 * n)) : (false, 8 * Array.IndexOf(Amd64Order, name)));

    /// <summary>arm64: struct user_pt_regs and struct user_fpsimd_state.</summary>
    /// <param name="general">The general registers.</param>
    /// <param name="vectors">The others; empty where they weren't saved.</param>
    public static PtraceRegisters Arm64(ReadOnlySpan<byte> general, ReadOnlySpan<byte> vectors) => new(general, vectors, static name =>
        Number(name, "F", 31) is { } v ? (true, 16 * v)
        : Number(name, "R", 30) is { } r ? (false, 8 * r)
        : (false, name switch
        {
            "g" => 8 * 28,
            "RSP" => 8 * 31,
            "PC" => 8 * 32,
            _ => -1,
        }));

    /// <inheritdoc/>
    public bool TryRead(string name, out ulong value)
    {
        var (isVector, offset) = find(name ?? throw new ArgumentNullException(nameof(name)));
        var from = isVector ? vectors : general;
        var isThere = offset >= 0 && offset + 8 <= from.Length;
        value = isThere ? BinaryPrimitives.ReadUInt64LittleEndian(from.AsSpan(offset)) : 0;
        return isThere;
    }

    private static int? Number(string name, string prefix, int last) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(name.Substring(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= last && (number < 10 ? 1 : 2) == name.Length - prefix.Length
            ? number
            : null;
}
