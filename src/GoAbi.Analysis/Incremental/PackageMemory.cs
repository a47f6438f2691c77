using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Asm;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>What one analysis of a package leaves for the next: values, and trees of files that may not have changed. No types and no scopes, which would keep every tree of their analysis alive.</summary>
internal sealed class PackageMemory
{
    /// <summary>What other files of the package, and its imports, say: equal keys make the parts below exchangeable.</summary>
    public required string Surroundings { get; init; }

    /// <summary>What follows from declarations and assembly alone.</summary>
    public required AssemblyMemory Assembly { get; init; }

    /// <summary>What each Go file gave, by path.</summary>
    public required Dictionary<string, GoFileMemory> GoFiles { get; init; }

    /// <summary>Layouts by function.</summary>
    public required Dictionary<string, CatalogueLayout?> Layouts { get; init; }

    /// <summary>The package as far as it alone decides: calls that others complete are left open.</summary>
    public required CataloguePackage Package { get; init; }

    /// <summary>Its calls, of Go files first.</summary>
    public required ImmutableArray<SummaryCallSite> Sites { get; init; }

    /// <summary>True where some call is left open.</summary>
    public bool NeedsLink { get; init; }

    /// <summary>Numbers of calls among the instructions of their TEXTs.</summary>
    public Dictionary<(string Path, int Start, int Index), int> Instructions => Assembly.Instructions;

    /// <summary>Functions with a body, by symbol: what other packages' calls may lead to.</summary>
    public required Dictionary<string, SummaryFunction> Functions { get; init; }

    /// <summary>The package with all calls complete, as it was last handed out.</summary>
    public CataloguePackage? Linked { get; set; }
}

/// <summary>What assembly gave.</summary>
internal sealed record AssemblyMemory(
    ImmutableArray<AsmProgram> Programs,
    ImmutableArray<SummaryCallSite> Sites,
    ImmutableArray<FindingDraft> Drafts,
    Dictionary<(string Path, int Start, int Index), int> Instructions);

/// <summary>What a Go file gave.</summary>
/// <param name="Tree">The file as it was.</param>
/// <param name="Sites">Its calls to assembly.</param>
/// <param name="ReadsAddresses">True where it reads the address of a function.</param>
/// <param name="LeavesFile">True where what a variable of the package holds had to be known: code of other files decides.</param>
internal sealed record GoFileMemory(GoSyntaxTree Tree, ImmutableArray<SummaryCallSite> Sites, bool ReadsAddresses, bool LeavesFile);
