using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>Labels defined twice and jumps to none; a TEXT is their scope.</summary>
internal static class LabelCheck
{
    public static void Run(ProgramRecords records, ExpandedStream stream, OperandErrors errors)
    {
        var labels = new HashSet<int>();
        var statements = records.Statements;
        for (var i = 0; i < statements.Length;)
        {
            if (statements[i].Form != StatementForm.Text)
            {
                i++; // Before any TEXT: assembled into nothing.
                continue;
            }

            labels.Clear();
            var start = i;
            do
            {
                Define(labels, records, statements[i], stream, errors);
                i++;
            }
            while (i < statements.Length && statements[i].Form != StatementForm.Text);

            if (records.Architecture.IsTyped)
            {
                Resolve(labels, records, start, i, stream, errors);
            }
        }
    }

    private static void Define(HashSet<int> labels, ProgramRecords records, in StatementRecord statement, ExpandedStream stream, OperandErrors errors)
    {
        foreach (var label in records.LabelsOf(statement))
        {
            if (!labels.Add(stream.Tokens[label].Token.NameId))
            {
                errors.ReportAlways(new AsmOrigin(stream, label, 1), "label \"" + records.Names.GetText(stream.Tokens[label].Token.NameId) + "\" multiply defined");
            }
        }
    }

    private static void Resolve(HashSet<int> labels, ProgramRecords records, int start, int end, ExpandedStream stream, OperandErrors errors)
    {
        for (var i = start; i < end; i++)
        {
            var statement = records.Statements[i];
            if (statement.Target < 0)
            {
                continue;
            }

            ref readonly var target = ref records.OperandsOf(statement)[statement.Target];
            if (target.Form == OperandForm.Label && !labels.Contains(target.NameId))
            {
                errors.ReportAlways(new AsmOrigin(stream, target.FirstToken, target.TokenCount), "undefined label " + records.Names.GetText(target.NameId));
            }
        }
    }
}
