using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Decides by name and build constraint whether a target uses a file (go/build: Context.matchFile). Immutable.</summary>
public sealed class GoFileSelector
{
    private readonly Target target;
    private readonly GoBuildTags tags;

    /// <summary>The selector of a target.</summary>
    public GoFileSelector(Target target)
    {
        this.target = target ?? throw new ArgumentNullException(nameof(target));
        tags = new GoBuildTags(target);
    }

    /// <summary>What the name alone says; <see cref="GoFileSelection.Selected"/> where the constraint decides.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="reason">Why not, in words; "" where selected.</param>
    public GoFileSelection MatchName(string name, out string reason)
    {
        reason = "";
        if (GoFileName.IsHidden(name))
        {
            reason = "its name starts with '" + (name.Length == 0 ? "" : name.Substring(0, 1)) + "'";
            return GoFileSelection.HiddenName;
        }

        var extension = GoFileName.Extension(name);
        if (extension is not (".go" or ".s") && !GoFileName.IsHeader(extension)
            && !GoFileName.IsForeign(extension) && !GoFileName.IsForeignAssembly(extension))
        {
            reason = "the go command does not know its extension";
            return GoFileSelection.UnknownExtension;
        }

        GoFileName.ReadSuffix(name, out var goos, out var goarch);
        if (goarch is not null && !tags.Has(goarch))
        {
            reason = "its name asks for GOARCH " + goarch;
            return GoFileSelection.NameSuffix;
        }

        if (goos is not null && tags.KnowsSuffix(goos) && !tags.Has(goos))
        {
            reason = "its name asks for GOOS " + goos;
            return GoFileSelection.NameSuffix;
        }

        return GoFileSelection.Selected;
    }

    /// <summary>What the constraints of the header say: "//go:build" alone where there is one, else all "// +build" lines.</summary>
    /// <param name="file">The file, for the place of a diagnostic.</param>
    /// <param name="constraints">Its constraints.</param>
    /// <param name="reason">Why not, in words; "" where selected.</param>
    /// <param name="diagnostic">What is wrong with a constraint that can't be read; null otherwise.</param>
    public GoFileSelection MatchConstraints(
        SourceFile file, ImmutableArray<GoBuildConstraintLine> constraints, out string reason, out SourceDiagnostic? diagnostic)
    {
        reason = "";
        diagnostic = null;
        GoBuildConstraintLine? goBuild = null;
        foreach (var line in constraints)
        {
            if (line.IsGoBuild && goBuild is not null)
            {
                reason = "it has more than one //go:build line";
                diagnostic = Diagnose(file, line.Span, "Multiple //go:build lines; the go command rejects the file.");
                return GoFileSelection.InvalidConstraint;
            }

            goBuild = line.IsGoBuild ? line : goBuild;
        }

        if (goBuild is not null)
        {
            return MatchGoBuild(file, goBuild, out reason, out diagnostic);
        }

        foreach (var line in constraints)
        {
            if (!GoBuildExpression.EvaluatePlusBuild(line.Expression, tags.Has))
            {
                reason = "// +build " + line.Expression + " does not hold";
                return GoFileSelection.BuildConstraint;
            }
        }

        return GoFileSelection.Selected;
    }

    /// <inheritdoc/>
    public override string ToString() => target.ToString();

    private GoFileSelection MatchGoBuild(SourceFile file, GoBuildConstraintLine line, out string reason, out SourceDiagnostic? diagnostic)
    {
        diagnostic = null;
        reason = "";
        if (!GoBuildExpression.TryEvaluate(line.Expression, tags.Has, out var holds, out var error, out var offset))
        {
            // The expression ends where the comment ends, but for blanks, which Span may hold.
            var comment = file.Text.Text.Substring(line.Span.Start, line.Span.Length);
            var start = Math.Max(0, comment.LastIndexOf(line.Expression, StringComparison.Ordinal)) + offset;
            var place = TextSpan.FromBounds(Math.Min(line.Span.Start + start, line.Span.End), line.Span.End);
            reason = "its //go:build line can't be read: " + error;
            diagnostic = Diagnose(file, place, "Invalid //go:build line: " + error + ".");
            return GoFileSelection.InvalidConstraint;
        }

        if (holds)
        {
            return GoFileSelection.Selected;
        }

        reason = "//go:build " + line.Expression + " does not hold";
        return GoFileSelection.BuildConstraint;
    }

    private static SourceDiagnostic Diagnose(SourceFile file, TextSpan span, string message) =>
        new(DiagnosticIds.BuildConstraint, Severity.Error, message, new SourceLocation(file, span));
}
