using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// Says of a package that something of it is missing: generated sources that are not there, imports that lead nowhere. What no file of a directory
/// declares, for whatever target, is missing (an error: the package is incomplete); what only files declare that the target leaves out makes
/// the package one that the target can't build; a module that is not at hand is neither. The last two are warnings.
/// </summary>
internal sealed class MissingSources(AnalysisUnit unit, CancellationToken cancellationToken)
{
    // So many names are listed; the others are counted.
    private const int MaxListed = 8;

    private readonly Dictionary<(string Directory, bool IsOwn), HashSet<string>> declared = [];
    private readonly Names missing = new();
    private readonly Names elsewhere = new();
    private readonly Names imports = new();
    private readonly SortedSet<string> otherModules = new(StringComparer.Ordinal);

    public void AddTo(List<SourceDiagnostic> found)
    {
        FindImports();
        FindNames();
        FindBodies();
        missing.AddTo(found, Severity.Error, "Sources of the package are missing: nothing declares ", Generator());
        imports.AddTo(found, Severity.Error, "Packages of the module are missing: imports lead nowhere: ", Generator());
        elsewhere.AddTo(found, Severity.Warning, "The package can't be built for every target it is analysed for: declared only in files that the target leaves out: ", "");

        // The same for every package that imports it: without a place, it is said once.
        foreach (var path in otherModules)
        {
            found.Add(new SourceDiagnostic(DiagnosticIds.IncompletePackage, Severity.Warning, "The package " + path + " is not at hand: what depends on it is unknown.", null));
        }
    }

    private void FindImports()
    {
        var modules = unit.Module.Modules;
        foreach (var file in unit.Package.GoFiles)
        {
            foreach (var spec in ImportsOf(file.Tree))
            {
                var path = PathOf(spec);
                if (path is "" or "C" or "unsafe" || IsModelled(path) || modules.Resolve(path, unit.Package.Directory) is not null)
                {
                    continue;
                }

                if (IsOfModule(path))
                {
                    imports.Add(path, spec.Location);
                }
                else
                {
                    otherModules.Add(path);
                }
            }
        }
    }

    private void FindNames()
    {
        GoSyntaxTree? tree = null;
        var isKnown = true;
        foreach (var (name, package) in unit.Binding.UnresolvedUses())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (tree != name.Tree)
            {
                tree = name.Tree;
                isKnown = IsKnown(tree);
            }

            if (package is null)
            {
                if (isKnown)
                {
                    Add(name.Text, unit.Package.Directory, name.Location);
                }
            }
            else if (isKnown && package.ImportPath is { } path and not ("C" or "unsafe") && !IsModelled(path)
                && unit.Module.Modules.Resolve(path, unit.Package.Directory) is { IsInMainModule: true } place && char.IsUpper(name.Text, 0))
            {
                Add(name.Text, place.Directory, name.Location, path);
            }
        }
    }

    // With assembly or objects (.syso) in the package, a body may also be pushed by a linkname of another package; without any, the compiler wants one.
    private void FindBodies()
    {
        if (!unit.Package.AssemblyFiles.IsEmpty || unit.Package.IsStandardLibrary || unit.Package.UsesCgo
            || unit.Package.Variant == GoPackageVariant.ExternalTests || HasObjects())
        {
            return;
        }

        foreach (var function in unit.Symbols.Functions)
        {
            if (function is { IsBodyElsewhere: true, Declaration: { } declaration } && declaration.Name != "_"
                && declaration.Declaration.Tree.Diagnostics.IsEmpty && !IsLinknamed(declaration.Name) && !IsImportedByWasm(declaration))
            {
                (IsInAssembly(declaration.Name) ? elsewhere : missing).Add("a body of " + declaration.Name, declaration.Declaration.Location);
            }
        }
    }

    private bool HasObjects()
    {
        foreach (var file in unit.Package.IgnoredFiles)
        {
            if (file.Path.EndsWith(".syso", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Nothing is known of a file's names where it could not be read to its end, or another package's names are its own.
    private bool IsKnown(GoSyntaxTree tree)
    {
        if (!tree.Diagnostics.IsEmpty)
        {
            return false;
        }

        foreach (var spec in ImportsOf(tree))
        {
            if (!spec[0].IsNone && spec[0].Text == "."
                && PathOf(spec) is var path && path != "unsafe"
                && (unit.Module.Modules.UsesStandardModel && IsStandard(path) || unit.Module.Modules.Resolve(path, unit.Package.Directory) is null))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(string name, string directory, SourceLocation location, string? package = null)
    {
        // The external tests of a package stand in its directory and are another package.
        var isOwn = package is null;
        if (!declared.TryGetValue((directory, isOwn), out var known))
        {
            declared[(directory, isOwn)] = known = DeclaredIn(directory, isOwn);
        }

        (known.Contains(name) ? elsewhere : missing).Add(package is null ? name : package + "." + name, location);
    }

    // By every Go file of the package in the directory, for whatever target: a generator beside it (package main) is none of them, and of another package's tests nobody sees anything.
    private HashSet<string> DeclaredIn(string directory, bool isOwn)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in unit.Module.Files.List(directory))
        {
            if (!entry.IsDirectory && entry.Name.EndsWith(".go", StringComparison.Ordinal) && (directory == unit.Package.Directory || !GoFileName.IsTest(entry.Name))
                && unit.Module.Cache.Tree(SourcePath.Combine(directory, entry.Name), skipFunctionBodies: true, cancellationToken) is { } tree
                && IsOfPackage(tree, isOwn))
            {
                foreach (var declaration in tree.Root.Children)
                {
                    AddNames(declaration, names);
                }
            }
        }

        return names;
    }

    // Of another directory's package only the import path is known here; whatever its name is, a command or a test package is not it.
    private bool IsOfPackage(GoSyntaxTree tree, bool isOwn)
    {
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.PackageClause)
            {
                var name = declaration.LastChild.Text;
                return isOwn ? name == unit.Package.Name : name != "main" && !name.EndsWith("_test", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static void AddNames(GoNode declaration, HashSet<string> names)
    {
        switch (declaration.Kind)
        {
            case GoSyntaxKind.FuncDecl when declaration[0].IsNone:
                names.Add(declaration[1].Text);
                break;
            case GoSyntaxKind.TypeSpec:
                names.Add(declaration[0].Text);
                break;
            case GoSyntaxKind.ValueSpec:
                foreach (var name in declaration[0].Children)
                {
                    names.Add(name.Text);
                }

                break;
            case GoSyntaxKind.ConstDecl or GoSyntaxKind.VarDecl or GoSyntaxKind.TypeDecl:
                foreach (var spec in declaration.Children)
                {
                    AddNames(spec, names);
                }

                break;
        }
    }

    private bool IsInAssembly(string name)
    {
        foreach (var file in unit.Package.IgnoredFiles)
        {
            if (file.Path.EndsWith(".s", StringComparison.Ordinal) && unit.Module.Files.Read(file.Path).File is { } source
                && source.Text.Text.IndexOf("·" + name + "(SB)", StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLinknamed(string name)
    {
        foreach (var linkname in unit.Symbols.Scope.Linknames)
        {
            if (linkname.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsImportedByWasm(GoObject declaration)
    {
        foreach (var directive in declaration.Directives)
        {
            if (directive.Name == "go:wasmimport")
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<GoNode> ImportsOf(GoSyntaxTree tree)
    {
        foreach (var declaration in tree.Root.Children)
        {
            if (declaration.Kind == GoSyntaxKind.ImportDecl)
            {
                foreach (var spec in declaration.Children)
                {
                    if (spec.Kind == GoSyntaxKind.ImportSpec)
                    {
                        yield return spec;
                    }
                }
            }
        }
    }

    private static string PathOf(GoNode spec) => spec.LastChild.Kind == GoSyntaxKind.BasicLiteral ? spec.LastChild.Text.Trim('"', '`') : "";

    // Without a GOROOT, what the model lacks is unknown, not missing.
    private bool IsModelled(string path) => unit.Module.Modules.UsesStandardModel && IsStandard(path);

    private static bool IsStandard(string path)
    {
        var slash = path.IndexOf('/');
        return (slash < 0 ? path : path.Substring(0, slash)).IndexOf('.') < 0;
    }

    private bool IsOfModule(string path)
    {
        foreach (var main in unit.Module.Modules.MainModules)
        {
            if (path == main.Path || path.StartsWith(main.Path + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal);
    }

    // What would make the sources, as far as the directory says so.
    private string Generator()
    {
        foreach (var entry in unit.Module.Files.List(unit.Package.Directory))
        {
            if (!entry.IsDirectory && entry.Name is "BUILD" or "BUILD.bazel")
            {
                return "; the directory has a " + entry.Name + " file: Bazel may make them, and the tree that it makes is the one to analyse";
            }
        }

        foreach (var file in unit.Package.GoFiles)
        {
            foreach (var comment in file.Tree.Comments)
            {
                var text = file.Tree.File.Text.Text;
                if (string.CompareOrdinal(text, comment.Span.Start, "//go:generate ", 0, "//go:generate ".Length) == 0)
                {
                    return "; " + file.Source.Name + " has a //go:generate line: go generate may make them";
                }
            }
        }

        return "";
    }

    /// <summary>Names in the order in which they were found, each once, with the place of the first.</summary>
    private sealed class Names
    {
        private readonly List<string> names = [];
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private SourceLocation? first;

        public void Add(string name, SourceLocation location)
        {
            if (seen.Add(name))
            {
                names.Add(name);
                first ??= location;
            }
        }

        public void AddTo(List<SourceDiagnostic> found, Severity severity, string message, string end)
        {
            if (names.Count == 0)
            {
                return;
            }

            var listed = string.Join(", ", names.GetRange(0, Math.Min(names.Count, MaxListed)));
            var more = names.Count > MaxListed ? FormattableString.Invariant($" and {names.Count - MaxListed} more") : "";
            found.Add(new SourceDiagnostic(DiagnosticIds.IncompletePackage, severity, message + listed + more + end + ".", first));
        }
    }
}
