using System;
using System.Collections.Generic;
using System.IO;
using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary>The list of rules: a line each for people, an array for scripts.</summary>
public static class RuleListReport
{
    /// <summary>A line a rule.</summary>
    public static void WriteText(IEnumerable<Rule> rules, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var rule in rules)
        {
            writer.Write($"{rule.Descriptor.Id}  {ReportNames.Of(rule.Descriptor.DefaultSeverity),-7}  {rule.Descriptor.Title}\n");
        }
    }

    /// <summary><c>[{"id","name","severity","title"}]</c>.</summary>
    public static void WriteJson(IEnumerable<Rule> rules, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output, indented: true);
        writer.WriteStartArray();
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Descriptor.Id);
            writer.WriteString("name", rule.Descriptor.Name);
            writer.WriteString("severity", ReportNames.Of(rule.Descriptor.DefaultSeverity));
            writer.WriteString("title", rule.Descriptor.Title);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }
}
