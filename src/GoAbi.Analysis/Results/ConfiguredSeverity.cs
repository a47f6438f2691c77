using System;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What <c>goabi_rule.GOABI1001.severity</c> says in an <c>.editorconfig</c>: how bad a rule's findings are in the files of a section.</summary>
/// <param name="IsReported">False where they are not to be reported.</param>
/// <param name="Severity">How bad they are; null for what each finding says itself.</param>
public readonly record struct ConfiguredSeverity(bool IsReported, Severity? Severity)
{
    /// <summary>What a finding is where nothing is configured.</summary>
    public static ConfiguredSeverity Default { get; } = new(true, null);

    /// <summary>The key that sets a rule's severity.</summary>
    /// <param name="ruleId">The rule's id.</param>
    public static string KeyOf(string ruleId) => "goabi_rule." + ruleId + ".severity";

    /// <summary>Reads the key's value: <c>error</c>, <c>warning</c>, <c>info</c> (or <c>suggestion</c>), <c>none</c> (or <c>silent</c>, <c>hidden</c>), <c>default</c>, in any case.</summary>
    /// <param name="value">The value as it is written.</param>
    /// <param name="severity">What it says; the default where it can't be read.</param>
    /// <returns>False where it is none of these.</returns>
    public static bool TryParse(string? value, out ConfiguredSeverity severity)
    {
        ConfiguredSeverity? read = (value ?? "").Trim().ToLowerInvariant() switch
        {
            "error" => new(true, Source.Severity.Error),
            "warning" => new(true, Source.Severity.Warning),
            "info" or "suggestion" => new(true, Source.Severity.Info),
            "none" or "silent" or "hidden" => new(false, null),
            "default" => Default,
            _ => null,
        };
        severity = read ?? Default;
        return read is not null;
    }
}
