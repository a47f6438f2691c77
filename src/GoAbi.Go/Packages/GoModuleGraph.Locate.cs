using System;
using GoAbi.Source;

namespace GoAbi.Go;

/// <content>From directory to import path.</content>
public sealed partial class GoModuleGraph
{
    /// <summary>
    /// What a directory is as a package. Outside modules, GOPATH and GOROOT the import path is the path from
    /// <see cref="Root"/>; the root itself goes by its name.
    /// </summary>
    public GoPackageLocation Locate(string directory)
    {
        var place = SourcePath.Normalize(directory ?? throw new ArgumentNullException(nameof(directory)));
        return LocateStandard(place) ?? LocateInVendor(place) ?? (IsGoPathMode ? null : LocateInModule(place))
            ?? LocateInGoPath(place) ?? LocateBare(place);
    }

    private GoPackageLocation? LocateStandard(string place)
    {
        if (FindStandardRelative(place) is not { } path)
        {
            return null;
        }

        var isMain = FindModuleDirectory(place) is { } root && IsMainModuleDirectory(root);
        return new GoPackageLocation(path, place, IsStandardLibrary: true, isMain, ModulePath: null, ModuleRoot: null);
    }

    /// <summary>The path of a directory in the standard library's sources; null outside them.</summary>
    private string? FindStandardRelative(string place)
    {
        foreach (var source in StandardSources)
        {
            if (SourcePath.IsWithin(place, source))
            {
                return SourcePath.Relative(place, source);
            }
        }

        return null;
    }

    private GoPackageLocation? LocateInVendor(string place)
    {
        if (VendorDirectory is null || !SourcePath.IsWithin(place, VendorDirectory) || place.Length == VendorDirectory.Length)
        {
            return null;
        }

        return LocateVendored(SourcePath.Relative(place, VendorDirectory), place);
    }

    // The nearest go.mod says it, whether or not the module is one of those that imports lead to.
    private GoPackageLocation? LocateInModule(string place)
    {
        string? path;
        var isMain = false;
        if (FindModuleDirectory(place) is not { } root)
        {
            // A module of the cache need not have a go.mod.
            if (cache.FindModule(place) is not { } cached)
            {
                return null;
            }

            (path, root) = cached;
        }
        else if (ModulesByDirectory.TryGetValue(root, out var module))
        {
            path = module.Path;
            isMain = module.IsMain;
        }
        else
        {
            path = files.Read(SourcePath.Combine(root, "go.mod")).File is { } file ? GoModFile.Parse(file).ModulePath : null;
            path ??= SourcePath.FileName(root);
        }

        var relative = SourcePath.Relative(place, root);
        var importPath = place.Length == root.Length || relative == "." ? path : path.Length == 0 ? relative : path + "/" + relative;
        return new GoPackageLocation(importPath, place, IsStandardLibrary: false, isMain, path, root);
    }

    private string? FindModuleDirectory(string place)
    {
        for (var at = place; ; at = SourcePath.Directory(at))
        {
            if (HasModFile(at))
            {
                return at;
            }

            if (at.Length == 0 || at == "/" || SourcePath.FileName(at) == "..")
            {
                return null;
            }
        }
    }

    private GoPackageLocation? LocateInGoPath(string place)
    {
        if (FindGoPathSource(place) is not { } source || source.Length == place.Length)
        {
            return null;
        }

        var path = SourcePath.Relative(place, source);
        return new GoPackageLocation(path, place, IsStandardLibrary: false, IsOurs(place), ModulePath: null, ModuleRoot: null);
    }

    private string? FindGoPathSource(string place)
    {
        foreach (var root in GoPath)
        {
            var source = SourcePath.Combine(root, "src");
            if (SourcePath.IsWithin(place, source))
            {
                return source;
            }
        }

        return null;
    }

    private GoPackageLocation LocateBare(string place)
    {
        var path = place == Root || !SourcePath.IsWithin(place, Root) ? SourcePath.FileName(place) : SourcePath.Relative(place, Root);
        return new GoPackageLocation(
            path.Length == 0 ? "main" : path, place, IsStandardLibrary: false, IsOurs(place), ModulePath: null, ModuleRoot: null);
    }

    // Without modules, what is analysed is the start directory, but for what it vendors.
    private bool IsOurs(string place) =>
        MainModules.IsEmpty && SourcePath.IsWithin(place, Root)
        && ("/" + SourcePath.Relative(place, Root) + "/").IndexOf("/vendor/", StringComparison.Ordinal) < 0;
}
