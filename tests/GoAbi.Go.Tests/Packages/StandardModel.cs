using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Go.Tests.Packages;

public sealed class StandardModel
{
    private static readonly ISourceFiles Files = GoStandardModel.Over(InMemorySourceFiles.Create(
        ("/m/go.mod", "module example.com/m\n"), ("/m/m.go", "package m\n"), ("/std/go.mod", "module std\n"), ("/std/reflect/r.go", "package reflect\n")));

    [Theory]
    [InlineData(17, "linux", "amd64")]
    [InlineData(19, "linux", "arm64")]
    [InlineData(20, "windows", "386")]
    [InlineData(27, "darwin", "arm64")]
    [InlineData(24, "netbsd", "amd64")]
    public void Every_package_of_it_is_good_go_on_every_target(int minor, string goos, string goarch)
    {
        var modules = GoModuleGraph.Load(Files, "/m", null, ImmutableArray<string>.Empty, GoModFlag.Default, CancellationToken.None);
        var target = new Target { Toolchain = new GoVersion(minor), Goos = goos, Goarch = goarch };
        var loader = new GoPackageLoader(Files, modules, target);
        var count = 0;
        foreach (var directory in Directories(GoStandardModel.SourceDirectory))
        {
            foreach (var package in loader.Load(directory, CancellationToken.None))
            {
                count++;
                Assert.Empty(package.Diagnostics);
                Assert.Equal(directory[(GoStandardModel.SourceDirectory.Length + 1)..], package.ImportPath);
                Assert.True(package.IsStandardLibrary);
                Assert.All(package.GoFiles, static file => Assert.Empty(file.Tree.Diagnostics));
                var names = GoPackageScope.Collect(package).Declarations.Where(static item => item.ReceiverTypeName is null && item.Name != "_").Select(static item => item.Name).ToList();
                Assert.Equal(names.Distinct().Count(), names.Count);
            }
        }

        Assert.True(count > 20);
    }

    [Fact]
    public void Imports_lead_to_it_only_where_there_is_no_goroot()
    {
        var modules = GoModuleGraph.Load(Files, "/m", null, ImmutableArray<string>.Empty, GoModFlag.Default, CancellationToken.None);
        Assert.True(modules.UsesStandardModel);
        var place = modules.Resolve("sync/atomic", "/m")!.Value;
        Assert.Equal(("sync/atomic", GoStandardModel.SourceDirectory + "/sync/atomic", true), (place.ImportPath, place.Directory, place.IsStandardLibrary));
        Assert.Null(modules.Resolve("net/http", "/m"));
        Assert.Null(modules.Resolve("example.com/reflect", "/m"));

        // The standard library itself is its own.
        var std = GoModuleGraph.Load(Files, "/std", null, ImmutableArray<string>.Empty, GoModFlag.Default, CancellationToken.None);
        Assert.False(std.UsesStandardModel);
        Assert.Equal("/std/reflect", std.Resolve("reflect", "/std")!.Value.Directory);
    }

    [Fact]
    public void Files_beside_it_are_seen_as_they_are()
    {
        Assert.Same(Files, GoStandardModel.Over(Files));
        Assert.Equal(["go.mod", "m.go"], Files.List("/m").Select(static entry => entry.Name));
        Assert.NotNull(Files.Read("/m/m.go").File);
        Assert.Equal(SourceReadFailure.NotFound, Files.Read(GoStandardModel.SourceDirectory + "/reflect/none.go").Failure);
        Assert.Empty(Files.List(GoStandardModel.SourceDirectory + "/none"));
        Assert.Null(Files.GetIdentity(GoStandardModel.SourceDirectory + "/none"));
        Assert.Null(Files.GetIdentity(GoStandardModel.SourceDirectory + "/../../etc/passwd"));
        Assert.Contains(Files.List(GoStandardModel.SourceDirectory + "/sync"), static entry => entry is { Name: "atomic", IsDirectory: true });
        var file = GoStandardModel.SourceDirectory + "/sync/atomic/model1.go";
        Assert.Equal(Files.Read(file).File!.Text.ContentHash, ((ISourceContentHashes)Files).GetContentHash(file));
        Assert.Equal(Files.Read("/m/m.go").File!.Text.ContentHash, ((ISourceContentHashes)Files).GetContentHash("/m/m.go"));
        Assert.Null(((ISourceContentHashes)Files).GetContentHash("/m/none.go"));
    }

    private static IEnumerable<string> Directories(string directory) =>
        Files.List(directory).Where(static entry => entry.IsDirectory).SelectMany(entry => Directories(directory + "/" + entry.Name).Prepend(directory + "/" + entry.Name));
}
