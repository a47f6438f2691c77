using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>An argument that is empty while the macro uses it: the parameter's own name stays.</summary>
internal static class EmptyMacroArgument
{
    /// <summary>Reports one.</summary>
    /// <param name="stream">Knows the invocation.</param>
    /// <param name="expansion">The invocation.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="diagnostics">Takes the warning.</param>
    public static void Report(ExpandedStream stream, int expansion, string parameter, DiagnosticBag diagnostics)
    {
        var invocation = stream.Expansions[expansion];
        var (source, span) = stream.Outermost(invocation.Source, invocation.Span, invocation.Parent);
        diagnostics.Add(new SourceDiagnostic(
            DiagnosticIds.EmptyMacroArgument,
            Severity.Warning,
            "empty argument of macro " + stream.Expansions.NameOf(expansion) + ": the name of its parameter stays in its place, " + parameter,
            new SourceLocation(stream.Sources[source], span))
        {
            Expansion = stream.GetFrames(invocation.Parent),
        });
    }
}
