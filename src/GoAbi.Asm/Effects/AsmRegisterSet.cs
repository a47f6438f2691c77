using System;
using System.Collections;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>
/// Registers of one architecture. Parts and other names of a register count as that register: AL, AH and AX are one, so are X1, Y1 and Z1. System registers (but for
/// ppc64's LR and CTR), pseudo-registers and registers that always hold 0 are never in it.
/// </summary>
public readonly struct AsmRegisterSet : IEquatable<AsmRegisterSet>, IEnumerable<AsmRegister>
{
    private readonly RegisterSlots? slots;
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;

    private AsmRegisterSet(RegisterSlots? slots, ulong first, ulong second, ulong third)
    {
        this.slots = slots;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /// <summary>Nothing.</summary>
    public static AsmRegisterSet Empty => default;

    /// <summary>True for nothing.</summary>
    public bool IsEmpty => (first | second | third) == 0;

    /// <summary>A set of registers.</summary>
    public static AsmRegisterSet Of(AsmArchitecture architecture, params AsmRegister[] registers)
    {
        if (architecture is null || registers is null)
        {
            throw new ArgumentNullException(architecture is null ? nameof(architecture) : nameof(registers));
        }

        var set = Empty;
        foreach (var register in registers)
        {
            set = set.Add(architecture.Slots, register);
        }

        return set;
    }

    /// <summary>True where the register, or what it is a part of, is in the set.</summary>
    public bool Contains(AsmRegister register)
    {
        var slot = slots?.Of(register) ?? -1;
        return slot >= 0 && ((slot < 64 ? first : slot < 128 ? second : third) & (1UL << (slot & 63))) != 0;
    }

    /// <summary>What is in either.</summary>
    public AsmRegisterSet Union(AsmRegisterSet other) =>
        new(slots ?? other.slots, first | other.first, second | other.second, third | other.third);

    /// <summary>What is in both.</summary>
    public AsmRegisterSet Intersect(AsmRegisterSet other) =>
        new(slots ?? other.slots, first & other.first, second & other.second, third & other.third);

    /// <summary>What is in this and not in the other.</summary>
    public AsmRegisterSet Except(AsmRegisterSet other) =>
        new(slots ?? other.slots, first & ~other.first, second & ~other.second, third & ~other.third);

    /// <summary>The registers, general ones first, each by its widest name.</summary>
    public IEnumerator<AsmRegister> GetEnumerator()
    {
        for (var slot = 0; slots is not null && slot < slots.Count; slot++)
        {
            if (((slot < 64 ? first : slot < 128 ? second : third) & (1UL << (slot & 63))) != 0)
            {
                yield return slots[slot];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(AsmRegisterSet other) => first == other.first && second == other.second && third == other.third;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AsmRegisterSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((first.GetHashCode() * 397) ^ second.GetHashCode()) * 397) ^ third.GetHashCode());

    /// <summary>The same registers.</summary>
    public static bool operator ==(AsmRegisterSet left, AsmRegisterSet right) => left.Equals(right);

    /// <summary>Other registers.</summary>
    public static bool operator !=(AsmRegisterSet left, AsmRegisterSet right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", this);

    internal AsmRegisterSet Add(RegisterSlots with, AsmRegister register)
    {
        var slot = with.Of(register);
        return slot < 0 ? this : AddSlot(with, slot);
    }

    internal AsmRegisterSet AddSlot(RegisterSlots with, int slot)
    {
        var bit = 1UL << (slot & 63);
        return new(with, slot < 64 ? first | bit : first, slot is >= 64 and < 128 ? second | bit : second, slot >= 128 ? third | bit : third);
    }
}
