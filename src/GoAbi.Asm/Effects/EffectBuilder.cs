using System;

namespace GoAbi.Asm;

/// <summary>Collects the effects of one instruction; the flags of registers with a meaning follow from what is read and written.</summary>
internal struct EffectBuilder(AsmArchitecture architecture)
{
    private readonly RegisterSlots slots = architecture.Slots;
    private AsmRegisterSet reads;
    private AsmRegisterSet writes;
    private ulong accesses;

    public AsmEffectFlags Flags { get; set; }

    /// <summary>By how much SP rises; null for not known. Only what is added by <see cref="ChangeStack"/> counts as known.</summary>
    public long? StackChange { get; private set; } = 0;

    public AsmTransfer Transfer { get; set; }

    public void Read(AsmRegister register)
    {
        reads = reads.Add(slots, register);
        Flags |= Meaning(register, AsmEffectFlags.ReadsStackPointer, AsmEffectFlags.ReadsFramePointer, AsmEffectFlags.ReadsLink, AsmEffectFlags.ReadsGoroutine, AsmEffectFlags.ReadsThread);
    }

    /// <summary>A register gets a value that is not followed: for SP its change is not known then.</summary>
    public void Write(AsmRegister register)
    {
        WriteOnly(register);
        if (register.IsStackPointer)
        {
            StackChange = null;
        }
    }

    public void Read(string name)
    {
        if (architecture.TryGetRegister(name, out var register))
        {
            Read(register);
        }
    }

    public void Write(string name)
    {
        if (architecture.TryGetRegister(name, out var register))
        {
            Write(register);
        }
    }

    /// <summary>SP rises by a number.</summary>
    public void ChangeStack(long by)
    {
        if (architecture.StackPointer is { } stack)
        {
            Read(stack);
            WriteOnly(stack);
        }

        StackChange += by;
    }

    public readonly bool Writes(AsmRegister register) => writes.Contains(register);

    public void SetAccess(int operand, AsmAccess access)
    {
        if (operand < 16)
        {
            accesses |= (ulong)access << (operand * 4);
        }
    }

    public readonly AsmEffects Build() => new()
    {
        Flags = Flags,
        Reads = reads,
        Writes = writes,
        StackChange = (Flags & AsmEffectFlags.Unknown) != 0 && (Flags & AsmEffectFlags.WritesStackPointer) == 0 ? null : StackChange,
        Transfer = Transfer,
        Accesses = accesses,
    };

    private void WriteOnly(AsmRegister register)
    {
        writes = writes.Add(slots, register);
        Flags |= Meaning(register, AsmEffectFlags.WritesStackPointer, AsmEffectFlags.WritesFramePointer, AsmEffectFlags.WritesLink, AsmEffectFlags.WritesGoroutine, AsmEffectFlags.WritesThread);
    }

    // Parts of a register have the meaning of the whole: SPB is SP, BPB is BP.
    private readonly AsmEffectFlags Meaning(
        AsmRegister register, AsmEffectFlags stack, AsmEffectFlags frame, AsmEffectFlags link, AsmEffectFlags goroutine, AsmEffectFlags thread)
    {
        var slot = slots.Of(register);
        var roles = register.Roles | (slot < 0 ? AsmRegisterRoles.None : slots[slot].Roles);
        return ((roles & AsmRegisterRoles.StackPointer) != 0 ? stack : 0)
            | ((roles & AsmRegisterRoles.FramePointer) != 0 ? frame : 0)
            | ((roles & AsmRegisterRoles.Link) != 0 ? link : 0)
            | ((roles & AsmRegisterRoles.Goroutine) != 0 || register.Number == architecture.Goroutine?.Number ? goroutine : 0)
            | (Array.IndexOf(architecture.EffectTable.ThreadRegisters, register.Name) >= 0 || IsThreadSystemRegister(register) ? thread : 0);
    }

    private readonly bool IsThreadSystemRegister(AsmRegister register) =>
        architecture.IsArm64 && register.Class == AsmRegisterClass.System && register.Name.StartsWith("TPIDR", StringComparison.Ordinal);
}
