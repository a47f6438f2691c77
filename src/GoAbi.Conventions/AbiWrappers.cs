using System;
using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>
/// Where ABIInternal differs from ABI0, so that the toolchain makes ABI wrappers. Established by disassembling linked
/// programs of Go 1.19 to 1.27; older versions from internal/buildcfg of each release.
/// </summary>
public static class AbiWrappers
{
    /// <summary>True where a call between Go and assembly can go through a wrapper.</summary>
    public static bool Exist(Target target)
    {
        if (target is null)
        {
            throw new ArgumentNullException(nameof(target));
        }

        return Since(target.Goos, target.Goarch) is { } first && new GoVersion(target.Toolchain.Minor) >= first;
    }

    /// <summary>The first Go version with wrappers for an operating system and architecture; null where there never were any.</summary>
    public static GoVersion? Since(string goos, string goarch) => goarch switch
    {
        // internal/buildcfg.ParseGOEXPERIMENT: 1.17 turned regabi on for these systems, 1.18 for all and for more architectures.
        "amd64" => goos is "linux" or "android" or "darwin" or "ios" or "windows" ? new GoVersion(17) : new GoVersion(18),
        "arm64" or "ppc64" or "ppc64le" => new GoVersion(18),
        "riscv64" => new GoVersion(19),
        "loong64" => new GoVersion(22),
        "s390x" => new GoVersion(26),
        _ => null,
    };
}
