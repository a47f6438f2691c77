using System.Collections.Immutable;
using System.Threading;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// One rule: what it is called, why it exists, and how it looks at a package. A rule has no state; one object serves all
/// threads.
/// </summary>
public abstract class Rule
{
    /// <summary>What people and reports know the rule by.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>True for a rule that has nothing to say of packages without assembly: where only such are asked for, those are left out.</summary>
    public virtual bool NeedsAssembly => false;

    /// <summary>False for a rule to which the bodies of Go functions mean nothing: it finds the same as long as declarations and assembly are the same.</summary>
    internal virtual bool ReadsGoBodies => true;

    /// <summary>Looks at one package for one target, and reports what it finds.</summary>
    /// <param name="context">The package and the place to report to.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public abstract void AnalyzePackage(RuleContext context, CancellationToken cancellationToken);
}

/// <summary>A rule's identity and page. The page is written once and served by the command, the docs and editors.</summary>
public sealed record RuleDescriptor
{
    /// <summary>The id, GOABInnnn.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the class, test folder and SARIF rule.</summary>
    public required string Name { get; init; }

    /// <summary>One line: what it finds.</summary>
    public required string Title { get; init; }

    /// <summary>How bad a finding is where the rule does not say otherwise.</summary>
    public Severity DefaultSeverity { get; init; } = Severity.Error;

    /// <summary>What it does and why that is bad, in Markdown without headings.</summary>
    public required string Explanation { get; init; }

    /// <summary>Code that the rule reports, in Markdown.</summary>
    public required string BadExample { get; init; }

    /// <summary>Code to write instead, in Markdown.</summary>
    public required string GoodExample { get; init; }

    /// <summary>Whether there is a fix and when it is safe, in Markdown.</summary>
    public required string FixSafety { get; init; }

    /// <summary>Where to read on.</summary>
    public required ImmutableArray<string> References { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id + " " + Name;
}
