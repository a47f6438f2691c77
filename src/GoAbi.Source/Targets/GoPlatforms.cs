using System;
using System.Collections.Immutable;

namespace GoAbi.Source;

/// <summary>The names of operating systems and architectures that mean something in file names and build constraints (internal/syslist, Go 1.27).</summary>
public static class GoPlatforms
{
    /// <summary>GOOS values, past, present and reserved, sorted.</summary>
    public static ImmutableArray<string> KnownOperatingSystems { get; } = ImmutableArray.Create(
        "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
        "openbsd", "plan9", "solaris", "wasip1", "windows", "zos");

    /// <summary>GOARCH values, past, present and reserved, sorted.</summary>
    public static ImmutableArray<string> KnownArchitectures { get; } = ImmutableArray.Create(
        "386", "amd64", "amd64p32", "arm", "arm64", "arm64be", "armbe", "loong64", "mips", "mips64", "mips64le",
        "mips64p32", "mips64p32le", "mipsle", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390", "s390x", "sparc",
        "sparc64", "wasm");

    /// <summary>The architectures that the Go toolchain assembles for, sorted.</summary>
    public static ImmutableArray<string> AssemblerArchitectures { get; } = ImmutableArray.Create(
        "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64",
        "s390x", "wasm");

    /// <summary>The GOOS values for which the tag "unix" holds (from Go 1.19 on).</summary>
    public static ImmutableArray<string> UnixOperatingSystems { get; } = ImmutableArray.Create(
        "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "linux", "netbsd", "openbsd", "solaris");

    /// <summary>True for a GOOS name.</summary>
    public static bool IsOperatingSystem(string name) =>
        KnownOperatingSystems.BinarySearch(name, StringComparer.Ordinal) >= 0;

    /// <summary>True for a GOARCH name.</summary>
    public static bool IsArchitecture(string name) =>
        KnownArchitectures.BinarySearch(name, StringComparer.Ordinal) >= 0;

    /// <summary>Size of a pointer in bytes, 4 or 8.</summary>
    public static int PointerSize(string goarch) => goarch is "386" or "arm" or "mips" or "mipsle" or "amd64p32" ? 4 : 8;
}
