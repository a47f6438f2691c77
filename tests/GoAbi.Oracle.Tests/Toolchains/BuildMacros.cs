using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Toolchains;

/// <summary>The macros that go build passes to the assembler for a target with default settings (cmd/go/internal/work/gc.go).</summary>
internal static class BuildMacros
{
    public static IEnumerable<string> Of(Target target)
    {
        yield return "GOOS_" + target.Goos;
        yield return "GOARCH_" + target.Goarch;
        var extra = target.Goarch switch
        {
            "386" => "GO386_sse2",
            "amd64" => "GOAMD64_v1",
            "mips" or "mipsle" => "GOMIPS_hardfloat",
            "mips64" or "mips64le" => "GOMIPS64_hardfloat",
            "ppc64" or "ppc64le" when target.Toolchain.Minor >= 20 => "GOPPC64_power8",
            "riscv64" when target.Toolchain.Minor >= 23 => "GORISCV64_rva20u64",
            _ => null,
        };
        if (extra is not null)
        {
            yield return extra;
        }

        foreach (var level in target.Goarch == "arm" && target.Toolchain.Minor >= 21 ? new[] { "5", "6", "7" } : [])
        {
            yield return "GOARM_" + level;
        }
    }
}
