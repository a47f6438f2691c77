using Xunit;

namespace GoAbi.Source.Tests;

public sealed class TargetTests
{
    [Theory]
    [InlineData("go1.23.5", 23, 5)]
    [InlineData("1.16", 16, 0)]
    [InlineData("go1.24rc1", 24, 0)]
    [InlineData("go1.19.8 X:boringcrypto", 19, 8)]
    [InlineData("go1.27-custom", 27, 0)]
    [InlineData("go1", 0, 0)]
    public void Versions_are_read_as_the_toolchain_writes_them(string text, int minor, int patch)
    {
        Assert.True(GoVersion.TryParse(text, out var version));
        Assert.Equal(new GoVersion(minor, patch), version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("devel go1.28")]
    [InlineData("go2.0")]
    [InlineData("1.")]
    [InlineData("1.x")]
    [InlineData("1.23.x")]
    [InlineData("1.99999999999")]
    public void What_is_no_version_is_not_read(string text) => Assert.False(GoVersion.TryParse(text, out _));

    [Fact]
    public void Targets_with_the_same_parts_are_equal()
    {
        var left = new Target { Toolchain = new GoVersion(23), Tags = Target.NormalizeTags(["b", "a", "b"]) };
        var right = new Target { Toolchain = new GoVersion(23), Tags = Target.NormalizeTags(["a", "b"]) };
        Assert.Equal(left, right);
        Assert.Equal("go1.23 linux/amd64 [a,b]", left.ToString());
    }

    [Fact]
    public void Names_of_platforms_are_sorted_for_searching()
    {
        Assert.All(GoPlatforms.AssemblerArchitectures, static name => Assert.True(GoPlatforms.IsArchitecture(name)));
        Assert.All(GoPlatforms.UnixOperatingSystems, static name => Assert.True(GoPlatforms.IsOperatingSystem(name)));
        Assert.False(GoPlatforms.IsArchitecture("linux"));
    }
}
