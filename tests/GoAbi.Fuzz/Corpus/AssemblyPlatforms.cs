using System.Collections.Generic;
using System.Linq;
using GoAbi.Source;

namespace GoAbi.Fuzz.Corpus;

/// <summary>The pairs of GOOS and GOARCH that have assembly in Go's own source, the usual ones first.</summary>
public static class AssemblyPlatforms
{
    private static readonly (string Goos, string[] Architectures)[] Systems =
    [
        ("linux", ["386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le", "riscv64", "s390x"]),
        ("js", ["wasm"]),
        ("wasip1", ["wasm"]),
        ("darwin", ["amd64", "arm64"]),
        ("windows", ["386", "amd64", "arm", "arm64"]),
        ("freebsd", ["386", "amd64", "arm", "arm64", "riscv64"]),
        ("netbsd", ["386", "amd64", "arm", "arm64"]),
        ("openbsd", ["386", "amd64", "arm", "arm64", "mips64", "ppc64", "riscv64"]),
        ("dragonfly", ["amd64"]),
        ("solaris", ["amd64"]),
        ("illumos", ["amd64"]),
        ("plan9", ["386", "amd64", "arm"]),
        ("aix", ["ppc64"]),
        ("android", ["386", "amd64", "arm", "arm64"]),
        ("ios", ["arm64"]),
    ];

    /// <summary>
    /// The targets of a version, and after them the same with cgo and with the tags that Go's own source knows.
    /// </summary>
    public static IEnumerable<Target> Targets(GoVersion version)
    {
        var plain = Systems.SelectMany(s => s.Architectures.Select(a => new Target { Toolchain = version, Goos = s.Goos, Goarch = a })).ToList();
        var tags = Target.NormalizeTags(["race", "msan", "asan", "boringcrypto", "goexperiment.boringcrypto", "compiler_bootstrap"]);
        return plain.Concat(plain.Select(static t => t with { Cgo = true })).Concat(plain.Select(t => t with { Cgo = true, Tags = tags }));
    }
}
