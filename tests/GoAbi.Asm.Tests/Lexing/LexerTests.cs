using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace GoAbi.Asm.Tests.Lexing;

public sealed class LexerTests
{
    public static TheoryData<int, string, string> Cases() => CaseFile.Read("lexer.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_becomes_tokens(int line, string text, string expected)
    {
        Assert.True(line > 0);
        var tree = TestPrograms.Tree(text);
        var words = new List<string>();
        foreach (var token in tree.Tokens)
        {
            if (token.Kind != AsmTokenKind.EndOfFile)
            {
                words.Add(token.Kind == AsmTokenKind.Newline ? "Newline" : token.Kind + ":" + tree.GetText(token).Replace("\n", "\\n", StringComparison.Ordinal));
            }
        }

        words.AddRange(tree.Diagnostics.Select(d => "!" + d.Message));
        Assert.Equal(expected, string.Join(" ", words));
    }

    [Fact]
    public void A_token_is_twelve_bytes() => Assert.Equal(12, System.Runtime.CompilerServices.Unsafe.SizeOf<AsmToken>());

    [Fact]
    public void Trees_of_one_session_number_a_name_alike()
    {
        var names = new AsmNameTable();
        var one = AsmSyntaxTree.Parse(new Source.SourceFile("a.s", Source.SourceText.FromString("MOVQ AX, BX\n")), names);
        var two = AsmSyntaxTree.Parse(new Source.SourceFile("b.s", Source.SourceText.FromString("ADDQ BX, AX\n")), names);
        Assert.Equal(one.Tokens[1].NameId, two.Tokens[3].NameId);
        Assert.Equal("AX", names.GetText(one.Tokens[1].NameId));
    }

    [Fact]
    public void A_name_table_serves_many_threads()
    {
        var names = new AsmNameTable();
        var texts = Enumerable.Range(0, 64)
            .Select(i => string.Concat(Enumerable.Range(0, 400).Select(k => "n" + ((k * 7) + i) + "·x ")))
            .ToArray();
        Parallel.ForEach(texts, text =>
        {
            var tree = AsmSyntaxTree.Parse(new Source.SourceFile("a.s", Source.SourceText.FromString(text)), names);
            foreach (var token in tree.Tokens)
            {
                Assert.Equal(text.AsSpan(token.Start, token.Length).ToString(), tree.GetText(token));
            }
        });
    }
}
