using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Diagnostics while they are collected; beyond a limit per file they are counted, not kept.</summary>
internal sealed class DiagnosticBag
{
    private const int Limit = 10_000;

    private readonly List<SourceDiagnostic> found = [];

    public int Count => found.Count;

    public void Add(SourceDiagnostic diagnostic)
    {
        if (found.Count < Limit)
        {
            found.Add(diagnostic);
        }
    }

    public void AddRange(ImmutableArray<SourceDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    public ImmutableArray<SourceDiagnostic> ToImmutable() => found.ToImmutableArray();
}
