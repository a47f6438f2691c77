using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Sorts the files of one directory by what they are to its packages. Files come in the order of their names.</summary>
internal sealed class GoFileSorter(GoFileCache cache, GoFileSelector selector, Target target, GoPackageLoaderOptions options)
{
    public List<SourceFile> Assembly { get; } = new();

    public List<SourceFile> Headers { get; } = new();

    public List<GoIgnoredFile> Ignored { get; } = new();

    public List<SourceDiagnostic> Diagnostics { get; } = new();

    /// <summary>The Go files that name and constraint select, each with its package's name and imports.</summary>
    public List<Candidate> GoFiles { get; } = new();

    /// <summary>True where a file that is part of the package could not be had.</summary>
    public bool IsIncomplete { get; private set; }

    public void Add(string path, string name, CancellationToken ct)
    {
        var selection = selector.MatchName(name, out var reason);
        if (selection is GoFileSelection.HiddenName or GoFileSelection.UnknownExtension)
        {
            return;
        }

        var extension = GoFileName.Extension(name);
        if (selection == GoFileSelection.Selected && GoFileName.IsForeign(extension))
        {
            (selection, reason) = (GoFileSelection.ForeignLanguage, "Go's compiler and assembler do not read it");
        }
        else if (selection == GoFileSelection.Selected && !options.IncludeTests && GoFileName.IsTest(name))
        {
            (selection, reason) = (GoFileSelection.Test, "tests were not asked for");
        }

        if (selection != GoFileSelection.Selected)
        {
            Ignored.Add(new GoIgnoredFile(path, selection, reason));
            return;
        }

        Read(path, name, extension, ct);
    }

    private void Read(string path, string name, string extension, CancellationToken ct)
    {
        var result = cache.Read(path);
        if (result.File is not { } file)
        {
            IsIncomplete = true;
            var reason = "it could not be read: " + result.Reason;
            Ignored.Add(new GoIgnoredFile(path, GoFileSelection.Unreadable, reason));
            Diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.UnreadableFile, Severity.Error, "The file could not be read: " + result.Reason + ".", null) { Path = path });
            return;
        }

        var selection = selector.MatchConstraints(file, cache.Constraints(path), out var why, out var diagnostic);
        if (diagnostic is not null)
        {
            Diagnostics.Add(diagnostic);
            IsIncomplete = true;
        }

        if (selection != GoFileSelection.Selected)
        {
            Ignored.Add(new GoIgnoredFile(path, selection, why));
        }
        else if (extension == ".go")
        {
            AddGo(path, name, ct);
        }
        else if (extension == ".s")
        {
            Assembly.Add(file);
        }
        else if (GoFileName.IsHeader(extension))
        {
            Headers.Add(file);
        }
        else
        {
            Ignored.Add(new GoIgnoredFile(path, GoFileSelection.NeedsCgo, "it is assembly for the C compiler"));
        }
    }

    private void AddGo(string path, string name, CancellationToken ct)
    {
        var tree = cache.Tree(path, options.SkipFunctionBodies, ct)!;
        var package = GoImportReader.PackageName(tree);
        if (package == "documentation")
        {
            Ignored.Add(new GoIgnoredFile(path, GoFileSelection.Documentation, "it is of package documentation"));
            return;
        }

        var imports = new List<string>();
        var importsC = GoImportReader.AddImports(tree, imports);
        var isTest = GoFileName.IsTest(name);

        // A test that imports "C" is an error of the go command, whether cgo is on or not: it stays where it is.
        if (importsC && !target.Cgo && !isTest)
        {
            Ignored.Add(new GoIgnoredFile(path, GoFileSelection.NeedsCgo, "it imports \"C\", and cgo is off"));
            return;
        }

        GoFiles.Add(new Candidate(new GoPackageFile(tree, isTest, imports.ToImmutableArray(), importsC), package));
    }

    /// <param name="File">The file.</param>
    /// <param name="Package">The name in its package clause; "" where that can't be read.</param>
    internal sealed record Candidate(GoPackageFile File, string Package);
}
