using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>A rule that looks at each TEXT of a package by itself.</summary>
public abstract class AssemblyRule : Rule
{
    /// <inheritdoc/>
    public sealed override bool NeedsAssembly => true;

    /// <inheritdoc/>
    internal override bool ReadsGoBodies => false;

    /// <inheritdoc/>
    public sealed override void AnalyzePackage(RuleContext context, CancellationToken cancellationToken)
    {
        if (context is null)
        {
            throw new System.ArgumentNullException(nameof(context));
        }

        foreach (var body in context.Bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AnalyzeFunction(context, body, cancellationToken);
        }
    }

    /// <summary>Looks at one TEXT, and reports what it finds.</summary>
    /// <param name="context">The package and the place to report to.</param>
    /// <param name="body">The TEXT.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    protected abstract void AnalyzeFunction(RuleContext context, AssemblyBody body, CancellationToken cancellationToken);

    /// <summary>A finding of this rule in a TEXT, at a place with macros and includes that led there.</summary>
    /// <param name="body">The TEXT.</param>
    /// <param name="origin">Where: an operand's, a statement's.</param>
    /// <param name="message">What is wrong, for people: names and numbers, no full stop.</param>
    /// <param name="severity">How bad; null for the rule's own.</param>
    protected Finding FindingAt(AssemblyBody body, AsmOrigin origin, string message, Severity? severity = null) => new()
    {
        RuleId = Descriptor.Id,
        Severity = severity ?? Descriptor.DefaultSeverity,
        Certainty = FindingCertainty.Must,
        Message = message,
        Location = origin.Location,
        Function = body.Info?.FullName ?? body.Symbol,
        Symbol = body.Symbol,
        Expansion = origin.Expansion,
    };

    /// <summary>The statement that a step is, or begins in.</summary>
    private protected static AsmStatement StatementOf(AssemblyBody body, int step) => body.Function.Body[body.Graph.Steps[step].Statement];

    /// <summary>
    /// True for the packages of the runtime, whose functions are also entered by the kernel, by C and with stacks that are switched, and whose frames the unwinder knows by their names: what would be
    /// wrong elsewhere is how they do it.
    /// </summary>
    private protected static bool IsRuntime(RuleContext context)
    {
        var path = context.Unit.Package.ImportPath;
        return path == "runtime" || path.StartsWith("runtime/", System.StringComparison.Ordinal) || path.StartsWith("internal/runtime/", System.StringComparison.Ordinal);
    }

    /// <summary>"1 byte", "8 bytes".</summary>
    private protected static string Bytes(long count) => count == 1 ? "1 byte" : count.ToString(System.Globalization.CultureInfo.InvariantCulture) + " bytes";

    /// <summary>
    /// A fix that replaces what is written at a place; none where a macro or an included file yields it, whose other uses would change too.
    /// </summary>
    /// <param name="id">Names the fix among those of its finding.</param>
    /// <param name="origin">What is replaced.</param>
    /// <param name="newText">What stands there then.</param>
    /// <param name="description">What the fix does, in one sentence.</param>
    /// <param name="safety">Whether someone has to look.</param>
    protected static ImmutableArray<Fix> Replace(string id, AsmOrigin origin, string newText, string description, FixSafety safety = FixSafety.Safe)
    {
        if (origin.IsFromMacro || origin.IsFromInclude || origin.Spelling.File is not { } file)
        {
            return ImmutableArray<Fix>.Empty;
        }

        var edit = new FileEdit(file.Path, file, new TextEdit(origin.Spelling.Span, newText));
        return ImmutableArray.Create(Fix.OfEdits(id, safety, description, ImmutableArray.Create(edit)));
    }
}
