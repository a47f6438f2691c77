using System;
using System.Collections.Immutable;
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
    /// <param name="diagnostics">What there is to say: a variable GOROOT that names none, a version that is only assumed, a <c>go</c> on PATH that leads to no GOROOT.</param>
    /// <exception cref="GoLoadException">The directory given is no GOROOT.</exception>
    public static GoRootInfo? Find(
        ISourceFiles files, string? given, GoEnvironment environment, string moduleRoot, out ImmutableArray<SourceDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(environment);
        var messages = ImmutableArray.CreateBuilder<SourceDiagnostic>();
        var found = given == None ? null
            : given is not null
                ? Read(files, given) ?? throw new GoLoadException("'" + given + "' is no GOROOT: " + Lack(files, given) + ".")
                : FromVariable(files, environment, messages) ?? FromPath(files, environment, moduleRoot, messages);
        if (found?.VersionProblem is { } problem)
        {
            messages.Add(new SourceDiagnostic(
                DiagnosticIds.UnknownGoVersion, Severity.Warning,
                "GOROOT " + found.Path + ": " + problem + "; it is treated as " + found.Version + ".", null));
        }

        diagnostics = messages.ToImmutable();
        return found;
    }

    private static GoRootInfo? FromVariable(ISourceFiles files, GoEnvironment environment, ImmutableArray<SourceDiagnostic>.Builder messages)
    {
        if (environment.GoRoot is not { } variable)
        {
            return null;
        }

        var isAbsolute = Path.IsPathFullyQualified(variable);
        if (isAbsolute && Read(files, variable) is { } found)
        {
            return found;
        }

        messages.Add(new SourceDiagnostic(
            DiagnosticIds.IncompletePackage, Severity.Warning,
            "The environment variable GOROOT names '" + variable + "', which is no GOROOT; it is not used: "
                + (isAbsolute ? Lack(files, variable) : "it is no absolute path") + ".",
            null));
        return null;
    }

    private static GoRootInfo? FromPath(
        ISourceFiles files, GoEnvironment environment, string moduleRoot, ImmutableArray<SourceDiagnostic>.Builder messages)
    {
        var tree = files.GetIdentity(moduleRoot) ?? moduleRoot;
        var name = OperatingSystem.IsWindows() ? "go.exe" : "go";
        SourceDiagnostic? passedOver = null;
        foreach (var entry in environment.Path)
        {
            if (!Path.IsPathFullyQualified(entry) || TryAbsolute(entry) is not { } directory)
            {
                continue;
            }

            var command = SourcePath.Combine(directory, name);
            if (SourcePath.IsWithin(directory, moduleRoot)
                || files.GetIdentity(directory) is not { } realDirectory
                || SourcePath.IsWithin(realDirectory, tree)
                || files.GetIdentity(command) is not { } target
                || SourcePath.IsWithin(target, tree))
            {
                continue;
            }

            // GOROOT/bin/go. A wrapper script or a version manager's shim lies elsewhere, where there is no src/runtime.
            var root = SourcePath.Directory(SourcePath.Directory(target));
            if (SourcePath.FileName(SourcePath.Directory(target)) == "bin" && Read(files, root) is { } found)
            {
                return found;
            }

            passedOver ??= new SourceDiagnostic(
                DiagnosticIds.IncompletePackage, Severity.Info,
                command + " is not the go command of a GOROOT (" + target + " does not lie in the bin directory of one), and it is not run to ask: name the GOROOT with --goroot, or in the variable GOROOT.",
                null);
        }

        if (passedOver is not null)
        {
            messages.Add(passedOver);
        }

        return null;
    }

    private static GoRootInfo? Read(ISourceFiles files, string path) => TryAbsolute(path) is { } absolute ? GoRootInfo.TryRead(files, absolute) : null;

    private static string Lack(ISourceFiles files, string path) =>
        TryAbsolute(path) is not { } absolute || files.GetIdentity(absolute) is null ? "there is no such directory"
        : files.GetIdentity(SourcePath.Combine(absolute, "VERSION")) is not null ? "it has a VERSION, but no sources (src/runtime/runtime.go)"
        : "it has no src/runtime/runtime.go";

    private static string? TryAbsolute(string path)
    {
        try
        {
            return DiskPath.Absolute(path);
        }
        catch (Exception e) when (DiskPath.IsExpected(e))
        {
            return null;
        }
    }
}
