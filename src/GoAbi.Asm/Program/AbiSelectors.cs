using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Where name&lt;ABI&gt; may be written.</summary>
internal static class AbiSelectors
{
    public const string Abi0 = "ABI0";
    public const string Internal = "ABIInternal";

    public static bool IsValid(string selector) => selector is Abi0 or Internal;

    /// <summary>
    /// Up to Go 1.20 what cmd/internal/objabi.IsRuntimePackagePath says, later the list in objabi.LookupPkgSpecial
    /// (AllowAsmABI, Go 1.27; names that older versions lack did not exist then).
    /// </summary>
    public static bool AreAllowed(string packagePath, GoVersion toolchain) => packagePath switch
    {
        "runtime" or "reflect" or "syscall" or "internal/bytealg" => true,
        "internal/chacha8rand" or "internal/runtime/syscall" or "internal/runtime/syscall/linux" or "internal/runtime/syscall/windows"
            or "internal/runtime/startlinetest" or "internal/runtime/maps" or "runtime/internal/syscall"
            or "runtime/internal/startlinetest" => true,
        _ => toolchain < new GoVersion(21) && packagePath.StartsWith("runtime/internal", StringComparison.Ordinal),
    };
}
