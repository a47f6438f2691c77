using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Oracle.Tests.AssemblyHeaders;

/// <summary>The packages of a GOROOT as we read them for one target, and their types.</summary>
internal sealed class StandardPackages
{
    private readonly ConcurrentDictionary<string, Lazy<GoPackageScope?>> scopes = new(StringComparer.Ordinal);
    private readonly GoModuleGraph modules;
    private readonly GoPackageLoader loader;

    public StandardPackages(GoToolchain toolchain, Target target)
    {
        var files = new DiskSourceFiles();
        var root = toolchain.Read(files);
        modules = GoModuleGraph.Load(files, root.SourceDirectory, root, ImmutableArray<string>.Empty, GoModFlag.Default, CancellationToken.None);
        loader = new GoPackageLoader(files, modules, target, new GoPackageLoaderOptions { IncludeTests = false, SkipFunctionBodies = true });
        Session = new GoTypeSession(target, (owner, path) => owner.Package is { Directory.Length: > 0 } package ? Find(path, package.Directory) : Find(path, root.SourceDirectory));
    }

    public GoTypeSession Session { get; }

    /// <summary>The package in a directory; null where no file is selected.</summary>
    public GoPackageScope? In(string directory) => scopes.GetOrAdd(directory, _ => new Lazy<GoPackageScope?>(() =>
        loader.Load(directory, CancellationToken.None) is [var package, ..] ? GoPackageScope.Collect(package) : null)).Value;

    private GoPackageScope? Find(string path, string from) => modules.Resolve(path, from) is { } location ? In(location.Directory) : null;
}
