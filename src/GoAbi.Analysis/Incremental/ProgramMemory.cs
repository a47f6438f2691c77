using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Trees and preprocessed programs of assembly from one analysis to the next: a program stands as long as its file, its includes and its go_asm.h do.</summary>
internal sealed class ProgramMemory
{
    private readonly ConcurrentDictionary<(string Path, Target Target, bool HasHeader), Entry> programs = new();
    private readonly ConcurrentDictionary<SourceFile, AsmSyntaxTree> modelTrees = new();
    private Dictionary<string, ParsedSource> sources = new(StringComparer.Ordinal);

    public ProgramMemory(AsmNameTable names) => Names = names;

    /// <summary>The names of all trees.</summary>
    public AsmNameTable Names { get; }

    /// <summary>Begins another analysis.</summary>
    /// <param name="current">All files by path.</param>
    /// <param name="haveSamePaths">False where files came or went: what an #include leads to may be another.</param>
    public void Begin(Dictionary<string, ParsedSource> current, bool haveSamePaths)
    {
        sources = current;
        if (!haveSamePaths)
        {
            programs.Clear();
        }
    }

    /// <summary>The tree of a file that is known.</summary>
    public AsmSyntaxTree? FindTree(SourceFile file) =>
        sources.TryGetValue(file.Path, out var source) && ReferenceEquals(source.File, file) ? source.Assembly
            : GoAbi.Go.GoStandardModel.Holds(file.Path) ? modelTrees.GetOrAdd(file, f => AsmSyntaxTree.Parse(f, Names))
            : null;

    /// <summary>The program that a tree gave before; null where it would be another now.</summary>
    public AsmProgram? Find(AsmSyntaxTree tree, Target target, string linkPath, GoAsmHeader? header) =>
        programs.TryGetValue((tree.File.Path, target, header is not null), out var entry)
        && ReferenceEquals(entry.Program.Tree, tree)
        && entry.LinkPath == linkPath
        && entry.Header == header?.File.Text.Text
        && entry.IsComplete == header?.IsComplete
        && HasSameIncludes(entry.Program)
            ? entry.Program
            : null;

    /// <summary>Keeps a program.</summary>
    public void Add(AsmProgram program, string linkPath, GoAsmHeader? header) =>
        programs[(program.File.Path, program.Target, header is not null)] = new Entry(program, linkPath, header?.File.Text.Text, header?.IsComplete);

    /// <summary>Forgets programs for targets that nobody asks for any more.</summary>
    public void Keep(ImmutableArray<Target> targets)
    {
        foreach (var key in programs.Keys)
        {
            if (!targets.Contains(key.Target))
            {
                programs.TryRemove(key, out _);
            }
        }
    }

    // Built-in headers and the target's macros are no files of the project.
    private bool HasSameIncludes(AsmProgram program)
    {
        foreach (var file in program.Files)
        {
            if (sources.TryGetValue(file.Path, out var source) && !ReferenceEquals(source.File, file))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Entry(AsmProgram Program, string LinkPath, string? Header, bool? IsComplete);
}
