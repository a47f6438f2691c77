using System.Linq;
using GoAbi.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GoAbi.Generator.Tests.Catalogue;

public sealed class CatalogueTests
{
    [Fact]
    public void AFunctionHasItsSymbolSizesFlagsAndDeclaration()
    {
        var compilation = CatalogueProject.Sum.Run().Compiles();
        const string Function = "App.Go.example_com_sum.sum.amd64";
        Assert.Equal("example.com/sum.sum", compilation.Constant(Function + ".Symbol"));
        Assert.Equal("func sum(p []byte, start uint64) (total uint64, err error)", compilation.Constant(Function + ".Declaration"));
        Assert.Equal("sum.go", compilation.Constant(Function + ".DeclaredIn"));
        Assert.Equal("sum_amd64.s", compilation.Constant(Function + ".File"));
        Assert.Equal("assembly", compilation.Constant(Function + ".Language"));
        Assert.Equal("ABI0", compilation.Constant(Function + ".Abi"));
        Assert.Equal("ABIInternal", compilation.Constant(Function + ".Wrappers"));
        Assert.Equal("NOSPLIT", compilation.Constant(Function + ".TextFlags"));
        Assert.Equal(0, compilation.Constant(Function + ".FrameSize"));
        Assert.Equal(56, compilation.Constant(Function + ".ArgumentSize"));
        Assert.Equal(56, compilation.Constant(Function + ".Abi0ArgumentSize"));
        Assert.Equal(8, compilation.Constant("App.Go.example_com_sum.helper.amd64.FrameSize"));
    }

    [Fact]
    public void ParametersAndResultsHaveOffsetsSizesAndRegisters()
    {
        var compilation = CatalogueProject.Sum.Run().Compiles();
        const string Function = "App.Go.example_com_sum.sum.amd64";
        Assert.Equal(0, compilation.Constant(Function + ".Parameters.p.Offset"));
        Assert.Equal(24, compilation.Constant(Function + ".Parameters.p.Size"));
        Assert.Equal("[]byte", compilation.Constant(Function + ".Parameters.p.Type"));
        Assert.Equal("AX,BX,CX", compilation.Constant(Function + ".Parameters.p.Registers"));
        Assert.Equal(24, compilation.Constant(Function + ".Parameters.start.Offset"));
        Assert.Equal("DI", compilation.Constant(Function + ".Parameters.start.Registers"));
        Assert.Equal(32, compilation.Constant(Function + ".Results.total.Offset"));
        Assert.Equal("BX,CX", compilation.Constant(Function + ".Results.err.Registers"));
    }

    [Fact]
    public void TheDocumentationShowsTheDeclarationAndItsPlace()
    {
        var compilation = CatalogueProject.Sum.Run().Compiles();
        foreach (var name in new[] { "sum", "sum.amd64", "sum.amd64.Parameters.p", "sum.amd64.Results.err" })
        {
            var xml = compilation.Type("App.Go.example_com_sum." + name).GetDocumentationCommentXml();
            Assert.Contains("<c>func sum(p []byte, start uint64) (total uint64, err error)</c>", xml, System.StringComparison.Ordinal);
            Assert.Contains("<c>sum.go:4</c>", xml, System.StringComparison.Ordinal);
        }

        Assert.Contains("<c>sum_amd64.s</c>", compilation.Type("App.Go.example_com_sum.helper").GetDocumentationCommentXml(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void EveryMemberIsDocumented()
    {
        var compilation = CatalogueProject.Sum.Run().Compiles();
        Check(compilation.Type("App.Go.example_com_sum"));

        static void Check(INamedTypeSymbol type)
        {
            Assert.Contains("<summary>", type.GetDocumentationCommentXml(), System.StringComparison.Ordinal);
            foreach (var member in type.GetMembers().Where(static member => !member.IsImplicitlyDeclared && member is IFieldSymbol or IPropertySymbol))
            {
                Assert.True(member.IsImplicitlyDeclared || member.GetDocumentationCommentXml()!.Contains("<summary>", System.StringComparison.Ordinal), member.ToString());
            }

            foreach (var nested in type.GetTypeMembers())
            {
                Check(nested);
            }
        }
    }

    [Fact]
    public void CallsToldByCaseHaveALineInGoAndAnInstructionInAssembly()
    {
        var text = CatalogueProject.Sum.Run().Text();
        Assert.Contains("""new global::@App.@Go.GoCall("example.com/sum.Sum", "example.com/sum.sum", "example.com/sum.sum", 3, "", "call", true, "ABI0", "", "exact", "sum.go:7", -1),""", text, System.StringComparison.Ordinal);
        Assert.Contains("""new global::@App.@Go.GoCall("example.com/sum.sum", "example.com/sum.helper", "example.com/sum.helper", 5, "", "call", true, "ABI0", "", "exact", "sum_amd64.s", 1),""", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void FindingsAreListedWithRuleSeverityMessageAndFunction()
    {
        var text = CatalogueProject.Sum.Run().Text();
        Assert.Contains("""GoFinding("GOABI2002", """, text, System.StringComparison.Ordinal);
        Assert.Contains("\"example.com/sum.helper\", \"sum_amd64.s\"),", text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void OneFunctionInFiveFilesIsOneClassWithFiveInIt()
    {
        var project = GoProject.Of(("go.mod", "module m\n"), ("f.go", "package m\n\nfunc f(x uintptr)\n"));
        foreach (var arch in new[] { "386", "amd64", "arm", "arm64", "riscv64" })
        {
            project = project.With(("f_" + arch + ".s", "TEXT ·f(SB), 4, $0-" + (arch is "386" or "arm" ? "4" : "8") + "\n\tRET\n"));
        }

        var compilation = project.Strict().Run().Compiles();
        Assert.Equal(["_386", "amd64", "arm", "arm64", "riscv64"], compilation.Classes("App.Go.m.f"));
        Assert.Equal(4, compilation.Constant("App.Go.m.f._386.Parameters.x.Size"));
        Assert.Equal("f_riscv64.s", compilation.Constant("App.Go.m.f.riscv64.File"));
    }

    [Fact]
    public void TargetsOfOneArchitectureAreToldApart()
    {
        var compilation = CatalogueProject.Sum.WithProperty("GoAbiTargets", "go1.16,linux/amd64; go1.24,linux/amd64").Run().Compiles();
        Assert.Equal(["amd64_go1_16", "amd64_go1_24"], compilation.Classes("App.Go.example_com_sum.sum"));
        Assert.Equal("", compilation.Constant("App.Go.example_com_sum.sum.amd64_go1_16.Parameters.p.Registers"));
        Assert.Equal("AX,BX,CX", compilation.Constant("App.Go.example_com_sum.sum.amd64_go1_24.Parameters.p.Registers"));
    }

    [Fact]
    public void ItemsHaveTargetsAndANamespaceOfTheirOwn()
    {
        var project = CatalogueProject.Sum
            .WithFile("other/go.mod", "module other\n")
            .WithFile("other/o.go", "package other\n\nfunc o()\n", ("GoAbiTarget", "go1.22,linux/arm64"), ("GoAbiNamespace", "My.Own"))
            .WithFile("other/o_arm64.s", "TEXT ·o(SB), 4, $0-0\n\tRET\n", ("GoAbiTarget", "go1.22,linux/arm64"), ("GoAbiNamespace", "My.Own"));
        var compilation = project.Run().Compiles();
        Assert.Equal(["amd64"], compilation.Classes("App.Go.example_com_sum.sum"));
        Assert.Equal(["arm64"], compilation.Classes("My.Own.other.o"));
    }

    [Fact]
    public void FilesWithoutAModuleHaveTheProjectsDirectory()
    {
        var compilation = GoProject.Of(("asm/f.go", "package asm\n\nfunc f()\n"), ("asm/f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n")).Run().Compiles();
        var package = Assert.Single(compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(static name => name.Name == "App").GetNamespaceMembers().Single().GetTypeMembers(), static type => type.IsStatic);
        Assert.Contains("asm", package.Name, System.StringComparison.Ordinal);
    }

    [Fact]
    public void NestedModulesAndWorkspacesAreEachByThemselves()
    {
        var compilation = GoProject.Of(
            ("go.mod", "module outer\n"), ("f.go", "package outer\n\nfunc f()\n"), ("f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n"),
            ("inner/go.mod", "module inner\n"), ("inner/f.go", "package inner\n\nfunc f()\n"), ("inner/f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n"),
            ("work/go.work", "go 1.21\n\nuse (\n\t./a\n\t./b\n)\n"),
            ("work/a/go.mod", "module a\n"), ("work/a/f.go", "package a\n\nimport \"b\"\n\nfunc f()\n\nfunc G() { b.F() }\n"), ("work/a/f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n"),
            ("work/b/go.mod", "module b\n"), ("work/b/f.go", "package b\n\nfunc F()\n"), ("work/b/f_amd64.s", "TEXT ·F(SB), 4, $0-0\n\tRET\n")).Run();
        Assert.Equal(["a", "b", "inner", "outer"], compilation.Compiles().Type("App.Go.GoCall").ContainingNamespace.GetTypeMembers().Where(static type => type.IsStatic).Select(static type => type.Name).Order());

        // Through the workspace a's import of b is known to be assembly.
        Assert.Contains("\"a.G\", \"b.F\", \"b.F\", 3,", compilation.Text(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsMadeWhereTheProjectWantsNone() =>
        Assert.Empty(CatalogueProject.Sum.WithProperty("GoAbiCatalogue", "false").Run().Result.GeneratedSources);

    [Fact]
    public void FilesThatArentGoAbisAreLeftAlone() =>
        Assert.Empty((CatalogueProject.Sum with { Metadata = CatalogueProject.Sum.Metadata.Clear() }).Run().Result.GeneratedSources);

    [Theory]
    [InlineData("sum.go", "package")]
    [InlineData("sum.go", "package sum\nfunc sum(p []byte")]
    [InlineData("sum.go", "\uFEFF}}}}{{{{ \0\uDC80")]
    [InlineData("sum_amd64.s", "TEXT ·sum(SB), NOSPLIT, $0-\n\tMOVQ\n#define")]
    [InlineData("sum_amd64.s", "#include \"sum_amd64.s\"\nTEXT")]
    [InlineData("go.mod", "module\nmodule \"\n")]
    public void BrokenInputGivesAPartialCatalogue(string path, string text)
    {
        var session = CatalogueProject.Sum.With((path, text), ("other/o.go", "package o\n\nfunc o()\n"), ("other/o_amd64.s", "TEXT ·o(SB), 4, $0-0\n\tRET\n")).Run();
        session.Compiles();
        Assert.Contains("partial class @o", session.Text(), System.StringComparison.Ordinal);
    }
}
