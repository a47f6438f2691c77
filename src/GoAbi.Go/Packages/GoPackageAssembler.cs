using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Makes the packages of a directory from its sorted files.</summary>
internal sealed class GoPackageAssembler(GoFileSorter files, GoPackageLocation place, Target target)
{
    private const string TestSuffix = "_test";

    private readonly List<GoFileSorter.Candidate> inPackage = new();
    private readonly List<GoFileSorter.Candidate> external = new();

    public ImmutableArray<GoPackage> Assemble()
    {
        var packages = ImmutableArray.CreateBuilder<GoPackage>(2);
        if (files.GoFiles.Count == 0 && files.Assembly.Count == 0 && files.Diagnostics.Count == 0)
        {
            return packages.ToImmutable();
        }

        var name = ChooseName();
        Divide(name);
        var hasOrdinary = inPackage.Count > 0 || files.Assembly.Count > 0 || external.Count == 0;
        if (hasOrdinary)
        {
            packages.Add(MakePackage(name));
        }

        if (external.Count > 0)
        {
            packages.Add(MakeExternalTests(name, withDiagnostics: !hasOrdinary));
        }

        return packages.ToImmutable();
    }

    private static string WithoutTest(string name) =>
        name.EndsWith(TestSuffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - TestSuffix.Length) : name;

    /// <summary>
    /// The name that most files have, the first among equals; tests count where there is nothing else. (The go command
    /// refuses a directory with two names; one stray file should not hide the package.)
    /// </summary>
    private string ChooseName()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var pass = 0; pass < 2 && order.Count == 0; pass++)
        {
            foreach (var file in files.GoFiles)
            {
                if (file.Package.Length == 0 || (pass == 0 && file.File.IsTest))
                {
                    continue;
                }

                var name = pass == 0 ? file.Package : WithoutTest(file.Package);
                if (!counts.TryGetValue(name, out var count))
                {
                    order.Add(name);
                }

                counts[name] = count + 1;
            }
        }

        var chosen = "";
        foreach (var name in order)
        {
            if (chosen.Length == 0 || counts[name] > counts[chosen])
            {
                chosen = name;
            }
        }

        return chosen;
    }

    private void Divide(string name)
    {
        foreach (var file in files.GoFiles)
        {
            if (file.Package == name || file.Package.Length == 0)
            {
                inPackage.Add(file);
            }
            else if (file.File.IsTest && file.Package == name + TestSuffix)
            {
                external.Add(file);
            }
            else
            {
                var message = "Package " + file.Package + " in a directory of package " + name;
                files.Ignored.Add(new GoIgnoredFile(file.File.Source.Path, GoFileSelection.OtherPackage, "it is of package " + file.Package));
                files.Diagnostics.Add(new SourceDiagnostic(
                    DiagnosticIds.IncompletePackage, Severity.Warning, message + "; the file is left out.",
                    GoImportReader.PackageNameNode(file.File.Tree).Location));
            }
        }
    }

    private GoPackage MakePackage(string name)
    {
        var lacksGo = inPackage.Count == 0 && files.Assembly.Count > 0;
        if (lacksGo)
        {
            files.Diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.IncompletePackage, Severity.Warning,
                "Assembly without a Go file of its package for " + target + "; the go command builds no such package.",
                new SourceLocation(files.Assembly[0], default)));
        }

        var hasTests = inPackage.Exists(static file => file.File.IsTest);
        return new GoPackage
        {
            ImportPath = place.ImportPath,
            Name = name,
            Directory = place.Directory,
            Target = target,
            Variant = hasTests ? GoPackageVariant.WithTests : GoPackageVariant.Ordinary,
            GoFiles = FilesOf(inPackage),
            AssemblyFiles = files.Assembly.ToImmutableArray(),
            HeaderFiles = files.Headers.ToImmutableArray(),
            IgnoredFiles = SortedIgnored(),
            UsesCgo = target.Cgo && inPackage.Exists(static file => file.File.ImportsC),
            IsStandardLibrary = place.IsStandardLibrary,
            IsInMainModule = place.IsInMainModule,
            ModulePath = place.ModulePath,
            ModuleRoot = place.ModuleRoot,

            // A command's test is compiled under its import path, but what people run and inspect is the command.
            SymbolPrefix = name == "main" ? "main" : GoSymbolPrefix.FromImportPath(place.ImportPath),
            Imports = ImportsOf(inPackage),
            Diagnostics = files.Diagnostics.ToImmutableArray(),
            IsIncomplete = files.IsIncomplete || lacksGo,
        };
    }

    private GoPackage MakeExternalTests(string name, bool withDiagnostics) => new()
    {
        ImportPath = place.ImportPath + TestSuffix,
        Name = name + TestSuffix,
        Directory = place.Directory,
        Target = target,
        Variant = GoPackageVariant.ExternalTests,
        GoFiles = FilesOf(external),
        IgnoredFiles = withDiagnostics ? SortedIgnored() : ImmutableArray<GoIgnoredFile>.Empty,
        IsStandardLibrary = place.IsStandardLibrary,
        IsInMainModule = place.IsInMainModule,
        ModulePath = place.ModulePath,
        ModuleRoot = place.ModuleRoot,
        SymbolPrefix = GoSymbolPrefix.FromImportPath(place.ImportPath + TestSuffix),
        Imports = ImportsOf(external),
        Diagnostics = withDiagnostics ? files.Diagnostics.ToImmutableArray() : ImmutableArray<SourceDiagnostic>.Empty,
        IsIncomplete = withDiagnostics && files.IsIncomplete,
    };

    private ImmutableArray<GoIgnoredFile> SortedIgnored()
    {
        files.Ignored.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files.Ignored.ToImmutableArray();
    }

    private static ImmutableArray<GoPackageFile> FilesOf(List<GoFileSorter.Candidate> candidates)
    {
        var result = ImmutableArray.CreateBuilder<GoPackageFile>(candidates.Count);
        foreach (var candidate in candidates)
        {
            result.Add(candidate.File);
        }

        return result.MoveToImmutable();
    }

    private static ImmutableArray<string> ImportsOf(List<GoFileSorter.Candidate> candidates)
    {
        var imports = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            imports.UnionWith(candidate.File.Imports);
        }

        return imports.ToImmutableArray();
    }
}
