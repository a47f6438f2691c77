using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Whether a finding holds on every run or may hold on some.</summary>
public enum FindingCertainty
{
    /// <summary>It holds whenever the code runs.</summary>
    Must,

    /// <summary>It may hold: part of the flow is not known.</summary>
    May,
}

/// <summary>One thing that a rule found.</summary>
public sealed record Finding
{
    /// <summary>The rule's id, GOABInnnn.</summary>
    public required string RuleId { get; init; }

    /// <summary>How bad it is.</summary>
    public Severity Severity { get; init; }

    /// <summary>Whether it must hold or may.</summary>
    public FindingCertainty Certainty { get; init; }

    /// <summary>What is wrong, in one or two sentences, without the place.</summary>
    public required string Message { get; init; }

    /// <summary>Where: for an address, the use of the assembly function's name.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The targets on which it holds, in the analysis's order.</summary>
    public ImmutableArray<Target> Targets { get; init; } = ImmutableArray<Target>.Empty;

    /// <summary>The enclosing function as go/types names it; "" at package level.</summary>
    public string Function { get; init; } = "";

    /// <summary>Linker name of the symbol that it is about.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>For a place that a macro or include made: how, outermost first.</summary>
    public ImmutableArray<ExpansionFrame> Expansion { get; init; } = ImmutableArray<ExpansionFrame>.Empty;

    /// <summary>How the value gets from its source to where it does harm; the last step is the place where the address is read or used.</summary>
    public ImmutableArray<FlowStep> Flow { get; init; } = ImmutableArray<FlowStep>.Empty;

    /// <summary>What would mend it.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = ImmutableArray<Fix>.Empty;

    /// <summary>What may have been meant; null where nothing is near.</summary>
    public string? Suggestion { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Location + ": " + RuleId + " " + Message;
}

/// <summary>One step of a flow.</summary>
/// <param name="Location">Where.</param>
/// <param name="Message">What happens there.</param>
public readonly record struct FlowStep(SourceLocation Location, string Message);
