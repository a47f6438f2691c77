using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Fuzz.Assembler;
using GoAbi.Source;

namespace GoAbi.Fuzz.Parity;

/// <summary>Which of our errors are those that the assembler has, where it names another line than the one that is wrong.</summary>
public static class RefusalMatch
{
    /// <summary>Our errors for one of the assembler's.</summary>
    /// <param name="theirs">An error of its preprocessor or parser.</param>
    /// <param name="ours">All that we say.</param>
    public static IEnumerable<OurRefusal> For(AssemblerMessage theirs, OurVerdict ours) => ours.Refusals.Where(o => IsSame(theirs, o, ours));

    private static bool IsSame(AssemblerMessage theirs, OurRefusal ours, OurVerdict all)
    {
        if (ours.File != theirs.File)
        {
            // A #line directive gives the file another name, not the line another number.
            return ours.Line == theirs.Line && !all.Program.Files.Any(f => f.Name == theirs.File);
        }

        return ours.Line == theirs.Line || all.AreOneStatement(ours.Line, theirs.Line)
            || (theirs.Stage == AssemblerStage.Preprocessor ? IsLate(theirs, ours, all) : IsElsewhere(theirs, ours));
    }

    // The preprocessor names the line it has read up to: the next one where it took the newline, the last where it waited for an #endif.
    private static bool IsLate(AssemblerMessage theirs, OurRefusal ours, OurVerdict all) =>
        ours.Id is DiagnosticIds.Preprocessor or DiagnosticIds.ExpansionLimit or DiagnosticIds.UnresolvedInclude
        && (all.AreOneStatement(ours.Line, theirs.Line - 1) || theirs.Text.StartsWith("unclosed", StringComparison.Ordinal));

    private static bool IsElsewhere(AssemblerMessage theirs, OurRefusal ours) =>

        // Named where the next function begins, or at the end of the file.
        theirs.Text.StartsWith("undefined label ", StringComparison.Ordinal) ? ours.Id == DiagnosticIds.Label && ours.Line <= theirs.Line
            && ours.Text.Contains(theirs.Text["undefined label ".Length..], StringComparison.Ordinal)

        // Named at the instruction behind the label.
        : theirs.Text.EndsWith("multiply defined", StringComparison.Ordinal) ? ours.Id == DiagnosticIds.Label && ours.Line <= theirs.Line

        // Named at the statement before.
        : theirs.Text.StartsWith("misplaced //go:build", StringComparison.Ordinal) ? ours.Line >= theirs.Line && ours.Text.Contains("go:build", StringComparison.Ordinal)

        // Named where the statement begins that the end of the file ends.
        : theirs.Text == "unexpected EOF" && ours.Line >= theirs.Line;
}
