using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary><c>check --format json</c>: one object, version 1.</summary>
public static class CheckJsonReport
{
    /// <summary>The version of the format. A change that could break a reader makes a new one.</summary>
    public const int Version = 1;

    /// <summary>Writes the report.</summary>
    /// <param name="analysis">What was found.</param>
    /// <param name="toolVersion">Version of the tool that writes it.</param>
    /// <param name="output">Where to; gets UTF-8 without byte order mark and ends with a line feed.</param>
    public static void Write(AbiAnalysis analysis, string toolVersion, Stream output)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output, indented: true);
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteStartObject("tool");
        writer.WriteString("name", "goabi");
        writer.WriteString("version", toolVersion);
        writer.WriteEndObject();
        writer.WriteString("root", analysis.Root);
        JsonOutput.WriteTargets(writer, analysis.Targets);
        WriteFindings(writer, analysis);
        WriteIncomplete(writer, analysis);
        WriteSummary(writer, analysis);
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteFindings(Utf8JsonWriter writer, AbiAnalysis analysis)
    {
        var fingerprints = Fingerprints.Compute(analysis.Findings);
        writer.WriteStartArray("findings");
        for (var i = 0; i < analysis.Findings.Length; i++)
        {
            WriteFinding(writer, analysis.Root, analysis.Findings[i], fingerprints[i]);
        }

        writer.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter writer, string root, Finding finding, string fingerprint)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.RuleId);
        writer.WriteString("severity", ReportNames.Of(finding.Severity));
        writer.WriteString("certainty", ReportNames.Of(finding.Certainty));
        writer.WriteString("message", finding.Message);
        if (finding.Suggestion is { } suggestion)
        {
            writer.WriteString("suggestion", suggestion);
        }

        JsonOutput.WriteRange(writer, root, finding.Location);
        JsonOutput.WriteTargets(writer, finding.Targets);
        writer.WriteString("function", finding.Function);
        writer.WriteString("symbol", finding.Symbol);
        JsonOutput.WriteExpansion(writer, root, finding.Expansion);
        writer.WriteStartArray("flow");
        foreach (var step in finding.Flow)
        {
            writer.WriteStartObject();
            JsonOutput.WriteStart(writer, root, step.Location);
            writer.WriteString("message", step.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            WriteFix(writer, root, fix);
        }

        writer.WriteEndArray();
        writer.WriteString("fingerprint", fingerprint);
        writer.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter writer, string root, Fix fix)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fix.Id);
        writer.WriteString("group", fix.Group);
        writer.WriteString("safety", ReportNames.Of(fix.Safety));
        writer.WriteString("description", fix.Description);
        writer.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            // A new file's place is where its first byte will be.
            var start = edit.File?.Text.GetGoPosition(edit.Edit.Span.Start) ?? new GoPosition(1, 1);
            writer.WriteStartObject();
            writer.WriteString("file", SourcePath.Relative(edit.Path, root));
            writer.WriteNumber("line", start.Line);
            writer.WriteNumber("column", start.Column);
            JsonOutput.WriteEnd(writer, edit.File?.Text.GetGoPosition(edit.Edit.Span.End) ?? start);
            writer.WriteString("newText", edit.Edit.NewText);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteIncomplete(Utf8JsonWriter writer, AbiAnalysis analysis)
    {
        writer.WriteStartArray("incomplete");
        foreach (var diagnostic in IncompleteInput.Of(analysis))
        {
            var path = diagnostic.Path ?? diagnostic.Location?.File.Path;
            writer.WriteStartObject();
            writer.WriteString("file", path is null ? null : SourcePath.Relative(path, analysis.Root));
            writer.WriteString("reason", diagnostic.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter writer, AbiAnalysis analysis)
    {
        writer.WriteStartObject("summary");
        writer.WriteNumber("error", analysis.Findings.Count(static finding => finding.Severity == Severity.Error));
        writer.WriteNumber("warning", analysis.Findings.Count(static finding => finding.Severity == Severity.Warning));
        writer.WriteNumber("info", analysis.Findings.Count(static finding => finding.Severity == Severity.Info));
        writer.WriteNumber("files", analysis.FileCount);
        writer.WriteNumber("packages", analysis.PackageCount);
        writer.WriteNumber("callSites", analysis.CallSiteCount);
        writer.WriteStartObject("cases");
        for (var number = (int)AbiCase.GoToGoDirect; number <= (int)AbiCase.AssemblyToGo; number++)
        {
            writer.WriteNumber(
                number.ToString(CultureInfo.InvariantCulture),
                number < analysis.CaseCounts.Length ? analysis.CaseCounts[number] : 0);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
