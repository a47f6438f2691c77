using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Fuzz.Parity;

/// <summary>An error of ours, at the place where the assembler would say it: the line that invokes a macro, not the macro's.</summary>
/// <param name="File">The file's name without its directory.</param>
/// <param name="Line">The line, from 1; 0 where the error has no place.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Text">What it says.</param>
public sealed record OurRefusal(string File, int Line, string Id, string Text);

/// <summary>What we make of one file.</summary>
public sealed class OurVerdict
{
    private readonly List<(int First, int Last)> statements = [];

    private OurVerdict(AsmProgram program)
    {
        Program = program;
        Refusals = [.. program.Diagnostics.Where(static d => d.Severity == Severity.Error).Select(static d => new OurRefusal(
            d.Location?.File.Name ?? "", d.Location?.Start.Line ?? 0, d.Id, d.Message))];
        var lines = program.File.Text.Lines;
        foreach (var statement in program.Tree.Statements)
        {
            var span = statement.Span;
            var last = lines.LineOf(span.IsEmpty ? span.Start : span.End - 1);
            if (lines.LineOf(span.Start) is var first && first < last)
            {
                statements.Add((first + 1, last + 1));
            }
        }
    }

    /// <summary>The program.</summary>
    public AsmProgram Program { get; }

    /// <summary>The errors, in order.</summary>
    public ImmutableArray<OurRefusal> Refusals { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="goroot">The GOROOT whose headers are included.</param>
    /// <param name="files">The disk.</param>
    public static OurVerdict Of(ParityInput input, string goroot, ISourceFiles files) => Of(new SourceFile(input.Path, SourceText.FromBytes(input.Content)), input, goroot, files);

    /// <summary>Reads a file that is decoded already.</summary>
    public static OurVerdict Of(SourceFile file, ParityInput input, string goroot, ISourceFiles files) =>
        new(AsmProgram.Create(AsmSyntaxTree.Parse(file), input.Target, OptionsOf(input, goroot, files)));

    /// <summary>What a file is assembled with.</summary>
    public static AsmProgramOptions OptionsOf(ParityInput input, string goroot, ISourceFiles files) => new()
    {
        PackagePath = input.Package,
        Files = files,
        IncludeDirectories = input.Includes.Add(goroot + "/pkg/include"),
        AllowedRoots = [goroot, goroot + "/src", goroot + "/pkg/include", SourcePath.Directory(input.Path)],
    };

    /// <summary>True where a statement that goes over several lines, by a comment or a directive's '\', has both in it.</summary>
    public bool AreOneStatement(int line, int other) =>
        line == other || statements.Exists(s => s.First <= Math.Min(line, other) && Math.Max(line, other) <= s.Last);
}
