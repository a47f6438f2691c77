using System.Linq;
using Xunit;

namespace GoAbi.Source.Tests;

public sealed class SourcePathTests
{
    [Theory]
    [InlineData("/a/./b//c/", "/a/b/c")]
    [InlineData("/a/../../b", "/b")]
    [InlineData("a/../../b", "../b")]
    [InlineData("/", "/")]
    [InlineData("", "")]
    public void Paths_are_normalised(string path, string normal) => Assert.Equal(normal, SourcePath.Normalize(path));

    [Theory]
    [InlineData("/a/b", "/a", true)]
    [InlineData("/a", "/a", true)]
    [InlineData("/ab", "/a", false)]
    [InlineData("/a", "/", true)]
    [InlineData("a/b", "", true)]
    [InlineData("../b", "", false)]
    [InlineData("/b", "", false)]
    public void A_directory_holds_what_begins_with_its_parts(string path, string directory, bool isWithin) =>
        Assert.Equal(isWithin, SourcePath.IsWithin(path, directory));

    [Fact]
    public void Files_in_memory_have_their_directories()
    {
        var files = InMemorySourceFiles.Create(("/m/a/x.go", "x"), ("/m/b.s", "b"));
        Assert.Equal([("a", true), ("b.s", false)], files.List("/m").Select(static entry => (entry.Name, entry.IsDirectory)));
        Assert.Equal("x", files.Read("/m/./a/x.go").File!.Text.Text);
        Assert.Equal(SourceReadFailure.NotFound, files.Read("/m/c").Failure);
        Assert.Equal(SourceReadFailure.NotAFile, files.Read("/m/a").Failure);
        Assert.Null(files.GetIdentity("/m/c"));
    }
}
