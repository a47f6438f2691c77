using System;
using System.Collections.Generic;
using System.IO;

namespace GoAbi.Reporting;

/// <summary>The list of rules: a line each for people, an array for scripts.</summary>
public static class RuleListReport
{
    /// <summary>A line a rule.</summary>
    public static void WriteText(IEnumerable<RuleEntry> rules, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var rule in rules)
        {
            writer.Write($"{rule.Id}  {ReportNames.Of(rule.Severity),-7}  {rule.Kind,-12}  {rule.Title}\n");
        }
    }

    /// <summary><c>[{"id","name","kind","severity","title"}]</c>.</summary>
    public static void WriteJson(IEnumerable<RuleEntry> rules, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output, indented: true);
        writer.WriteStartArray();
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("name", rule.Name);
            writer.WriteString("kind", rule.Kind);
            writer.WriteString("severity", ReportNames.Of(rule.Severity));
            writer.WriteString("title", rule.Title);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }
}
