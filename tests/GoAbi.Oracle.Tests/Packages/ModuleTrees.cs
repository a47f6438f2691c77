using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>Small modules of every kind: the packages found, and what they import, are those of the go command.</summary>
public sealed class ModuleTrees
{
    private const string Source = "package p\n";

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Replacements_lead_to_directories_and_nested_modules_are_cut_off(string go)
    {
        using var tree = new TemporaryTree(
            ("m/go.mod", "module example.com/m\n\ngo 1.16\n\nrequire (\n\texample.com/a v1.2.3\n\texample.com/m/nested v0.0.0 // indirect\n)\nrequire \"example.com/b/v2\" v2.0.0\n"
                + "replace example.com/a => ../a\nreplace (\n\texample.com/b/v2 v2.0.0 => ../b // comment\n\texample.com/m/nested => ./nested\n)\n"),
            ("m/m.go", "package m\nimport (\n\t_ \"example.com/a/x\"\n\t. \"example.com/b/v2\"\n\tn `example.com/m/nested/deep`\n\t_ \"example.com/m/internal/y\"\n)\n"),
            ("m/internal/y/y.go", Source),
            ("m/nested/go.mod", "module example.com/m/nested\n"),
            ("m/nested/n.go", Source),
            ("m/nested/deep/d.go", Source),
            ("m/testdata/t.go", Source),
            ("m/_x/x.go", Source),
            ("m/.y/y.go", Source),
            ("m/vendor/example.com/v/v.go", Source),
            ("m/onlytests/x_test.go", "package onlytests_test\nimport _ \"example.com/m\"\n"),
            ("m/docs/readme.txt", "nothing"),
            ("a/go.mod", "module example.com/a\n"),
            ("a/x/x.go", Source),
            ("b/go.mod", "module example.com/b/v2\n"),
            ("b/b.go", "package b\n"));
        var toolchain = GoToolchain.Named(go);
        var found = await tree.CompareAsync(toolchain, "m", new TemporaryTree.Setting { Flags = "-mod=mod" }, "./...");
        Assert.Equal("m/nested/deep", found["example.com/m/nested/deep"]);
        Assert.Equal("b", found["example.com/b/v2"]);
        await tree.CompareAsync(toolchain, "m/internal", new TemporaryTree.Setting { Flags = "-mod=mod" }, "./y", "../...", "../onl.../");
        await tree.CompareAsync(toolchain, "m/nested", new TemporaryTree.Setting(), "./...");
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Requirements_of_requirements_are_followed_by_version(string go)
    {
        using var tree = new TemporaryTree(
            ("m/go.mod", "module example.com/m\n\ngo 1.16\n\nrequire example.com/a v1.0.0\nrequire example.com/b v1.0.0\n"
                + "replace example.com/a v1.0.0 => ../a\nreplace example.com/b v1.0.0 => ../b\nreplace example.com/c v1.9.0 => ../old\nreplace example.com/c v1.10.0 => ../new\n"),
            ("m/m.go", "package m\nimport _ \"example.com/a\"\nimport _ \"example.com/c\"\n"),
            ("a/go.mod", "module example.com/a\nrequire example.com/c v1.9.0\n"),
            ("a/a.go", "package a\nimport _ \"example.com/c\"\n"),
            ("b/go.mod", "module example.com/b\nrequire example.com/c v1.10.0\n"),
            ("old/go.mod", "module example.com/c\n"),
            ("old/c.go", "package c\n"),
            ("new/go.mod", "module example.com/c\nrequire example.com/a v1.0.0\n"),
            ("new/c.go", "package c\n"));
        var toolchain = GoToolchain.Named(go);
        Assert.Equal("new", (await tree.CompareAsync(toolchain, "m", new TemporaryTree.Setting { Flags = "-mod=mod" }, "./..."))["example.com/c"]);
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task A_consistent_vendor_directory_is_where_dependencies_come_from(string go)
    {
        using var tree = new TemporaryTree(
            ("m/go.mod", "module example.com/m\n\ngo 1.17\n\nrequire example.com/a v1.2.3\n"),
            ("m/m.go", "package m\nimport _ \"example.com/a/x\"\n"),
            ("m/vendor/modules.txt", "# example.com/a v1.2.3\n## explicit; go 1.17\nexample.com/a/x\n"),
            ("m/vendor/example.com/a/x/x.go", "package x\nimport _ \"fmt\"\n"),
            ("m/vendor/example.com/a/x/x_amd64.s", "TEXT ·f(SB),4,$0\n\tRET\n"));
        var toolchain = GoToolchain.Named(go);
        Assert.Equal("m/vendor/example.com/a/x", (await tree.CompareAsync(toolchain, "m", new TemporaryTree.Setting(), "./..."))["example.com/a/x"]);
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task A_workspace_joins_its_modules(string go)
    {
        using var tree = new TemporaryTree(
            ("w/go.work", "go 1.18\n\nuse (\n\t./a\n\t./sub/b\n)\nreplace example.com/c => ./c\n"),
            ("w/a/go.mod", "module example.com/a\n\ngo 1.18\n\nrequire example.com/c v1.0.0\n"),
            ("w/a/a.go", "package a\nimport (\n\t_ \"example.com/b/x\"\n\t_ \"example.com/c\"\n)\n"),
            ("w/sub/b/go.mod", "module example.com/b\n\ngo 1.18\n"),
            ("w/sub/b/x/x.go", "package x\nimport \"C\"\n"),
            ("w/sub/b/x/y.go", "package x\n"),
            ("w/c/go.mod", "module example.com/c\n\ngo 1.18\n"),
            ("w/c/c.go", "package c\n"));
        var toolchain = GoToolchain.Named(go);
        await tree.CompareAsync(toolchain, "w/a", new TemporaryTree.Setting(), "./...");
        await tree.CompareAsync(toolchain, "w", new TemporaryTree.Setting(), "./a/...", "./sub/b/...");
        await tree.CompareAsync(toolchain, "w/sub/b", new TemporaryTree.Setting(Target: "linux/amd64 cgo"), "./x");
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task GOPATH_and_its_vendor_directories_work_without_modules(string go)
    {
        using var tree = new TemporaryTree(
            ("one/src/example.com/p/go.mod", "module example.com/other\n"),
            ("one/src/example.com/p/p.go", "package p\nimport (\n\t_ \"example.com/p/sub\"\n\t_ \"example.com/q\"\n\t_ \"example.com/v\"\n)\n"),
            ("one/src/example.com/p/sub/s.go", "package sub\nimport _ \"example.com/v\"\n"),
            ("one/src/example.com/p/sub/vendor/example.com/v/v.go", "package v\n"),
            ("one/src/example.com/p/vendor/example.com/v/v.go", "package v\nimport _ \"example.com/w\"\n"),
            ("one/src/example.com/p/vendor/example.com/w/w.go", "package w\n"),
            ("two/src/example.com/q/q.go", "package q\n"),
            ("two/src/example.com/v/v.go", "package v\n"));
        var toolchain = GoToolchain.Named(go);
        var found = await tree.CompareAsync(
            toolchain, "one/src/example.com/p", new TemporaryTree.Setting(GoModFlag.GoPath) { GoPath = ["one", "two"] }, "./...");
        Assert.Equal("one/src/example.com/p/vendor/example.com/w", found["example.com/p/vendor/example.com/w"]);
    }
}
