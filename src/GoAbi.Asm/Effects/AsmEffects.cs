using System;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>
/// What one instruction does besides computing: control flow, the stack, the registers with a meaning of their own, which registers and operands it reads
/// and writes. Everything that is said may happen; what is not said doesn't, unless <see cref="IsUnknown"/>.
/// </summary>
public sealed record AsmEffects
{
    /// <summary>The effects of what is not understood.</summary>
    public static AsmEffects Anything { get; } = new() { Flags = AsmEffectFlags.Unknown, StackChange = null };

    /// <summary>Nothing at all.</summary>
    public static AsmEffects Nothing { get; } = new();

    /// <summary>What it does.</summary>
    public AsmEffectFlags Flags { get; init; }

    /// <summary>Registers that are read, those of addresses too.</summary>
    public AsmRegisterSet Reads { get; init; }

    /// <summary>Registers that are written, all or in part. What a called function writes is not in it.</summary>
    public AsmRegisterSet Writes { get; init; }

    /// <summary>
    /// By how many bytes the stack pointer rises: below 0 for a push, 0 where it stays (a call counts as having returned; what RET does to it counts as the
    /// caller's), null where that can't be told.
    /// </summary>
    public long? StackChange { get; init; } = 0;

    /// <summary>What the last operand holds afterwards.</summary>
    public AsmTransfer Transfer { get; init; }

    /// <summary>True where more may happen than is said here.</summary>
    public bool IsUnknown => Has(AsmEffectFlags.Unknown);

    /// <summary>Four bits an operand; those beyond the sixteenth are read.</summary>
    internal ulong Accesses { get; init; }

    /// <summary>True where any of the flags is set.</summary>
    public bool Has(AsmEffectFlags flags) => (Flags & flags) != 0;

    /// <summary>What it does with an operand, counted from 0 as in <see cref="AsmStatement.Operands"/>.</summary>
    public AsmAccess GetAccess(int operand) =>
        operand is >= 0 and < 16 ? (AsmAccess)((Accesses >> (operand * 4)) & 15) : AsmAccess.Read;

    /// <summary>Effects as a decoder finds them: what registers with a meaning of their own add to the flags is added here.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="flags">Flags that don't follow from registers.</param>
    /// <param name="reads">Registers that are read.</param>
    /// <param name="writes">Registers that are written.</param>
    /// <param name="stackChange">By how much the stack pointer rises; null where that is not known, 0 where <paramref name="writes"/> doesn't have it.</param>
    public static AsmEffects From(AsmArchitecture architecture, AsmEffectFlags flags, IEnumerable<AsmRegister> reads, IEnumerable<AsmRegister> writes, long? stackChange = 0)
    {
        if (architecture is null || reads is null || writes is null)
        {
            throw new ArgumentNullException(architecture is null ? nameof(architecture) : reads is null ? nameof(reads) : nameof(writes));
        }

        var effects = new EffectBuilder(architecture) { Flags = flags };
        foreach (var register in reads)
        {
            effects.Read(register);
        }

        foreach (var register in writes)
        {
            effects.Write(register);
        }

        return effects.Build() with { StackChange = stackChange };
    }
}
