using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The names that parsed files share; they belong together as long as the files are analysed together.</summary>
public sealed class SourceNames
{
    /// <summary>Names in Go files.</summary>
    public GoNameTable Go { get; } = new();

    /// <summary>Names in assembly.</summary>
    public AsmNameTable Assembly { get; } = new();
}

/// <summary>
/// A file that was read and parsed once, for an <see cref="IncrementalAnalysis"/>. Two are equal where an analysis can't tell them apart: Go files and module files by their text, assembly and
/// headers by what they say, whatever comments and empty lines stand in between. Immutable but for the Go tree, which is made on first use.
/// </summary>
public sealed class ParsedSource : IEquatable<ParsedSource>
{
    private readonly string meaning;
    private GoSyntaxTree? go;
    private GoFileDeclarations? declarations;

    private ParsedSource(SourceFile file, SourceNames names, AsmSyntaxTree? assembly, ImmutableArray<GoBuildConstraintLine> constraints, string meaning)
    {
        File = file;
        Names = names;
        Assembly = assembly;
        Constraints = constraints;
        this.meaning = meaning;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>The tree of assembly or a header; null for any other file.</summary>
    public AsmSyntaxTree? Assembly { get; }

    /// <summary>The names that it shares with the others.</summary>
    internal SourceNames Names { get; }

    /// <summary>The file's build constraints.</summary>
    internal ImmutableArray<GoBuildConstraintLine> Constraints { get; }

    /// <summary>True for a Go file.</summary>
    internal bool IsGo => File.Path.EndsWith(".go", StringComparison.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="names">The names that it shares with the others.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ParsedSource Parse(SourceFile file, SourceNames names, CancellationToken cancellationToken = default)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        if (names is null)
        {
            throw new ArgumentNullException(nameof(names));
        }

        // Read now: the token that reading may need is another by the time that something asks.
        var text = file.Text;
        var isHeader = file.Path.EndsWith(".h", StringComparison.Ordinal);
        var isAssembly = isHeader || file.Path.EndsWith(".s", StringComparison.Ordinal);
        var constraints = isAssembly || file.Path.EndsWith(".go", StringComparison.Ordinal) ? GoBuildConstraints.Find(text) : ImmutableArray<GoBuildConstraintLine>.Empty;
        if (!isAssembly)
        {
            return new ParsedSource(file, names, null, constraints, "");
        }

        var tree = AsmSyntaxTree.Parse(file, names.Assembly, cancellationToken);
        return new ParsedSource(file, names, tree, constraints, AssemblyMeaning.Of(tree, constraints));
    }

    /// <inheritdoc/>
    public bool Equals(ParsedSource? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && File.Path == other.File.Path
            && ReferenceEquals(Names, other.Names)
            && meaning == other.meaning
            && (Assembly is not null || File.Text.Text == other.File.Text.Text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParsedSource);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(File.Path);

    /// <inheritdoc/>
    public override string ToString() => File.Path;

    /// <summary>The tree of a Go file.</summary>
    internal GoSyntaxTree Go(CancellationToken cancellationToken) =>
        Volatile.Read(ref go)
            ?? Interlocked.CompareExchange(ref go, GoSyntaxTree.Parse(File, new GoParseOptions { Names = Names.Go }, cancellationToken), null)
            ?? go!;

    /// <summary>What a Go file declares.</summary>
    internal GoFileDeclarations Declarations(CancellationToken cancellationToken) =>
        Volatile.Read(ref declarations)
            ?? Interlocked.CompareExchange(ref declarations, GoFileDeclarations.Of(Go(cancellationToken)), null)
            ?? declarations!;
}
