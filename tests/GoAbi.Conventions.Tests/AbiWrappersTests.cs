using GoAbi.Source;
using Xunit;

namespace GoAbi.Conventions.Tests;

public sealed class AbiWrappersTests
{
    // The first version with wrappers, 0 for never: found by disassembling linked programs.
    [Theory]
    [InlineData("linux", "amd64", 17)]
    [InlineData("darwin", "amd64", 17)]
    [InlineData("windows", "amd64", 17)]
    [InlineData("android", "amd64", 17)]
    [InlineData("freebsd", "amd64", 18)]
    [InlineData("linux", "arm64", 18)]
    [InlineData("darwin", "arm64", 18)]
    [InlineData("linux", "ppc64", 18)]
    [InlineData("linux", "ppc64le", 18)]
    [InlineData("linux", "riscv64", 19)]
    [InlineData("linux", "loong64", 22)]
    [InlineData("linux", "s390x", 26)]
    [InlineData("linux", "386", 0)]
    [InlineData("linux", "arm", 0)]
    [InlineData("linux", "mips", 0)]
    [InlineData("linux", "mipsle", 0)]
    [InlineData("linux", "mips64", 0)]
    [InlineData("linux", "mips64le", 0)]
    [InlineData("js", "wasm", 0)]
    public void Wrappers_exist_from_one_version_on(string goos, string goarch, int first)
    {
        for (var minor = 16; minor <= GoVersion.NewestKnown.Minor; minor++)
        {
            var target = new Target { Toolchain = new GoVersion(minor, 3), Goos = goos, Goarch = goarch };
            Assert.Equal(first != 0 && minor >= first, AbiWrappers.Exist(target));
        }
    }

    [Theory]
    [InlineData("sync/atomic.AddInt32", "amd64", true)]
    [InlineData("math/bits.TrailingZeros64", "amd64", true)]
    [InlineData("example.com/m.AddInt32", "amd64", false)]
    [InlineData("fmt.Println", "amd64", false)]
    public void Intrinsics_leave_no_call(string symbol, string goarch, bool isIntrinsic) =>
        Assert.Equal(isIntrinsic, Intrinsics.Contains(symbol, new Target { Toolchain = new GoVersion(24), Goarch = goarch }));
}
