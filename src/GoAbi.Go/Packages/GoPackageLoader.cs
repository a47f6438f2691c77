using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Reads directories as packages for one target (go/build: Context.Import). Thread-safe.</summary>
public sealed class GoPackageLoader
{
    private readonly ISourceFiles files;
    private readonly GoModuleGraph modules;
    private readonly GoPackageLoaderOptions options;
    private readonly GoFileCache cache;
    private readonly GoFileSelector selector;

    /// <summary>A loader.</summary>
    /// <param name="files">Where directories come from.</param>
    /// <param name="modules">What the directories belong to.</param>
    /// <param name="target">What files are selected for.</param>
    /// <param name="options">How; null for the defaults.</param>
    public GoPackageLoader(ISourceFiles files, GoModuleGraph modules, Target target, GoPackageLoaderOptions? options = null)
    {
        this.files = files ?? throw new ArgumentNullException(nameof(files));
        this.modules = modules ?? throw new ArgumentNullException(nameof(modules));
        Target = target ?? throw new ArgumentNullException(nameof(target));
        this.options = options ?? new GoPackageLoaderOptions();
        cache = this.options.Cache ?? new GoFileCache(files);
        selector = new GoFileSelector(target);
    }

    /// <summary>What files are selected for.</summary>
    public Target Target { get; }

    /// <summary>
    /// Whether the target uses a file, by its name and build constraint. Whether the package then takes it (tests, cgo,
    /// another package's name) is decided by <see cref="Load"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="reason">Why not, in words; "" where it is used.</param>
    public GoFileSelection MatchFile(string path, out string reason)
    {
        var selection = selector.MatchName(SourcePath.FileName(path), out reason);
        if (selection != GoFileSelection.Selected || cache.Read(path).File is not { } file)
        {
            return selection;
        }

        return selector.MatchConstraints(file, cache.Constraints(path), out reason, out _);
    }

    /// <summary>
    /// The packages of a directory: none where it holds nothing for the target, else the package (with its tests where
    /// there are some and they are asked for), then the external tests.
    /// </summary>
    public ImmutableArray<GoPackage> Load(string directory, CancellationToken ct)
    {
        var place = SourcePath.Normalize(directory ?? throw new ArgumentNullException(nameof(directory)));
        var sorter = new GoFileSorter(cache, selector, Target, options);
        foreach (var entry in files.List(place))
        {
            ct.ThrowIfCancellationRequested();
            if (!entry.IsDirectory)
            {
                sorter.Add(place.Length == 0 ? entry.Name : SourcePath.Combine(place, entry.Name), entry.Name, ct);
            }
        }

        return new GoPackageAssembler(sorter, modules.Locate(place), Target).Assemble();
    }
}
