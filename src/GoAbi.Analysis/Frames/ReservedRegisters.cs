using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Registers that the assembler, the system or Go's convention uses behind the back of assembly, by architecture.</summary>
internal static class ReservedRegisters
{
    /// <summary>The register that the assembler puts addresses of globals in; null where it needs none, or not always.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="forLoads">True where loads into integer registers use it as well as stores.</param>
    public static AsmRegister? AddressTemporary(AsmArchitecture architecture, out bool forLoads)
    {
        // cmd/internal/obj/*/asm*.go: ADRP, PCALAU12I, LUI or a load of the address into REGTMP, then the access. ppc64 and riscv64 load through the destination.
        (string Name, bool Loads) register = architecture.Name switch
        {
            "arm64" => ("R27", true),
            "arm" => ("R11", true),
            "loong64" => ("R30", true),
            "mips" or "mipsle" or "mips64" or "mips64le" => ("R23", true),
            "ppc64" or "ppc64le" => ("R31", false),
            "riscv64" => ("X31", false),
            _ => ("", false),
        };
        forLoads = register.Loads;
        return register.Name.Length > 0 && architecture.TryGetRegister(register.Name, out var found) ? found : null;
    }

    /// <summary>The register that the operating system keeps for itself; null for none.</summary>
    public static AsmRegister? OfSystem(AsmArchitecture architecture, string goos) =>
        architecture.Name == "arm64" && goos is "darwin" or "ios" or "windows" && architecture.TryGetRegister("R18_PLATFORM", out var found) ? found : null;

    /// <summary>True where code can be built with -dynlink (internal/platform: buildmodes plugin and shared) and the address of a global variable then goes through R15.</summary>
    public static bool HasDynamicLinking(Target target) =>
        target.Goarch == "amd64" && target.Goos is "linux" or "android" or "darwin" or "freebsd";

    /// <summary>True where an operand reads or writes a global variable in memory; thread-local ones are found in other ways.</summary>
    public static bool IsGlobal(AsmOperand operand) =>
        operand is SymbolOperand { Base: AsmPseudoRegister.SB, Prefix: AsmOperandPrefix.None, Symbol.Name: not ("runtime.tls_g" or "runtime.tlsg") };

    /// <summary>True for packages whose assembly makes goroutines what they are.</summary>
    public static bool IsRuntime(GoPackage package) =>
        package.IsStandardLibrary
        && (package.ImportPath == "runtime"
            || package.ImportPath.StartsWith("runtime/", System.StringComparison.Ordinal)
            || package.ImportPath.StartsWith("internal/runtime/", System.StringComparison.Ordinal));
}
