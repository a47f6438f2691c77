using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Reads directories as packages for one target. Thread-safe.</summary>
public sealed class GoPackageLoader(ISourceFiles files, GoModuleGraph modules, Target target, GoPackageLoaderOptions options)
{
    private readonly (ISourceFiles, GoModuleGraph, Target, GoPackageLoaderOptions) given = (files, modules, target, options);

    /// <summary>
    /// The packages of a directory: none where it holds nothing for the target, else the package (with its tests where
    /// there are some and they are asked for), then the external tests.
    /// </summary>
    public ImmutableArray<GoPackage> Load(string directory, CancellationToken ct) => throw new NotImplementedException(given.ToString());
}
