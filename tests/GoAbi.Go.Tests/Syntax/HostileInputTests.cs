using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using FsCheck;
using FsCheck.Fluent;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Syntax;

public sealed class HostileInputTests
{
    // A file for each case: all of them in one would be read as often as it has characters.
    private static IEnumerable<string> Samples => TreeCases.All().Select(static c => "package p\n"
        + (c.File.EndsWith("statements.txt", StringComparison.Ordinal) ? "func f() {\n" + c.Source + "\n}\n" : c.Source + "\n")
        + "var next int\n");

    [Fact]
    public void A_file_cut_off_anywhere_still_gives_a_tree()
    {
        foreach (var text in Samples)
        {
            for (var i = 0; i < text.Length; i++)
            {
                TreeInvariants.Parse(text.Substring(0, i), skipBodies: false);
                TreeInvariants.Parse(text.Substring(0, i), skipBodies: true);
            }
        }
    }

    [Fact]
    public void A_file_with_one_character_missing_still_gives_a_tree()
    {
        foreach (var text in Samples)
        {
            for (var i = 0; i < text.Length; i++)
            {
                TreeInvariants.Parse(text.Remove(i, 1));
            }
        }
    }

    [Theory]
    [InlineData("var x = ", "(", "1", ")")]
    [InlineData("var x = ", "-", "1", "")]
    [InlineData("var x = ", "<-", "c", "")]
    [InlineData("var x = ", "*", "p", "")]
    [InlineData("var x = ", "f(", "1", ")")]
    [InlineData("var x = ", "a[", "1", "]")]
    [InlineData("var x = T", "{", "", "}")]
    [InlineData("var x = ", "T{", "", "}")]
    [InlineData("var x = ", "func() { x = ", "1", "}")]
    [InlineData("var x ", "[]", "int", "")]
    [InlineData("var x ", "*", "int", "")]
    [InlineData("var x ", "chan ", "int", "")]
    [InlineData("var x ", "map[int]", "int", "")]
    [InlineData("var x ", "T[", "int", "]")]
    [InlineData("var x ", "(", "int", ")")]
    [InlineData("var x ", "struct { a ", "int", "}")]
    [InlineData("var x ", "interface { m(", "", ") }")]
    [InlineData("var x ", "func(", "", ")")]
    [InlineData("var x ", "func() ", "int", "")]
    [InlineData("func f(", "a [", "1", "]int")]
    [InlineData("func f() ", "{", "", "}")]
    [InlineData("func f() { ", "if x { } else ", "{}", " }")]
    [InlineData("func f() { ", "if x { ", "", "}")]
    [InlineData("func f() { ", "L: ", ";", "")]
    [InlineData("func f() { ", "for { ", "", "}")]
    [InlineData("func f() { ", "switch { case x: ", "", "}")]
    [InlineData("func f() { ", "select { case <-c: ", "", "}")]
    [InlineData("func f() { ", "if func() bool { ", "", "}() {}")]
    [InlineData("type T ", "[P *func() { type T ", "int", "}] int")]
    [InlineData("var x = 1", " + 1", "", "", 1_000_000)] // read without recursion, and so allowed to be longer
    [InlineData("var x = a", ".b", "", "")]
    [InlineData("var x = a", "()", "", "")]
    [InlineData("type T interface { int ", "| int", "", "}")]
    public void Nesting_without_end_ends_in_an_error_and_not_in_a_crash(string start, string open, string middle, string close, int levels = 100_000)
    {
        // A stack of 1 MB, the smallest default of the systems we run on: ten bytes for a level, where a call takes a hundred.
        RunWithStack(1 << 20, () =>
        {
            var text = new StringBuilder("package p\n").Append(start);
            text.Insert(text.Length, open, levels).Append(middle).Insert(text.Length, close, levels).Append('\n');
            var tree = GoSyntaxTree.Parse(new SourceFile("x.go", SourceText.FromString(text.ToString())));
            Assert.NotEmpty(tree.Diagnostics);
            Assert.Equal(GoSyntaxKind.File, tree.Root.Kind);
        });
    }

    [Fact]
    public void Three_hundred_levels_of_everything_are_read()
    {
        RunWithStack(1 << 20, () =>
        {
            var text = "package p\nvar x = " + string.Concat(Enumerable.Repeat("f(func() { if a { x = T{(", 60)) + "1"
                + string.Concat(Enumerable.Repeat(")} } })", 60)) + "\n";
            Assert.Empty(TreeInvariants.Parse(text).Diagnostics);
        });
    }

    [Fact]
    public void A_chain_of_fifty_thousand_operands_is_read() =>
        Assert.Empty(TreeInvariants.Parse("package p\nvar x = 1" + string.Concat(Enumerable.Repeat(" +\n\t1", 50_000)) + "\n").Diagnostics);

    [Fact]
    public void A_line_of_ten_megabytes_is_read()
    {
        var tree = TreeInvariants.Parse("package p; var x = []byte(\"" + new string('a', 10_000_000) + "\")\n");
        Assert.Empty(tree.Diagnostics);
    }

    [Fact]
    public void A_literal_longer_than_a_token_can_say_keeps_its_length()
    {
        var tree = GoSyntaxTree.Parse(new SourceFile("x.go", SourceText.FromString("package p\nvar x = `" + new string('a', 20_000_000) + "`\n")));
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(20_000_002, tree.TokenSpan(tree.Tokens.Length - 3).Length);
    }

    [Theory]
    [InlineData("package p\n\0\n", 2)]
    [InlineData("package p\nvar s = \"a\0b\"\n", 2)]
    [InlineData("package p\n// \0\n", 2)]
    [InlineData("package p\n\n\uFEFFvar x int\n", 3)]
    public void A_NUL_or_a_byte_order_mark_inside_is_an_error(string text, int line) =>
        Assert.Equal(line, TreeInvariants.Parse(text).Diagnostics[0].Location!.Value.Start.Line);

    [Fact]
    public void A_byte_order_mark_at_the_start_is_none() => Assert.Empty(TreeInvariants.Parse("\uFEFFpackage p\n").Diagnostics);

    [Fact]
    public void Invalid_UTF8_is_an_error_in_comments_and_strings_too()
    {
        var bytes = Encoding.ASCII.GetBytes("package p\nvar a int // ?\nvar s = `?`\n").Select(b => b == (byte)'?' ? (byte)0xFF : b).ToArray();
        var tree = TreeInvariants.Check(GoSyntaxTree.Parse(new SourceFile("x.go", SourceText.FromBytes(bytes))));
        Assert.Equal([2, 3], tree.Diagnostics.Select(d => d.Location!.Value.Start.Line));
    }

    [Fact]
    public void Any_soup_of_tokens_gives_a_tree()
    {
        string[] words =
        [
            "a", "b", "T", "1", "1.5", "'x'", "\"s\"", "`r`", "(", ")", "[", "]", "{", "}", "{", "}", ",", ";", "\n", "\n", ":", ":=", "=", "+", "-", "*", "&",
            "<-", "|", "~", "==", "++", ".", "...", "func", "func", "type", "var", "const", "import", "struct", "interface", "map", "chan", "if", "else", "for",
            "range", "switch", "case", "default", "select", "go", "defer", "return", "break", "goto", "fallthrough", "/* c */", "// c\n", "\0", "\u00e9", "@", "package",
        ];
        var soup = Gen.ArrayOf(Gen.Elements(words)).Select(w => "package p\nfunc f() {\n" + string.Join(' ', w));
        Prop.ForAll(Arb.From(soup), text =>
        {
            TreeInvariants.Parse(text);
            TreeInvariants.Parse(text, skipBodies: true);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(120));
    }

    private static void RunWithStack(int size, Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action), size);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
