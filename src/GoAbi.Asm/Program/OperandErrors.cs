using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Diagnostics of the parser: the first of each statement, since the others follow from it.</summary>
internal sealed class OperandErrors(ExpandedStream stream, DiagnosticBag diagnostics)
{
    private bool reported;

    /// <summary>Says what a name may have been meant for; null for no hints.</summary>
    public NameSuggestions? Suggestions { get; init; }

    /// <summary>True where the statement at hand has an error.</summary>
    public bool HasReported => reported;

    public void BeginStatement()
    {
        reported = false;
    }

    public void Report(int token, int count, string message, string id = DiagnosticIds.AssemblySyntax, Severity severity = Severity.Error)
    {
        if (reported)
        {
            return;
        }

        reported = true;
        ReportAlways(new AsmOrigin(stream, token, count), message, id, severity);
    }

    public void ReportAlways(AsmOrigin origin, string message, string id = DiagnosticIds.AssemblySyntax, Severity severity = Severity.Error) =>
        diagnostics.Add(new SourceDiagnostic(id, severity, message, origin.Location)
        {
            Expansion = origin.Expansion,
            Suggestion = Suggestions?.Find(id, origin.FirstToken),
        });
}
