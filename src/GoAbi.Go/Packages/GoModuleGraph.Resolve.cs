using System;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>From import path to directory.</content>
public sealed partial class GoModuleGraph
{
    /// <summary>The package that an import leads to; null where none is found, and for "C".</summary>
    /// <param name="importPath">As written.</param>
    /// <param name="importerDirectory">Directory of the importing package: vendor directories depend on it.</param>
    public GoPackageLocation? Resolve(string importPath, string importerDirectory)
    {
        if (importPath is null)
        {
            throw new ArgumentNullException(nameof(importPath));
        }

        var importer = SourcePath.Normalize(importerDirectory ?? throw new ArgumentNullException(nameof(importerDirectory)));
        if (IsRelative(importPath))
        {
            var directory = SourcePath.Combine(importer, importPath);
            return HasGoFiles(directory) ? Locate(directory) : null;
        }

        if (importPath == "C" || !IsCanonical(importPath))
        {
            return null;
        }

        if (FindStandardRelative(importer) is { } place)
        {
            return ResolveInStandardLibrary(importPath, place);
        }

        if (IsGoPathMode)
        {
            return ResolveInVendorAbove(importPath, importer) ?? ResolveStandard(importPath) ?? ResolveInGoPath(importPath);
        }

        return ResolveStandard(importPath)
            ?? ResolveInModules(importPath, onlyMain: IsVendorFirst)
            ?? ResolveInVendor(importPath)
            ?? (IsVendorFirst ? ResolveInModules(importPath, onlyMain: false) : null);
    }

    private static bool IsRelative(string path) =>
        path is "." or ".." || path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal);

    // No import path with an empty, "." or ".." element means anything, and none may lead out of where it is looked for.
    private static bool IsCanonical(string path) => path.Length > 0 && path[0] != '/' && SourcePath.Normalize(path) == path;

    // The standard library's own dependencies are in its vendor directories, and are packages of it: "vendor/golang.org/x/...".
    private GoPackageLocation? ResolveInStandardLibrary(string path, string importer)
    {
        var isCommand = importer == "cmd" || importer.StartsWith("cmd/", StringComparison.Ordinal);
        return ResolveStandard(path) ?? ResolveStandard((isCommand ? "cmd/vendor/" : "vendor/") + path);
    }

    private GoPackageLocation? ResolveStandard(string path)
    {
        if (StandardSources.IsEmpty)
        {
            return null;
        }

        // The first element of every other path has a dot, or is a main module's name that the standard library lacks.
        var slash = path.IndexOf('/');
        if ((slash < 0 ? path : path.Substring(0, slash)).IndexOf('.') >= 0)
        {
            return null;
        }

        var directory = SourcePath.Combine(StandardSources[0], path);
        return HasGoFiles(directory) ? Locate(directory) : null;
    }

    private GoPackageLocation? ResolveInModules(string path, bool onlyMain)
    {
        for (var prefix = path; prefix.Length > 0; prefix = SourcePath.Directory(prefix))
        {
            if (!Modules.TryGetValue(prefix, out var module) || module.Directory is null || (onlyMain && !module.IsMain))
            {
                continue;
            }

            var rest = path.Length == prefix.Length ? "" : path.Substring(prefix.Length + 1);
            var directory = SourcePath.Combine(module.Directory, rest);
            if (HasGoFiles(directory) && (!module.IsLocal || !IsCutByNestedModule(module.Directory, directory)))
            {
                return new GoPackageLocation(path, directory, IsStandardLibrary: false, module.IsMain, module.Path, module.Directory);
            }
        }

        return null;
    }

    // cmd/go/internal/modload: dirInModule.
    private bool IsCutByNestedModule(string moduleDirectory, string directory)
    {
        for (var at = directory; at != moduleDirectory && at.Length > moduleDirectory.Length; at = SourcePath.Directory(at))
        {
            if (HasModFile(at))
            {
                return true;
            }
        }

        return false;
    }

    private GoPackageLocation? ResolveInVendor(string path)
    {
        if (VendorDirectory is null)
        {
            return null;
        }

        var directory = SourcePath.Combine(VendorDirectory, path);
        return HasGoFiles(directory) ? LocateVendored(path, directory) : null;
    }

    private GoPackageLocation LocateVendored(string path, string directory)
    {
        var module = VendorFile?.ModuleOf(path);
        var root = module is null ? null : SourcePath.Combine(VendorDirectory!, module);
        return new GoPackageLocation(path, directory, IsStandardLibrary: false, IsInMainModule: false, module, root);
    }

    // GOPATH mode (go/build: Import, searchVendor): the vendor directories of the importer and of all above it. Outside
    // GOPATH, where there is no go.mod either, the same up to the root of what is analysed.
    private GoPackageLocation? ResolveInVendorAbove(string path, string importer)
    {
        var top = FindGoPathSource(importer) ?? (SourcePath.IsWithin(importer, Root) ? Root : importer);
        for (var at = importer; ; at = SourcePath.Directory(at))
        {
            var directory = SourcePath.Combine(at.Length == 0 ? "." : at, "vendor/" + path);
            if (HasGoFiles(directory))
            {
                return Locate(directory);
            }

            if (at.Length <= top.Length)
            {
                return null;
            }
        }
    }

    private GoPackageLocation? ResolveInGoPath(string path)
    {
        foreach (var root in GoPath)
        {
            var directory = SourcePath.Combine(root, "src/" + path);
            if (HasGoFiles(directory))
            {
                return Locate(directory);
            }
        }

        return null;
    }
}
