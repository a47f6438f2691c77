namespace GoAbi.Conventions;

/// <summary>A machine register under the names that tools have for it.</summary>
/// <param name="Name">As Go's assembler writes it: AX, R0, X10, F0.</param>
/// <param name="IsFloat">True for the bank of floating-point and vector registers.</param>
/// <param name="DwarfNumber">Its number in DWARF (cmd/internal/obj/*/a.out.go, *DWARFRegisters); null for none.</param>
/// <param name="PtRegs">The member of Linux' struct pt_regs; null where that has none, as for floating-point registers.</param>
/// <param name="Bpftrace">What bpftrace's reg() takes; null on machines other than amd64 and arm64, and for floating-point registers.</param>
public sealed record GoRegister(string Name, bool IsFloat, int? DwarfNumber, string? PtRegs, string? Bpftrace)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
