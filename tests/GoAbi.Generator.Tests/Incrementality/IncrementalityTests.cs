using System;
using System.Linq;
using GoAbi.Generator.Tests.Catalogue;
using GoAbi.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Xunit;

namespace GoAbi.Generator.Tests.Incrementality;

public sealed class IncrementalityTests
{
    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Unchanged = IncrementalStepRunReason.Unchanged;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;

    private static readonly GoProject Two = CatalogueProject.Sum.With(
        ("other/o.go", "package other\n\nfunc o()\n\nfunc P() { o() }\n"), ("other/o_amd64.s", "TEXT ·o(SB), 4, $0-0\n\tRET\n"));

    [Fact]
    public void AnEditToUnrelatedCSharpRunsNothing()
    {
        var session = Two.Run();
        session.Edit(Two.WithSource("C.cs", "class C { }"));
        Assert.All(session.Result.TrackedSteps.Where(static step => step.Key.StartsWith("GoAbi", StringComparison.Ordinal)), step => Assert.All(session.Reasons(step.Key), static reason => Assert.Equal(Cached, reason)));
        Assert.NotEmpty(session.Reasons(CatalogueGenerator.ParseStep));
        Assert.All(session.OutputReasons(), static reason => Assert.Equal(Cached, reason));
    }

    [Theory]
    [InlineData("\tRET", "\tRET // done")]
    [InlineData("\tRET", "\n\n// lines\n\n\tRET")]
    [InlineData("// func sum(", "// it was: func sum(")]
    [InlineData("\tMOVQ start+24(FP), AX", "\tMOVQ   start+24(FP), /* start */ AX")]
    public void ACommentInAssemblyParsesItsFileAndEmitsNothing(string from, string to)
    {
        var session = Two.Run();
        var edited = ((InMemoryAdditionalText)Two.Files["/p/sum_amd64.s"]).GetText().ToString().Replace(from, to, StringComparison.Ordinal);
        session.Edit(Two.With(("sum_amd64.s", edited)));
        Assert.Equal(1, session.Reasons(CatalogueGenerator.ParseStep).Count(static reason => reason == Unchanged));
        Assert.Equal(Two.Files.Count - 1, session.Reasons(CatalogueGenerator.ParseStep).Count(static reason => reason == Cached));
        Assert.All(session.Reasons(CatalogueGenerator.PartsStep), static reason => Assert.Equal(Cached, reason));
        Assert.All(session.OutputReasons(), static reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void OtherOptionsParseNothingAnew()
    {
        var session = Two.Run();
        session.Edit(Two.WithProperty("GoAbiTargets", "go1.20,linux/amd64").WithProperty("GoAbiNamespace", "N").WithProperty("GoAbiTags", "t"));
        Assert.All(session.Reasons(CatalogueGenerator.ParseStep), static reason => Assert.Equal(Cached, reason));
        Assert.Equal([Modified], session.Reasons(CatalogueGenerator.OptionsStep));
        Assert.Contains(Modified, session.Reasons(CatalogueGenerator.PartsStep));
        Assert.Equal("", session.Compiles().Constant("N.example_com_sum.sum.amd64.Wrappers") is "ABIInternal" ? "" : "no wrapper");
        Assert.All(session.Result.GeneratedSources, static source => Assert.Contains("namespace @N", source.SourceText.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void AnOptionOfSomebodyElseIsNone()
    {
        var session = Two.Run();
        session.Edit(Two.WithProperty("Other", "x"));
        Assert.Equal([Unchanged], session.Reasons(CatalogueGenerator.OptionsStep));
        Assert.All(session.Reasons(CatalogueGenerator.PartsStep), static reason => Assert.Equal(Cached, reason));
    }

    [Fact]
    public void AnEditToAssemblyEmitsItsPackageForItsTargetsAlone()
    {
        var project = Two.With(("sum_arm64.s", "TEXT ·sum(SB), 4, $0-56\n\tRET\n"));
        var session = project.Run();
        session.Edit(project.With(("sum_arm64.s", "TEXT ·sum(SB), 4, $16-56\n\tRET\n")));
        Assert.Equal(1, session.OutputReasons().Count(static reason => reason == Modified));
        Assert.Equal(16, session.Compiles().Constant("App.Go.example_com_sum.sum.arm64.FrameSize"));
    }

    [Fact]
    public void AnEditToAGoFileChangesLinesInItsPackageAlone()
    {
        var session = Two.Run();
        session.Edit(Two.With(("other/o.go", "package other\n\n// Here.\nfunc o()\n\nfunc P() { o() }\n")));
        Assert.Equal(1, session.Reasons(CatalogueGenerator.ParseStep).Count(static reason => reason == Modified));
        Assert.Equal(2, session.OutputReasons().Count(static reason => reason == Modified));
        Assert.Contains("other/o.go:4", session.Text(), StringComparison.Ordinal);
        Assert.Equal(Two.With(("other/o.go", "package other\n\n// Here.\nfunc o()\n\nfunc P() { o() }\n")).Run().Text(), session.Text());
    }

    [Theory]
    [InlineData("other/o_amd64.s", "//goabi:ignore GOABI2002 known\nTEXT ·o2(SB), 4, $0-0\n\tRET\n", "TEXT ·o2(SB), 4, $0-0\n\tRET\n")]
    [InlineData("other/o_amd64.s", "//goabi:ignore GOABI2002 known\nTEXT ·o2(SB), 4, $0-0\n\tRET\n", "//goabi:ignore GOABI2002 known\n\n\nTEXT ·o2(SB), 4, $0-0\n\tRET\n")]
    [InlineData("other/o_amd64.s", "//go:build linux\n\nTEXT ·o(SB), 4, $0-0\n\tRET\n", "//go:build windows\n\nTEXT ·o(SB), 4, $0-0\n\tRET\n")]
    [InlineData("other/o_amd64.s", "#define F(a) $0\nTEXT ·o(SB), 4, F(1)\n\tRET\n", "#define F (a) $0\nTEXT ·o(SB), 4, F(1)\n\tRET\n")]
    [InlineData("other/o_amd64.s", "#define F $8-0 \\\n; BYTE $0\nTEXT ·o(SB), 4, F\n\tRET\n", "#define F $8-0 \\\n\n; BYTE $0\nTEXT ·o(SB), 4, F\n\tRET\n")]
    public void ACommentOrABlankThatMeansSomethingIsNoComment(string path, string before, string after)
    {
        var session = Two.With((path, before)).Run();
        session.Edit(Two.With((path, after)));
        Assert.Equal(1, session.Reasons(CatalogueGenerator.ParseStep).Count(static reason => reason == Modified));
        Assert.Equal(Two.With((path, after)).Run().Text(), session.Text());
    }

    [Fact]
    public void FilesComeAndGo()
    {
        var session = Two.Run();
        var without = Two.Without("other/o_amd64.s");
        Assert.Equal(without.Run().Text(), session.Edit(without).Text());
        Assert.Equal(Two.Run().Text(), session.Edit(Two).Text());
        var changed = Two.With(("go.mod", "module renamed\n"));
        Assert.Equal(changed.Run().Text(), session.Edit(changed).Text());
    }
}
