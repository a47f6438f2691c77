using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Conventions;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Workspace;

/// <summary>Loads Go modules from the disk.</summary>
public static class GoModuleLoader
{
    extension(GoModule)
    {
        /// <summary>Loads a module from the disk: finds GOROOT, packages and targets. No Go file is parsed yet.</summary>
        /// <param name="path">A directory, which <see cref="GoLoadOptions.Paths"/> are relative to, or a file.</param>
        /// <param name="options">What to load; null for all of the module, for the default targets.</param>
        /// <param name="progress">Told what is being done.</param>
        /// <param name="cancellationToken">Stops the work.</param>
        /// <exception cref="GoLoadException">A path does not exist, or the GOROOT asked for is none.</exception>
        public static Task<GoModule> LoadAsync(
            string path, GoLoadOptions? options = null, IProgress<GoProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(path);
            return Task.Run(() => Load(path, options ?? new GoLoadOptions(), progress, cancellationToken), cancellationToken);
        }
    }

    private static GoModule Load(string path, GoLoadOptions options, IProgress<GoProgress>? progress, CancellationToken cancellationToken)
    {
        var files = new DiskSourceFiles(options.MaxFileSize);
        var working = DiskPath.Absolute(path);
        var patterns = options.Paths.IsDefaultOrEmpty ? ["./..."] : options.Paths.Select(DiskPath.ToSource).ToImmutableArray();
        if (File.Exists(working))
        {
            patterns = options.Paths.IsDefaultOrEmpty ? [SourcePath.FileName(working)] : patterns;
            working = SourcePath.Directory(working);
        }

        foreach (var pattern in patterns)
        {
            RequireExisting(files, working, pattern);
        }

        progress?.Report(new GoProgress("looking for GOROOT"));
        var environment = options.Environment ?? GoEnvironment.Current();
        var start = GoPatterns.StartDirectory(files, working, patterns[0]);
        var root = TreeRoot(files, start);
        if (options.Cache is { } cache)
        {
            files.UseCache(cache, root);
        }

        var goRoot = GoRootLocator.Find(files, options.GoRoot, environment, root, out var messages);

        progress?.Report(new GoProgress("looking for packages"));
        var module = GoModule.Load(
            files,
            working,
            patterns,
            new GoModuleOptions
            {
                GoRoot = goRoot,
                GoPath = environment.GoPath,
                Targets = options.Targets,
                Tags = options.Tags,
                IncludeTests = options.IncludeTests,
            },
            cancellationToken);
        var diagnostics = ImmutableArray.CreateBuilder<SourceDiagnostic>();
        diagnostics.AddRange(messages);
        AddUnlistable(files, module.Root, diagnostics);
        AddTargetsWithoutWrappers(module, diagnostics);
        return module.WithDiagnostics(diagnostics);
    }

    private static void RequireExisting(DiskSourceFiles files, string working, string pattern)
    {
        var isWildcard = pattern.Contains("...", StringComparison.Ordinal);
        var place = isWildcard ? GoPatterns.StartDirectory(files, working, pattern) : SourcePath.Combine(working, pattern);
        if (files.GetIdentity(place) is null)
        {
            throw new GoLoadException("'" + pattern + "': no such file or directory.");
        }

        if (!isWildcard && File.Exists(place) && Path.GetExtension(place) is not (".go" or ".s"))
        {
            throw new GoLoadException("'" + pattern + "' is neither a directory nor a .s or .go file.");
        }
    }

    // As GoModuleGraph will find it: go.work counts before go.mod.
    private static string TreeRoot(DiskSourceFiles files, string start) => Upward(files, start, "go.work") ?? Upward(files, start, "go.mod") ?? start;

    private static string? Upward(DiskSourceFiles files, string start, string name)
    {
        for (var at = start; at.Length > 0; at = SourcePath.Directory(at))
        {
            if (files.GetIdentity(SourcePath.Combine(at, name)) is not null)
            {
                return at;
            }

            if (at == SourcePath.Directory(at))
            {
                break;
            }
        }

        return null;
    }

    private static void AddUnlistable(DiskSourceFiles files, string root, ImmutableArray<SourceDiagnostic>.Builder diagnostics)
    {
        foreach (var (directory, reason) in files.UnlistableDirectories)
        {
            if (SourcePath.IsWithin(directory, root))
            {
                diagnostics.Add(new SourceDiagnostic(
                    DiagnosticIds.UnreadableFile, Severity.Error, "The directory could not be listed: " + reason + ".", null) { Path = directory });
            }
        }
    }

    private static void AddTargetsWithoutWrappers(GoModule module, ImmutableArray<SourceDiagnostic>.Builder diagnostics)
    {
        var without = module.Targets.Where(static target => !AbiWrappers.Exist(target)).ToArray();
        if (without.Length > 0 && !module.AssemblyArchitectures.IsEmpty)
        {
            diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.TargetWithoutWrappers,
                Severity.Info,
                "There are no ABI wrappers on " + string.Join(", ", without.AsEnumerable()) + ": the address of an assembly function is its own there.",
                null));
        }
    }
}
