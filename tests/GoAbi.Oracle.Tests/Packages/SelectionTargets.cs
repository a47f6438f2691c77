using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Oracle.Tests.Toolchains;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>The targets that packages are compared for: twelve platforms, each with cgo off, with cgo on, and with cgo and the race detector on.</summary>
internal static class SelectionTargets
{
    private const int Seed = 1119;

    private static readonly string[] Platforms =
    [
        "linux/amd64", "linux/arm64", "linux/386", "linux/arm", "linux/riscv64", "linux/ppc64le", "linux/s390x", "linux/mips64",
        "js/wasm", "windows/amd64", "darwin/arm64", "freebsd/amd64",
    ];

    /// <summary>All of them, or linux/amd64 with all of its three and two others.</summary>
    public static IReadOnlyList<(string Name, string[] Tags)> Sample()
    {
        var all = Platforms.SelectMany(static platform => new (string, string[])[] { (platform, []), (platform + " cgo", []), (platform + " cgo", ["race"]) }).ToArray();
        if (GoToolchain.WantsEverything)
        {
            return all;
        }

        var others = all[3..];
        new Random(Seed).Shuffle(others);
        return [.. all[..3], .. others[..2]];
    }
}
