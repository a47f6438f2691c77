using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;

namespace GoAbi.Workspace.Tests.Caching;

/// <summary>Hashes that need no reading: right whatever happened to the files, or none.</summary>
public sealed class FileHashIndexTests : IDisposable
{
    private const string Root = "/tree";

    private readonly TemporaryDirectory temporary = new();
    private readonly AdjustableTime time = new() { Shift = TimeSpan.FromMinutes(1) };

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void A_file_that_is_as_it_was_is_not_read()
    {
        temporary.Write("a.go", "one");
        var index = Index(null);
        Assert.Equal(Sha256("one"), Hash(index, "a.go"));
        var bytes = index.ToBytes();

        // Equal in all that is looked at, and damaged all the same: what a disk does not do and what shows that nobody reads.
        var again = Index(bytes);
        Assert.Equal(1, again.Count);
        Assert.Equal(Sha256("one"), Hash(again, "a.go"));
        Assert.False(again.IsChanged);
        Assert.Equal(bytes, again.ToBytes());
        Assert.Equal(Sha256("lie"), Hash(Index(Forge(bytes, Sha256("one"), Sha256("lie"))), "a.go"));
    }

    [Fact]
    public void A_file_that_changed_is_read_again()
    {
        temporary.Write("a.go", "one");
        var index = Index(null);
        Hash(index, "a.go");
        temporary.Write("a.go", "two");
        Assert.Equal(Sha256("two"), Hash(Index(index.ToBytes()), "a.go"));
        temporary.Write("a.go", "longer");
        Assert.Equal(Sha256("longer"), Hash(Index(index.ToBytes()), "a.go"));
        File.Delete(temporary["a.go"]);
        Assert.Null(Hash(Index(index.ToBytes()), "a.go"));
    }

    [UnixFact]
    public void A_change_that_keeps_size_and_time_is_seen()
    {
        var modified = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(temporary.Write("a.go", "one"), modified);
        File.SetLastWriteTimeUtc(temporary.Write("b.go", "two"), modified);
        var bytes = Learn("a.go", "b.go");

        // In place, with the time set back: the time of the change can't be set.
        File.WriteAllText(temporary["a.go"], "eno");
        File.SetLastWriteTimeUtc(temporary["a.go"], modified);
        Assert.Equal(Sha256("eno"), Hash(Index(bytes), "a.go"));

        // Another file moved there.
        File.Move(temporary["b.go"], temporary["a.go"], overwrite: true);
        Assert.Equal(Sha256("two"), Hash(Index(bytes), "a.go"));
    }

    [Theory]
    [InlineData(-10, 0)]
    [InlineData(0, 0)]
    [InlineData(1.5, 0)]
    [InlineData(10, 1)]
    public void A_file_that_had_just_been_changed_is_not_believed(double secondsLater, int expected)
    {
        temporary.Write("a.go", "one");
        time.Shift = TimeSpan.FromSeconds(secondsLater);
        var index = Index(null);
        Assert.Equal(Sha256("one"), Hash(index, "a.go"));
        Assert.Equal(expected, index.Count);
    }

    [Fact]
    public void A_file_that_is_changed_just_before_it_is_read_again_is_forgotten()
    {
        temporary.Write("a.go", "one");
        var bytes = Learn("a.go");
        time.Shift = TimeSpan.Zero;
        temporary.Write("a.go", "two");
        var index = Index(bytes);
        Assert.Equal(Sha256("two"), Hash(index, "a.go"));
        Assert.True(index.IsChanged);
        Assert.Equal(0, Index(index.ToBytes()).Count);
    }

    [UnixFact]
    public void A_link_is_what_it_leads_to()
    {
        temporary.Write("a.go", "one");
        temporary.Write("b.go", "two");
        File.CreateSymbolicLink(temporary["link.go"], "a.go");
        var bytes = Learn("link.go");
        Assert.Equal(Sha256("one"), Hash(Index(bytes), "link.go"));
        File.Delete(temporary["link.go"]);
        File.CreateSymbolicLink(temporary["link.go"], "b.go");
        Assert.Equal(Sha256("two"), Hash(Index(bytes), "link.go"));
        File.Delete(temporary["b.go"]);
        Assert.Null(Hash(Index(bytes), "link.go"));
    }

    [Fact]
    public void Where_reading_fails_there_is_no_hash()
    {
        temporary.Write("large.go", "12345678901");
        Directory.CreateDirectory(temporary["dir.go"]);
        var bytes = Learn("large.go");
        var small = new DiskSourceFiles(maxFileSize: 10, Index(bytes));
        foreach (var name in (string[])["large.go", "dir.go", "none.go"])
        {
            Assert.Null(small.GetContentHash(At(name)));
            Assert.Null(small.Read(At(name)).File);
        }

        Assert.Null(small.GetContentHash("relative.go"));
        Assert.Empty(small.ChangedFiles);
    }
    [Fact]
    public void Damage_is_an_empty_index_never_a_wrong_hash()
    {
        temporary.Write("a.go", "one");
        temporary.Write("sub/b.go", "two");
        temporary.Write("sub/é.go", "three");
        var bytes = Learn("a.go", "sub/b.go", "sub/é.go");
        Assert.Equal(3, Index(bytes).Count);
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[i] ^= (byte)(1 << bit);
                Assert.Equal(0, Index(bytes).Count);
                bytes[i] ^= (byte)(1 << bit);
            }

            Assert.Equal(0, Index(bytes[..i]).Count);
        }

        Assert.Equal(0, Index([.. bytes, 0]).Count);
        Assert.Equal(0, FileHashIndex.Read("/another/tree", bytes, time).Count);
        Assert.Equal(3, Index(bytes).Count);
    }

    [Fact]
    public void What_is_damaged_and_has_a_right_checksum_is_read_without_harm()
    {
        // Nobody but an enemy makes such bytes, and an enemy can lie about hashes: but nothing breaks.
        temporary.Write("a.go", "one");
        temporary.Write("b.go", "two");
        var bytes = Learn("a.go", "b.go");
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var content = bytes[..random.Next(bytes.Length + 1)];
            for (var i = random.Next(4); i > 0 && content.Length > 8; i--)
            {
                content[random.Next(8, content.Length)] = (byte)random.Next(256);
            }

            var index = Index(Sealed(content.Length > 32 && random.Next(2) == 0 ? content[..^32] : content));
            Assert.InRange(index.Count, 0, 2);
            index.ToBytes();
        }
    }

    [Fact]
    public void Equal_content_is_equal_bytes_in_whatever_order_it_came()
    {
        string[] names = ["b.go", "a.go", "sub/c.go", "B.go", "a/b.go"];
        foreach (var name in names)
        {
            temporary.Write(name, name);
        }

        Assert.Equal(Learn(names), Learn([.. names.Order(StringComparer.Ordinal)]));
        Assert.Equal(Learn(names), Learn([.. names.Reverse()]));
    }

    [Fact]
    public void What_is_not_seen_for_a_month_is_forgotten_and_looking_is_noted_once_a_week()
    {
        temporary.Write("a.go", "one");
        temporary.Write("b.go", "two");
        var bytes = Learn("a.go", "b.go");
        time.Shift = TimeSpan.FromDays(6);
        var soon = Index(bytes);
        Hash(soon, "a.go");
        Assert.False(soon.IsChanged);

        time.Shift = TimeSpan.FromDays(20);
        var later = Index(bytes);
        Hash(later, "a.go");
        Assert.True(later.IsChanged);
        time.Shift = TimeSpan.FromDays(40);
        Assert.Equal(1, Index(later.ToBytes()).Count);
    }

    [Fact]
    public void What_was_read_first_has_the_hash_of_what_was_read()
    {
        temporary.Write("a.go", "one");
        var bytes = Learn("a.go");
        var files = new DiskSourceFiles(hashes: Index(bytes));
        Assert.Equal("one", files.Read(At("a.go")).File!.Text.Text);
        temporary.Write("a.go", "two");
        Assert.Equal(Sha256("one"), files.GetContentHash(At("a.go")));
        Assert.Empty(files.ChangedFiles);
    }

    [Fact]
    public void What_was_hashed_by_reading_is_not_read_again()
    {
        temporary.Write("a.go", "one");
        var files = new DiskSourceFiles(hashes: Index(null));
        Assert.Equal(Sha256("one"), files.GetContentHash(At("a.go")));
        temporary.Write("a.go", "two");
        Assert.Equal("one", files.Read(At("a.go")).File!.Text.Text);
        Assert.Empty(files.ChangedFiles);
    }

    [Theory]
    [InlineData("two", true)]
    [InlineData("longer", true)]
    [InlineData("one", false)]
    [InlineData(null, true)]
    public void A_file_that_changes_after_its_hash_was_given_is_named(string? content, bool isChanged)
    {
        temporary.Write("a.go", "one");
        var files = new DiskSourceFiles(hashes: Index(Learn("a.go")));
        Assert.Equal(Sha256("one"), files.GetContentHash(At("a.go")));
        File.Delete(temporary["a.go"]);
        if (content is not null)
        {
            temporary.Write("a.go", content);
        }

        Assert.Equal(content, files.Read(At("a.go")).File?.Text.Text);
        Assert.Equal(isChanged ? [At("a.go")] : [], files.ChangedFiles.AsEnumerable());
        Assert.Equal(Sha256("one"), files.GetContentHash(At("a.go")));
    }

    [Fact]
    public void Without_an_index_the_hash_is_that_of_the_text()
    {
        temporary.Write("a.go", [0xEF, 0xBB, 0xBF, 0xFF, (byte)'\r']);
        var files = new DiskSourceFiles();
        var hash = files.GetContentHash(At("a.go"));
        Assert.Equal(files.Read(At("a.go")).File!.Text.ContentHash, hash);
        Assert.Equal(new DiskSourceFiles().Read(At("a.go")).File!.Text.ContentHash, hash);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static byte[] Sealed(byte[] content) => [.. content, .. SHA256.HashData(content)];

    private static byte[] Forge(byte[] bytes, string from, string to)
    {
        var content = bytes[..^32];
        var at = content.AsSpan().IndexOf(Convert.FromHexString(from));
        Convert.FromHexString(to).CopyTo(content, at);
        return Sealed(content);
    }

    private static string? HashOf(FileHashIndex index, string path) => new DiskSourceFiles(hashes: index).GetContentHash(path);

    private FileHashIndex Index(byte[]? bytes) => FileHashIndex.Read(Root, bytes, time);

    private string? Hash(FileHashIndex index, string name) => HashOf(index, At(name));

    private byte[] Learn(params IEnumerable<string> names)
    {
        var index = Index(null);
        foreach (var name in names)
        {
            Assert.NotNull(Hash(index, name));
        }

        return index.ToBytes();
    }

    private string At(string relative) => SourcePath.Normalize(temporary[relative].Replace('\\', '/'));
}
