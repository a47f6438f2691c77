using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>
/// The extensions of riscv64 beyond rva20u64 and of loong64 beyond its base. Instructions that the assembler replaces by others where GORISCV64 lacks them (cmd/internal/obj/riscv/obj.go) need nothing.
/// </summary>
internal static class RiscExtensions
{
    private static readonly HashSet<string> Zba = new(StringComparer.Ordinal) { "ADDUW", "SH1ADD", "SH1ADDUW", "SH2ADD", "SH2ADDUW", "SH3ADD", "SH3ADDUW", "SLLIUW" };
    private static readonly HashSet<string> Zbb = new(StringComparer.Ordinal) { "CLZ", "CLZW", "CTZ", "CTZW", "CPOP", "CPOPW", "ORCB", "REV8", "XNOR" };
    private static readonly HashSet<string> Zbs = new(StringComparer.Ordinal) { "BCLR", "BCLRI", "BEXT", "BEXTI", "BINV", "BINVI", "BSET", "BSETI" };

    public static ExtensionNames Riscv64 { get; } = new(
        ["V", "Zba", "Zbb", "Zbs", "Zbc", "Zvkned", "Zvbb"],
        ImmutableArray<(string, string)>.Empty,
        ImmutableArray<(string, string)>.Empty);

    public static ExtensionNames Loong64 { get; } = new(
        ["LSX", "LASX", "CRC32", "LAMCAS", "LAM_BH"],
        ImmutableArray.Create(("LASX", "LSX")),
        ImmutableArray<(string, string)>.Empty);

    public static ulong OfRiscv64(Instruction instruction)
    {
        var mnemonic = instruction.Mnemonic;
        var name = mnemonic[0] == 'V' ? "V" : Zba.Contains(mnemonic) ? "Zba" : Zbb.Contains(mnemonic) ? "Zbb" : Zbs.Contains(mnemonic) ? "Zbs" : "";
        return Riscv64.ParseAll(name);
    }

    // internal/buildcfg: rva22u64 brings the bit manipulation, rva23u64 the vectors.
    public static ulong BaselineOfRiscv64(string feature) => feature switch
    {
        "rva22u64" => Riscv64.ParseAll("Zba Zbb Zbs"),
        "rva23u64" => Riscv64.ParseAll("V Zba Zbb Zbs"),
        _ => 0,
    };

    public static ulong OfLoong64(Instruction instruction)
    {
        var mnemonic = instruction.Mnemonic;
        if (mnemonic.StartsWith("CRC", StringComparison.Ordinal))
        {
            return Loong64.ParseAll("CRC32");
        }

        ulong set = 0;
        foreach (var operand in instruction.Operands)
        {
            var register = operand is RegisterOperand plain ? plain.Register : operand is VectorRegisterOperand vector ? vector.Register : default;
            if (register.Name is { Length: > 1 } name && name[1] is >= '0' and <= '9')
            {
                set |= name[0] == 'V' ? Loong64.ParseAll("LSX") : name[0] == 'X' ? Loong64.ParseAll("LASX") : 0;
            }
        }

        return set;
    }
}
