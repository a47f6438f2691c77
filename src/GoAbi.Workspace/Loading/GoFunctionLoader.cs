using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Functions and methods of packages on the disk, by the names that people give them: <c>F</c>, <c>T.M</c>, <c>(*T).M</c>; with type arguments <c>F[int]</c>, <c>(*T[string]).M</c>. Imports are read when a type needs them.
/// </summary>
public sealed class GoFunctionLoader
{
    private readonly GoModule module;

    private GoFunctionLoader(GoModule module) => this.module = module;

    /// <summary>The toolchain's version; null where there is no GOROOT.</summary>
    public GoVersion? GoRootVersion => module.GoRoot?.Version;

    /// <summary>What there is to say about the module and GOROOT.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics => module.Diagnostics;

    /// <summary>Finds a package's module.</summary>
    /// <param name="path">A directory or a file of the package.</param>
    /// <param name="options">How to load; the paths are replaced.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GoLoadException">The path doesn't exist, or the GOROOT asked for is none.</exception>
    public static async Task<GoFunctionLoader> OpenAsync(string path, GoLoadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var module = await GoModule.LoadAsync(System.IO.Directory.GetCurrentDirectory(), options with { Paths = [path] }, null, cancellationToken).ConfigureAwait(false);
        return new GoFunctionLoader(module);
    }

    /// <summary>What a function passes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="target">The target.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GoLoadException">There is no such function for the target, or its type arguments don't fit.</exception>
    public AbiFunction Load(string name, Target target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(target);
        if (!AbiFunctionLookup.TryParse(name, out var lookup, out var wrong))
        {
            throw new GoLoadException(wrong);
        }

        var loader = module.CreateLoader(target, forImports: true);
        var scopes = new ConcurrentDictionary<string, Lazy<GoPackageScope?>>(StringComparer.Ordinal);
        var session = new GoTypeSession(target, (owner, path) => Import(path, owner.Package is { Directory.Length: > 0 } from ? from.Directory : module.Root));
        foreach (var directory in module.Directories)
        {
            if (loader.Load(directory, cancellationToken) is not [var package, ..])
            {
                continue;
            }

            if (!lookup.TryCollect(package, out var scope, out var error))
            {
                throw new GoLoadException(error);
            }

            scopes[directory] = new Lazy<GoPackageScope?>(scope);
            if (lookup.Find(scope, session, out var misfit) is { } found)
            {
                return found;
            }

            if (misfit is not null)
            {
                throw new GoLoadException(misfit);
            }
        }

        throw new GoLoadException("there is no function '" + name + "' in the package for " + target + ".");

        GoPackageScope? In(string directory) => scopes.GetOrAdd(directory, _ => new Lazy<GoPackageScope?>(() =>
            loader.Load(directory, cancellationToken) is [var package, ..] ? GoPackageScope.Collect(package) : null)).Value;

        GoPackageScope? Import(string path, string from) => module.Modules.Resolve(path, from) is { } location ? In(location.Directory) : null;
    }
}
