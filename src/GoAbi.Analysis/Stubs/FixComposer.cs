using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Analysis;

/// <summary>Puts the fixes of several findings together: common edits once, declarations and imports that become unused removed.</summary>
public static class FixComposer
{
    /// <summary>The edits that mend the findings, sorted by path and place.</summary>
    /// <param name="analysis">The analysis that found them.</param>
    /// <param name="findings">The findings to mend.</param>
    /// <param name="includeUnsafe">Also take fixes that someone has to look at.</param>
    public static ImmutableArray<FileEdit> Compose(AbiAnalysis analysis, IEnumerable<Finding> findings, bool includeUnsafe)
    {
        if (analysis is null)
        {
            throw new ArgumentNullException(nameof(analysis));
        }

        if (findings is null)
        {
            throw new ArgumentNullException(nameof(findings));
        }

        var stubs = new List<StubFix>();
        var others = new List<FileEdit>();
        foreach (var finding in findings)
        {
            foreach (var fix in finding.Fixes)
            {
                if (fix.Safety == FixSafety.Unsafe && !includeUnsafe)
                {
                    continue;
                }

                if (fix.Stubs.IsEmpty)
                {
                    others.AddRange(fix.Edits);
                }
                else
                {
                    stubs.AddRange(fix.Stubs);
                }

                // The first fix that may be made; the others are alternatives.
                break;
            }
        }

        others.AddRange(StubEdits.Compose(stubs));
        return StubEdits.Sort(others);
    }
}
