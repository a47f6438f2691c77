using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Analysis;

/// <summary>Joins the fixes of findings into one set of edits.</summary>
public static class FixComposer
{
    /// <summary>All edits of the chosen findings' fixes, without repeats, unused imports removed.</summary>
    public static ImmutableArray<FileEdit> Compose(AbiAnalysis analysis, IEnumerable<Finding> findings, bool includeUnsafe) =>
        throw new InvalidOperationException("This build has no analysis.");
}
