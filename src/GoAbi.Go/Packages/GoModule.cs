using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>What is analysed: directories, the modules they belong to, and the targets. Immutable.</summary>
public sealed class GoModule
{
    // Every assembly file of the tree is looked into for it: not for who names all architectures.
    private readonly Lazy<ImmutableArray<string>> architectures;

    private GoModule(GoFileCache cache, GoModuleGraph modules, Lazy<ImmutableArray<string>> architectures)
    {
        this.architectures = architectures;
        Cache = cache;
        Modules = modules;
    }

    /// <summary>Where files come from.</summary>
    public ISourceFiles Files => Cache.Files;

    /// <summary>The session's files and trees.</summary>
    public GoFileCache Cache { get; }

    /// <summary>How imports are found.</summary>
    public GoModuleGraph Modules { get; }

    /// <summary>The directory that paths in results are relative to.</summary>
    public string Root => Modules.Root;

    /// <summary>The toolchain's directory; null for none.</summary>
    public GoRootInfo? GoRoot => Modules.GoRoot;

    /// <summary>The package directories to analyse, sorted ordinally.</summary>
    public ImmutableArray<string> Directories { get; private init; } = ImmutableArray<string>.Empty;

    /// <summary>What they are analysed for, in the order asked for, architectures sorted.</summary>
    public ImmutableArray<Target> Targets { get; private init; } = ImmutableArray<Target>.Empty;

    /// <summary>True where _test.go files are analysed too.</summary>
    public bool IncludeTests { get; private init; }

    /// <summary>The architectures that the directories have assembly for on the first target's GOOS, sorted: see <see cref="GoArchitectures"/>.</summary>
    public ImmutableArray<string> AssemblyArchitectures => architectures.Value;

    /// <summary>What there is to say about patterns, module files and targets.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; private init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>Finds what patterns mean. No Go file is parsed yet.</summary>
    /// <param name="files">The files.</param>
    /// <param name="workingDirectory">What relative patterns are relative to.</param>
    /// <param name="patterns">See <see cref="GoPatterns"/>; none means "./...". The first one says which module is loaded.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="ct">Stops the work.</param>
    public static GoModule Load(
        ISourceFiles files, string workingDirectory, ImmutableArray<string> patterns, GoModuleOptions? options = null, CancellationToken ct = default)
    {
        options ??= new GoModuleOptions();
        files = options is { GoRoot: null, Cache: null } ? GoStandardModel.Over(files) : files;
        var cache = options.Cache ?? new GoFileCache(files);
        var working = SourcePath.Normalize(workingDirectory ?? throw new ArgumentNullException(nameof(workingDirectory)));
        var start = patterns.IsDefaultOrEmpty ? working : GoPatterns.StartDirectory(files, working, patterns[0]);
        var modules = GoModuleGraph.Load(files, start, options.GoRoot, options.GoPath, options.Mod, ct);
        var matches = GoPatterns.Expand(files, modules, working, patterns, ct);
        var diagnostics = modules.Diagnostics.ToBuilder();
        diagnostics.AddRange(matches.Diagnostics);
        AddStrayDirectories(modules, matches.Directories, diagnostics);
        var requests = options.Targets.IsDefaultOrEmpty ? ImmutableArray.Create(new GoTargetRequest()) : options.Targets;
        var architectures = new Lazy<ImmutableArray<string>>(() => GoArchitectures.Find(cache, matches.Directories, TemplateOf(requests[0], options), ct));
        var targets = ChooseTargets(cache, matches.Directories, requests, options, architectures, ct);
        AddUnknownVersions(targets, diagnostics);
        return new GoModule(cache, modules, architectures)
        {
            Directories = matches.Directories,
            Targets = targets,
            IncludeTests = options.IncludeTests,
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    /// <summary>A loader for one of the targets.</summary>
    /// <param name="target">The target.</param>
    /// <param name="forImports">True for packages that are only imported: without tests and function bodies.</param>
    public GoPackageLoader CreateLoader(Target target, bool forImports = false) =>
        new(Files, Modules, target, new GoPackageLoaderOptions
        {
            Cache = Cache,
            IncludeTests = IncludeTests && !forImports,
            SkipFunctionBodies = forImports,
        });

    /// <summary>The same with more to say about it; for workspaces, which know of GOROOT and the disk.</summary>
    public GoModule WithDiagnostics(IEnumerable<SourceDiagnostic> more) =>
        new(Cache, Modules, architectures)
        {
            Directories = Directories,
            Targets = Targets,
            IncludeTests = IncludeTests,
            Diagnostics = Diagnostics.AddRange(more ?? throw new ArgumentNullException(nameof(more))),
        };

    /// <summary>The same with some of its directories only: the others' packages are at hand for those that import them.</summary>
    /// <param name="keep">True for a directory that stays.</param>
    public GoModule WithDirectories(Func<string, bool> keep)
    {
        if (keep is null)
        {
            throw new ArgumentNullException(nameof(keep));
        }

        var kept = ImmutableArray.CreateBuilder<string>();
        foreach (var directory in Directories)
        {
            if (keep(directory))
            {
                kept.Add(directory);
            }
        }

        return new GoModule(Cache, Modules, architectures)
        {
            Directories = kept.ToImmutable(),
            Targets = Targets,
            IncludeTests = IncludeTests,
            Diagnostics = Diagnostics,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Root;

    // Two modules that no workspace joins are two runs of the tool; the second's imports would be looked up in the first.
    private static void AddStrayDirectories(
        GoModuleGraph modules, ImmutableArray<string> directories, ImmutableArray<SourceDiagnostic>.Builder diagnostics)
    {
        foreach (var directory in directories)
        {
            if (!modules.MainModules.IsEmpty && modules.Locate(directory) is { IsInMainModule: false, IsStandardLibrary: false } place
                && place.ModuleRoot is { } root && modules.HasModFile(root))
            {
                diagnostics.Add(new SourceDiagnostic(
                    DiagnosticIds.IncompletePackage, Severity.Warning,
                    "The directory is not in the module of " + modules.Root + ", by which its imports are looked up.", null) { Path = place.Directory });
                return;
            }
        }
    }

    private static Target TemplateOf(GoTargetRequest request, GoModuleOptions options) => new()
    {
        Toolchain = request.Toolchain ?? options.GoRoot?.Version ?? GoVersion.NewestKnown,
        Goos = request.Goos ?? "linux",
        Tags = Target.NormalizeTags(options.Tags),
        Feature = request.Feature,
        Cgo = options.Cgo,
    };

    private static ImmutableArray<Target> ChooseTargets(
        GoFileCache cache, ImmutableArray<string> directories, ImmutableArray<GoTargetRequest> requests, GoModuleOptions options,
        Lazy<ImmutableArray<string>> architectures, CancellationToken ct)
    {
        var targets = new List<Target>();
        foreach (var request in requests)
        {
            var template = TemplateOf(request, options);
            foreach (var goarch in request.Goarch is { } given ? ImmutableArray.Create(given) : ArchitecturesOf(request))
            {
                if (!targets.Contains(template with { Goarch = goarch }))
                {
                    targets.Add(template with { Goarch = goarch });
                }
            }
        }

        return targets.ToImmutableArray();

        ImmutableArray<string> ArchitecturesOf(GoTargetRequest request)
        {
            var found = request == requests[0] ? architectures.Value : GoArchitectures.Find(cache, directories, TemplateOf(request, options), ct);
            return found.IsEmpty ? ImmutableArray.Create("amd64") : found;
        }
    }

    private static void AddUnknownVersions(ImmutableArray<Target> targets, ImmutableArray<SourceDiagnostic>.Builder diagnostics)
    {
        foreach (var target in targets)
        {
            if (target.Toolchain.Minor > GoVersion.NewestKnown.Minor)
            {
                diagnostics.Add(new SourceDiagnostic(
                    DiagnosticIds.UnknownGoVersion, Severity.Warning,
                    target.Toolchain + " is newer than any version known; it is treated as " + GoVersion.NewestKnown + ".", null));
                return;
            }
        }
    }
}
