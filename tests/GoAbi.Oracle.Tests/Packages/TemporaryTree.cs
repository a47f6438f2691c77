using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>A tree of files in a temporary directory, gone afterwards.</summary>
internal sealed class TemporaryTree : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public TemporaryTree(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            directory.Write(path, text);
        }
    }

    public string Root => directory.Path;

    /// <summary>
    /// Holds what the go command says about a directory against what is found here: the directories that the pattern leads
    /// to, and the packages in them together with all that they import, the standard library left out.
    /// </summary>
    /// <returns>The import paths and directories of what was compared, for the test to look at.</returns>
    public async Task<Dictionary<string, string>> CompareAsync(GoToolchain toolchain, string directory, Setting setting, params string[] patterns)
    {
        var compared = new Dictionary<string, string>();
        var differences = await FindDifferencesAsync(toolchain, directory, setting, compared, patterns);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        return compared;
    }

    /// <summary>The same for a package at the root some of whose files the go command rejects: diagnostics are expected.</summary>
    public Task<List<string>> CompareSelectionAsync(GoToolchain toolchain, Setting setting) => FindDifferencesAsync(toolchain, "", setting, null, ".");

    /// <summary>The same as <see cref="CompareAsync"/> for a tree in which some things are wrong; differences are the caller's to report.</summary>
    public async Task<(int Packages, List<string> Differences)> CountDifferencesAsync(
        GoToolchain toolchain, string directory, Setting setting, params string[] patterns)
    {
        var compared = new Dictionary<string, string>();
        var differences = await FindDifferencesAsync(toolchain, directory, setting, compared, patterns);
        return (compared.Count, differences);
    }

    private async Task<List<string>> FindDifferencesAsync(
        GoToolchain toolchain, string directory, Setting setting, Dictionary<string, string>? paths, params string[] patterns)
    {
        var place = Path.Combine(Root, directory).TrimEnd('/');
        var files = new DiskSourceFiles();
        var target = StandardLibrarySelection.MakeTarget(toolchain, setting.Target, setting.Tags) with { Feature = setting.Feature };
        var modules = GoModuleGraph.Load(
            files, place, toolchain.Read(files), [.. setting.GoPath.Select(path => Path.Combine(Root, path))], setting.Mod, CancellationToken.None);
        var environment = new Dictionary<string, string?>
        {
            ["GOAMD64"] = target.Goarch == "amd64" ? target.Feature : "",
            ["GO386"] = "sse2", // Debian's default is softfloat
            ["GOARM"] = target.Goarch == "arm" ? target.Feature : "",
            ["GOARM64"] = target.Goarch == "arm64" ? target.Feature : "",
            ["GO111MODULE"] = setting.Mod == GoModFlag.GoPath ? "off" : "",
            ["GOFLAGS"] = setting.Flags,
        };
        if (setting.GoPath.Length > 0)
        {
            environment["GOPATH"] = string.Join(':', setting.GoPath.Select(path => Path.Combine(Root, path)));
        }

        if (setting.IgnoresWorkspace)
        {
            environment["GOWORK"] = "off";
        }

        Task<List<GoListPackage>> ListAsync(params string[] options) => GoListPackage.ListAsync(toolchain, target, place, environment, [.. options, .. patterns]);

        var comparison = new PackageComparison(modules, new GoFileCache(files), target) { ExpectsDiagnostics = paths is null };
        var all = await ListAsync("-deps");
        comparison.Missing.UnionWith(all.Where(package => package.Dir.Length == 0).Select(package => package.ImportPath));
        var compared = all.Where(package => (setting.WithStandardLibrary || !package.Standard) && package.Dir.Length > 0).ToList();
        Assert.NotEmpty(compared);
        compared.ForEach(comparison.Add);
        if (paths is null)
        {
            return comparison.Differences;
        }

        var listed = (await ListAsync()).Select(package => package.Dir).Order(StringComparer.Ordinal);
        var found = GoPatterns.Expand(files, modules, place, patterns.ToImmutableArray(), CancellationToken.None).Directories;
        if (setting.HasExcludedDirectories)
        {
            // A wildcard passes over directories that have nothing for the target: here that is the loader's to say.
            var loader = new GoPackageLoader(files, modules, target);
            found = [.. found.Where(place => loader.Load(place, CancellationToken.None).Any(static package => package.GoFiles.Length > 0))];
        }

        Assert.Equal(listed, found);
        compared.ForEach(package => paths[package.ImportPath] = Path.GetRelativePath(Root, package.Dir));
        return comparison.Differences;
    }

    public void Dispose() => directory.Dispose();

    /// <param name="Mod">Where packages come from.</param>
    /// <param name="Target">As in <see cref="StandardLibrarySelection"/>.</param>
    internal sealed record Setting(GoModFlag Mod = GoModFlag.Default, string Target = "linux/amd64")
    {
        public string Feature { get; init; } = "";

        public string Flags { get; init; } = "";

        /// <summary>Build tags; "race" is the flag -race wherever the go command takes it.</summary>
        public string[] Tags { get; init; } = [];

        /// <summary>For a tree that has directories of which a target takes nothing.</summary>
        public bool HasExcludedDirectories { get; init; }

        /// <summary>For a module beside the workspace that lies above it.</summary>
        public bool IgnoresWorkspace { get; init; }

        /// <summary>Compares what is imported from GOROOT too.</summary>
        public bool WithStandardLibrary { get; init; }

        public string[] GoPath { get; init; } = [];
    }
}
