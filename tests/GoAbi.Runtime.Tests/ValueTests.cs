using System;
using System.Linq;
using System.Text;
using GoAbi.Testing.Readers;
using Xunit;

namespace GoAbi.Runtime.Tests;

/// <summary>Strings, slices and blocks read what they refer to, and nothing beyond it.</summary>
public sealed class ValueTests
{
    private static readonly RunOfMemory Memory = new(0x1000, Encoding.UTF8.GetBytes("aé€😀b"));

    [Theory]
    [InlineData(11, 100, "aé€😀b")]
    [InlineData(11, 10, "aé€😀")]
    [InlineData(11, 9, "aé€")]
    [InlineData(11, 7, "aé€")]
    [InlineData(11, 6, "aé€")]
    [InlineData(11, 5, "aé")]
    [InlineData(11, 3, "aé")]
    [InlineData(11, 2, "a")]
    [InlineData(11, 0, "")]
    [InlineData(3, 100, "aé")]
    [InlineData(0, 100, "")]
    public void Text_that_is_cut_ends_with_a_whole_character(long length, int limit, string expected)
    {
        Assert.True(new GoString(0x1000, length).TryReadText(Memory, out var text, limit));
        Assert.Equal(expected, text);
    }

    [Fact]
    public void Text_that_is_not_there_is_not_read()
    {
        Assert.False(new GoString(0x1000, 12).TryReadText(Memory, out var text));
        Assert.Equal("", text);
        Assert.False(new GoString(0x1000, -1).TryReadText(Memory, out _));
        Assert.False(new GoString(0x1000, long.MaxValue).TryReadText(Memory, out _));
        Assert.Equal("12 bytes at 0x1000 can't be read.", Assert.Throws<GoReadException>(() => new GoString(0x1000, 12).ReadText(Memory)).Message);
        Assert.True(new GoString(0, 0).TryReadText(Memory, out _));
    }

    [Fact]
    public void Reads_end_where_the_value_ends()
    {
        var bytes = new byte[2];
        Assert.True(new GoString(0x1000, 3).TryRead(Memory, 1, bytes));
        Assert.Equal("é", Encoding.UTF8.GetString(bytes));
        Assert.False(new GoString(0x1000, 2).TryRead(Memory, 1, bytes));
        Assert.False(new GoString(0x1000, 2).TryRead(Memory, -1, bytes));
        Assert.True(new GoSlice(0x1000, 2, 2).TryRead(Memory, 1, 0, bytes));
        Assert.True(new GoSlice(0x1001, 1, 1).TryRead(Memory, 2, 0, bytes));
        Assert.True(new GoSlice(0x1001, 2, 2).TryRead(Memory, 2, 1, bytes));
        Assert.False(new GoSlice(0x1000, 1, 9).TryRead(Memory, 2, 1, bytes));
        Assert.False(new GoSlice(0x1000, 1, 9).TryRead(Memory, 0, 0, bytes));
        Assert.True(new GoBlock(0x1000, 3).TryRead(Memory, 1, bytes));
        Assert.False(new GoBlock(0x1000, 2).TryRead(Memory, 1, bytes));
        Assert.False(new GoString(0x1000, long.MinValue).TryRead(Memory, 1, bytes));
        Assert.False(new GoBlock(0x1000, long.MinValue).TryRead(Memory, 1, bytes));
        Assert.False(new GoString(0x1000, 3).TryRead(Memory, long.MaxValue, bytes));
        Assert.True(new GoPointer(0x1000).TryRead(Memory, 1, bytes));
        Assert.False(default(GoPointer).TryRead(Memory, 0x1000, bytes));
        Assert.True(default(GoPointer).IsNil && default(GoSlice).IsNil && default(GoInterface).IsNil && default(GoAny).IsNil);
    }

    [Fact]
    public void Numbers_are_made_of_their_bits()
    {
        Assert.Equal(1.5f, GoWord.Float32(0xffffffff3fc00000));
        Assert.Equal(-2.0, GoWord.Float64(0xc000000000000000));
        var bytes = Enumerable.Range(1, 8).Select(static i => (byte)i).ToArray();
        Assert.Equal([0x0102UL, 0x03040506UL, 0x0102030405060708UL, 8UL], [GoWord.Read(bytes, 0, 2, true), GoWord.Read(bytes, 2, 4, true), GoWord.Read(bytes, 0, 8, true), GoWord.Read(bytes, 7, 1, true)]);
        Assert.Equal([0x0201UL, 0x06050403UL, 0x0807060504030201UL, 8UL], [GoWord.Read(bytes, 0, 2, false), GoWord.Read(bytes, 2, 4, false), GoWord.Read(bytes, 0, 8, false), GoWord.Read(bytes, 7, 1, false)]);
    }
}
