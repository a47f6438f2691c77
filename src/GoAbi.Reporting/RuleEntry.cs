using System;
using System.Collections.Immutable;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>One line of the list of rules: an analysis's rule, or what the reading of assembly can say.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">"rule", or the part of the assembler: "lexer", "preprocessor", "parser", "encoder", "warning" for what it takes in silence, or "tool" for what is said of other files and by the tool itself.</param>
/// <param name="Severity">How bad a finding is by default.</param>
/// <param name="Title">What it finds.</param>
public sealed record RuleEntry(string Id, string Name, string Kind, Severity Severity, string Title)
{
    /// <summary>All of them, sorted by id.</summary>
    public static ImmutableArray<RuleEntry> All { get; } = Of(RuleCatalog.All);

    /// <summary>An analysis's rules and what the reading of files can say, sorted by id.</summary>
    /// <param name="rules">The rules: <see cref="RuleCatalog.All"/>, or more.</param>
    public static ImmutableArray<RuleEntry> Of(ImmutableArray<Rule> rules) =>
    [
        .. rules.Select(static rule => rule.Descriptor)
            .Select(static rule => new RuleEntry(rule.Id, rule.Name, "rule", rule.DefaultSeverity, rule.Title))
            .Concat(AsmDiagnosticCatalog.All.Select(static d => new RuleEntry(d.Id, d.Name, ReportNames.Of(d.Kind), d.DefaultSeverity, d.Title)))
            .Concat(ToolDiagnosticCatalog.All.Select(static d => new RuleEntry(d.Id, d.Name, "tool", d.DefaultSeverity, d.Title)))
            .OrderBy(static entry => entry.Id, StringComparer.Ordinal),
    ];
}
