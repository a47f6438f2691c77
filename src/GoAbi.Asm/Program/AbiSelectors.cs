using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Where name&lt;ABI&gt; may be written.</summary>
public static class AbiSelectors
{
    /// <summary>The selector of ABI0.</summary>
    public const string Abi0 = "ABI0";

    /// <summary>The selector of ABIInternal.</summary>
    public const string Internal = "ABIInternal";

    /// <summary>True for one of the two.</summary>
    /// <param name="selector">What stands between the angle brackets.</param>
    public static bool IsValid(string selector) => selector is Abi0 or Internal;

    /// <summary>
    /// True where the package's assembly may select an ABI; elsewhere a selector is an error and means ABI0. Up to Go 1.20 what cmd/internal/objabi.IsRuntimePackagePath says, later the list in objabi.LookupPkgSpecial
    /// (AllowAsmABI, Go 1.27; names that older versions lack did not exist then).
    /// </summary>
    /// <param name="packagePath">The package's import path.</param>
    /// <param name="toolchain">The toolchain's version.</param>
    public static bool AreAllowed(string packagePath, GoVersion toolchain) => packagePath switch
    {
        "runtime" or "reflect" or "syscall" or "internal/bytealg" => true,
        "internal/chacha8rand" or "internal/runtime/syscall" or "internal/runtime/syscall/linux" or "internal/runtime/syscall/windows"
            or "internal/runtime/startlinetest" or "internal/runtime/maps" or "runtime/internal/syscall"
            or "runtime/internal/startlinetest" => true,
        _ => toolchain < new GoVersion(21) && packagePath.StartsWith("runtime/internal", StringComparison.Ordinal),
    };
}
