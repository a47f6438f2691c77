using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The packages of a module for one target, kept from one analysis to the next.</summary>
internal sealed class TargetMemory(Target target)
{
    private readonly Dictionary<string, DirectoryMemory> directories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, SummaryFunction>> modelFunctions = new(StringComparer.Ordinal);
    private long version;
    private long run;

    // False from the first change that importers can see until every directory has been told, which may be a later run.
    private bool haveSameImports = true;

    /// <summary>Brings everything up to date.</summary>
    /// <param name="session">Files and trees.</param>
    /// <param name="sources">The files by directory.</param>
    /// <param name="methods">Names of methods whose body isn't Go.</param>
    /// <param name="parallel">How many threads, and what ends them.</param>
    public List<CataloguePackage> Update(AnalysisSession session, Dictionary<string, ImmutableArray<ParsedSource>> sources, HashSet<string> methods, ParallelOptions parallel)
    {
        run++;
        var module = session.Module;
        var analysis = new TargetAnalysis(session, target, parallel.CancellationToken);
        var loader = module.CreateLoader(target);
        foreach (var directory in module.Directories)
        {
            See(directory, analysis, loader, sources, parallel.CancellationToken);
        }

        var stale = new List<(string Directory, DirectoryMemory Memory, string Imports)>();
        foreach (var directory in module.Directories)
        {
            var memory = directories[directory];
            var imports = haveSameImports && memory.CurrentImportVersions.Length > 0 ? memory.CurrentImportVersions : ImportVersions(directory);
            memory.CurrentImportVersions = imports;
            if (memory.IsStale || memory.ImportVersions != imports)
            {
                stale.Add((directory, memory, imports));
            }
        }

        haveSameImports = true;
        Parallel.ForEach(stale, parallel, item => Analyze(item.Directory, item.Memory, item.Imports, analysis, sources, methods, parallel.CancellationToken));
        return Link(module, analysis);
    }

    // Looks whether a directory, and what it imports, has changed.
    private void See(
        string start, TargetAnalysis analysis, GoPackageLoader loader, Dictionary<string, ImmutableArray<ParsedSource>> sources, CancellationToken cancellationToken)
    {
        var pending = new Stack<string>();
        pending.Push(start);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var directory = pending.Pop();
            if (!directories.TryGetValue(directory, out var memory))
            {
                directories.Add(directory, memory = new DirectoryMemory());
            }

            if (memory.SeenIn == run)
            {
                continue;
            }

            memory.SeenIn = run;
            var files = sources.TryGetValue(directory, out var found) ? found : ImmutableArray<ParsedSource>.Empty;
            if (memory.Version == 0 || HasChanged(memory, files, sources, loader))
            {
                // Nothing is noted before all of it is known: a run may be stopped anywhere.
                var imports = ImportsOf(directory, analysis, cancellationToken);
                var exports = ExportsOf(directory, analysis, files, cancellationToken);
                memory.IsStale = true;
                memory.Included = IncludedBy(analysis.Directory(directory).Symbols, sources);
                haveSameImports &= memory.Imports.SequenceEqual(imports);
                memory.Imports = imports;
                if (memory.Version == 0 || memory.Exports != exports)
                {
                    haveSameImports = false;
                    memory.Exports = exports;
                    memory.Version = ++version;
                }
            }

            memory.Files = files;
            foreach (var import in memory.Imports)
            {
                pending.Push(import);
            }
        }
    }

    // Files neither come nor go here: then everything is forgotten.
    private static bool HasChanged(DirectoryMemory memory, ImmutableArray<ParsedSource> files, Dictionary<string, ImmutableArray<ParsedSource>> sources, GoPackageLoader loader)
    {
        var before = memory.Files;
        if (before.Length != files.Length)
        {
            return true;
        }

        for (var i = 0; i < files.Length; i++)
        {
            if (!ReferenceEquals(before[i], files[i])
                && (Matters(memory, files[i].File.Path, loader) || !before[i].Constraints.SequenceEqual(files[i].Constraints)))
            {
                return true;
            }
        }

        foreach (var included in memory.Included)
        {
            if (!sources.TryGetValue(SourcePath.Directory(included.File.Path), out var now) || !now.Any(file => ReferenceEquals(file, included)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matters(DirectoryMemory memory, string path, GoPackageLoader loader) =>
        memory.Included.Any(file => file.File.Path == path)
        || (!path.EndsWith(".h", StringComparison.Ordinal) && loader.MatchFile(path, out _) == GoFileSelection.Selected);

    private static ImmutableArray<string> ImportsOf(string directory, TargetAnalysis analysis, CancellationToken cancellationToken)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (package, _) in analysis.Directory(directory).Scopes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var path in package.Imports)
            {
                if (analysis.Resolve(path, directory) is { } location && location.Directory != directory && !GoStandardModel.Holds(location.Directory))
                {
                    found.Add(location.Directory);
                }
            }
        }

        return found.ToImmutableArray();
    }

    private static string ExportsOf(string directory, TargetAnalysis analysis, ImmutableArray<ParsedSource> files, CancellationToken cancellationToken)
    {
        var byPath = files.ToDictionary(static file => file.File.Path, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var (package, _) in analysis.Directory(directory).Scopes)
        {
            text.Append(package.ImportPath).Append('\n').Append(package.Name).Append('\n');
            foreach (var file in package.GoFiles)
            {
                text.Append(file.Source.Name).Append(byPath.TryGetValue(file.Source.Path, out var source) ? source.Declarations(cancellationToken).Hash : "").Append('\n');
            }

            if (package.AssemblyFiles.IsEmpty)
            {
                continue;
            }

            foreach (var symbols in analysis.Directory(directory).Symbols)
            {
                foreach (var function in symbols.Functions)
                {
                    if (function.Assembly is { } assembly)
                    {
                        text.Append(function.Symbol).Append(' ').Append((int)function.Abi).Append(assembly.IsStatic).Append(assembly.Program.File.Name).Append('\n');
                    }
                }
            }
        }

        return SourceText.FromString(text.ToString()).ContentHash;
    }

    // Of everything that a directory imports, in circles too.
    private string ImportVersions(string directory)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var versions = new List<long>();
        var pending = new Stack<string>();
        pending.Push(directory);
        while (pending.Count > 0)
        {
            foreach (var import in directories[pending.Pop()].Imports)
            {
                if (reached.Add(import))
                {
                    // A number belongs to one directory alone.
                    versions.Add(directories[import].Version);
                    pending.Push(import);
                }
            }
        }

        versions.Sort();
        return "." + string.Join(",", versions.Select(static number => number.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Analyze(
        string directory,
        DirectoryMemory memory,
        string imports,
        TargetAnalysis analysis,
        Dictionary<string, ImmutableArray<ParsedSource>> sources,
        HashSet<string> methods,
        CancellationToken cancellationToken)
    {
        var symbols = analysis.Directory(directory).Symbols;
        var surroundings = memory.Version.ToString(CultureInfo.InvariantCulture) + ":" + imports;
        var made = ImmutableArray.CreateBuilder<PackageMemory>(symbols.Length);
        for (var i = 0; i < symbols.Length; i++)
        {
            var before = !memory.Packages.IsDefault && i < memory.Packages.Length ? memory.Packages[i] : null;
            made.Add(PackageAnalyzer.Analyze(analysis.Bind(symbols[i], onDemand: true), before, surroundings + ":" + symbols[i].Package.ImportPath, methods.Contains, cancellationToken));
        }

        memory.Included = IncludedBy(symbols, sources);
        memory.Packages = made.MoveToImmutable();
        memory.ImportVersions = imports;
        memory.IsStale = false;
    }

    private static ImmutableArray<ParsedSource> IncludedBy(ImmutableArray<PackageSymbols> symbols, Dictionary<string, ImmutableArray<ParsedSource>> sources)
    {
        var found = new Dictionary<string, ParsedSource>(StringComparer.Ordinal);
        foreach (var package in symbols)
        {
            foreach (var program in package.Programs.Concat(package.Listed))
            {
                foreach (var file in program.Files.Skip(1))
                {
                    if (!found.ContainsKey(file.Path) && sources.TryGetValue(SourcePath.Directory(file.Path), out var beside) && beside.FirstOrDefault(source => ReferenceEquals(source.File, file)) is { } source)
                    {
                        found.Add(file.Path, source);
                    }
                }
            }
        }

        return found.Values.ToImmutableArray();
    }

    private List<CataloguePackage> Link(GoModule module, TargetAnalysis analysis)
    {
        var all = module.Directories.Select(directory => (Directory: directory, Memory: directories[directory])).ToList();
        var linked = new List<CataloguePackage>();
        foreach (var (directory, memory) in all)
        {
            foreach (var package in memory.Packages)
            {
                if (package.Linked is null || package.NeedsLink)
                {
                    var calls = package.Sites
                        .Select(site => site.Need == LinkNeed.None ? site.Site : CallLinker.Complete(site, target, symbol => FindBody(symbol, directory, package.Package.ImportPath, all, analysis)))
                        .Where(static site => site.IsAboutAssembly())
                        .Select(site => CallOf(site, package.Instructions));
                    var made = package.Package with { Calls = new(calls.ToImmutableArray()) };
                    package.Linked = made.Equals(package.Linked) ? package.Linked : made;
                }

                linked.Add(package.Linked!);
            }
        }

        return linked;
    }

    // Any analysed package first, commands for themselves; then the package that the name's path leads to: as PackageLinker does.
    private SummaryFunction? FindBody(string symbol, string from, string importPath, List<(string Directory, DirectoryMemory Memory)> all, TargetAnalysis analysis)
    {
        var isOfCommand = symbol.StartsWith("main.", StringComparison.Ordinal);
        foreach (var (directory, memory) in all)
        {
            if (isOfCommand && directory != from)
            {
                continue;
            }

            foreach (var package in memory.Packages)
            {
                if (package.Functions.TryGetValue(symbol, out var found))
                {
                    return found;
                }
            }
        }

        return SymbolNames.PackageOf(symbol) is { } path && path != importPath
            && analysis.Resolve(path, from) is { } location
            && FunctionsOf(location.Directory, analysis).TryGetValue(symbol, out var imported)
            ? imported
            : null;
    }

    private Dictionary<string, SummaryFunction> FunctionsOf(string directory, TargetAnalysis analysis)
    {
        if (modelFunctions.TryGetValue(directory, out var known))
        {
            return known;
        }

        var functions = new Dictionary<string, SummaryFunction>(StringComparer.Ordinal);
        if (analysis.Directory(directory).Imported is { } symbols)
        {
            foreach (var function in PackageSummarizer.OfDeclarations(symbols).Functions)
            {
                functions[function.Symbol] = function;
            }
        }

        // The model never changes; anything else may.
        if (GoStandardModel.Holds(directory))
        {
            modelFunctions[directory] = functions;
        }

        return functions;
    }

    private static CatalogueCall CallOf(CallSite site, Dictionary<(string Path, int Start, int Index), int> instructions)
    {
        var isAssembly = site.CallerLanguage == SourceLanguage.Assembly;
        return new CatalogueCall(
            site.Caller,
            site.Callee ?? "",
            site.CalleeSymbol ?? "",
            site.Case,
            site.Relation,
            site.Kind,
            site.IsDirect,
            site.Abi,
            site.Wrapper ?? "",
            site.Certainty,
            site.Location.File.Path,
            isAssembly ? 0 : site.Location.Start.Line,
            !isAssembly ? -1 : instructions.TryGetValue((site.Location.File.Path, site.Location.Span.Start, site.Index), out var number) ? number : 0);
    }
}
