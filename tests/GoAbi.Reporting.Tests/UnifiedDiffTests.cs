using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Reporting.Tests;

/// <summary>Each diff is given to git, which has to make of the old file exactly the new one.</summary>
public class UnifiedDiffTests
{
    [Theory]
    [InlineData("one\ntwo\nthree\n", "one\n2\nthree\n")]
    [InlineData("one\r\ntwo\r\nthree\r\n", "one\r\n2\r\nthree\r\n")]
    [InlineData("one\ntwo", "one\n2")]
    [InlineData("one\ntwo", "one\ntwo\n")]
    [InlineData("one\ntwo\n", "one\ntwo")]
    [InlineData("\uFEFFone\ntwo\n", "\uFEFFzero\none\ntwo\n")]
    [InlineData("", "one\n")]
    [InlineData("one\n", "")]
    [InlineData("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n", "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nK\nl\n")]
    [InlineData("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "b\nc\nd\nnew\ne\nf\ng\nh\ni\nlast\n")]
    public async Task Git_applies_the_diff(string before, string after)
    {
        await AssertAppliesAsync("dir/file.go", Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
    }

    [Fact]
    public async Task Git_applies_the_diff_of_bytes_that_are_no_utf8()
    {
        await AssertAppliesAsync("f.s", [(byte)'a', 0xFF, (byte)'\n', 0xC3, (byte)'\n'], [(byte)'a', 0xFF, (byte)'\n', (byte)'b', (byte)'\n', 0xC3, (byte)'\n']);
    }

    [Theory]
    [InlineData("with blank.go")]
    [InlineData("größe·∕窓.go")]
    [InlineData("quote\".go")]
    public async Task Git_applies_the_diff_of_a_file_with_an_unusual_name(string name)
    {
        await AssertAppliesAsync(name, "one\n"u8.ToArray(), "two\n"u8.ToArray());
        await AssertAppliesAsync(name, null, "new\n"u8.ToArray());
    }

    [Fact]
    public async Task Git_applies_the_diff_of_a_new_file()
    {
        await AssertAppliesAsync("new/deep/file.s", null, "one\ntwo"u8.ToArray());
    }

    [Fact]
    public async Task Git_applies_the_diff_of_random_edits()
    {
        var random = new Random(42);
        for (var round = 0; round < 25; round++)
        {
            var before = Enumerable.Range(0, random.Next(60)).Select(_ => (char)('a' + random.Next(4)) + "\n").ToList();
            var after = new List<string>(before);
            for (var edit = random.Next(8); edit > 0 && after.Count > 0; edit--)
            {
                var at = random.Next(after.Count);
                if (random.Next(2) == 0)
                {
                    after.RemoveAt(at);
                }
                else
                {
                    after.Insert(at, "new\n");
                }
            }

            if (!before.SequenceEqual(after))
            {
                await AssertAppliesAsync("f.go", Encoding.UTF8.GetBytes(string.Concat(before)), Encoding.UTF8.GetBytes(string.Concat(after)));
            }
        }
    }

    [Fact]
    public void A_file_that_stays_as_it_is_gives_no_diff()
    {
        var file = new SourceFile("/m/f.go", SourceText.FromString("a\n"));
        var edit = new FileEdit(file.Path, file, new TextEdit(new TextSpan(0, 1), "a"));
        Assert.Equal("", SampleAnalysis.Render(stream => UnifiedDiffReport.Write("/m", EditedFile.FromEdits([edit]), stream)));
    }

    [Fact]
    public void Edits_that_overlap_are_refused()
    {
        var file = new SourceFile("/m/f.go", SourceText.FromString("abc\n"));
        var files = EditedFile.FromEdits(
        [
            new FileEdit(file.Path, file, new TextEdit(new TextSpan(0, 2), "x")),
            new FileEdit(file.Path, file, new TextEdit(new TextSpan(1, 2), "y")),
        ]);
        Assert.Equal("has edits that overlap", files[0].Failure);
        Assert.Throws<ArgumentException>(() => SampleAnalysis.Render(stream => UnifiedDiffReport.Write("/m", files, stream)));
    }

    private static async Task AssertAppliesAsync(string name, byte[]? before, byte[] after)
    {
        using var directory = new TemporaryDirectory();
        var root = directory.Path.Replace('\\', '/');
        SourceFile? file = null;
        if (before is not null)
        {
            directory.Write(name, before);
            file = new SourceFile(root + "/" + name, SourceText.FromBytes([.. before]));
        }

        // One edit of everything: the diff has to find out by itself what is the same.
        var newText = SourceText.FromBytes([.. after]).Text;
        var edit = new FileEdit(root + "/" + name, file, new TextEdit(new TextSpan(0, file?.Text.Length ?? 0), newText));
        ImmutableArray<EditedFile> files = EditedFile.FromEdits([edit]);
        using (var patch = File.Create(directory["p.patch"]))
        {
            UnifiedDiffReport.Write(root, files, patch);
        }

        var result = await CommandRunner.RunAsync("git", ["apply", "--whitespace=nowarn", "p.patch"], directory.Path);
        Assert.True(result.ExitCode == 0, result.Error + "\n" + await File.ReadAllTextAsync(directory["p.patch"]));
        Assert.Equal(after, await File.ReadAllBytesAsync(directory[name]));
    }
}
