using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary><c>summary</c> for people: what each package's summary holds, in numbers, and what rules found.</summary>
public static class SummaryTextReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="summaries">The summaries.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(IReadOnlyList<PackageSummary> summaries, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var summary in summaries)
        {
            var assembly = summary.Functions.Count(static function => function.Language == SourceLanguage.Assembly);
            var open = summary.CallSites.Count(static site => site.Need != LinkNeed.None);
            Line(writer, $"{summary.ImportPath} for {summary.Target}");
            Line(writer, $"  {summary.Files.Length} files");
            Line(writer, $"  {summary.Functions.Length} functions, {assembly} of them assembly");
            Line(writer, $"  {summary.CallSites.Length} call sites, {open} of them to be linked");
            foreach (var finding in summary.Findings)
            {
                Line(writer, $"  {finding.RuleId} {ReportNames.Of(finding.Severity)} at {finding.Location.File.Path}, offset {finding.Location.Span.Start}: {finding.Message}");
            }

            foreach (var diagnostic in summary.Diagnostics)
            {
                Line(writer, $"  {diagnostic.Id} {ReportNames.Of(diagnostic.Severity)}: {diagnostic.Message}");
            }
        }
    }

    private static void Line(TextWriter writer, FormattableString text) => writer.Write(TerminalText.Clean(FormattableString.Invariant(text)) + "\n");
}
