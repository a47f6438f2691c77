using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// Which directory an import path leads to, for one tree: its module, workspace, GOPATH or GOROOT. Immutable and
/// thread-safe. Only what the tree, GOPATH and GOROOT hold is found; nothing is downloaded. Where the go command would
/// refuse (an inconsistent vendor directory, a module that is replaced but not required) the package is still found.
/// </summary>
public sealed partial class GoModuleGraph
{
    private readonly ISourceFiles files;
    private readonly GoModuleCache cache;
    private readonly ConcurrentDictionary<string, bool> goFiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> modFiles = new(StringComparer.Ordinal);

    private GoModuleGraph(ISourceFiles files, GoModuleCache cache)
    {
        this.files = files;
        this.cache = cache;
    }

    /// <summary>The directory that everything is relative to: of go.work, else of go.mod, else the start directory.</summary>
    public string Root { get; private init; } = "";

    /// <summary>The modules analysed; several in a workspace, none outside modules.</summary>
    public ImmutableArray<GoMainModule> MainModules { get; private init; } = ImmutableArray<GoMainModule>.Empty;

    /// <summary>The workspace's go.work; null outside workspaces.</summary>
    public GoModFile? Workspace { get; private init; }

    /// <summary>The toolchain whose standard library is imported; null for none.</summary>
    public GoRootInfo? GoRoot { get; private init; }

    /// <summary>The directories of GOPATH.</summary>
    public ImmutableArray<string> GoPath { get; private init; } = ImmutableArray<string>.Empty;

    /// <summary>What there is to say about go.mod, go.work and modules.txt files.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; private init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>True where the standard library is <see cref="GoStandardModel"/>: what it lacks is unknown, not missing.</summary>
    public bool UsesStandardModel => !StandardSources.IsEmpty && StandardSources[0] == GoStandardModel.SourceDirectory;

    /// <summary>True where go.mod files mean nothing (GO111MODULE=off), or there are none.</summary>
    internal bool IsGoPathMode { get; private init; }

    private Dictionary<string, GoSelectedModule> Modules { get; init; } = new(StringComparer.Ordinal);

    private Dictionary<string, GoSelectedModule> ModulesByDirectory { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Directories of the standard library's sources; the first is the one that imports lead to, others are names of it.</summary>
    private ImmutableArray<string> StandardSources { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The main module's or workspace's vendor directory; null where it is not used.</summary>
    private string? VendorDirectory { get; init; }

    private GoVendorFile? VendorFile { get; init; }

    /// <summary>True where dependencies come from the vendor directory, false where it is only the last resort.</summary>
    private bool IsVendorFirst { get; init; }

    /// <summary>Reads what a directory belongs to.</summary>
    /// <param name="files">The files.</param>
    /// <param name="startDirectory">Where go.work and go.mod are looked for, upward.</param>
    /// <param name="goRoot">The toolchain whose standard library is imported; null for none.</param>
    /// <param name="goPath">The directories of GOPATH.</param>
    /// <param name="mod">Where imported packages come from.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoModuleGraph Load(
        ISourceFiles files, string startDirectory, GoRootInfo? goRoot, ImmutableArray<string> goPath, GoModFlag mod, CancellationToken ct)
    {
        if (files is null)
        {
            throw new ArgumentNullException(nameof(files));
        }

        if (startDirectory is null)
        {
            throw new ArgumentNullException(nameof(startDirectory));
        }

        var roots = ImmutableArray.CreateBuilder<string>();
        foreach (var path in goPath.IsDefault ? ImmutableArray<string>.Empty : goPath)
        {
            roots.Add(SourcePath.Normalize(path));
        }

        return new Loader(files, goRoot, roots.ToImmutable(), ct).Load(SourcePath.Normalize(startDirectory), mod);
    }

    /// <summary>The import path of a directory's package.</summary>
    public string ImportPathOf(string directory) => Locate(directory).ImportPath;

    /// <inheritdoc/>
    public override string ToString() => Root;

    internal bool HasModFile(string directory) =>
        modFiles.GetOrAdd(directory, path => DirectoryProbe.HasFile(files, path, "go.mod"));

    internal bool IsMainModuleDirectory(string directory) =>
        ModulesByDirectory.TryGetValue(directory, out var module) && module.IsMain;

    private bool HasGoFiles(string directory) => goFiles.GetOrAdd(directory, ProbeGoFiles);

    private bool ProbeGoFiles(string directory)
    {
        foreach (var entry in files.List(directory))
        {
            if (!entry.IsDirectory && GoFileName.IsGo(entry.Name))
            {
                return true;
            }
        }

        return false;
    }
}
