using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Program;

public sealed class AbiSelectorsTests
{
    [Theory]
    [InlineData("runtime", 19, true)]
    [InlineData("internal/bytealg", 27, true)]
    [InlineData("runtime/internal/atomic", 19, true)]
    [InlineData("runtime/internal/atomic", 24, false)]
    [InlineData("runtime/cgo", 19, false)]
    [InlineData("example.com/runtime", 27, false)]
    public void Few_packages_may_select_an_ABI(string path, int minor, bool isAllowed) =>
        Assert.Equal(isAllowed, AbiSelectors.AreAllowed(path, new GoVersion(minor)));
}
