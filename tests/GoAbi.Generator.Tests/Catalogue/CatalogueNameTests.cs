using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace GoAbi.Generator.Tests.Catalogue;

public sealed class CatalogueNameTests
{
    private const string AmdHeader = "#include \"textflag.h\"\n\n";

    // Legal in Go and to be a class in C#.
    private static readonly string[] Hostile =
    [
        "Sum", "sum", "SUM", "Equals", "ToString", "GetHashCode", "GetType", "ReferenceEquals", "MemberwiseClone", "Finalize", "Package", "Package_", "m", "amd64", "App", "Go", "System", "global_",
        "GoCall", "GoFinding", "Calls", "Findings", "Symbol", "Parameters", "Results", "@class"[1..], "namespace", "record", "var_", "dynamic", "nint", "file", "scoped", "required", "field", "value", "when",
        "async", "await", "yield", "partial", "managed", "unmanaged", "and", "or", "not", "with", "init", "add", "args", "alias", "extension", "allows", "名前", "Ünï", "é", "e_", "ﬁ", "ı", "ſ", "ǅ", "ª", "ʰ", "𝓕un", "x𝓕",
        "\u1112\u1161\u11ab", "한", "_", "__", "_0", "x١", "long", "ref", "out", "in", "event", "object", "string", "base", "this", "null", "true", "new", "operator", "implicit", "params", "stackalloc", "checked",
        "__arglist", "__makeref", "__reftype", "__refvalue", "Offset", "Size", "Type", "Registers", "StackOffset", "SpillOffset", "FrameSize", "Abi",
    ];

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    public void HostileNamesCompile(NullableContextOptions nullable)
    {
        var project = Functions(Hostile.Where(static name => name is not "_")).Strict(nullable).WithProperty("RootNamespace", "System.Go").WithSource("U.cs", "[assembly: System.CLSCompliant(true)]");
        var compilation = project.Run().Compiles();
        var found = compilation.Classes("System.Go.Go.m").ToHashSet();
        foreach (var name in Hostile.Where(static name => name is not ("_" or "m" or "amd64") && name.All(static c => !char.IsSurrogate(c))))
        {
            Assert.Contains(name, found);
        }

        // The class around has the name already, or that of the target inside; letters that C# has none of are written by number.
        Assert.Contains("m_", found);
        Assert.Contains("amd64_", found);
        Assert.Contains("_u1D4D5un", found);
        Assert.Contains("x_u1D4D5", found);

        // One normal form, two functions: in Go and for the C# compiler.
        Assert.Contains("\u1112\u1161\u11ab", found);
        Assert.Contains("\ud55c", found);
    }

    [Fact]
    public void AFunctionsNameIsItsOwnWhateverElseThereIs()
    {
        var compilation = Functions(["Package", "Package_"]).Run().Compiles();
        Assert.Equal(["Package", "Package_", "Package__"], compilation.Classes("App.Go.m"));
        Assert.Equal("m.Package_", compilation.Constant("App.Go.m.Package_.amd64.Symbol"));
    }

    [Fact]
    public void ParametersCanHaveAnyNameOfGos()
    {
        var names = Hostile.Where(static name => name is not ("_" or "Parameters" or "Results")).Distinct().ToList();
        var project = GoProject.Of(
            ("go.mod", "module m\n"),
            ("f.go", "package m\n\nfunc Parameters(" + string.Join(", ", names) + ", Parameters uint64) (Results, ret uint8)\n\nfunc g(uint32, uint64, _ bool) (bool, _ string)\n"),
            ("f_amd64.s", AmdHeader + "TEXT ·Parameters(SB), NOSPLIT, $0-" + (((names.Count + 1) * 8) + 8) + "\n\tRET\n"));
        var compilation = project.Strict().Run().Compiles();
        Assert.Equal(names.Count + 1, compilation.Classes("App.Go.m.Parameters.amd64.Parameters").Count());
        Assert.Equal(names.Count * 8, compilation.Constant("App.Go.m.Parameters.amd64.Parameters.Parameters_.Offset"));
        Assert.Equal(8, compilation.Constant("App.Go.m.Parameters.amd64.Parameters.sum.Offset"));
        Assert.Equal(["Results_", "ret"], compilation.Classes("App.Go.m.Parameters.amd64.Results"));
    }

    [Fact]
    public void WhatIsGeneratedIsTheSameWhereverTheTreeLies()
    {
        static GoProject At(string root) => GoProject.Of(
            (root + "/p/sub/go.mod", "module m\n"), (root + "/p/sub/f.go", "package m\n\nfunc f()\n"), (root + "/p/sub/f_amd64.s", AmdHeader + "TEXT ·f(SB), NOSPLIT, $0-0\n\tRET\n"),
            (root + "/beside/go.mod", "module n\n"), (root + "/beside/f.go", "package n\n\nfunc f()\n"), (root + "/beside/f_amd64.s", AmdHeader + "TEXT ·f(SB), NOSPLIT, $0-0\n\tRET\n"))
            .WithProperty("ProjectDir", root + "/p/");
        Assert.Equal(At("/home/a").Run().Text(), At("/builds/7").Run().Text());
    }

    [Fact]
    public void ALongDeclarationIsNotWrittenInFullAtEveryParameter()
    {
        var names = Enumerable.Range(0, 3000).Select(static number => "p" + number).ToList();
        var project = GoProject.Of(("go.mod", "module m\n"), ("f.go", "package m\n\nfunc f(" + string.Join(", ", names) + " uint64)\n"), ("f_amd64.s", AmdHeader + "TEXT ·f(SB), NOSPLIT, $0-24000\n\tRET\n"));
        var session = project.Run();
        Assert.InRange(session.Text().Length, 1, 10_000_000);
        Assert.EndsWith("p2999 uint64)", (string)session.Compiles().Constant("App.Go.m.f.amd64.Declaration")!, StringComparison.Ordinal);
    }

    [Fact]
    public void MethodsAreCalledAfterTheirType()
    {
        var compilation = GoProject.Of(
            ("go.mod", "module m\n"),
            ("f.go", "package m\n\ntype T struct{ a, b uint64 }\n\nfunc (t *T) M(x uint8)\n\nfunc (T) M2() uint32\n\nfunc T_M()\n"),
            ("f_amd64.s", AmdHeader + "TEXT ·T_M(SB), NOSPLIT, $0-0\n\tRET\n\nTEXT ·\u2215T·M(SB), NOSPLIT, $0\n\tRET\n")).Strict().Run().Compiles();
        Assert.Equal("m.T_M", compilation.Constant("App.Go.m.T_M.amd64.Symbol"));
        Assert.Equal("m.(*T).M", compilation.Constant("App.Go.m.T_M_.amd64.Symbol"));
        Assert.Equal(8, compilation.Constant("App.Go.m.T_M_.amd64.Parameters.x.Offset"));
        Assert.Equal(16, compilation.Constant("App.Go.m.T_M2.amd64.Results.ret.Offset"));
    }

    [Fact]
    public void AssemblyNamesThatAreNoIdentifiersBecomeSome()
    {
        var compilation = GoProject.Of(
            ("go.mod", "module m\n"),
            ("f.go", "package m\n"),
            ("a_amd64.s", AmdHeader + "TEXT f<>(SB), NOSPLIT, $0\n\tRET\n\nTEXT other∕path·f(SB), NOSPLIT, $0\n\tRET\n\nTEXT _x·y·z(SB), NOSPLIT, $0\n\tRET\n"),
            ("b_amd64.s", AmdHeader + "TEXT f<>(SB), NOSPLIT, $0\n\tRET\n\nTEXT ·f(SB), NOSPLIT, $0\n\tRET\n")).Strict().Run().Compiles();
        var symbols = compilation.Classes("App.Go.m").Where(static name => name != "Package").Select(name => (string)compilation.Constant("App.Go.m." + name + ".amd64.Symbol")!).Order(System.StringComparer.Ordinal);
        Assert.Equal(["_x.y.z", "f", "f", "m.f", "other/path.f"], symbols);
    }

    [Fact]
    public void TextOfOthersIsEscaped()
    {
        var project = GoProject.Of(
            ("go.mod", "module \"ev.il/m\"\n"),
            ("a\"\\<b>&\u2028--\u202e.go", "package m\n\nfunc f(x struct{ A int `json:\"<&>\\\"\u2028\"` })\n"),
            ("*}\"<x>\n#error.s", "TEXT ·f(SB), 4, $0-8\n\tRET\n"));
        var session = project.Strict().Run();
        var compilation = session.Compiles();
        Assert.Equal("a\"\\<b>&\u2028--\u202e.go", compilation.Constant("App.Go.ev_il_m.f.amd64.DeclaredIn"));
        Assert.Equal("*}\"<x>\n#error.s", compilation.Constant("App.Go.ev_il_m.f.amd64.File"));
        Assert.Contains("json", (string)compilation.Constant("App.Go.ev_il_m.f.amd64.Declaration")!, System.StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', session.Text());
    }

    [Theory]
    [InlineData("1x.class. a-b .é", "_1x.class.a_b.é")]
    [InlineData("..", "Go")]
    [InlineData("System", "System")]
    public void ANamespaceIsMadeOne(string given, string expected)
    {
        var compilation = CatalogueProject.Sum.WithProperty("GoAbiNamespace", given).Strict().Run().Compiles();
        Assert.Equal("example.com/sum.sum", compilation.Constant(expected + ".example_com_sum.sum.amd64.Symbol"));
    }

    [Fact]
    public void PackagesWhosePathsBecomeOneNameAreKeptApart()
    {
        var compilation = GoProject.Of(
            ("go.mod", "module m\n"),
            ("a/b/f.go", "package b\n\nfunc f()\n"), ("a/b/f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n"),
            ("a_b/f.go", "package a_b\n\nfunc f()\n"), ("a_b/f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n")).Strict().Run().Compiles();
        Assert.Equal("m/a/b.f", compilation.Constant("App.Go.m_a_b.f.amd64.Symbol"));
        Assert.Equal("m/a_b.f", compilation.Constant("App.Go.m_a_b_.f.amd64.Symbol"));
    }

    [Fact]
    public void NamesOfFilesAreShortAndUniqueWhateverTheCase()
    {
        var files = new List<(string, string)> { ("go.mod", "module m\n") };
        foreach (var path in new[] { "x/Y", "x/y", "X/y", new string('l', 200), "名" })
        {
            files.Add((path + "/f.go", "package p\n\nfunc f()\n"));
            files.Add((path + "/f_amd64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n"));
            files.Add((path + "/f_arm64.s", "TEXT ·f(SB), 4, $0-0\n\tRET\n"));
        }

        var names = GoProject.Of([.. files]).Run().Result.GeneratedSources.Select(static source => source.HintName).ToList();
        Assert.Equal(16, names.Count);
        Assert.Equal(names.Count, names.Select(static name => name.ToUpperInvariant()).Distinct().Count());
        Assert.All(names, static name => Assert.True(name.Length < 64 && name.All(char.IsAscii), name));
    }

    [Fact]
    public void TheOutputNeedsNothingButTheOldestPlatform()
    {
        var project = Functions(["Sum", "sum"]) with { References = PlatformReferences.NetStandard };
        Assert.Equal("m.Sum", project.Strict().Run().Compiles().Constant("App.Go.m.Sum.amd64.Symbol"));
    }

    [Fact]
    public void TheProgramCanReadIt()
    {
        var project = CatalogueProject.Sum.Strict().WithSource("U.cs", """
            namespace System.App
            {
                internal static class U
                {
                    internal const int Offset = global::App.Go.example_com_sum.sum.amd64.Parameters.start.Offset;

                    internal static int Calls() => global::App.Go.example_com_sum.Package.amd64.Calls.Count + global::App.Go.example_com_sum.Package.amd64.Findings[0].Rule.Length;
                }
            }
            """);
        Assert.Equal(24, project.Run().Compiles().Constant("System.App.U.Offset"));
    }

    private static GoProject Functions(IEnumerable<string> names)
    {
        var go = "package m\n\n";
        var assembly = AmdHeader;
        foreach (var name in names)
        {
            go += "func " + name + "(" + name + " uint64) bool\n\n";
            assembly += "TEXT ·" + name + "(SB), NOSPLIT, $0-9\n\tMOVB $0, ret+8(FP)\n\tRET\n\n";
        }

        return GoProject.Of(("go.mod", "module m\n"), ("f.go", go), ("f_amd64.s", assembly));
    }
}
