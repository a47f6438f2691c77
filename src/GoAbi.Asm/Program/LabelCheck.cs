using System.Collections.Generic;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Labels defined twice and jumps to none; a TEXT is their scope, and so is what comes before the first.</summary>
internal static class LabelCheck
{
    public static void Run(ProgramRecords records, ExpandedStream stream, OperandErrors errors)
    {
        if (records.Labels.Length == 0 && !records.HasLabelOperands)
        {
            return;
        }

        var labels = new HashSet<int>();
        var statements = records.Statements;
        for (var i = 0; i < statements.Length;)
        {
            labels.Clear();
            var start = i;
            do
            {
                Define(labels, records, statements[i], stream, errors);
                i++;
            }
            while (i < statements.Length && statements[i].Form != StatementForm.Text);

            // What comes before the first TEXT is looked at when that TEXT is reached, if ever.
            if (statements[start].Form == StatementForm.Text || i < statements.Length)
            {
                Resolve(labels, records, start, i, stream, errors);
            }
        }
    }

    private static void Define(HashSet<int> labels, ProgramRecords records, in StatementRecord statement, ExpandedStream stream, OperandErrors errors)
    {
        foreach (var label in records.LabelsOf(statement))
        {
            if (!labels.Add(stream.Lexed[label].NameId))
            {
                errors.ReportAlways(
                    new AsmOrigin(stream, label, 1),
                    "the label " + records.Names.GetText(stream.Lexed[label].NameId) + " is defined twice in this function",
                    DiagnosticIds.Label);
            }
        }
    }

    private static void Resolve(HashSet<int> labels, ProgramRecords records, int start, int end, ExpandedStream stream, OperandErrors errors)
    {
        for (var i = start; i < end; i++)
        {
            ref readonly var statement = ref records.Statements[i];
            if (statement.LabelOperand < 0 || statement.IsBroken)
            {
                continue;
            }

            ref readonly var target = ref records.OperandsOf(statement)[statement.LabelOperand];
            if (!labels.Contains(target.NameId))
            {
                errors.ReportAlways(
                    new AsmOrigin(stream, target.FirstToken, target.TokenCount),
                    "there is no label " + records.Names.GetText(target.NameId) + " in this function",
                    DiagnosticIds.Label);
            }
        }
    }
}
