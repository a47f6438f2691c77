using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Lexing;

public sealed class TokenReaderTests
{
    public static TheoryData<int, string, string> Cases() => CaseFile.Read("lexer.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_reader_gives_the_tokens_and_diagnostics_of_the_tree(int line, string text, string tokens)
    {
        Assert.True(line > 0 && tokens is not null);
        AssertSameAsTree(text);
    }

    [Fact]
    public void Every_kind_of_token_is_the_same_wherever_it_stands_in_a_long_line()
    {
        string[] pieces =
        [
            "AX", "abcdefgh", "abcdefghi", "_x1", "·f", "a·b·c", "runtime∕internal·f", "é", "aé", "aéb", "0", "7", "0x1F", "017", "1.5", ".5", "1e9", "0x1p-2", "1.X", "x.1",
            "<", "<<", ">", ">>", "->", "-", "@>", "@", "'a'", "\"s t\"", "(", ")", "[", "]", "$", "*", "/", "%", "&", "+", "|", "^", "~", ";", ",", ":", ".", "#", "\\", "\n",
            "\r\n", "// c é\n", "/* x */", "/* é \n */", "\u0001", "\uDC80", "\U00010400", "!", "x12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        ];
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < 200; i++)
            {
                text.Append(pieces[random.Next(pieces.Length)]).Append(' ', random.Next(3));
            }

            AssertSameAsTree(text.ToString());
        }
    }

    [Fact]
    public void Reading_tokens_of_known_names_allocates_nothing()
    {
        var names = new AsmNameTable();
        var file = File(2000);
        var buffer = new AsmToken[512];
        var allocated = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            // The first round adds the names, and the runtime may allocate for itself while it makes better code of a method.
            var before = GC.GetAllocatedBytesForCurrentThread();
            var count = Read(file, names, buffer);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(AsmSyntaxTree.Parse(file, names).Tokens.Length, count);
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_tree_takes_few_bytes_a_byte_of_source()
    {
        var names = new AsmNameTable();
        var file = File(2000);
        AsmSyntaxTree.Parse(file, names);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tree = AsmSyntaxTree.Parse(file, names);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotEqual(0, tree.StatementCount);
        Assert.InRange((double)allocated / file.Text.Length, 0.1, 4.0);
        Assert.Equal(tree.StatementCount, tree.Statements.Length);
    }

    private static int Read(SourceFile file, AsmNameTable names, AsmToken[] buffer)
    {
        var reader = new AsmTokenReader(file, names);
        var count = 0;
        for (int read; (read = reader.Read(buffer)) > 0;)
        {
            count += read;
        }

        return count;
    }

    private static void AssertSameAsTree(string text)
    {
        var names = new AsmNameTable();
        var file = new SourceFile("a.s", SourceText.FromString(text));
        var tree = AsmSyntaxTree.Parse(file, names);
        foreach (var size in new[] { 1, 3, 1000 })
        {
            var reader = new AsmTokenReader(file, names);
            var buffer = new AsmToken[size];
            var tokens = new List<AsmToken>();
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                tokens.AddRange(buffer.Take(read));
            }

            Assert.Equal(tree.Tokens.ToArray(), tokens);
            Assert.Equal(tree.Diagnostics.Select(d => d.ToString()), reader.Diagnostics.Select(d => d.ToString()));
        }
    }

    private static SourceFile File(int functions)
    {
        var text = new StringBuilder("#include \"textflag.h\"\n");
        for (var i = 0; i < functions; i++)
        {
            text.Append("\n// f").Append(i).Append(" adds.\nTEXT ·f").Append((i % 100).ToString(CultureInfo.InvariantCulture))
                .Append("(SB), NOSPLIT, $0-16\n\tMOVQ\tx+0(FP), AX\n\tADDQ\t$0x10, AX\nloop:\n\tSHLQ\t$(1<<2), 8(BX)(CX*4)\n\tJMP\tloop\n\tMOVQ\tAX, ret+8(FP)\n\tRET\n");
        }

        return new SourceFile("a.s", SourceText.FromString(text.ToString()));
    }
}
