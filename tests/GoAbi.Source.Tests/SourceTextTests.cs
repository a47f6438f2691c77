using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace GoAbi.Source.Tests;

public sealed class SourceTextTests
{
    public static TheoryData<byte[]> Files() =>
    [
        [],
        [.. "plain\n"u8],
        [0xEF, 0xBB, 0xBF, .. "package p\r\n"u8],
        [.. "a\r\nb\nc\rd\r\r\n"u8],
        [.. "·f∕g é 🙂\n"u8],
        [0xFF, 0xFE, 0x00, 0x80, 0xC0, 0xAF],
        [0xE2, 0x82],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [.. "x"u8, 0xC2, .. "y"u8],
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Bytes_become_text_and_text_the_same_bytes(byte[] bytes)
    {
        var text = SourceText.FromBytes([.. bytes]);
        Assert.Equal(bytes, SourceText.FromString(text.Text).Bytes.ToArray());
        Assert.Equal(bytes, text.Bytes.ToArray());
    }

    [Fact]
    public void Any_bytes_round_trip() => Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
        SourceText.FromString(SourceText.FromBytes([.. bytes]).Text).Bytes.Span.SequenceEqual(bytes)));

    [Fact]
    public void Well_formed_UTF8_decodes_as_everybody_decodes_it() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(given =>
    {
        var bytes = Encoding.UTF8.GetBytes(given.Get);
        return SourceText.FromBytes(bytes).Text == Encoding.UTF8.GetString(bytes);
    }));

    [Fact]
    public void An_edit_leaves_every_other_byte_alone() => Check.QuickThrowOnFailure(Prop.ForAll<byte[], NonNegativeInt, NonNegativeInt>((bytes, at, count) =>
    {
        var text = SourceText.FromBytes([.. bytes]);
        var start = at.Get % (text.Length + 1);
        var end = Math.Min(text.Length, start + (count.Get % 5));
        var before = bytes[..text.GetByteOffset(start)];
        var after = bytes[text.GetByteOffset(end)..];
        var edited = text.WithEdits([new TextEdit(TextSpan.FromBounds(start, end), "new")]);

        // Within a surrogate pair there is no byte to cut at; nobody edits there.
        var splits = (start > 0 && start < text.Length && char.IsLowSurrogate(text.Text[start]) && char.IsHighSurrogate(text.Text[start - 1]))
            || (end > 0 && end < text.Length && char.IsLowSurrogate(text.Text[end]) && char.IsHighSurrogate(text.Text[end - 1]));
        return splits || edited.Bytes.Span.SequenceEqual([.. before, .. "new"u8, .. after]);
    }));

    [Fact]
    public void Edits_are_made_in_the_order_of_the_text_whatever_order_they_come_in()
    {
        var text = SourceText.FromString("one two three");
        var edited = text.WithEdits([new TextEdit(new TextSpan(8, 5), "3"), new TextEdit(new TextSpan(0, 3), "1"), new TextEdit(new TextSpan(4, 0), "and ")]);
        Assert.Equal("1 and two 3", edited.Text);
        Assert.Same(text, text.WithEdits([]));
    }

    [Fact]
    public void Edits_that_overlap_or_lie_outside_are_refused()
    {
        var text = SourceText.FromString("abc");
        Assert.Throws<ArgumentException>(() => text.WithEdits([new TextEdit(new TextSpan(0, 2), ""), new TextEdit(new TextSpan(1, 1), "")]));
        Assert.Throws<ArgumentException>(() => text.WithEdits([new TextEdit(new TextSpan(2, 2), "")]));
    }

    [Theory]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("é·x", 2, 1, 5)]
    [InlineData("a\nb\n", 4, 3, 1)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 1, 3)]
    [InlineData("🙂x", 2, 1, 5)]
    [InlineData("\uFEFFx", 1, 1, 4)]
    public void Columns_are_counted_in_bytes_as_Go_does(string text, int position, int line, int column) =>
        Assert.Equal(new GoPosition(line, column), SourceText.FromString(text).GetGoPosition(position));

    [Fact]
    public void A_line_ends_with_LF_alone()
    {
        var text = SourceText.FromString("a\r\nb\rc\n");
        Assert.Equal(3, text.Lines.Count);
        Assert.Equal(["a", "b\rc", ""], Enumerable.Range(0, 3).Select(line => text.ToString(text.LineSpan(line))));
        Assert.Equal(new LinePosition(1, 2), text.GetLinePosition(5));
    }

    [Fact]
    public void The_hash_is_of_the_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SourceText.FromString("abc").ContentHash);
}
