using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Warnings about a program: what the assembler takes and nobody means. One pass over the statements; what costs more is looked at only where a label or DATA gives
/// reason to. Statements that are refused anyway are left alone.
/// </summary>
internal sealed class ProgramLint(ProgramRecords records, ExpandedStream stream, DiagnosticBag diagnostics)
{
    public ProgramRecords Records { get; } = records;

    public ExpandedStream Stream { get; } = stream;

    public static void Run(ProgramRecords records, ExpandedStream stream, string packagePath, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var lint = new ProgramLint(records, stream, diagnostics);
        var statements = records.Statements;
        var hasText = false;
        var hasOrphan = false;
        var hasData = false;
        for (var i = 0; i < statements.Length; i++)
        {
            ref readonly var statement = ref statements[i];
            switch (statement.Form)
            {
                case StatementForm.Text:
                    hasText = true;
                    TrailingLabel.CheckText(lint, i);
                    SuspiciousData.CheckFlags(lint, statement);
                    break;
                case StatementForm.Data:
                    hasData = true;
                    SuspiciousData.CheckValue(lint, statement);
                    break;
                case StatementForm.Globl:
                    SuspiciousData.CheckFlags(lint, statement);
                    SuspiciousData.CheckSize(lint, statement);
                    break;
                default:
                    if (!hasText && !hasOrphan && !statement.IsBroken)
                    {
                        hasOrphan = true;
                        CodeBeforeText.Report(lint, statement);
                    }

                    break;
            }
        }

        if (records.Labels.Length > 0)
        {
            TrailingLabel.CheckEnd(lint);
            UnreachableLabelName.Check(lint);
        }

        if (hasData)
        {
            UnfinishedData.Check(lint, packagePath);
        }
    }

    public void Report(string id, string message, int token, int count = 1)
    {
        var origin = new AsmOrigin(Stream, token, count);
        diagnostics.Add(new SourceDiagnostic(id, Severity.Warning, message, origin.Location) { Expansion = origin.Expansion });
    }
}
