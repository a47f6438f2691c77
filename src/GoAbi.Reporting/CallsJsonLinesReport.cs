using System;
using System.IO;
using System.Text.Json;
using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary><c>calls --format jsonl</c>: one object a line, in file and position order.</summary>
public static class CallsJsonLinesReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="analysis">What was found, with its call sites.</param>
    /// <param name="output">Where to; gets UTF-8 without byte order mark.</param>
    public static void Write(AbiAnalysis analysis, Stream output)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output);
        foreach (var site in analysis.CallSites)
        {
            WriteSite(writer, analysis.Root, site);
            JsonOutput.EndLine(writer, output);
        }
    }

    private static void WriteSite(Utf8JsonWriter writer, string root, CallSite site)
    {
        writer.WriteStartObject();
        JsonOutput.WriteTargets(writer, site.Targets);
        JsonOutput.WriteStart(writer, root, site.Location);
        if (site.LineDirective is { } directive)
        {
            writer.WriteStartObject("lineDirective");
            writer.WriteString("file", directive.File);
            writer.WriteNumber("line", directive.Line);
            writer.WriteEndObject();
        }

        writer.WriteNumber("index", site.Index);
        if (!site.Expansion.IsEmpty)
        {
            JsonOutput.WriteExpansion(writer, root, site.Expansion);
        }

        WriteCall(writer, site);
        writer.WriteEndObject();
    }

    /// <summary>Who calls what, and how: all of a site but its place.</summary>
    internal static void WriteCall(Utf8JsonWriter writer, CallSite site)
    {
        writer.WriteString("caller", site.Caller);
        writer.WriteString("callerSymbol", site.CallerSymbol);
        writer.WriteString("callerLanguage", ReportNames.Of(site.CallerLanguage));
        writer.WriteString("callee", site.Callee);
        writer.WriteString("calleeSymbol", site.CalleeSymbol);
        writer.WriteString("calleeLanguage", ReportNames.Of(site.CalleeLanguage));
        JsonOutput.WriteNumber(writer, "case", site.Case == AbiCase.None ? null : (int)site.Case);
        writer.WriteString("relation", ReportNames.Of(site.Relation));
        writer.WriteBoolean("direct", site.IsDirect);
        writer.WriteString("kind", ReportNames.Of(site.Kind));
        writer.WriteString("abi", ReportNames.Of(site.Abi));
        writer.WriteString("wrapper", site.Wrapper);
        writer.WriteString("certainty", ReportNames.Of(site.Certainty));
    }
}
