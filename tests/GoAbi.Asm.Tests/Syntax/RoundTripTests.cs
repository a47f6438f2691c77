using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Syntax;

public sealed class RoundTripTests
{
    private static readonly string[] Fragments =
    [
        "TEXT ·f(SB), NOSPLIT, $0-8", "MOVQ", " AX", ", ", "\n", "\r\n", "\r", ";", "#define ", "#define M(a, b) ", "\\\n", "\\ \t\n", "\\",
        "#ifdef X", "#else", "#endif", "#include \"a.h\"", "#", "#line 1 \"x\"", "// c", "/* c", " */", "\"s", "'", "`", "(", ")", "[", "]", "<>",
        "$", "*8", "+", "x·y∕z", "0x", "1e", ".5", "\0", "\uDC80", "\uFEFF", "é", "😀", "label:", "//go:build x", "@>", "<<", "AX:DX", " ",
    ];

    public static TheoryData<string> Hostile() =>
    [
        "", "\n", ";", "\uFEFF", "\uFEFFTEXT ·f(SB), 4, $0\n", "a", "#", "#define", "#define M", "#define M(", "#define M(a", "#define M(a\n)", "#define M \\",
        "#define M \\\n", "#define M a \\  \n b\n", "TEXT", "TEXT ·f(SB", "\"", "'", "/*", "//", "/", "a:", "a: b: c", ":", "....", "MOVQ (((((", "\0\0\0", "\r\r\r",
        "a\r\nb\r\n", new string('(', 100_000), new string('x', 1_000_000), string.Concat(Enumerable.Repeat("a, ", 350_000)), "a ;;; b\n;\n;",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_comes_back_as_it_was(string text) => Check(SourceText.FromString(text));

    [Fact]
    public void Bytes_that_are_no_text_come_back_as_they_were()
    {
        var random = new System.Random(20260101);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            var text = SourceText.FromBytes(bytes);
            var tree = Check(text);
            Assert.Equal(bytes, SourceText.FromString(tree.ToFullString()).Bytes.ToArray());
        }
    }

    [Fact]
    public void Every_prefix_of_a_file_comes_back_as_it_was()
    {
        const string Text = "#include \"textflag.h\"\r\n#define M(a) \\\n\tMOVQ a, AX; \\\n\tRET\n\nTEXT ·f<>(SB), NOSPLIT|NOFRAME, $8-16\nl: M($'x')\n\tMOVQ 8(SP)(AX*4), X0 // c\n/* d */ DATA y+8(SB)/4, $\"s\\n\"\n";
        for (var length = 0; length <= Text.Length; length++)
        {
            var tree = Check(SourceText.FromString(Text[..length]));
            AsmProgram.Create(tree, new Target(), AsmProgramOptions.Default);
        }
    }

    [Fact]
    public void Any_text_of_likely_pieces_comes_back_as_it_was_and_assembles_without_an_exception()
    {
        var texts = Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var tree = Check(SourceText.FromString(text));
            foreach (var goarch in new[] { "amd64", "arm64", "arm", "riscv64" })
            {
                var program = AsmProgram.Create(tree, new Target { Goarch = goarch }, new AsmProgramOptions { MaxExpandedTokens = 10_000 });
                _ = program.SymbolAbis().Count();
                foreach (var statement in program.Statements)
                {
                    _ = statement.Origin.Location.ToString() + statement.Origin.Spelling + statement + statement.Origin.Expansion.Length;
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Prop.ForAll((NonNull<string> text) => Check(SourceText.FromString(text.Get))).QuickCheckThrowOnFailure();

    private static AsmSyntaxTree Check(SourceText text)
    {
        var tree = AsmSyntaxTree.Parse(new SourceFile("f.s", text));
        Assert.Equal(text.Text, tree.ToFullString());
        Assert.Equal(text.Text, string.Concat(tree.Statements.Select(s => s.ToFullString())));
        var end = 0;
        foreach (var token in tree.Tokens)
        {
            Assert.True(token.Start >= end && token.End <= text.Length);
            Assert.True(IsTrivia(text.Text[end..token.Start], end), "between tokens: " + text.Text[end..token.Start]);
            end = token.End;
        }

        var next = 0;
        foreach (var statement in tree.Statements)
        {
            Assert.True(statement.FirstToken >= next && statement.EndToken > statement.FirstToken);
            for (; next < statement.FirstToken; next++)
            {
                Assert.True(tree.Tokens[next].Kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon);
            }

            next = statement.EndToken;
        }

        Assert.Equal(tree.Tokens.Length, next);
        return tree;
    }

    private static bool IsTrivia(string gap, int at)
    {
        for (var i = 0; i < gap.Length;)
        {
            if (gap[i] is ' ' or '\t' or '\r' || (gap[i] == '\uFEFF' && at + i == 0))
            {
                i++;
            }
            else if (gap.AsSpan(i).StartsWith("//", StringComparison.Ordinal) && gap.IndexOf('\n', i) < 0)
            {
                return true;
            }
            else if (gap.AsSpan(i).StartsWith("/*", StringComparison.Ordinal))
            {
                var end = gap.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end < 0 ? gap.Length : end + 2;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
