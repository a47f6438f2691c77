using System;
using System.IO;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Finds the Go toolchain's directory: the one given, else the variable GOROOT, else the one that the <c>go</c> on PATH
/// belongs to. Nothing is ever run. An entry of PATH that is relative or lies in the analysed tree is passed over: that
/// tree is not trusted.
/// </summary>
public static class GoRootLocator
{
    /// <summary>The word that asks for no GOROOT.</summary>
    public const string None = "none";

    /// <summary>Finds the GOROOT; null where there is none.</summary>
    /// <param name="files">The disk.</param>
    /// <param name="given">What the caller asks for: a directory, <see cref="None"/>, or null to search.</param>
    /// <param name="environment">GOROOT and PATH.</param>
    /// <param name="moduleRoot">The analysed tree.</param>
    /// <param name="warning">Set where the variable GOROOT names no GOROOT and the search went on.</param>
    /// <exception cref="GoLoadException">The directory given is no GOROOT.</exception>
    public static GoRootInfo? Find(
        ISourceFiles files, string? given, GoEnvironment environment, string moduleRoot, out SourceDiagnostic? warning)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(environment);
        warning = null;
        if (given == None)
        {
            return null;
        }

        if (given is not null)
        {
            return GoRootInfo.TryRead(files, DiskPath.Absolute(given))
                ?? throw new GoLoadException("'" + given + "' is no GOROOT: it has no src/runtime/runtime.go.");
        }

        if (environment.GoRoot is { } variable)
        {
            if (Path.IsPathFullyQualified(variable) && GoRootInfo.TryRead(files, DiskPath.Absolute(variable)) is { } found)
            {
                return found;
            }

            warning = new SourceDiagnostic(
                DiagnosticIds.IncompletePackage,
                Severity.Warning,
                "The environment variable GOROOT names '" + variable + "', which is no GOROOT; it is not used.",
                null);
        }

        return FromPath(files, environment, moduleRoot);
    }

    private static GoRootInfo? FromPath(ISourceFiles files, GoEnvironment environment, string moduleRoot)
    {
        var tree = files.GetIdentity(moduleRoot) ?? moduleRoot;
        var name = OperatingSystem.IsWindows() ? "go.exe" : "go";
        foreach (var entry in environment.Path)
        {
            if (!Path.IsPathFullyQualified(entry))
            {
                continue;
            }

            var directory = DiskPath.Absolute(entry);
            var command = SourcePath.Combine(directory, name);
            if (SourcePath.IsWithin(directory, moduleRoot)
                || files.GetIdentity(directory) is not { } realDirectory
                || SourcePath.IsWithin(realDirectory, tree)
                || files.GetIdentity(command) is not { } target
                || SourcePath.IsWithin(target, tree)
                || SourcePath.FileName(SourcePath.Directory(target)) != "bin")
            {
                continue;
            }

            // GOROOT/bin/go. A version manager's shim leads elsewhere, where there is no src/runtime.
            if (GoRootInfo.TryRead(files, SourcePath.Directory(SourcePath.Directory(target))) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
