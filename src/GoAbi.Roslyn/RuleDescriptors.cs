using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Analysis;
using GoAbi.Asm;
using GoAbi.Source;
using Microsoft.CodeAnalysis;

namespace GoAbi.Roslyn;

/// <summary>Roslyn's descriptors of everything that GoAbi finds: the rules, and what the reading of assembly has to say.</summary>
public static class RuleDescriptors
{
    /// <summary>Where a rule's page is: this and its id with ".md".</summary>
    public const string Pages = "https://github.com/goabi/goabi/blob/main/docs/rules/";

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = CreateAll();

    /// <summary>The descriptors, sorted by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ById.Values.ToImmutableArray().Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));

    /// <summary>The descriptor of a rule; null where there is no such rule.</summary>
    /// <param name="id">GOABInnnn.</param>
    public static DiagnosticDescriptor? Find(string id) => ById.TryGetValue(id ?? throw new ArgumentNullException(nameof(id)), out var found) ? found : null;

    /// <summary>A descriptor of GoAbi's form: the message is the finding's own, whatever it holds.</summary>
    /// <param name="id">GOABInnnn.</param>
    /// <param name="title">One line: what it finds.</param>
    /// <param name="severity">How bad a finding is by default.</param>
    /// <param name="description">What it does and why that is bad.</param>
    /// <param name="atCompilationEnd">True where only the end of a compilation can tell: editors then show it after a build.</param>
    public static DiagnosticDescriptor Create(string id, string title, Severity severity, string description, bool atCompilationEnd) => new(
        id,
        title,
        "{0}",
        "GoAbi",
        severity.ToDiagnosticSeverity(),
        isEnabledByDefault: true,
        description,
        Pages + id + ".md",
        atCompilationEnd ? [WellKnownDiagnosticTags.CompilationEnd] : []);

    /// <summary>Roslyn's word for a severity.</summary>
    public static DiagnosticSeverity ToDiagnosticSeverity(this Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static ImmutableDictionary<string, DiagnosticDescriptor> CreateAll()
    {
        var all = new Dictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (var rule in RuleCatalog.All)
        {
            var descriptor = rule.Descriptor;
            all[descriptor.Id] = Create(descriptor.Id, descriptor.Title, descriptor.DefaultSeverity, descriptor.Explanation, atCompilationEnd: true);
        }

        foreach (var descriptor in AsmDiagnosticCatalog.All)
        {
            all[descriptor.Id] = Create(descriptor.Id, descriptor.Title, descriptor.DefaultSeverity, descriptor.Summary, atCompilationEnd: false);
        }

        foreach (var descriptor in ToolDiagnosticCatalog.All)
        {
            all[descriptor.Id] = Create(descriptor.Id, descriptor.Title, descriptor.DefaultSeverity, "", atCompilationEnd: false);
        }

        return all.ToImmutableDictionary(StringComparer.Ordinal);
    }
}
