using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What all targets of one analysis share: files and their trees, each read and parsed once.</summary>
internal sealed class AnalysisSession
{
    private readonly ConcurrentDictionary<string, AsmSyntaxTree> assembly = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SourceFile> onDemand = new(StringComparer.Ordinal);
    private readonly AsmNameTable names;
    private readonly ImmutableArray<string> allowedRoots;
    private readonly ProgramMemory? memory;

    /// <param name="module">What is analysed.</param>
    /// <param name="options">What is looked for.</param>
    /// <param name="memory">Trees and programs of an earlier analysis; null for none.</param>
    public AnalysisSession(GoModule module, AbiAnalysisOptions options, ProgramMemory? memory = null)
    {
        this.memory = memory;
        names = memory?.Names ?? new AsmNameTable();
        Module = module;
        Options = options;
        Files = module.Cache;
        IncludeDirectories = module.GoRoot is { } root
            ? ImmutableArray.Create(SourcePath.Combine(root.Path, "pkg/include"))
            : ImmutableArray<string>.Empty;
        allowedRoots = FindAllowedRoots(module);
    }

    public GoModule Module { get; }

    public AbiAnalysisOptions Options { get; }

    public GoFileCache Files { get; }

    /// <summary>Where #include looks after the package's own directory.</summary>
    public ImmutableArray<string> IncludeDirectories { get; }

    /// <summary>A file that is read when its text is asked for: places in summaries lead to files that nothing else may need.</summary>
    public SourceFile FileOnDemand(string path) =>
        onDemand.GetOrAdd(path, p => new SourceFile(p, () => Files.Read(p).File?.Text ?? SourceText.FromString("")));

    /// <summary>An assembly file preprocessed for a target. Without a header its go_asm.h is empty, as for the toolchain's symabis.</summary>
    public AsmProgram Assemble(SourceFile file, Target target, string linkPath, CancellationToken cancellationToken, GoAsmHeader? header = null)
    {
        var tree = Parse(file, cancellationToken);
        if (memory?.Find(tree, target, linkPath, header) is { } known)
        {
            return known;
        }

        var options = new AsmProgramOptions
        {
            PackagePath = linkPath,
            IncludeDirectories = IncludeDirectories,
            AllowedRoots = allowedRoots,
            Files = Module.Files,
            MaxExpandedTokens = Options.MaxExpansion,
            ParseInclude = included => Parse(included, cancellationToken),
            GoAsmHeader = header?.File,
            IsGoAsmHeaderPartial = header is { IsComplete: false },
        };
        var program = AsmProgram.Create(tree, target, options, cancellationToken);
        memory?.Add(program, linkPath, header);
        return program;
    }

    /// <summary>The tree of an assembly file or header.</summary>
    public AsmSyntaxTree Parse(SourceFile file, CancellationToken cancellationToken) =>
        memory?.FindTree(file) is { } kept ? kept
            : assembly.TryGetValue(file.Path, out var known) && ReferenceEquals(known.File.Text, file.Text)
            ? known
            : assembly[file.Path] = AsmSyntaxTree.Parse(file, names, cancellationToken);

    /// <summary>True where links let a path lead out of the directories that #include may read.</summary>
    public bool LeavesRoots(string path)
    {
        if (Module.Files.GetIdentity(path) is not { } identity)
        {
            return false;
        }

        foreach (var root in allowedRoots)
        {
            if (SourcePath.IsWithin(identity, Module.Files.GetIdentity(root) ?? root))
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<string> FindAllowedRoots(GoModule module)
    {
        var roots = new List<string> { module.Root };
        foreach (var main in module.Modules.MainModules)
        {
            roots.Add(main.Directory);
        }

        if (module.GoRoot is { } root)
        {
            roots.Add(root.Path);
            roots.Add(root.SourceDirectory);
            roots.Add(SourcePath.Combine(root.Path, "pkg/include"));
        }

        return roots.ToImmutableArray();
    }
}
