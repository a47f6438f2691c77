using System;
using System.Linq;
using GoAbi.Go;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Stubs;

/// <summary>What fixes do to Go and assembly files that are not written as one would expect.</summary>
public class StubEditTests
{
    private const string Assembly = "TEXT ·f(SB), $0-0\n\tRET\n\nTEXT ·g(SB), $0-0\n\tRET\n";
    private const string Declarations = "func f()\nfunc g()\n\nvar pc uintptr\n";

    [Theory]
    [InlineData("a, b := f, g\n\treturn pc > **(**uintptr)(unsafe.Pointer(&a)) && pc < **(**uintptr)(unsafe.Pointer(&b))", "func X() bool {\n\treturn pc > addrOfF() && pc < addrOfG()\n}")]
    [InlineData("a, n := f, 2\n\treturn pc > **(**uintptr)(unsafe.Pointer(&a)) && n == 2", "\t_, n := f, 2\n\treturn pc > addrOfF() && n == 2\n")]
    [InlineData("n := 1\n\ta, n := f, 2\n\treturn pc > **(**uintptr)(unsafe.Pointer(&a)) && n == 2", "\t_, n = f, 2\n")]
    [InlineData("if a := f; pc > **(**uintptr)(unsafe.Pointer(&a)) {\n\t\treturn true\n\t}\n\treturn false", "\tif pc > addrOfF() {\n")]
    public void Variables_that_nothing_reads_any_more_are_removed(string body, string expected) =>
        Assert.Contains(expected, Fixed("/m/a.go", ("/m/a.go", "package m\n\nimport \"unsafe\"\n\n" + Declarations + "\nfunc X() bool {\n\t" + body + "\n}\n"), ("/m/a_amd64.s", Assembly)), StringComparison.Ordinal);

    [Fact]
    public void A_pointer_type_is_converted_to_in_parentheses() =>
        Assert.Contains(
            "return *(*byte)(unsafe.Pointer(addrOfF()))\n",
            Fixed("/m/a.go", ("/m/a.go", "package m\n\nimport \"unsafe\"\n\n" + Declarations + "\nfunc X() byte {\n\ta := f\n\treturn ***(***byte)(unsafe.Pointer(&a))\n}\n"), ("/m/a_amd64.s", Assembly)),
            StringComparison.Ordinal);

    [Fact]
    public void A_stub_stands_behind_a_comment_that_ends_lines_later() =>
        Assert.Contains(
            "\tRET /* x\n*/\n\n// func addrOfF() uintptr\n",
            Fixed("/m/a_amd64.s", ("/m/a.go", "package m\n\nimport \"reflect\"\n\n" + Declarations + "\nvar X = pc == reflect.ValueOf(f).Pointer()\n"), ("/m/a_amd64.s", "TEXT ·f(SB), $0-0\n\tRET /* x\n*/\n")),
            StringComparison.Ordinal);

    [Fact]
    public void A_variant_that_only_an_unset_tag_builds_gets_the_stub_too() =>
        Assert.Contains(
            "func addrOfF() uintptr {\n\treturn reflect.ValueOf(f).Pointer()\n}\n",
            Fixed(
                "/m/pure.go",
                ("/m/a.go", "package m\n\nimport \"reflect\"\n\nvar pc uintptr\n\nvar X = pc == reflect.ValueOf(f).Pointer()\n"),
                ("/m/asm.go", "//go:build !purego\n\npackage m\n\nfunc f()\n"),
                ("/m/pure.go", "//go:build purego\n\npackage m\n\nfunc f() {}\n"),
                ("/m/a_amd64.s", "//go:build !purego\n\nTEXT ·f(SB), $0-0\n\tRET\n")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("var fv = aa.F\n", "package b\n\nimport \"reflect\"\n\nvar pc uintptr\n\nvar X = pc == reflect.ValueOf(fv).Pointer()\n")]
    [InlineData("", "package b\n\nimport (\n\t\"reflect\"\n\n\taa \"m/a\"\n)\n\nvar pc uintptr\n\nvar fv = aa.F\n\nfunc X(aa int) bool { return pc+uintptr(aa) == reflect.ValueOf(fv).Pointer() }\n")]
    public void Nothing_is_proposed_where_the_qualifier_means_something_else(string declaration, string reader)
    {
        var analysis = Analyze(
            ("/m/a/a.go", "package a\n\nfunc F()\n"),
            ("/m/a/a_amd64.s", "TEXT ·F(SB), $0-0\n\tRET\n"),
            ("/m/b/b1.go", "package b\n\nimport aa \"m/a\"\n\n" + declaration + "var _ = aa.F\n"),
            ("/m/b/b2.go", reader));
        Assert.Empty(Assert.Single(analysis.Findings).Fixes);
    }

    [Fact]
    public void A_stub_for_a_dot_import_has_a_name_that_the_importing_package_does_not_use() =>
        Assert.Contains(
            "\t. \"m/a\"\n)\n\nvar pc uintptr\n\nvar AddrOfF = 3\n\nvar X = pc == AddrOfF2()\n",
            Fixed(
                "/m/b/b.go",
                ("/m/a/a.go", "package a\n\nfunc F()\n"),
                ("/m/a/a_amd64.s", "TEXT ·F(SB), $0-0\n\tRET\n"),
                ("/m/b/b.go", "package b\n\nimport (\n\t. \"m/a\"\n\t\"reflect\"\n)\n\nvar pc uintptr\n\nvar AddrOfF = 3\n\nvar X = pc == reflect.ValueOf(F).Pointer()\n")),
            StringComparison.Ordinal);

    [Fact]
    public void Expressions_deeper_than_the_stack_are_bounded()
    {
        var text = "package m\n\nimport \"reflect\"\n\n" + Declarations + "\nvar X = pc == reflect.ValueOf(f).Pointer()" + string.Concat(Enumerable.Repeat("+1", 100_000)) + "\n";
        Assert.Single(Analyze(("/m/a.go", text), ("/m/a_amd64.s", Assembly)).Findings);
    }

    private static string Fixed(string path, params (string Path, string Text)[] files)
    {
        var analysis = Analyze(files);
        var edited = EditedFile.FromEdits(FixComposer.Compose(analysis, analysis.Findings, includeUnsafe: true));
        Assert.All(edited, static file => Assert.Null(file.Failure));
        return Assert.Single(edited, file => file.Path == path).NewText.Text;
    }

    private static AbiAnalysis Analyze(params (string Path, string Text)[] files)
    {
        var module = GoModule.Load(
            InMemorySourceFiles.Create([.. files, ("/m/go.mod", "module m\n\ngo 1.19\n")]),
            "/m",
            ["./..."],
            new GoModuleOptions { Targets = [new GoTargetRequest(new GoVersion(24), "linux", "amd64")] });
        return AbiAnalyzer.Analyze(module, new AbiAnalysisOptions());
    }
}
