using System.Linq;
using GoAbi.Analysis.Tests.CallSites;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Analysis.Tests.Symbols;

/// <summary>Assembly is read with the package's true go_asm.h; which functions there are, the compiler decides with an empty one.</summary>
public sealed class GoAsmHeaderTests
{
    private const string Module = "module m\n\ngo 1.24\n";

    private const string Other = """
        package other

        type Inner struct {
        	a byte
        	B uint64
        }

        const Size = 1 << 4
        """;

    private const string Package = """
        package p

        import "m/other"

        type state struct {
        	flag  bool
        	inner other.Inner
        	table [other.Size]uintptr
        }

        const frame = 3*other.Size + 8

        func run(s *state) int
        """;

    [Theory]
    [InlineData("amd64", "$state__size-16", 152, 16)]
    [InlineData("386", "$state__size-16", 80, 16)]
    [InlineData("amd64", "$const_frame-16", 56, 16)]
    [InlineData("amd64", "$state_table", 24, null)]
    public void Sizes_of_a_TEXT_are_those_of_the_types(string goarch, string sizes, int frame, int? arguments)
    {
        var analysis = Analyze(goarch, ("/m/p/p.go", Package), ("/m/p/p.s", "#include \"textflag.h\"\n#include \"go_asm.h\"\nTEXT ·run(SB), NOSPLIT, " + sizes + "\n\tRET\n"));
        var symbol = Assert.Single(analysis.Symbols, s => s.Symbol == "m/p.run");
        Assert.Equal((frame, arguments), (symbol.FrameSize, symbol.ArgumentSize));
        Assert.Empty(analysis.Diagnostics);
    }

    [Fact]
    public void Fields_are_those_of_the_packages_own_types()
    {
        var analysis = Analyze("amd64", ("/m/p/p.go", Package), ("/m/p/p.s", """
            #include "go_asm.h"
            TEXT ·run(SB), $0-16
            	MOVQ s+0(FP), AX
            	MOVQ (state_inner+Inner_B)(AX), BX
            	MOVQ state_table(AX), BX
            	MOVQ BX, ret+8(FP)
            	RET

            """));

        // Inner is a type of another package, whose fields are in that package's header only.
        var diagnostic = Assert.Single(analysis.Diagnostics);
        Assert.Equal(4, diagnostic.Location!.Value.Start.Line);
        Assert.Contains("Inner_B", diagnostic.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#ifdef const_frame", false)]
    [InlineData("#ifndef const_frame", true)]
    [InlineData("#ifdef GOARCH_amd64", true)]
    public void Which_functions_there_are_is_found_with_an_empty_header(string condition, bool isDefined)
    {
        var analysis = Analyze("amd64", ("/m/p/p.go", Package), ("/m/p/p.s", "#include \"go_asm.h\"\n" + condition + "\nTEXT ·run(SB), $const_frame-16\n\tRET\n#endif\n"));
        Assert.Equal(isDefined, analysis.Symbols.Any(s => s.Symbol == "m/p.run" && s.Language == SourceLanguage.Assembly));
    }

    [Fact]
    public void What_a_missing_import_leaves_unknown_is_no_error()
    {
        var analysis = Analyze(
            "amd64",
            ("/m/p/p.go", "package p\nimport \"m/missing\"\ntype a struct { x missing.T; y int }\ntype b struct { x, y int }\nfunc f()\nfunc g()\n"),
            ("/m/p/p.s", "#include \"go_asm.h\"\nTEXT ·f(SB), $a__size-0\n\tMOVQ a_y(AX), BX\n\tRET\nTEXT ·g(SB), $b__size-0\n\tRET\n"));
        Assert.Equal(16, Assert.Single(analysis.Symbols, s => s.Symbol == "m/p.g").FrameSize);
        Assert.DoesNotContain(analysis.Diagnostics, d => d.Location is { File.Name: "p.s" });
    }

    [Fact]
    public void Packages_whose_tests_import_each_other_have_headers_all_the_same()
    {
        (string, string) Source(string own, string other) => ("/m/" + own + "/x.go", $"package {own}\n\ntype T struct {{ a, b int }}\n\nfunc f()\n");
        (string, string) Test(string own, string other) => ("/m/" + own + "/x_test.go", $"package {own}\n\nimport \"m/{other}\"\n\ntype u struct {{ t {other}.T; c [3]{other}.T }}\n");
        (string, string) Assembly(string own) => ("/m/" + own + "/x.s", "#include \"go_asm.h\"\nTEXT ·f(SB), $u__size-0\n\tRET\n");
        var analysis = Analyze("amd64", Source("a", "b"), Test("a", "b"), Assembly("a"), Source("b", "a"), Test("b", "a"), Assembly("b"));
        Assert.Equal([64, 64], analysis.Symbols.Where(s => s.Symbol.EndsWith(".f", System.StringComparison.Ordinal)).Select(s => s.FrameSize));
    }

    private static AbiAnalysis Analyze(string goarch, params (string Path, string Text)[] files) =>
        CallSiteModule.Analyze(goarch, new GoVersion(24), [("/m/go.mod", Module), ("/m/other/other.go", Other), .. files]);
}
