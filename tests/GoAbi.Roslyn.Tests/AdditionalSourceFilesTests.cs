using Xunit;

namespace GoAbi.Roslyn.Tests;

public sealed class AdditionalSourceFilesTests
{
    [Theory]
    [InlineData("/a/b.s", "/a/b.s")]
    [InlineData("C:\\a\\b.s", "C:/a/b.s")]
    [InlineData("\\\\host\\a\\b.s", "/host/a/b.s")]
    [InlineData("/a/b\\c.s", "/a/b\\c.s")]
    [InlineData("/a/../b/./c.s", "/b/c.s")]
    public void PathsAreGoAbisOwn(string path, string expected) => Assert.Equal(expected, AdditionalSourceFiles.SourcePathOf(path));
}
