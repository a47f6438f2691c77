using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Packages;

public sealed class PackageLoading
{
    private static readonly Target Linux = new() { Toolchain = new GoVersion(21), Goos = "linux", Goarch = "amd64" };

    [Fact]
    public void Tests_of_the_package_join_it_and_external_tests_are_a_package_of_their_own()
    {
        var packages = Load(
            Linux,
            ("p/a.go", "package p\nimport \"fmt\"\n"), ("p/a_test.go", "package p\nimport \"testing\"\n"), ("p/x_test.go", "package p_test\nimport . \"p\"\n"),
            ("p/a_test.s", ""), ("p/a_arm64.s", ""), ("p/a.h", ""));
        Assert.Equal([GoPackageVariant.WithTests, GoPackageVariant.ExternalTests], packages.Select(static package => package.Variant));
        Assert.Equal(["p/a.go", "p/a_test.go"], packages[0].GoFiles.Select(static file => file.Source.Path));
        Assert.Equal(["p/a_test.s"], packages[0].AssemblyFiles.Select(static file => file.Path));
        Assert.Equal(["p/a.h"], packages[0].HeaderFiles.Select(static file => file.Path));
        Assert.Equal(["fmt", "testing"], packages[0].Imports.AsEnumerable());
        Assert.Equal("p/a_arm64.s: its name asks for GOARCH arm64", packages[0].IgnoredFiles.Select(static file => file.Path + ": " + file.Reason).Single());
        Assert.Equal(("p_test", "p_test"), (packages[1].ImportPath, packages[1].Name));
        Assert.Empty(packages[1].AssemblyFiles);
    }

    [Fact]
    public void A_file_of_another_package_is_left_out_and_reported()
    {
        var package = Load(Linux, ("p/a.go", "package main\n"), ("p/b.go", "package p\n"), ("p/c.go", "package p\n")).Single();
        Assert.Equal("p", package.Name);
        Assert.Equal("p/a.go:1:9", package.Diagnostics.Single().Location.ToString());
    }

    [Fact]
    public void Assembly_without_Go_is_an_incomplete_package()
    {
        var package = Load(Linux, ("p/a_amd64.s", "TEXT ·f(SB),4,$0\n")).Single();
        Assert.True(package.IsIncomplete);
        Assert.Equal("", package.Name);
        Assert.Equal(DiagnosticIds.IncompletePackage, package.Diagnostics.Single().Id);
    }

    [Fact]
    public void A_file_that_can_not_be_read_is_reported_and_the_rest_is_loaded()
    {
        var files = new FailingFiles(InMemorySourceFiles.Create(("p/a.go", "package p\n"), ("p/b.go", "package p\n"), ("p/c.go", "")), "p/b.go");
        var graph = GoModuleGraph.Load(files, "p", null, [], GoModFlag.Default, CancellationToken.None);
        var package = new GoPackageLoader(files, graph, Linux).Load("p", CancellationToken.None).Single();
        Assert.Equal(["p/a.go", "p/c.go"], package.GoFiles.Select(static file => file.Source.Path));
        Assert.True(package.IsIncomplete);
        Assert.Equal("p/b.go: Error GOABI9001: The file could not be read: larger than the limit.", package.Diagnostics.Single().ToString());
    }

    [Fact]
    public void Cgo_files_belong_to_the_package_only_with_cgo()
    {
        (string, string)[] files = [("p/a.go", "package p\nimport \"C\"\n"), ("p/b.go", "package p\n"), ("p/c.S", "")];
        Assert.Single(Load(Linux, files).Single().GoFiles);
        var package = Load(Linux with { Cgo = true }, files).Single();
        Assert.Equal(2, package.GoFiles.Length);
        Assert.True(package.UsesCgo);
        Assert.Empty(package.AssemblyFiles);
    }

    [Theory]
    [InlineData("a/b", "a/b")]
    [InlineData("gopkg.in/yaml.v3", "gopkg.in/yaml%2ev3")]
    [InlineData("a.b/c.d/e", "a.b/c.d/e")]
    [InlineData("a.b", "a%2eb")]
    [InlineData("é/a\"% b", "%c3%a9/a%22%25%20b")]
    public void An_import_path_is_escaped_as_the_linker_escapes_it(string path, string prefix) =>
        Assert.Equal(prefix, GoSymbolPrefix.FromImportPath(path));

    [Fact]
    public void The_symbols_of_a_command_start_with_main()
    {
        var package = Load(Linux, ("p/a.go", "package main\n")).Single();
        Assert.Equal(("p", "main"), (package.ImportPath, package.SymbolPrefix));
    }

    [Fact]
    public void Targets_share_trees()
    {
        var files = InMemorySourceFiles.Create(("p/a.go", "package p\n"));
        var graph = GoModuleGraph.Load(files, "", null, [], GoModFlag.Default, CancellationToken.None);
        var options = new GoPackageLoaderOptions { Cache = new GoFileCache(files) };
        var trees = new[] { "amd64", "arm64" }.Select(goarch =>
            new GoPackageLoader(files, graph, Linux with { Goarch = goarch }, options).Load("p", CancellationToken.None).Single().GoFiles.Single().Tree);
        Assert.Single(trees.Distinct());
    }

    internal static ImmutableArray<GoPackage> Load(Target target, params (string Path, string Text)[] files)
    {
        var source = InMemorySourceFiles.Create(files);
        var graph = GoModuleGraph.Load(source, "", null, [], GoModFlag.Default, CancellationToken.None);
        return new GoPackageLoader(source, graph, target).Load("p", CancellationToken.None);
    }

    private sealed class FailingFiles(ISourceFiles files, string failing) : ISourceFiles
    {
        public ImmutableArray<SourceEntry> List(string directory) => files.List(directory);

        public SourceReadResult Read(string path) =>
            path == failing ? SourceReadResult.Fail(SourceReadFailure.TooLarge, "larger than the limit") : files.Read(path);

        public string? GetIdentity(string path) => files.GetIdentity(path);
    }
}
