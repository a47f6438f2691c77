using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>The files of every package of GOROOT, for every target below, are those that the go command selects.</summary>
public sealed class StandardLibrarySelection(ITestOutputHelper output)
{
    private readonly DiskSourceFiles files = new();

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Every_package_of_std_and_cmd_has_the_files_and_imports_that_go_list_prints(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var root = toolchain.Read(files);
        var cache = new GoFileCache(files);
        var source = root.SourceDirectory;
        var modules = GoModuleGraph.Load(files, source, root, ImmutableArray<string>.Empty, GoModFlag.Default, CancellationToken.None);
        var differences = new List<string>();
        foreach (var (name, tags) in SelectionTargets.Sample())
        {
            var target = MakeTarget(toolchain, name, tags);
            var comparison = new PackageComparison(modules, cache, target);
            foreach (var package in await ListAsync(toolchain, target, Path.GetTempPath(), "std", "cmd"))
            {
                comparison.Add(package);
            }

            output.WriteLine("TRUTH packages go=" + target.Toolchain + " target=" + target.Goos + "/" + target.Goarch + " cgo=" + (target.Cgo ? "on" : "off") + " race=" + (tags.Length > 0 ? "on" : "off")
                + " packages=" + comparison.Packages + " differences=" + comparison.Differences.Count);
            Assert.True(comparison.Packages > 300);
            differences.AddRange(comparison.Differences);
        }

        Assert.True(differences.Count == 0, differences.Count + " differences:\n" + string.Join('\n', differences.Take(60)));
    }

    [GoTheory]
    [MemberData(nameof(GoToolchain.AllVersions), MemberType = typeof(GoToolchain))]
    public async Task Wildcards_in_GOROOT_lead_to_the_packages_that_go_list_prints(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var root = toolchain.Read(files);
        var cache = new GoFileCache(files);
        foreach (var directory in new[] { "", "/cmd" })
        {
            var source = root.SourceDirectory + directory;
            var modules = GoModuleGraph.Load(files, source, root, ImmutableArray<string>.Empty, GoModFlag.Default, CancellationToken.None);
            var found = GoPatterns.Expand(files, modules, source, ["./...", "./vendor/..."], CancellationToken.None).Directories.ToHashSet();
            var target = MakeTarget(toolchain, "linux/amd64");
            var loader = new GoPackageLoader(files, modules, target, new GoPackageLoaderOptions { Cache = cache, SkipFunctionBodies = true });
            var listed = (await ListAsync(toolchain, target, source, "./...", "./vendor/...")).Select(package => package.Dir).ToHashSet();
            Assert.Empty(listed.Except(found));

            output.WriteLine(source + ": " + listed.Count + " of " + found.Count + " directories");

            // What is found beyond that has no file for the target.
            var extra = found.Where(place => !listed.Contains(place) && loader.Load(place, CancellationToken.None).Any(package => package.GoFiles.Length > 0));
            Assert.Equal("", string.Join('\n', extra));
        }
    }

    internal static Target MakeTarget(GoToolchain toolchain, string name, params string[] tags)
    {
        var parts = name.Split('/', ' ');
        return new Target { Toolchain = toolchain.Version, Goos = parts[0], Goarch = parts[1], Cgo = parts.Contains("cgo"), Tags = Target.NormalizeTags(tags) };
    }

    private static Task<List<GoListPackage>> ListAsync(GoToolchain toolchain, Target target, string directory, params string[] patterns) =>
        GoListPackage.ListAsync(toolchain, target, directory, new Dictionary<string, string?>(), patterns);
}
