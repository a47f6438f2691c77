using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Linked;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Workspace;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>One program, linked by one Go for one architecture, and what the analysis says of every package in it.</summary>
internal sealed class LinkedSubject
{
    private static readonly ConcurrentDictionary<(string, GoVersion, string), Lazy<Task<LinkedSubject>>> Known = [];
    private static readonly Lazy<string> Directory = new(MakeDirectory);

    private readonly string sources;
    private readonly string module;
    private readonly string modulePath;

    private LinkedSubject(GoToolchain toolchain, string module, string modulePath)
    {
        sources = Path.Combine(toolchain.Root, "src") + "/";
        this.module = module + "/";
        this.modulePath = modulePath;
    }

    public required Target Target { get; init; }

    public required LinkedProgram Program { get; init; }

    public ImmutableArray<CallSite> CallSites { get; private set; } = [];

    public ImmutableArray<FunctionSymbol> Symbols { get; private set; } = [];

    public int PackageCount { get; private set; }

    /// <summary>Builds and analyses, once for all tests of a run.</summary>
    public static Task<LinkedSubject> GetAsync(string program, GoToolchain toolchain, string goarch) =>
        Known.GetOrAdd((program, toolchain.Version, goarch), _ => new Lazy<Task<LinkedSubject>>(() => MakeAsync(
            Path.Combine(GoToolchain.Repository, "tests/GoAbi.Oracle.Tests/LinkedCalls/Programs", program), "example.com/" + program, toolchain, goarch))).Value;

    /// <summary>A file as -trimpath writes it: import path and name.</summary>
    public string Trimmed(string path) =>
        path.StartsWith(module, StringComparison.Ordinal) ? modulePath + "/" + path[module.Length..]
        : path.StartsWith(sources, StringComparison.Ordinal) ? path[sources.Length..]
        : path;

    /// <summary>Directory of a package of the standard library.</summary>
    public string StandardDirectory(string importPath) => sources + importPath;

    /// <summary>File and line as the line table has them: after //line, by import path and base name.</summary>
    public (string File, int Line) PlaceOf(CallSite site)
    {
        var file = Trimmed(site.Location.File.Path);
        return site.LineDirective is { } directive
            ? (Combine(file[..file.LastIndexOf('/')], directive.File), directive.Line)
            : (file, site.Location.File.Text.GetGoPosition(site.Location.Span.Start).Line);
    }

    /// <summary>File and line of a linked call, in the same form.</summary>
    public (string File, int Line) PlaceOf(LinkedCall call)
    {
        // The name in a //line directive stays as it was written, without the import path of the package.
        if (call.File.Contains('/', StringComparison.Ordinal))
        {
            return (call.File, call.Line);
        }

        var symbol = call.Caller.Symbol;
        var package = symbol[..symbol.IndexOf('.', symbol.LastIndexOf('/') + 1)];
        return (Combine(package == "main" ? modulePath : package, call.File), call.Line);
    }

    private static string Combine(string directory, string file) => directory + "/" + file[(file.LastIndexOf('/') + 1)..];

    /// <summary>Builds and analyses the program in a module's root directory.</summary>
    public static async Task<LinkedSubject> MakeAsync(string directory, string modulePath, GoToolchain toolchain, string goarch)
    {
        var binary = Path.Combine(Directory.Value, Path.GetRandomFileName());
        await toolchain.GoAsync(directory, goarch, "build", "-trimpath", "-gcflags=all=-l", "-o", binary, ".");
        var packages = (await toolchain.GoAsync(directory, goarch, "list", "-deps", "-f", "{{.Standard}} {{.Dir}}", "."))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var target = new Target { Toolchain = toolchain.Version, Goos = "linux", Goarch = goarch };
        var subject = new LinkedSubject(toolchain, directory, modulePath) { Target = target, Program = LinkedProgram.Read(binary) };
        File.Delete(binary);
        foreach (var standard in new[] { "true ", "false " })
        {
            var directories = packages.Where(p => p.StartsWith(standard, StringComparison.Ordinal)).Select(p => p[standard.Length..]);
            subject.Add(toolchain, standard == "true " ? subject.sources.TrimEnd('/') : directory, directories);
        }

        return subject;
    }

    private void Add(GoToolchain toolchain, string root, IEnumerable<string> directories)
    {
        var files = new DiskSourceFiles();
        var loaded = GoModule.Load(files, root, [.. directories.Select(d => d == root ? "." : Path.GetRelativePath(root, d))], new GoModuleOptions
        {
            GoRoot = toolchain.Read(files),
            Targets = [new GoTargetRequest(toolchain.Version, Target.Goos, Target.Goarch)],
            IncludeTests = false,
        });
        var analysis = AbiAnalyzer.Analyze(loaded, new AbiAnalysisOptions { CollectCallSites = true, CollectSymbols = true, RunRules = false });
        CallSites = CallSites.AddRange(analysis.CallSites);
        Symbols = Symbols.AddRange(analysis.Symbols);
        PackageCount += loaded.Directories.Length;
    }

    private static string MakeDirectory()
    {
        var made = System.IO.Directory.CreateTempSubdirectory("goabi-linked-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(made, recursive: true);
        return made;
    }
}
