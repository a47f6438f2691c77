using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>
/// Which directory an import path leads to, for one tree: its module, workspace, GOPATH or GOROOT. Immutable and
/// thread-safe. Only what the tree, GOPATH and GOROOT hold is found; nothing is downloaded.
/// </summary>
public sealed partial class GoModuleGraph
{
    /// <summary>The directory that everything is relative to: of go.work, else of go.mod, else the start directory.</summary>
    public string Root { get; private init; } = "";

    /// <summary>The modules analysed; several in a workspace, none outside modules.</summary>
    public ImmutableArray<GoMainModule> MainModules { get; private init; } = ImmutableArray<GoMainModule>.Empty;

    /// <summary>What there is to say about go.mod, go.work and modules.txt files.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; private init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>Reads what a directory belongs to.</summary>
    /// <param name="files">The files.</param>
    /// <param name="startDirectory">Where go.work and go.mod are looked for, upward.</param>
    /// <param name="goRoot">The toolchain whose standard library is imported; null for none.</param>
    /// <param name="goPath">The directories of GOPATH.</param>
    /// <param name="mod">Where imported packages come from.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoModuleGraph Load(
        ISourceFiles files, string startDirectory, GoRootInfo? goRoot, ImmutableArray<string> goPath, GoModFlag mod, CancellationToken ct) =>
        throw new NotImplementedException();

    /// <summary>The package that an import leads to; null where none is found.</summary>
    /// <param name="importPath">As written.</param>
    /// <param name="importerDirectory">Directory of the importing package: vendor directories depend on it.</param>
    public GoPackageLocation? Resolve(string importPath, string importerDirectory) => throw new NotImplementedException();

    /// <summary>What a directory is as a package. Outside modules, GOPATH and GOROOT the import path is the path from <see cref="Root"/>.</summary>
    public GoPackageLocation Locate(string directory) => throw new NotImplementedException();

    /// <summary>The import path of a directory's package.</summary>
    public string ImportPathOf(string directory) => Locate(directory).ImportPath;
}
