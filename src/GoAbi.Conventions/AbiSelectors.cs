using System;
using System.Collections.Immutable;

namespace GoAbi.Conventions;

/// <summary>Which packages' assembly may write <c>f&lt;ABIInternal&gt;</c>; elsewhere a selector is an error and means ABI0.</summary>
public static class AbiSelectors
{
    // cmd/internal/objabi.LookupPkgSpecial(...).AllowAsmABI, Go 1.27; up to 1.20 the packages built with -compiling-runtime.
    private static readonly ImmutableHashSet<string> Allowed = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "runtime",
        "reflect",
        "syscall",
        "internal/bytealg",
        "internal/chacha8rand",
        "internal/runtime/syscall",
        "internal/runtime/syscall/linux",
        "internal/runtime/syscall/windows",
        "internal/runtime/startlinetest",
        "internal/runtime/maps",
        "runtime/internal/syscall",
        "runtime/internal/startlinetest");

    /// <summary>True where the package's assembly may select an ABI.</summary>
    /// <param name="importPath">The package's import path.</param>
    public static bool AreAllowedIn(string importPath) => Allowed.Contains(importPath);
}
