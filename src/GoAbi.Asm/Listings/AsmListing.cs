using System;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// What <c>go build -gcflags=-S</c>, <c>go tool compile -S</c> or <c>go tool asm -S</c> prints: the symbols of one or more packages, functions with their instructions.
/// Forms of Go 1.17 to 1.27. Immutable and thread-safe; never throws for what is in the file.
/// </summary>
public sealed class AsmListing
{
    internal AsmListing(SourceFile file, AsmArchitecture? architecture, Target target, ImmutableArray<AsmListingSymbol> symbols, ImmutableArray<SourceDiagnostic> diagnostics, int unknownLines)
    {
        File = file;
        Architecture = architecture;
        Target = target;
        Symbols = symbols;
        Diagnostics = diagnostics;
        UnknownLineCount = unknownLines;
        var functions = ImmutableArray.CreateBuilder<AsmListingFunction>();
        foreach (var symbol in symbols)
        {
            if (symbol is AsmListingFunction function)
            {
                functions.Add(function);
            }
        }

        Functions = functions.ToImmutable();
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>The architecture; null where nothing in the listing tells.</summary>
    public AsmArchitecture? Architecture { get; }

    /// <summary>What it was compiled for: the target given, its GOARCH that of <see cref="Architecture"/>.</summary>
    public Target Target { get; }

    /// <summary>All symbols in order.</summary>
    public ImmutableArray<AsmListingSymbol> Symbols { get; }

    /// <summary>Those that are functions, in order.</summary>
    public ImmutableArray<AsmListingFunction> Functions { get; }

    /// <summary>Lines that fit no form; the first of them, where there are many.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; }

    /// <summary>How many lines fit no form.</summary>
    public int UnknownLineCount { get; }

    /// <summary>True where a text looks like a listing: one of its first lines is a symbol's header or an instruction with its offset.</summary>
    public static bool IsListing(SourceText text)
    {
        const int MaxLines = 500;
        var lines = (text ?? throw new ArgumentNullException(nameof(text))).Lines;
        for (var line = 0; line < Math.Min(lines.Count, MaxLines); line++)
        {
            var span = text.Slice(text.LineSpan(line));
            if (ListingLines.TryReadInstruction(span, out _) || ListingLines.TryReadHeader(span, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a listing.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">What it was compiled for; its GOARCH counts only where <paramref name="goarch"/> is true.</param>
    /// <param name="goarch">True where the target's GOARCH is known; false to find it from the instructions.</param>
    /// <param name="ct">Stops the work.</param>
    public static AsmListing Read(SourceFile file, Target target, bool goarch = true, CancellationToken ct = default)
    {
        if (file is null || target is null)
        {
            throw new ArgumentNullException(file is null ? nameof(file) : nameof(target));
        }

        return new ListingReader(file, target, goarch).Read(ct);
    }

    /// <inheritdoc/>
    public override string ToString() => File.Path;
}
