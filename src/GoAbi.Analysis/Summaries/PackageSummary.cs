using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// What an analysis needs to know of one package for one target, once its trees are gone: a pure function of the package's
/// sources, the target, and what its imports declare. Immutable. <see cref="SummaryCodec"/> is its form on a disk.
/// </summary>
public sealed class PackageSummary
{
    /// <summary>The path by which the package is imported; "p_test" for the external tests of p.</summary>
    public required string ImportPath { get; init; }

    /// <summary>The directory that holds its files.</summary>
    public required string Directory { get; init; }

    /// <summary>Which compilation of the directory this is.</summary>
    public GoPackageVariant Variant { get; init; }

    /// <summary>The target, as <see cref="Source.Target.ToString"/> writes it.</summary>
    public required string Target { get; init; }

    /// <summary>The paths of its Go and assembly files, in that order, each sorted by name.</summary>
    public ImmutableArray<string> Files { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Its functions with a body, Go and assembly, file-local ones aside, sorted by symbol.</summary>
    public ImmutableArray<SummaryFunction> Functions { get; init; } = ImmutableArray<SummaryFunction>.Empty;

    /// <summary>Its call sites: those of its Go files in their order, then those of its assembly.</summary>
    public ImmutableArray<SummaryCallSite> CallSites
    {
        get => SiteList.ToArray();
        init => SiteList = new CallSiteArray(value);
    }

    /// <summary>The functions that matter to the ABI, sorted by symbol.</summary>
    public ImmutableArray<FunctionSymbol> Symbols { get; init; } = ImmutableArray<FunctionSymbol>.Empty;

    /// <summary>Linker names of assembly functions whose func value the package uses, with in how many places; sorted.</summary>
    public ImmutableArray<KeyValuePair<string, int>> AddressUses { get; init; } = ImmutableArray<KeyValuePair<string, int>>.Empty;

    /// <summary>What could not be read or resolved.</summary>
    public ImmutableArray<SourceDiagnostic> Diagnostics { get; init; } = ImmutableArray<SourceDiagnostic>.Empty;

    /// <summary>What the rules found, all of them, without targets and fixes.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            foreach (var draft in Drafts)
            {
                yield return draft.Finding;
            }
        }
    }

    /// <summary>True where fixes have to be made from the package's trees, which a summary does not hold.</summary>
    public bool NeedsTrees
    {
        get
        {
            foreach (var draft in Drafts)
            {
                if (draft.Stub is not null || draft.StubIsLost)
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal CallSiteList SiteList { get; init; } = new CallSiteArray(ImmutableArray<SummaryCallSite>.Empty);

    internal ImmutableArray<FindingDraft> Drafts { get; init; } = ImmutableArray<FindingDraft>.Empty;

    /// <inheritdoc/>
    public override string ToString() => ImportPath + " " + Target;
}
