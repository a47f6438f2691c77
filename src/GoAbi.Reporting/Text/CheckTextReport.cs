using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary><c>check --format text</c>: for people. Each finding starts with <c>path:line:column:</c>, which editors and terminals make a link.</summary>
public static class CheckTextReport
{
    /// <summary>Writes the findings.</summary>
    /// <param name="analysis">What was found.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="color">True for a terminal that shows colours.</param>
    public static void Write(AbiAnalysis analysis, TextWriter writer, bool color = false)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(writer);
        var style = new TextStyle(color);
        foreach (var finding in analysis.Findings)
        {
            WriteFinding(writer, style, analysis, finding);
        }
    }

    /// <summary>One line that says how much was found in how much; for the end of the messages.</summary>
    public static string Summarize(AbiAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var found = new List<string>();
        foreach (var severity in new[] { Severity.Error, Severity.Warning, Severity.Info })
        {
            var count = analysis.Findings.Count(finding => finding.Severity == severity);
            if (count > 0)
            {
                found.Add(Count(count, ReportNames.Of(severity)));
            }
        }

        return (found.Count == 0 ? "nothing found" : string.Join(", ", found))
            + " in " + Count(analysis.FileCount, "file")
            + " of " + Count(analysis.PackageCount, "package")
            + " (" + Count(analysis.CallSiteCount, "call site") + ")";
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static void WriteFinding(TextWriter writer, TextStyle style, AbiAnalysis analysis, Finding finding)
    {
        var root = analysis.Root;
        var heading = ReportNames.Of(finding.Severity) + " " + finding.RuleId;
        writer.Write($"{style.Path(Place(root, finding.Location))}: {style.Rule(heading, finding.Severity)}: {TerminalText.Clean(finding.Message)}\n");
        var frame = CodeFrame.Of(finding.Location);
        frame.Write(writer, style, finding.Severity);
        var margin = new string(' ', frame.Number.ToString(CultureInfo.InvariantCulture).Length) + " = ";
        foreach (var step in finding.Expansion)
        {
            WriteNote(writer, style, margin, step.IsInclude ? "included" : "macro", Place(root, step.Location) + ": " + step.Name);
        }

        if (finding.Suggestion is { } suggestion)
        {
            WriteNote(writer, style, margin, "hint", suggestion);
        }

        foreach (var step in finding.Flow)
        {
            WriteNote(writer, style, margin, "flow", Place(root, step.Location) + ": " + step.Message);
        }

        if (finding.Certainty == FindingCertainty.May)
        {
            WriteNote(writer, style, margin, "note", "part of the way of this value is not known: it may be harmless");
        }

        if (analysis.Targets.Length > 1)
        {
            WriteNote(writer, style, margin, "on", finding.Targets.SequenceEqual(analysis.Targets) ? "all targets" : string.Join(", ", finding.Targets));
        }

        foreach (var fix in finding.Fixes)
        {
            var option = fix.Safety == FixSafety.Safe ? "--fix" : "--fix-unsafe, after a look";
            WriteNote(writer, style, margin, "fix", fix.Description + " [" + option + "]");
        }

        writer.Write("\n");
    }

    private static void WriteNote(TextWriter writer, TextStyle style, string margin, string label, string text) =>
        writer.Write($"{style.Margin(margin + label + ":")} {TerminalText.Clean(text)}\n");

    private static string Place(string root, SourceLocation location) =>
        TerminalText.Clean(SourcePath.Relative(location.File.Path, root)) + ":" + location.Start;
}
