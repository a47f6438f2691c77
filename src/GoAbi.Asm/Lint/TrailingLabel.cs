using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>Labels behind the last instruction of a function: at the file's end they are dropped, before a TEXT they become the next function's.</summary>
internal static class TrailingLabel
{
    /// <summary>Labels that a TEXT has got.</summary>
    /// <param name="lint">The program.</param>
    /// <param name="text">Index of the TEXT.</param>
    public static void CheckText(ProgramLint lint, int text)
    {
        ref readonly var statement = ref lint.Records.Statements[text];
        foreach (var label in lint.Records.LabelsOf(statement))
        {
            // A function that jumps to it means it.
            if (FindJump(lint, text, lint.Stream.Tokens[label].Token.NameId) < 0)
            {
                lint.Report(
                    DiagnosticIds.TrailingLabel,
                    "no instruction of its function stands behind label " + NameOf(lint, label) + ": it becomes a label of the next function",
                    label);
            }
        }
    }

    /// <summary>Labels behind the last statement, DATA and GLOBL apart.</summary>
    public static void CheckEnd(ProgramLint lint)
    {
        var taken = 0;
        foreach (ref readonly var statement in lint.Records.Statements.AsSpan())
        {
            taken += statement.LabelCount;
        }

        for (var i = taken; i < lint.Records.Labels.Length; i++)
        {
            var label = lint.Records.Labels[i];
            lint.Report(DiagnosticIds.TrailingLabel, "no instruction stands behind label " + NameOf(lint, label) + ": it is dropped", label);
        }
    }

    /// <summary>The first statement behind a TEXT, up to the next, that goes to a label; -1 for none.</summary>
    public static int FindJump(ProgramLint lint, int text, int nameId)
    {
        var statements = lint.Records.Statements;
        for (var i = text + 1; i < statements.Length && statements[i].Form != StatementForm.Text; i++)
        {
            if (statements[i].Target >= 0
                && lint.Records.OperandsOf(statements[i])[statements[i].Target] is { Form: OperandForm.Label } target && target.NameId == nameId)
            {
                return i;
            }
        }

        return -1;
    }

    private static string NameOf(ProgramLint lint, int label) => lint.Records.Names.GetText(lint.Stream.Tokens[label].Token.NameId);
}
