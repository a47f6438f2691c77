using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>
/// Reads single assembly files from the disk, each for its target and as part of its package, as the go command would have them assembled. Thread-safe; what
/// files share (headers, go.mod, GOROOT) is read once.
/// </summary>
public sealed class AssemblyLoader
{
    private readonly AssemblyLoadOptions options;
    private readonly GoEnvironment environment;
    private readonly DiskSourceFiles files;
    private readonly AsmNameTable names = new();
    private readonly ConcurrentDictionary<string, AsmSyntaxTree> headers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<PackageDirectory>> directories = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> includeDirectories;

    /// <summary>A loader for files of one run.</summary>
    /// <param name="options">For what and with what.</param>
    /// <param name="firstPath">The first of the files: GOROOT is not looked for in its tree.</param>
    /// <exception cref="GoLoadException">The GOROOT asked for is none, or the architecture has no assembler.</exception>
    public AssemblyLoader(AssemblyLoadOptions options, string firstPath)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(firstPath);
        this.options = options;
        environment = options.Environment ?? GoEnvironment.Current();
        files = new DiskSourceFiles(options.MaxFileSize);
        var directory = SourcePath.Directory(DiskPath.Absolute(firstPath));
        GoRoot = GoRootLocator.Find(files, options.GoRoot, environment, directory, out var diagnostics);
        GoRootDiagnostics = diagnostics;
        includeDirectories = options.IncludeDirectories.Select(DiskPath.Absolute).ToImmutableArray();
        if (GoRoot is { } root)
        {
            includeDirectories = includeDirectories.Add(SourcePath.Combine(root.Path, "pkg/include"));
        }

        if (options.Target.Goarch is { } goarch && AsmArchitecture.Find(goarch) is null)
        {
            throw new GoLoadException("There is no assembler for " + goarch + ": it is one of " + string.Join(", ", GoPlatforms.AssemblerArchitectures) + ".");
        }
    }

    /// <summary>The toolchain's directory; null for none.</summary>
    public GoRootInfo? GoRoot { get; }

    /// <summary>What there is to say about GOROOT: see <see cref="GoRootLocator.Find"/>.</summary>
    public ImmutableArray<SourceDiagnostic> GoRootDiagnostics { get; }

    /// <summary>Reads a file; null, with the reason, where it can't be read.</summary>
    /// <param name="path">A path of the system, absolute or relative to the current directory.</param>
    /// <param name="failure">Why there is no file.</param>
    public SourceFile? Read(string path, out SourceDiagnostic? failure)
    {
        var absolute = DiskPath.Absolute(path ?? throw new ArgumentNullException(nameof(path)));
        var result = files.Read(absolute);
        failure = result.File is not null
            ? null
            : new SourceDiagnostic(DiagnosticIds.UnreadableFile, Severity.Error, "The file could not be read: " + result.Reason, null) { Path = absolute };
        return result.File;
    }

    /// <summary>The file's tree; its names are shared with the other files of the run.</summary>
    public AsmSyntaxTree Parse(SourceFile file, CancellationToken cancellationToken) => AsmSyntaxTree.Parse(file, names, cancellationToken);

    /// <summary>What a file is assembled for.</summary>
    public Target TargetOf(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var target = new Target
        {
            Toolchain = options.Target.Toolchain ?? GoRoot?.Version ?? GoVersion.NewestKnown,
            Feature = options.Target.Feature,
            Tags = Target.NormalizeTags(options.Tags),
        };
        return AssemblyTarget.Choose(file, target, options.Target.Goos, options.Target.Goarch);
    }

    /// <summary>What a file is assembled with, besides its target.</summary>
    public AsmProgramOptions OptionsOf(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var directory = directories.GetOrAdd(
            SourcePath.Directory(file.Path), path => new Lazy<PackageDirectory>(() => FindPackage(path, cancellationToken))).Value;
        return new AsmProgramOptions
        {
            PackagePath = options.PackagePath ?? directory.ImportPath,
            IncludeDirectories = includeDirectories,
            AllowedRoots = directory.AllowedRoots,
            Files = files,
            Defines = options.Defines,
            MaxExpandedTokens = options.MaxExpandedTokens,
            ParseInclude = header => ParseHeader(header, cancellationToken),
        };
    }

    private AsmSyntaxTree ParseHeader(SourceFile header, CancellationToken cancellationToken) =>
        headers.TryGetValue(header.Path, out var known) ? known : headers.GetOrAdd(header.Path, Parse(header, cancellationToken));

    private PackageDirectory FindPackage(string directory, CancellationToken cancellationToken)
    {
        var modules = GoModuleGraph.Load(files, directory, GoRoot, environment.GoPath, GoModFlag.Default, cancellationToken);
        var location = modules.Locate(directory);
        var roots = new List<string> { directory, location.ModuleRoot ?? modules.Root };
        if (GoRoot is { } root)
        {
            roots.AddRange([root.Path, root.SourceDirectory, SourcePath.Combine(root.Path, "pkg/include")]);
        }

        var isMain = options.PackagePath is null && IsMain(directory, location, cancellationToken);
        return new PackageDirectory(isMain ? "main" : location.ImportPath, [.. roots]);
    }

    // The go command assembles a program's package as "main". In the standard library only cmd has programs.
    private bool IsMain(string directory, GoPackageLocation location, CancellationToken cancellationToken)
    {
        if (location.IsStandardLibrary && !location.ImportPath.StartsWith("cmd/", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var entry in files.List(directory))
        {
            if (!entry.IsDirectory && GoFileName.IsGo(entry.Name) && !GoFileName.IsTest(entry.Name) && !GoFileName.IsHidden(entry.Name)
                && files.Read(SourcePath.Combine(directory, entry.Name)).File is { } file
                && !IsIgnored(file)
                && GoSyntaxTree.Parse(file, new GoParseOptions { SkipFunctionBodies = true }, cancellationToken).PackageName is { Length: > 0 } name)
            {
                return name == "main";
            }
        }

        return false;
    }

    // Generators and the like: "//go:build ignore" beside a library says nothing about it.
    private static bool IsIgnored(SourceFile file) =>
        GoBuildConstraints.Find(file.Text).Any(static line => line.Expression.Contains("ignore", StringComparison.Ordinal));

    private sealed record PackageDirectory(string ImportPath, ImmutableArray<string> AllowedRoots);
}
