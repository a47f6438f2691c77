using System;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>What an architecture's table says of its mnemonics, read when something asks for the first time.</summary>
internal sealed class EffectTable
{
    private static readonly Lazy<Dictionary<string, EffectPattern>> X86 = Table(EffectTables.X86);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Arm = Table(EffectTables.Arm);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Arm64 = Table(EffectTables.Arm64);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Loong64 = Table(EffectTables.Loong64);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Mips = Table(EffectTables.Mips);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Ppc64 = Table(EffectTables.Ppc64);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Riscv64 = Table(EffectTables.Riscv64);
    private static readonly Lazy<Dictionary<string, EffectPattern>> S390x = Table(EffectTables.S390x);
    private static readonly Lazy<Dictionary<string, EffectPattern>> Wasm = Table(EffectTables.Wasm);

    private readonly Lazy<Dictionary<string, EffectPattern>> patterns;

    public EffectTable(AsmArchitecture architecture)
    {
        patterns = architecture.Name switch
        {
            "386" or "amd64" => X86,
            "arm" => Arm,
            "arm64" => Arm64,
            "loong64" => Loong64,
            "mips" or "mipsle" or "mips64" or "mips64le" => Mips,
            "ppc64" or "ppc64le" => Ppc64,
            "riscv64" => Riscv64,
            "s390x" => S390x,
            _ => Wasm,
        };
        PointerSize = architecture.Name is "386" or "arm" or "mips" or "mipsle" ? 4 : 8;
        ThreadRegisters = architecture.Name switch
        {
            "386" or "amd64" => ["TLS"],
            "loong64" => ["R2"],
            "ppc64" or "ppc64le" => ["R13"],
            "riscv64" => ["TP", "X4"],
            "s390x" => ["AR0", "AR1"],
            _ => [],
        };
    }

    public int PointerSize { get; }

    /// <summary>Names of the registers that point to the thread's own memory; arm64's is a system register, arm's is read by MRC.</summary>
    public string[] ThreadRegisters { get; }

    /// <summary>The pattern of a mnemonic; null where the table has none.</summary>
    public EffectPattern? Find(string mnemonic, int operands)
    {
        if (operands == 1 && patterns.Value.TryGetValue(mnemonic + "/1", out var single))
        {
            return single;
        }

        return patterns.Value.TryGetValue(mnemonic, out var pattern) ? pattern : null;
    }

    private static Lazy<Dictionary<string, EffectPattern>> Table(string text) => new(() => EffectPattern.ReadAll(text));
}
