using System.Threading;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Runs an architecture's encoder checks over the functions of a program.</summary>
internal static class EncoderCheck
{
    public static void Run(ProgramRecords records, ExpandedStream stream, Target target, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (Encoders.Find(records.Architecture) is not { } rules)
        {
            return;
        }

        var errors = new EncoderErrors(stream, diagnostics);
        var statements = records.Statements;
        for (var i = 0; i < statements.Length;)
        {
            if (statements[i].Form != StatementForm.Text)
            {
                i++; // Before any TEXT: assembled into nothing.
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var end = i + 1;
            while (end < statements.Length && statements[end].Form != StatementForm.Text)
            {
                end++;
            }

            rules.Check(new FunctionRecords { Records = records, Stream = stream, Target = target, Text = i, End = end }, errors);
            i = end;
        }
    }
}
