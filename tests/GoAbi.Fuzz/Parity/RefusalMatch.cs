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
            // A #line directive gives the file another name, not the line another number. And a statement that begins at the end of an
            // included file, which has no newline there, has the line of the one and the name of the other.
            return ours.Line == theirs.Line
                && (!all.Program.Files.Any(f => f.Name == theirs.File) || all.Program.Files.Any(f => f.Name == ours.File && f.Text.Lines.Count == ours.Line));
        }

        return ours.Line == theirs.Line || all.AreOneStatement(ours.Line, theirs.Line)
            || (theirs.Stage == AssemblerStage.Preprocessor ? IsLate(theirs, ours, all) : IsElsewhere(theirs, ours, all));
    }

    // The preprocessor names the line it has read up to: the next one where it took the newline, the last where it waited for an #endif.
    private static bool IsLate(AssemblerMessage theirs, OurRefusal ours, OurVerdict all) =>
        ours.Id is DiagnosticIds.Preprocessor or DiagnosticIds.ExpansionLimit or DiagnosticIds.UnresolvedInclude
        && (all.AreOneStatement(ours.Line, theirs.Line - 1) || theirs.Text.StartsWith("unclosed", StringComparison.Ordinal));

    private static bool IsElsewhere(AssemblerMessage theirs, OurRefusal ours, OurVerdict all) =>

        // Named where the next function begins, or at the end of the file, and again at each function behind; also where the jump is wrong in another way.
        theirs.Text.StartsWith("undefined label ", StringComparison.Ordinal) ? ours.Line <= theirs.Line
            && all.TextOf(ours.Line).Contains(LabelOf(theirs.Text), StringComparison.Ordinal)

        // Named at the instruction behind the label.
        : theirs.Text.EndsWith("multiply defined", StringComparison.Ordinal) ? ours.Id == DiagnosticIds.Label && ours.Line <= theirs.Line

        // Named at the line of the statement before, even where that is in another file.
        : theirs.Text.StartsWith("misplaced //go:build", StringComparison.Ordinal) ? ours.Text.Contains("go:build", StringComparison.Ordinal)

        // A token that a macro's name without '(' put aside in disabled text comes back behind the #endif, with the text of that.
        : theirs.Text == "expected identifier, found \"#\"" ? ours.Line < theirs.Line && ours.Id == DiagnosticIds.AssemblySyntax

        // The name of a macro with parameters, at the end of its line: the newline was looked at to see that no '(' follows.
        : theirs.Text.StartsWith("expected identifier, found ", StringComparison.Ordinal) ? ours.Line == theirs.Line - 1 && ours.Id == DiagnosticIds.AssemblySyntax

        // Named where the statement begins that the end of the file ends.
        : theirs.Text == "unexpected EOF" && ours.Line >= theirs.Line;

    // A name that begins with '.' has the package before it.
    private static string LabelOf(string text)
    {
        var name = text["undefined label ".Length..];
        return name[(name.StartsWith(RefusalComparison.Package + ".", StringComparison.Ordinal) ? RefusalComparison.Package.Length : 0)..];
    }
}
