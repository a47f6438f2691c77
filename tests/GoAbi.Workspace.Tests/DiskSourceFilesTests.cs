using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests;

public sealed class DiskSourceFilesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly DiskSourceFiles files = new(maxFileSize: 10);

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_file_is_read_as_bytes()
    {
        directory.Write("a.s", [0xEF, 0xBB, 0xBF, (byte)'a', 0xFF, (byte)'\r', (byte)'\n']);
        var file = files.Read(At("a.s")).File!;
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'a', 0xFF, (byte)'\r', (byte)'\n'], file.Text.Bytes.ToArray());
        Assert.Equal(At("a.s"), file.Path);
    }

    [Fact]
    public void What_was_read_once_stays_as_it_was()
    {
        directory.Write("a.s", "old");
        Assert.Equal("old", files.Read(At("a.s")).File!.Text.Text);
        directory.Write("a.s", "new");
        Assert.Same(files.Read(At("a.s")).File, files.Read(At("./a.s")).File);
        Assert.Equal("new", new DiskSourceFiles().Read(At("a.s")).File!.Text.Text);
    }

    [Theory]
    [InlineData("0123456789", SourceReadFailure.None)]
    [InlineData("0123456789a", SourceReadFailure.TooLarge)]
    [InlineData("", SourceReadFailure.None)]
    public void A_file_may_be_as_large_as_the_limit(string content, SourceReadFailure expected)
    {
        directory.Write("a.s", content);
        Assert.Equal(expected, files.Read(At("a.s")).Failure);
    }

    [Fact]
    public void Failures_are_values()
    {
        Directory.CreateDirectory(directory["sub"]);
        Assert.Equal(SourceReadFailure.NotFound, files.Read(At("none.s")).Failure);
        Assert.Equal(SourceReadFailure.NotFound, files.Read(At("none/none.s")).Failure);
        Assert.Equal(SourceReadFailure.NotFound, files.Read("relative.s").Failure);
        Assert.Equal(SourceReadFailure.NotAFile, files.Read(At("sub")).Failure);
        Assert.Equal(SourceReadFailure.Failed, files.Read(At("a\0b")).Failure);
        Assert.Empty(files.List(At("none")));
        Assert.Empty(files.List("relative"));
        Assert.Null(files.GetIdentity(At("none.s")));
        Assert.Null(files.GetIdentity("relative"));
    }

    [UnixFact]
    public async Task A_fifo_is_no_file_and_is_not_opened()
    {
        Assert.Equal(0, (await CommandRunner.RunAsync("mkfifo", ["pipe.s"], directory.Path)).ExitCode);
        var read = Task.Run(() => files.Read(At("pipe.s")));
        Assert.Same(read, await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(10))));
        Assert.Equal(SourceReadFailure.NotAFile, (await read).Failure);
    }

    [UnixFact]
    public void A_device_is_no_file_and_a_file_without_a_length_is_read()
    {
        Assert.Equal(SourceReadFailure.NotAFile, files.Read("/dev/zero").Failure);
        if (File.Exists("/proc/self/stat"))
        {
            Assert.Equal(SourceReadFailure.TooLarge, files.Read("/proc/self/stat").Failure);
            Assert.Equal(SourceReadFailure.None, new DiskSourceFiles().Read("/proc/self/stat").Failure);
        }
    }

    [UnixFact]
    public void Links_are_told_apart_and_resolved()
    {
        directory.Write("real/a.s", "a");
        Directory.CreateSymbolicLink(directory["link"], "real");
        File.CreateSymbolicLink(directory["real/b.s"], "../link/a.s");
        File.CreateSymbolicLink(directory["loop"], "loop");
        File.CreateSymbolicLink(directory["dangling.s"], "nowhere");
        Assert.Equal(
            [new SourceEntry("dangling.s", false, true), new SourceEntry("link", true, true), new SourceEntry("loop", false, true), new SourceEntry("real", true, false)],
            files.List(At("")).AsEnumerable());
        Assert.Equal(At("real/a.s"), files.GetIdentity(At("link/b.s")));
        Assert.Equal("a", files.Read(At("link/b.s")).File!.Text.Text);
        Assert.Null(files.GetIdentity(At("loop")));
        Assert.Null(files.GetIdentity(At("dangling.s")));
        Assert.Equal(SourceReadFailure.Failed, files.Read(At("dangling.s")).Failure);
        Assert.Equal(SourceReadFailure.Failed, files.Read(At("loop")).Failure);
    }

    [Fact]
    public void A_directory_is_listed_sorted_by_ordinal_name_hidden_files_too()
    {
        foreach (var name in new[] { "b.go", "B.go", "a_test.go", ".hidden", "ä.go" })
        {
            directory.Write(name, "");
        }

        Assert.Equal([".hidden", "B.go", "a_test.go", "b.go", "ä.go"], files.List(At("")).Select(static entry => entry.Name));
    }

    [UnixFact]
    public void What_may_not_be_read_says_so()
    {
        if (Environment.UserName == "root")
        {
            return; // root may read everything
        }

        directory.Write("sub/a.s", "a");
        File.SetUnixFileMode(directory["sub/a.s"], UnixFileMode.None);
        Assert.Equal(SourceReadFailure.AccessDenied, files.Read(At("sub/a.s")).Failure);
        File.SetUnixFileMode(directory["sub"], UnixFileMode.None);
        Assert.Empty(files.List(At("sub")));
        Assert.Equal([(At("sub"), "permission denied")], files.UnlistableDirectories.AsEnumerable());
        File.SetUnixFileMode(directory["sub"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Many_threads_get_one_and_the_same_file()
    {
        directory.Write("a.s", "a");
        var read = new SourceFile?[64];
        Parallel.For(0, read.Length, i => read[i] = files.Read(At("a.s")).File);
        Assert.Single(read.Distinct());
    }

    private string At(string relative) => SourcePath.Normalize(directory[relative].Replace('\\', '/'));
}
