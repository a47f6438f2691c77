using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary><c>check --format sarif</c>: SARIF 2.1.0, for code scanning, editors and review tools. Equal findings give equal bytes wherever the tree lies.</summary>
public static class CheckSarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes the report.</summary>
    /// <param name="analysis">What was found.</param>
    /// <param name="toolVersion">Version of the tool that writes it.</param>
    /// <param name="output">Where to; gets UTF-8 without byte order mark and ends with a line feed.</param>
    /// <param name="rules">The rules that were run; default for <see cref="RuleCatalog.All"/>.</param>
    public static void Write(AbiAnalysis analysis, string toolVersion, Stream output, ImmutableArray<Rule> rules = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(toolVersion);
        ArgumentNullException.ThrowIfNull(output);
        var descriptors = SarifRules.Of(analysis, rules.IsDefault ? RuleCatalog.All : rules);
        using var writer = JsonOutput.Create(output, indented: true);
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, toolVersion, descriptors);
        WriteInvocation(writer, analysis, descriptors);
        writer.WriteString("columnKind", "utf16CodeUnits");

        // Without an address: whoever reads the report knows where the tree is, and it is elsewhere on each machine.
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject(SarifPlaces.BaseId);
        SarifPlaces.WriteText(writer, "description", "The directory that was analysed.");
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteResults(writer, analysis, descriptors);
        writer.WriteStartObject("properties");
        JsonOutput.WriteTargets(writer, analysis.Targets);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteTool(Utf8JsonWriter writer, string toolVersion, SarifRules rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "goabi");
        writer.WriteString("version", toolVersion);
        writer.WriteString("informationUri", RulePage.ProjectAddress);
        rules.Write(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter writer, AbiAnalysis analysis, SarifRules rules)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();

        // False where something could not be read: what there is to find in it is not in the results.
        writer.WriteBoolean("executionSuccessful", IncompleteInput.Of(analysis).IsEmpty);
        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var diagnostic in analysis.Diagnostics.Distinct())
        {
            writer.WriteStartObject();
            writer.WriteStartObject("descriptor");
            writer.WriteString("id", diagnostic.Id);
            writer.WriteNumber("index", rules.NotificationIndexOf(diagnostic.Id));
            writer.WriteEndObject();
            writer.WriteString("level", SarifRules.Level(diagnostic.Severity));
            SarifPlaces.WriteText(writer, "message", Message(diagnostic.Message, diagnostic.Suggestion));
            if (diagnostic.Location is { } location)
            {
                writer.WriteStartArray("locations");
                SarifPlaces.WriteLocation(writer, analysis.Root, location);
                writer.WriteEndArray();
            }
            else if (diagnostic.Path is { } path)
            {
                writer.WriteStartArray("locations");
                writer.WriteStartObject();
                writer.WriteStartObject("physicalLocation");
                SarifPlaces.WriteArtifact(writer, analysis.Root, path);
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter writer, AbiAnalysis analysis, SarifRules rules)
    {
        var fingerprints = Fingerprints.Compute(analysis.Findings);
        writer.WriteStartArray("results");
        for (var i = 0; i < analysis.Findings.Length; i++)
        {
            WriteResult(writer, analysis, analysis.Findings[i], fingerprints[i], rules);
        }

        writer.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter writer, AbiAnalysis analysis, Finding finding, string fingerprint, SarifRules rules)
    {
        var root = analysis.Root;
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.RuleId);
        writer.WriteNumber("ruleIndex", rules.IndexOf(finding.RuleId));
        writer.WriteString("level", SarifRules.Level(finding.Severity));
        SarifPlaces.WriteText(writer, "message", Message(finding.Message, finding.Suggestion));
        writer.WriteStartArray("locations");
        SarifPlaces.WriteLocation(writer, root, finding.Location, function: finding.Function, withContext: true);
        writer.WriteEndArray();
        WriteExpansion(writer, root, finding);
        WriteFlow(writer, root, finding);
        WriteFixes(writer, root, finding);
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("goabi/v1", fingerprint);
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteString("certainty", ReportNames.Of(finding.Certainty));
        writer.WriteString("symbol", finding.Symbol);
        JsonOutput.WriteTargets(writer, finding.Targets);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteExpansion(Utf8JsonWriter writer, string root, Finding finding)
    {
        if (finding.Expansion.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("relatedLocations");
        for (var i = 0; i < finding.Expansion.Length; i++)
        {
            var frame = finding.Expansion[i];
            SarifPlaces.WriteLocation(writer, root, frame.Location, (frame.IsInclude ? "includes " : "expands ") + frame.Name, id: i + 1);
        }

        writer.WriteEndArray();
    }

    private static void WriteFlow(Utf8JsonWriter writer, string root, Finding finding)
    {
        if (finding.Flow.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("codeFlows");
        writer.WriteStartObject();
        writer.WriteStartArray("threadFlows");
        writer.WriteStartObject();
        writer.WriteStartArray("locations");
        foreach (var step in finding.Flow)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("location");
            SarifPlaces.WriteLocation(writer, root, step.Location, step.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteFixes(Utf8JsonWriter writer, string root, Finding finding)
    {
        if (finding.Fixes.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            writer.WriteStartObject();
            SarifPlaces.WriteText(writer, "description", fix.Description);
            writer.WriteStartArray("artifactChanges");
            foreach (var file in fix.Edits.GroupBy(static edit => edit.Path, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                SarifPlaces.WriteArtifact(writer, root, file.Key);
                writer.WriteStartArray("replacements");
                foreach (var edit in file)
                {
                    writer.WriteStartObject();
                    SarifPlaces.WriteRegion(writer, "deletedRegion", edit.File?.Text, edit.Edit.Span);
                    SarifPlaces.WriteText(writer, "insertedContent", edit.Edit.NewText);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            writer.WriteString("id", fix.Id);
            writer.WriteString("group", fix.Group);
            writer.WriteString("safety", ReportNames.Of(fix.Safety));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Message(string message, string? suggestion) => suggestion is null ? message : message + " (" + suggestion + ")";
}
