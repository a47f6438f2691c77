using System.Globalization;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// Labels that no jump can name: a register or special operand is that first, and in operands '·' and '∕' are replaced before labels are looked up.
/// </summary>
internal static class UnreachableLabelName
{
    private enum Meaning
    {
        None,
        Register,
        Special,
        Replaced,
    }

    public static void Check(ProgramLint lint)
    {
        var meanings = lint.Records.Names.For(lint.Records.Architecture);
        var statements = lint.Records.Statements;
        var text = -1;
        for (var i = 0; i < statements.Length; i++)
        {
            text = statements[i].Form == StatementForm.Text ? i : text;
            foreach (var label in lint.Records.LabelsOf(statements[i]))
            {
                var name = lint.Stream.Tokens[label].Token.NameId;
                var meaning = meanings.IsRegister(name) ? Meaning.Register
                    : meanings.IsSpecial(name) ? Meaning.Special
                    : lint.Records.Names.GetCanonical(name) != name ? Meaning.Replaced
                    : Meaning.None;
                if (meaning != Meaning.None)
                {
                    lint.Report(DiagnosticIds.UnreachableLabelName, Message(lint, text, name, meaning), label);
                }
            }
        }
    }

    private static string Message(ProgramLint lint, int text, int name, Meaning meaning)
    {
        var label = "no jump can reach label " + lint.Records.Names.GetText(name);
        return meaning switch
        {
            Meaning.Register => label + ": the name is a register's" + Jump(lint, text, name),
            Meaning.Special => label + ": the name is a special operand's",
            _ => label + ": in an operand '·' and '∕' are replaced, and then it is another name",
        };
    }

    // The jump that is to blame, where there is one.
    private static string Jump(ProgramLint lint, int text, int name)
    {
        var statements = lint.Records.Statements;
        for (var i = text + 1; i < statements.Length && statements[i].Form != StatementForm.Text; i++)
        {
            if (statements[i].Target < 0 || lint.Records.OperandsOf(statements[i])[statements[i].Target] is not { Form: OperandForm.Register } target
                || lint.Stream.Tokens[target.FirstToken].Token.NameId != name)
            {
                continue;
            }

            var line = new AsmOrigin(lint.Stream, target.FirstToken, 1).Location.Start.Line.ToString(CultureInfo.InvariantCulture);
            return ", and the jump in line " + line + " goes where it points";
        }

        return "";
    }
}
