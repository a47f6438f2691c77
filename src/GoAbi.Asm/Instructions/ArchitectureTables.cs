using System;

namespace GoAbi.Asm;

/// <summary>Architectures that the assembler treats alike.</summary>
internal enum ArchitectureFamily : byte
{
    X86,
    Arm,
    Arm64,
    Loong64,
    Mips,
    Ppc64,
    Riscv64,
    S390x,
    Wasm,
}

/// <summary>Which generated tables are whose. A text is read when its architecture is asked for, not before.</summary>
internal static partial class ArchitectureTables
{
    public static readonly string[] Names =
    [
        "386", "amd64", "arm", "arm64", "loong64", "mips", "mipsle", "mips64", "mips64le", "ppc64", "ppc64le", "riscv64", "s390x", "wasm",
    ];

    public static ArchitectureText Find(string name) => name switch
    {
        "386" => X386(),
        "amd64" => Amd64(),
        "arm" => Arm(),
        "arm64" => Arm64(),
        "loong64" => Loong64(),
        "mips" or "mipsle" => Mips(),
        "mips64" or "mips64le" => Mips64(),
        "ppc64" or "ppc64le" => Ppc64(),
        "riscv64" => Riscv64(),
        "s390x" => S390x(),
        "wasm" => Wasm(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static ArchitectureFamily FamilyOf(string name) => name switch
    {
        "386" or "amd64" => ArchitectureFamily.X86,
        "arm" => ArchitectureFamily.Arm,
        "arm64" => ArchitectureFamily.Arm64,
        "loong64" => ArchitectureFamily.Loong64,
        "ppc64" or "ppc64le" => ArchitectureFamily.Ppc64,
        "riscv64" => ArchitectureFamily.Riscv64,
        "s390x" => ArchitectureFamily.S390x,
        "wasm" => ArchitectureFamily.Wasm,
        _ => ArchitectureFamily.Mips,
    };
}
