using System.Collections.Immutable;
using System.Linq;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>A file as <c>goabi parse</c> has read it; what could not be read has diagnostics alone.</summary>
/// <param name="Path">Its absolute path, '/' between the parts.</param>
/// <param name="Diagnostics">What there is to say about it, in the order of places.</param>
public sealed record ParsedFile(string Path, ImmutableArray<SourceDiagnostic> Diagnostics)
{
    /// <summary>The import path that it was assembled with.</summary>
    public string PackagePath { get; init; } = "";

    /// <summary>The program, of a file of assembly.</summary>
    public AsmProgram? Program { get; init; }

    /// <summary>The listing, of what a compiler or assembler has printed.</summary>
    public AsmListing? Listing { get; init; }

    /// <summary>What it was read for; null where it was not read.</summary>
    public Target? Target => Program?.Target ?? Listing?.Target;

    /// <summary>True where the file, or one that it includes, could not be read.</summary>
    public bool IsIncomplete => Diagnostics.Any(static diagnostic =>
        diagnostic is { Severity: Severity.Error, Id: DiagnosticIds.UnreadableFile or DiagnosticIds.UnresolvedInclude });

    /// <summary>True where there is such a view of the file: a listing has no tokens and is not preprocessed.</summary>
    public bool Has(ParseView view) => Program is not null || (Listing is not null && view is ParseView.Diagnostics or ParseView.Tree or ParseView.Symbols);
}
