using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>The syntax errors of one file as they are found. One per line is kept, the first, as go/parser does.</summary>
internal sealed class SyntaxErrors(SourceFile file)
{
    private readonly List<(int Position, int Order, int Length, string Message)> found = [];

    public int Count => found.Count;

    public bool Any => found.Count > 0;

    /// <summary>The leftmost error's position.</summary>
    public int FirstPosition
    {
        get
        {
            var first = int.MaxValue;
            foreach (var error in found)
            {
                first = Math.Min(first, error.Position);
            }

            return first;
        }
    }

    public void Add(int position, int length, string message) => found.Add((position, found.Count, length, message));

    /// <summary>Forgets what lies after a position: reading stopped there.</summary>
    public void DropAfter(int position) => found.RemoveAll(e => e.Position > position);

    public ImmutableArray<SourceDiagnostic> ToDiagnostics()
    {
        if (found.Count == 0)
        {
            return ImmutableArray<SourceDiagnostic>.Empty;
        }

        found.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : a.Order.CompareTo(b.Order));
        var diagnostics = ImmutableArray.CreateBuilder<SourceDiagnostic>();
        var lastLine = -1;
        foreach (var (position, _, length, message) in found)
        {
            var line = file.Text.Lines.LineOf(position);
            if (line == lastLine)
            {
                continue;
            }

            lastLine = line;
            var end = Math.Min(position + Math.Max(length, 0), file.Text.Length);
            diagnostics.Add(new SourceDiagnostic(
                DiagnosticIds.GoSyntax,
                Severity.Error,
                message,
                new SourceLocation(file, TextSpan.FromBounds(position, Math.Max(end, position)))));
        }

        return diagnostics.ToImmutable();
    }
}
