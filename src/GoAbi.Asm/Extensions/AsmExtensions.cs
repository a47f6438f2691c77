using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// The extensions of an architecture's instruction set, beyond what every machine of that GOARCH has. A set of them is the bits of a number: see <see cref="NamesOf"/>. 386, amd64, arm64, riscv64 and
/// loong64 are known.
/// </summary>
public sealed class AsmExtensions
{
    private readonly string goarch;
    private readonly ExtensionNames names;

    private AsmExtensions(string goarch, ExtensionNames names)
    {
        this.goarch = goarch;
        this.names = names;
    }

    /// <summary>The extensions of a GOARCH; null for one of which nothing is known.</summary>
    public static AsmExtensions? Find(string goarch) => goarch switch
    {
        "386" or "amd64" => new AsmExtensions(goarch, X86Extensions.Names),
        "arm64" => new AsmExtensions(goarch, Arm64Extensions.Names),
        "riscv64" => new AsmExtensions(goarch, RiscExtensions.Riscv64),
        "loong64" => new AsmExtensions(goarch, RiscExtensions.Loong64),
        _ => null,
    };

    /// <summary>What an instruction needs; 0 for nothing beyond the base, and for what is not known.</summary>
    public ulong Of(Instruction instruction)
    {
        if (instruction is null)
        {
            throw new ArgumentNullException(nameof(instruction));
        }

        return goarch switch
        {
            "386" or "amd64" => X86Extensions.Of(instruction),
            "arm64" => Arm64Extensions.Of(instruction),
            "riscv64" => RiscExtensions.OfRiscv64(instruction),
            _ => RiscExtensions.OfLoong64(instruction),
        };
    }

    /// <summary>What every machine has that a target's code may run on: GOAMD64, GOARM64, GORISCV64, and Apple's machines.</summary>
    public ulong BaselineOf(Target target)
    {
        if (target is null)
        {
            throw new ArgumentNullException(nameof(target));
        }

        return goarch switch
        {
            "amd64" => X86Extensions.LevelOf(target.Feature),
            "arm64" => names.Close(Arm64Extensions.BaselineOf(target.Goos, target.Feature)),
            "riscv64" => RiscExtensions.BaselineOfRiscv64(target.Feature),
            _ => 0,
        };
    }

    /// <summary>The set with all that its members bring with them: AVX2 brings AVX, but not BMI2.</summary>
    public ulong Close(ulong set) => names.Close(set);

    /// <summary>The set without those that another member brings with it: what has to be said of it.</summary>
    public ulong Essential(ulong set) => names.Essential(set);

    /// <summary>
    /// The extension of a name as Go's cpu packages and github.com/klauspost/cpuid have it, whatever its case: "AVX2", "AVX512F", "ATOMICS"; some names stand for several or, as SSE2, for none.
    /// </summary>
    /// <returns>False for a name that is not known.</returns>
    public bool TryParse(string name, out ulong set) => names.TryParse(name ?? throw new ArgumentNullException(nameof(name)), out set);

    /// <summary>The names of a set's members.</summary>
    public ImmutableArray<string> NamesOf(ulong set) => names.NamesOf(set);

    /// <inheritdoc/>
    public override string ToString() => goarch;
}
