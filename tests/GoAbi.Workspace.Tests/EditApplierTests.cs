using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests;

public sealed class EditApplierTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Root => directory.Path.Replace('\\', '/');

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Bytes_that_no_edit_touches_stay()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. "one\r\ntwo"u8, 0xFF, .. "\r\nthree"u8];
        directory.Write("a.go", before);
        var result = await ApplyAsync(Replace("a.go", "one", "1"));
        Assert.Equal([Root + "/a.go"], result.Changed.AsEnumerable());
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "1\r\ntwo"u8, 0xFF, .. "\r\nthree"u8], Bytes("a.go"));
        AssertNoTemporaryFiles();
    }

    [Fact]
    public async Task Several_files_are_changed_and_made_together()
    {
        directory.Write("a.go", "one");
        directory.Write("sub/b.go", "two");
        var result = await ApplyAsync(Replace("a.go", "one", "1"), Replace("sub/b.go", "two", "2"), New("sub/stub.s", "TEXT\n"));
        Assert.True(result.Succeeded);
        Assert.Equal([Root + "/a.go", Root + "/sub/b.go"], result.Changed.AsEnumerable());
        Assert.Equal([Root + "/sub/stub.s"], result.Created.AsEnumerable());
        Assert.Equal(("1", "2", "TEXT\n"), (Text("a.go"), Text("sub/b.go"), Text("sub/stub.s")));
        AssertNoTemporaryFiles();
    }

    [Fact]
    public async Task A_file_that_has_changed_since_it_was_read_stops_all()
    {
        directory.Write("a.go", "one");
        directory.Write("b.go", "two");
        FileEdit[] edits = [Replace("a.go", "one", "1"), Replace("b.go", "two", "2")];
        directory.Write("b.go", "owt");
        var result = await ApplyAsync(edits);
        Assert.Equal([new EditFailure(Root + "/b.go", "has changed since it was read")], result.Failures.AsEnumerable());
        Assert.Equal(("one", "owt"), (Text("a.go"), Text("b.go")));
        AssertNoTemporaryFiles();
    }

    [Fact]
    public async Task A_file_that_is_gone_or_a_new_one_that_is_there_stops_all()
    {
        directory.Write("a.go", "one");
        FileEdit[] edits = [Replace("a.go", "one", "1")];
        File.Delete(directory["a.go"]);
        directory.Write("new.s", "mine");
        Assert.Equal("does not exist any more", (await ApplyAsync(edits)).Failures.Single().Reason);
        Assert.Equal("exists already", (await ApplyAsync(New("new.s", "yours"))).Failures.Single().Reason);
        Assert.Equal("is in a directory that does not exist", (await ApplyAsync(New("none/new.s", "x"))).Failures.Single().Reason);
        Assert.Equal("mine", Text("new.s"));
    }

    [Fact]
    public async Task Edits_that_overlap_stop_all()
    {
        directory.Write("a.go", "one");
        var result = await ApplyAsync(Replace("a.go", "on", "1"), Replace("a.go", "ne", "1"));
        Assert.Equal("has edits that overlap", result.Failures.Single().Reason);
        Assert.Equal("one", Text("a.go"));
    }

    [Fact]
    public async Task Equal_edits_are_made_once()
    {
        directory.Write("a.go", "one");
        Assert.True((await ApplyAsync(Replace("a.go", "one", "1"), Replace("a.go", "one", "1"))).Succeeded);
        Assert.Equal("1", Text("a.go"));
    }

    [UnixFact]
    public async Task Mode_bits_stay()
    {
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.SetUnixFileMode(directory.Write("a.go", "one"), Mode);
        Assert.True((await ApplyAsync(Replace("a.go", "one", "1"))).Succeeded);
        Assert.Equal(Mode, File.GetUnixFileMode(directory["a.go"]));
    }

    [UnixFact]
    public async Task A_link_in_the_root_is_written_through_and_stays_a_link()
    {
        directory.Write("real/a.go", "one");
        File.CreateSymbolicLink(directory["a.go"], "real/a.go");
        Assert.True((await ApplyAsync(Replace("a.go", "one", "1"))).Succeeded);
        Assert.Equal("1", Text("real/a.go"));
        Assert.NotNull(new FileInfo(directory["a.go"]).LinkTarget);
    }

    [UnixFact]
    public async Task A_link_that_leads_out_of_the_root_is_not_followed()
    {
        using var other = new TemporaryDirectory();
        other.Write("a.go", "one");
        File.CreateSymbolicLink(directory["a.go"], other["a.go"]);
        Directory.CreateSymbolicLink(directory["sub"], other.Path);
        Assert.Contains("is outside of", (await ApplyAsync(Replace("a.go", "one", "1"))).Failures.Single().Reason, StringComparison.Ordinal);
        Assert.Contains("is outside of", (await ApplyAsync(New("sub/new.s", "x"))).Failures.Single().Reason, StringComparison.Ordinal);
        Assert.Contains("is outside of", (await ApplyAsync(New("../new.s", "x"))).Failures.Single().Reason, StringComparison.Ordinal);
        Assert.Equal(["a.go"], Directory.GetFiles(other.Path).Select(Path.GetFileName));
        Assert.Equal("one", await File.ReadAllTextAsync(other["a.go"]));
    }

    [Fact]
    public async Task Cancelling_changes_nothing_and_leaves_nothing_behind()
    {
        directory.Write("a.go", "one");
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EditApplier.ApplyAsync(Root, [Replace("a.go", "one", "1")], source.Token));
        Assert.Equal("one", Text("a.go"));
        AssertNoTemporaryFiles();
    }

    [Fact]
    public async Task A_writer_that_is_not_committed_leaves_nothing_behind()
    {
        directory.Write("a.go", "one");
        using (var writer = new AtomicFileWriter())
        {
            await writer.PrepareAsync(Root + "/a.go", "1"u8.ToArray());
            Assert.Equal(2, Directory.GetFiles(directory.Path).Length);
        }

        Assert.Equal("one", Text("a.go"));
        AssertNoTemporaryFiles();
    }

    [Fact]
    public async Task Where_one_move_fails_the_others_are_taken_back()
    {
        directory.Write("a.go", "one");
        using (var writer = new AtomicFileWriter())
        {
            await writer.PrepareAsync(Root + "/a.go", "1"u8.ToArray());
            await writer.PrepareAsync(Root + "/fresh.go", "2"u8.ToArray());
            await writer.PrepareAsync(Root + "/z.go", "3"u8.ToArray());
            Directory.CreateDirectory(directory["z.go/in/the/way"]);
            Assert.ThrowsAny<Exception>(writer.Commit);
        }

        Assert.Equal("one", Text("a.go"));
        Assert.False(File.Exists(directory["fresh.go"]));
        AssertNoTemporaryFiles();
    }

    private Task<EditResult> ApplyAsync(params FileEdit[] edits) => EditApplier.ApplyAsync(Root, edits);

    private FileEdit Replace(string relative, string old, string @new)
    {
        var file = new DiskSourceFiles().Read(Root + "/" + relative).File!;
        var at = file.Text.Text.IndexOf(old, StringComparison.Ordinal);
        return new FileEdit(file.Path, file, new TextEdit(new TextSpan(at, old.Length), @new));
    }

    private FileEdit New(string relative, string text) =>
        new(SourcePath.Normalize(Root + "/" + relative), null, new TextEdit(new TextSpan(0, 0), text));

    private byte[] Bytes(string relative) => File.ReadAllBytes(directory[relative]);

    private string Text(string relative) => Encoding.UTF8.GetString(Bytes(relative));

    private void AssertNoTemporaryFiles() =>
        Assert.Empty(Directory.GetFiles(directory.Path, "*.tmp", new EnumerationOptions { AttributesToSkip = 0, RecurseSubdirectories = true }));
}
