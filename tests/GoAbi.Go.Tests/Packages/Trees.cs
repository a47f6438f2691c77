using System.Collections.Immutable;
using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Packages;

public sealed class Trees
{
    private static readonly InMemorySourceFiles Module = InMemorySourceFiles.Create(
        ("/m/go.mod", "module example.com/m\n\ngo 1.25\n\nignore ./gen\nignore out\n"),
        ("/m/m.go", "package m\n"),
        ("/m/a/a.go", "package a\n"), ("/m/a/a_amd64.s", "TEXT ·f(SB),4,$0\n\tRET\n"), ("/m/a/a_arm64.s", "TEXT ·f(SB),4,$0\n\tRET\n"),
        ("/m/a/empty.s", "// so that functions may lack a body\n"), ("/m/a/w_windows_386.s", "TEXT ·f(SB),4,$0\n\tRET\n"),
        ("/m/asm/x_s390x.s", "#include \"other.h\"\n"),
        ("/m/vendor/v.go", "package vendor\n"), ("/m/vendor/x.org/v/v.go", "package v\n"),
        ("/m/testdata/t.go", "package t\n"), ("/m/_x/x.go", "package x\n"), ("/m/.y/y.go", "package y\n"),
        ("/m/gen/g.go", "package g\n"), ("/m/a/out/o.go", "package o\n"), ("/m/a/gen/g.go", "package g\n"),
        ("/m/nested/go.mod", "module nested\n"), ("/m/nested/n.go", "package n\n"), ("/m/doc/readme.md", ""));

    [Theory]
    [InlineData("/m", "./...", "/m /m/a /m/a/gen /m/asm /m/vendor")]
    [InlineData("/m", "", "/m /m/a /m/a/gen /m/asm /m/vendor")]
    [InlineData("/m", ".", "/m /m/a /m/a/gen /m/asm /m/vendor")]
    [InlineData("/", "m/a", "/m/a")]
    [InlineData("/m/a", "../a/...", "/m/a /m/a/gen")]
    [InlineData("/m", "a/a_arm64.s", "/m/a")]
    [InlineData("/m", "./a.../", "/m/a /m/a/gen /m/asm")]
    [InlineData("/m", "./.../gen", "/m/a/gen")]
    [InlineData("/m", "./vendor/...", "/m/vendor /m/vendor/x.org/v")]
    [InlineData("/m", "testdata/...", "/m/testdata")]
    [InlineData("/m", "nested", "/m/nested")]
    public void Patterns_lead_to_directories(string working, string pattern, string expected)
    {
        var module = GoModule.Load(Module, working, pattern.Length == 0 ? [] : [pattern]);
        Assert.Equal(expected, string.Join(' ', module.Directories));
    }

    [Fact]
    public void A_pattern_that_leads_nowhere_is_reported()
    {
        var module = GoModule.Load(Module, "/m", ["nowhere", "doc/...", "a"]);
        Assert.Equal(
            ["/m/nowhere: Error GOABI9001: There is no such file or directory.", "/m/doc: Warning GOABI9003: The pattern doc/... matches no packages."],
            module.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.Equal(["/m/a"], module.Directories.AsEnumerable());
    }

    [Fact]
    public void Without_a_target_every_architecture_with_assembly_is_analysed_on_linux()
    {
        var module = GoModule.Load(Module, "/m", []);
        Assert.Equal(["amd64", "arm64", "s390x"], module.AssemblyArchitectures.AsEnumerable());
        Assert.Equal(
            ["go1.27 linux/amd64", "go1.27 linux/arm64", "go1.27 linux/s390x"], module.Targets.Select(static target => target.ToString()));
        var windows = new GoModuleOptions { Targets = [new GoTargetRequest(Goos: "windows"), new GoTargetRequest(new GoVersion(30), Goarch: "arm")] };
        module = GoModule.Load(Module, "/m", [], windows);
        Assert.Equal(
            ["go1.27 windows/386", "go1.27 windows/amd64", "go1.27 windows/arm64", "go1.27 windows/s390x", "go1.30 linux/arm"],
            module.Targets.Select(static target => target.ToString()));
        Assert.Equal(DiagnosticIds.UnknownGoVersion, module.Diagnostics.Single().Id);
    }

    [Fact]
    public void Assembly_that_nothing_ties_to_an_architecture_counts_for_those_it_asks_for()
    {
        static string Architectures(string text) => string.Join(
            ' ', GoModule.Load(InMemorySourceFiles.Create(("/m/go.mod", "module m\n"), ("/m/a.s", text)), "/m", []).AssemblyArchitectures);
        Assert.Equal("", Architectures("// nothing\n#include \"textflag.h\"\n"));
        Assert.Equal("amd64", Architectures("TEXT ·f(SB),4,$0\n"));
        Assert.Equal("arm64 riscv64", Architectures("#ifdef GOARCH_arm64\n#ifdef GOARCH_riscv64\nTEXT ·f(SB),4,$0\n"));
    }

    [Fact]
    public void A_workspace_root_means_all_its_modules()
    {
        var files = InMemorySourceFiles.Create(
            ("/w/go.work", "go 1.22\nuse (\n./a\n./b\n)\n"), ("/w/a/go.mod", "module a\n"), ("/w/a/x/x.go", "package x\nimport \"b\"\n"),
            ("/w/b/go.mod", "module b\n"), ("/w/b/b.go", "package b\n"), ("/w/c/go.mod", "module c\n"), ("/w/c/c.go", "package c\n"));
        foreach (var patterns in new[] { ImmutableArray.Create("."), ImmutableArray.Create("./..."), ImmutableArray<string>.Empty })
        {
            var module = GoModule.Load(files, "/w", patterns);
            Assert.Equal(["/w/a/x", "/w/b"], module.Directories.AsEnumerable());
            Assert.Equal("/w/b", module.Modules.Resolve("b", "/w/a/x")?.Directory);
        }

        var stray = GoModule.Load(files, "/w/c", []);
        Assert.Equal(["c"], stray.Modules.MainModules.Select(static main => main.Path));
        Assert.Single(stray.Diagnostics);
    }

    [Fact]
    public void Without_modules_directories_go_by_their_path_from_the_root_and_vendor_directories_work()
    {
        var files = InMemorySourceFiles.Create(
            ("/x/tree/a/a.go", "package a\n"), ("/x/tree/r.s", ""), ("/x/tree/vendor/v/v.go", "package v\n"), ("/gp/src/q/q.go", "package q\n"));
        var module = GoModule.Load(files, "/x/tree", [], new GoModuleOptions { GoPath = ["/gp"] });
        Assert.Equal(["/x/tree", "/x/tree/a"], module.Directories.AsEnumerable());
        Assert.Equal(["tree", "a"], module.Directories.Select(module.Modules.ImportPathOf));
        Assert.Equal("/x/tree/vendor/v", module.Modules.Resolve("v", "/x/tree/a")?.Directory);
        Assert.Equal("/gp/src/q", module.Modules.Resolve("q", "/x/tree/a")?.Directory);
        Assert.True(module.Modules.Locate("/x/tree/a").IsInMainModule);
        Assert.False(module.Modules.Locate("/x/tree/vendor/v").IsInMainModule);
    }

    [Fact]
    public void GOROOT_and_the_module_cache_are_found_where_they_are()
    {
        var files = InMemorySourceFiles.Create(
            ("/go/VERSION", "go1.22.3\ntime 2024\n"), ("/go/src/runtime/runtime.go", "package runtime\n"), ("/go/src/go.mod", "module std\n"),
            ("/go/src/net/net.go", "package net\n"), ("/go/src/vendor/golang.org/x/net/dns/d.go", "package d\n"),
            ("/go/src/cmd/go.mod", "module cmd\n"), ("/go/src/cmd/vendor/golang.org/x/mod/m.go", "package m\n"), ("/go/src/cmd/go/g.go", "package main\n"),
            ("/m/go.mod", "module m\n\ngo 1.20\n\nrequire github.com/BigCo/lib v1.2.0\n"), ("/m/m.go", "package m\n"),
            ("/gp/pkg/mod/github.com/!big!co/lib@v1.2.0/sub/s.go", "package sub\n"),
            ("/gp/pkg/mod/cache/download/github.com/!big!co/lib/@v/v1.2.0.mod", "module github.com/BigCo/lib\n"));
        var root = GoRootInfo.TryRead(files, "/go")!;
        Assert.Equal("go1.22.3", root.Version.ToString());
        Assert.Null(GoRootInfo.TryRead(files, "/m"));
        var graph = GoModule.Load(files, "/m", [], new GoModuleOptions { GoRoot = root, GoPath = ["/gp"] }).Modules;
        Assert.Equal(new GoPackageLocation("net", "/go/src/net", true, false, null, null), graph.Resolve("net", "/m"));
        Assert.Equal("vendor/golang.org/x/net/dns", graph.Resolve("golang.org/x/net/dns", "/go/src/net")?.ImportPath);
        Assert.Equal("cmd/vendor/golang.org/x/mod", graph.Resolve("golang.org/x/mod", "/go/src/cmd/go")?.ImportPath);
        Assert.Null(graph.Resolve("golang.org/x/mod", "/m"));
        var cached = graph.Resolve("github.com/BigCo/lib/sub", "/m")!.Value;
        Assert.Equal("/gp/pkg/mod/github.com/!big!co/lib@v1.2.0/sub", cached.Directory);
        Assert.Equal(cached, graph.Locate(cached.Directory));
    }
}
