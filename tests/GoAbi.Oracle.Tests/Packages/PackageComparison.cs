using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Packages;

/// <summary>Compares what <c>go list</c> says about a directory with what the loader says; each difference is a line.</summary>
internal sealed class PackageComparison(GoModuleGraph modules, GoFileCache cache, Target target)
{
    private readonly GoPackageLoader withTests = new(
        cache.Files, modules, target, new GoPackageLoaderOptions { Cache = cache, SkipFunctionBodies = true });

    private readonly GoPackageLoader withoutTests = new(
        cache.Files, modules, target, new GoPackageLoaderOptions { Cache = cache, SkipFunctionBodies = true, IncludeTests = false });

    public List<string> Differences { get; } = [];

    /// <summary>True where files are rejected on purpose.</summary>
    public bool ExpectsDiagnostics { get; init; }

    /// <summary>Import paths that lead nowhere in the go command either.</summary>
    public HashSet<string> Missing { get; } = [];

    public int Packages { get; private set; }

    public void Add(GoListPackage expected)
    {
        Packages++;
        var packages = withTests.Load(expected.Dir, CancellationToken.None);
        var tested = packages.FirstOrDefault(package => package.Variant != GoPackageVariant.ExternalTests);
        var external = packages.FirstOrDefault(package => package.Variant == GoPackageVariant.ExternalTests);
        var ordinary = withoutTests.Load(expected.Dir, CancellationToken.None).SingleOrDefault();
        var any = tested ?? external;

        Compare(expected, "ImportPath", [expected.ImportPath], [modules.ImportPathOf(expected.Dir)]);
        Compare(expected, "Name", [expected.Name], [tested?.Name ?? external?.Name[..^5] ?? ""]);
        Compare(expected, "Standard", [expected.Standard.ToString()], [any?.IsStandardLibrary.ToString() ?? "False"]);
        Compare(expected, "GoFiles", expected.GoFiles.Concat(expected.CgoFiles), Names(tested?.GoFiles.Where(file => !file.IsTest)));
        Compare(expected, "GoFiles without tests", expected.GoFiles.Concat(expected.CgoFiles), Names(ordinary?.GoFiles));
        Compare(expected, "TestGoFiles", expected.TestGoFiles, Names(tested?.GoFiles.Where(file => file.IsTest)));
        Compare(expected, "XTestGoFiles", expected.XTestGoFiles, Names(external?.GoFiles));

        // .S files go to the C compiler: they are no Go assembly, though go list counts them.
        Compare(expected, "SFiles", expected.SFiles.Where(name => name.EndsWith(".s", StringComparison.Ordinal)), Names(tested?.AssemblyFiles));
        Compare(expected, "HFiles", expected.HFiles, Names(tested?.HeaderFiles ?? []));

        // A file whose constraint can't be read is invalid and nothing else; other invalid files are listed twice.
        var rejected = expected.InvalidGoFiles.Except([.. expected.GoFiles, .. expected.CgoFiles, .. expected.TestGoFiles, .. expected.XTestGoFiles])
            .Where(name => name.EndsWith(".go", StringComparison.Ordinal));
        Compare(expected, "IgnoredGoFiles", expected.IgnoredGoFiles.Concat(rejected), (any?.IgnoredFiles ?? [])
            .Select(file => SourcePath.FileName(file.Path)).Where(name => name.EndsWith(".go", StringComparison.Ordinal)));
        Compare(expected, "CgoFiles", expected.CgoFiles, Names(ordinary?.GoFiles.Where(file => file.ImportsC)));
        Compare(expected, "Imports", expected.Imports, Resolved(ordinary, expected.Dir));
        Compare(expected, "Imports and TestImports", expected.Imports.Concat(expected.TestImports), Resolved(tested, expected.Dir));
        Compare(expected, "XTestImports", expected.XTestImports, Resolved(external, expected.Dir));
        if (expected.Module is { } module && any is not null)
        {
            Compare(expected, "Module", [module.Path, module.Main.ToString()], [any.ModulePath ?? "", any.IsInMainModule.ToString()]);
        }

        foreach (var diagnostic in ExpectsDiagnostics ? [] : any?.Diagnostics ?? [])
        {
            Differences.Add(target + " " + expected.ImportPath + ": " + diagnostic);
        }
    }

    private static IEnumerable<string> Names(IEnumerable<GoPackageFile>? files) => (files ?? []).Select(file => file.Source.Name);

    private static IEnumerable<string> Names(IEnumerable<SourceFile>? files) => (files ?? []).Select(file => file.Name);

    private IEnumerable<string> Resolved(GoPackage? package, string directory) =>
        (package?.Imports ?? []).Select(path => path == "C" ? path : modules.Resolve(path, directory)?.ImportPath ?? (Missing.Contains(path) ? path : "unresolved:" + path));

    private void Compare(GoListPackage package, string field, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        // "p [cmd/compile]" is p compiled with the profile of cmd/compile: one package, compiled twice.
        var wanted = expected.Select(name => name.Split(" [")[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        var got = actual.Distinct().Order(StringComparer.Ordinal).ToList();
        if (!wanted.SequenceEqual(got))
        {
            Differences.Add(target + " " + package.ImportPath + " " + field
                + ": missing [" + string.Join(' ', wanted.Except(got)) + "], too many [" + string.Join(' ', got.Except(wanted)) + "]");
        }
    }
}
