using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>What a report says of the rules whose findings are in it, and of the ids of its notifications.</summary>
internal sealed class SarifRules
{
    private readonly ImmutableArray<string> found;

    private readonly ImmutableArray<string> notified;

    private readonly Dictionary<string, RuleDescriptor> rules;

    private readonly Dictionary<string, RuleEntry> entries;

    private SarifRules(AbiAnalysis analysis, ImmutableArray<Rule> rules)
    {
        found = Sorted(analysis.Findings.Select(static finding => finding.RuleId));
        notified = Sorted(analysis.Diagnostics.Select(static diagnostic => diagnostic.Id));
        this.rules = new Dictionary<string, RuleDescriptor>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            this.rules.TryAdd(rule.Descriptor.Id, rule.Descriptor);
        }

        entries = new Dictionary<string, RuleEntry>(StringComparer.Ordinal);
        foreach (var entry in RuleEntry.Of(rules))
        {
            entries.TryAdd(entry.Id, entry);
        }
    }

    public static SarifRules Of(AbiAnalysis analysis, ImmutableArray<Rule> rules) => new(analysis, rules);

    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    public int IndexOf(string id) => found.BinarySearch(id, StringComparer.Ordinal);

    public int NotificationIndexOf(string id) => notified.BinarySearch(id, StringComparer.Ordinal);

    /// <summary>Writes the two lists of descriptors.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        Write(writer, "notifications", notified);
        Write(writer, "rules", found);
    }

    private void Write(Utf8JsonWriter writer, string name, ImmutableArray<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (var id in ids)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            if (entries.TryGetValue(id, out var entry))
            {
                Describe(writer, entry);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Describe(Utf8JsonWriter writer, RuleEntry entry)
    {
        var rule = rules.GetValueOrDefault(entry.Id);
        var page = rule is not null ? RulePage.Render(rule) : DiagnosticPage.Find(entry.Id);
        writer.WriteString("name", entry.Name);
        SarifPlaces.WriteText(writer, "shortDescription", entry.Title);
        if ((rule?.Explanation ?? AsmDiagnosticCatalog.Find(entry.Id)?.Summary) is { Length: > 0 } explanation)
        {
            SarifPlaces.WriteText(writer, "fullDescription", explanation);
        }

        if (page is not null)
        {
            writer.WriteStartObject("help");
            writer.WriteString("text", page);
            writer.WriteString("markdown", page);
            writer.WriteEndObject();
        }

        // A pack's rules have no page of ours.
        if (RuleCatalog.All.Any(known => known.Descriptor.Id == entry.Id) || entry.Kind != "rule")
        {
            writer.WriteString("helpUri", RulePage.AddressOf(entry.Id));
        }

        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", Level(entry.Severity));
        writer.WriteEndObject();
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
