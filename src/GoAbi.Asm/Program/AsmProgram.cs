using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// One file of assembly for one target: preprocessed, divided into statements and functions, operands typed; every part
/// knows where it comes from. Immutable and thread-safe.
/// </summary>
public sealed class AsmProgram
{
    private readonly ExpandedStream stream;
    private readonly AsmProgramOptions options;

    private AsmProgram(AsmSyntaxTree tree, Target target, AsmProgramOptions options, ExpandedStream stream, ProgramParts parts)
    {
        Tree = tree;
        Target = target;
        this.options = options;
        this.stream = stream;
        Statements = parts.Statements;
        Functions = parts.Functions;
        Diagnostics = parts.Diagnostics;
        Files = stream.Sources.ToImmutableArray();
    }

    /// <summary>The file that is assembled.</summary>
    public SourceFile File => Tree.File;

    /// <summary>The file's tree.</summary>
    public AsmSyntaxTree Tree { get; }

    /// <summary>What it is assembled for.</summary>
    public Target Target { get; }

    /// <summary>Every file that was read: the one assembled first, then included ones; the target's macros are in a file of no path on disk.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>The tokens after preprocessing, newlines included, without an end-of-file token.</summary>
    public ReadOnlySpan<AsmExpandedToken> Tokens => stream.Tokens;

    /// <summary>All statements in order.</summary>
    public ImmutableArray<AsmStatement> Statements { get; }

    /// <summary>The functions in order.</summary>
    public ImmutableArray<AsmFunction> Functions { get; }

    /// <summary>What lexer, preprocessor and parser have to say, about this file and those it includes.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    /// <summary>Assembles a tree for a target. Never throws for what is in the files; every loop is bounded.</summary>
    public static AsmProgram Create(AsmSyntaxTree tree, Target target, AsmProgramOptions options, CancellationToken ct = default)
    {
        if (tree is null || target is null || options is null)
        {
            throw new ArgumentNullException(tree is null ? nameof(tree) : target is null ? nameof(target) : nameof(options));
        }

        var diagnostics = new DiagnosticBag();
        var stream = Preprocessor.Run(tree, target, options, diagnostics, ct);
        var parts = ProgramParser.Parse(stream, target, options, diagnostics, ct);
        return new AsmProgram(tree, target, options, stream, parts);
    }

    /// <summary>The definitions and references that asm -gensymabis writes for this file, in its order.</summary>
    public IEnumerable<AsmSymbolAbi> SymbolAbis() => SymbolAbiScanner.Scan(Statements, Target, options.PackagePath);

    /// <inheritdoc/>
    public override string ToString() => File.Path + " for " + Target;
}

/// <summary>What the parser hands over.</summary>
internal readonly record struct ProgramParts(
    ImmutableArray<AsmStatement> Statements,
    ImmutableArray<AsmFunction> Functions,
    ImmutableArray<SourceDiagnostic> Diagnostics);
