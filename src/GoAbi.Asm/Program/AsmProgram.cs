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
    private readonly ProgramRecords records;
    private ProgramModel? model;

    private AsmProgram(AsmSyntaxTree tree, Target target, AsmProgramOptions options, ExpandedStream stream, ProgramRecords records, DiagnosticBag diagnostics)
    {
        Tree = tree;
        Target = target;
        this.options = options;
        this.stream = stream;
        this.records = records;
        Diagnostics = diagnostics.ToImmutable();
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

    /// <summary>The tokens after preprocessing, newlines included, without an end-of-file token; made when they are asked for the first time.</summary>
    public ReadOnlySpan<AsmExpandedToken> Tokens => stream.ToArray();

    /// <summary>All statements in order; made when they are asked for the first time.</summary>
    public ImmutableArray<AsmStatement> Statements => Model.Statements;

    /// <summary>The functions in order; made with <see cref="Statements"/>.</summary>
    public ImmutableArray<AsmFunction> Functions => Model.Functions;

    /// <summary>What lexer, preprocessor and parser have to say, about this file and those it includes, and warnings about what they take: see <see cref="AsmDiagnosticCatalog"/>.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    /// <summary>True where the file includes a go_asm.h that was empty, or not complete: constants and offsets of the package's Go code count as 0.</summary>
    public bool LacksGoAsmNames => stream.LacksGoAsmNames;

    /// <summary>Assembles a tree for a target. Never throws for what is in the files; every loop is bounded.</summary>
    public static AsmProgram Create(AsmSyntaxTree tree, Target target, AsmProgramOptions options, CancellationToken ct = default)
    {
        if (tree is null || target is null || options is null)
        {
            throw new ArgumentNullException(tree is null ? nameof(tree) : target is null ? nameof(target) : nameof(options));
        }

        var diagnostics = new DiagnosticBag();
        var stream = Preprocessor.Run(tree, target, options, diagnostics, ct);
        try
        {
            var records = ProgramParser.Parse(stream, target, options, diagnostics, ct);
            ProgramLint.Run(records, stream, options.PackagePath, diagnostics, ct);
            return new AsmProgram(tree, target, options, stream, records, diagnostics);
        }
        finally
        {
            stream.Release();
        }
    }

    /// <summary>Where some of <see cref="Tokens"/> come from.</summary>
    /// <param name="firstToken">Index of the first.</param>
    /// <param name="tokenCount">How many.</param>
    public AsmOrigin GetOrigin(int firstToken, int tokenCount = 1) =>
        firstToken >= 0 && tokenCount > 0 && firstToken <= Tokens.Length - tokenCount
            ? new AsmOrigin(stream, firstToken, tokenCount)
            : throw new ArgumentOutOfRangeException(firstToken < 0 || firstToken >= Tokens.Length ? nameof(firstToken) : nameof(tokenCount));

    /// <summary>The text of one of <see cref="Tokens"/>: as it is written, but for '·' and '∕' in a macro's argument, which are '.' and '/' from then on.</summary>
    public string GetText(AsmExpandedToken token) =>
        token.Token.NameId != 0 ? Tree.Names.GetText(token.Token.NameId) : Files[token.Source].Text.ToString(token.Token.Span);

    /// <summary>Where one of <see cref="Tokens"/> is written, in the macro's body or argument where it comes from one.</summary>
    public SourceLocation GetLocation(AsmExpandedToken token) => new(Files[token.Source], token.Token.Span);

    /// <summary>The program after preprocessing as text, one statement a line, which assembles to the same with the same options.</summary>
    public string ToPreprocessedString() => PreprocessedText.Write(this);

    /// <summary>The definitions and references that asm -gensymabis writes for this file, in its order.</summary>
    public IEnumerable<AsmSymbolAbi> SymbolAbis() => SymbolAbiScanner.Scan(records, stream, Target, options.PackagePath);

    // Two threads may both make it: the first stays.
    private ProgramModel Model =>
        Volatile.Read(ref model) ?? Interlocked.CompareExchange(ref model, ProgramModel.Create(records, stream), null) ?? model!;

    /// <inheritdoc/>
    public override string ToString() => File.Path + " for " + Target;
}
