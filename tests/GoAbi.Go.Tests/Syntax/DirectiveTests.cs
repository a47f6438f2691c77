using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Syntax;

public sealed class DirectiveTests
{
    [Fact]
    public void Directives_have_a_name_and_arguments()
    {
        var tree = Parse("package p\n//go:linkname f runtime.f\n//go:nosplit\r\nfunc f()\n\n//export G\nfunc G() {}\n//line a.go:5\n/*line b.go:6:7*/\n// go:not\n");
        Assert.Equal(
            ["go:linkname|f runtime.f", "go:nosplit|", "export|G", "line|a.go:5", "line|b.go:6:7"],
            tree.Directives.Select(d => d.Name + "|" + d.Arguments));
    }

    [Fact]
    public void A_declaration_has_the_directives_since_the_one_before()
    {
        var tree = Parse("package p\n//go:noinline\nfunc f() {\n//go:nosplit\n}\n\n//go:noescape\n\n// doc\n//go:linkname g h\nfunc g()\n");
        var functions = tree.Root.Children.GetEnumerator();
        functions.MoveNext();
        functions.MoveNext();
        Assert.Equal(["go:noinline"], tree.DirectivesBefore(functions.Current).Select(d => d.Name));
        functions.MoveNext();
        Assert.Equal(["go:noescape", "go:linkname"], tree.DirectivesBefore(functions.Current).Select(d => d.Name));
    }

    [Theory]
    [InlineData("//line x.go:0\n")]
    [InlineData("//line x.go:abc\n")]
    [InlineData("//line x.go:1:0\n")]
    [InlineData("//line x.go:99999999999\n")]
    public void A_line_comment_with_a_wrong_number_is_an_error(string comment) =>
        Assert.Single(Parse("package p\n" + comment).Diagnostics);

    [Theory]
    [InlineData("//line\n")]
    [InlineData("// line x.go:0\n")]
    [InlineData(" //line x.go:0\n")]
    [InlineData("//line x.go:7:8\n")]
    [InlineData("//line no colon\n")]
    public void Other_comments_are_not(string comment) => Assert.Empty(Parse("package p\n" + comment).Diagnostics);

    [Theory]
    [InlineData("// int x;\nimport \"C\"\n", " int x;\n")]
    [InlineData("/*\nint x;\n*/\nimport \"C\"\n", "\nint x;\n")]
    [InlineData("// a\n\n// b\nimport \"C\"\n", " b\n")]
    [InlineData("// a\n\nimport \"C\"\n", "")]
    [InlineData("// a\nimport (\n// b\n\"C\"\n)\n", " b\n")]
    [InlineData("// a\nimport (\n\"C\"\n)\n", " a\n")]
    [InlineData("import \"c\"\n", null)]
    public void The_preamble_is_the_comment_before_the_import(string text, string? preamble)
    {
        var tree = Parse("package p\n\n" + text);
        Assert.Equal(preamble, tree.CgoPreamble(tree.Root[1]));
    }

    [Theory]
    [InlineData("//go:build a\n\npackage p\n", "go a")]
    [InlineData("//go:build a\npackage p\n", "go a")]
    [InlineData("// +build a b\n\npackage p\n", "plus a b")]
    [InlineData("// +build a b\npackage p\n", "")]
    [InlineData("//+build a\n// +build c\n\n// doc\npackage p\n", "plus a, plus c")]
    [InlineData("/* x */\n// +build a\n\npackage p\n", "")]
    [InlineData("/* x */\n//go:build a\npackage p\n", "go a")]
    [InlineData("/*\n//go:build a\n*/\npackage p\n", "")]
    [InlineData("//go:builder a\n\npackage p\n", "")]
    [InlineData("package p\n//go:build a\n", "")]
    [InlineData("\uFEFF//go:build a\r\n\r\npackage p\n", "go a")]
    [InlineData("  // +build a\t\n \npackage p\n", "plus a")]
    [InlineData("#include \"textflag.h\"\n//go:build a\n", "")]
    public void Build_constraints_count_in_the_header_only(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", GoBuildConstraints.Find(SourceText.FromString(text)).Select(c => (c.IsGoBuild ? "go " : "plus ") + c.Expression)));

    [Fact]
    public void Skipped_bodies_leave_no_statements_and_no_tokens()
    {
        const string Text = "package p\nfunc f(a int) { if a { x() } }\nfunc g()\nfunc h() {}\nvar x = func() { y() }\n";
        var tree = GoSyntaxTree.Parse(new SourceFile("x.go", SourceText.FromString(Text)), new GoParseOptions { SkipFunctionBodies = true });
        TreeInvariants.Check(tree);
        Assert.Equal(
            "(File (PackageClause p) (FuncDecl - f - (Signature (Parameters (Field (IdentifierList a) int -)) -) (Block :BodySkipped)) (FuncDecl - g - (Signature (Parameters) -) -)"
            + " (FuncDecl - h - (Signature (Parameters) -) (Block :BodySkipped)) (VarDecl (ValueSpec (IdentifierList x) - (ExpressionList (FuncLiteral (Signature (Parameters) -) (Block (ExprStmt (Call y))))))))",
            TreeText.Of(tree.Root));
        Assert.Equal("{ if a { x() } }", tree.Root[1].LastChild.Text);
        Assert.Equal("func g()", tree.Root[2].Text);
    }

    [Fact]
    public void Equal_names_of_a_session_are_one_string()
    {
        var names = new GoNameTable();
        var options = new GoParseOptions { Names = names };
        var a = GoSyntaxTree.Parse(new SourceFile("a.go", SourceText.FromString("package someName\n")), options);
        var b = GoSyntaxTree.Parse(new SourceFile("b.go", SourceText.FromString("package someName\n")), options);
        Assert.Same(a.TokenText(1), b.TokenText(1));
        Assert.Same(a.TokenText(1), names.Intern("someName"));
    }

    private static GoSyntaxTree Parse(string text) => TreeInvariants.Check(GoSyntaxTree.Parse(new SourceFile("x.go", SourceText.FromString(text))));
}
