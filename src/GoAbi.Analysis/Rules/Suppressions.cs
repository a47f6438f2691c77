using System;
using System.Collections.Generic;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Comments <c>//goabi:ignore GOABI1001 reason</c> on a finding's line or the line above. One without a reason is reported itself.</summary>
internal static class Suppressions
{
    /// <summary>What such a comment begins with.</summary>
    public const string Comment = "//" + Marker;

    private const string Marker = "goabi:ignore";

    public static void Apply(AnalysisUnit unit, List<FindingDraft> drafts)
    {
        foreach (var file in unit.Package.GoFiles)
        {
            if (file.Source.Text.Text.IndexOf(Marker, StringComparison.Ordinal) >= 0)
            {
                Apply(file.Tree, drafts);
            }
        }
    }

    private static void Apply(GoSyntaxTree tree, List<FindingDraft> drafts)
    {
        foreach (var comment in tree.Comments)
        {
            if (tree.File.Text.ToString(comment.Span).StartsWith(Comment, StringComparison.Ordinal))
            {
                Apply(tree.File, comment.Span, drafts);
            }
        }
    }

    /// <summary>Applies one comment, which begins with <see cref="Comment"/>.</summary>
    public static void Apply(SourceFile file, TextSpan comment, List<FindingDraft> drafts)
    {
        var text = file.Text.ToString(comment);
        var words = text.Substring(2 + Marker.Length).Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var line = file.Text.GetLinePosition(comment.Start).Line;
        if (words.Length > 0)
        {
            drafts.RemoveAll(draft => draft.Finding.Location.File.Path == file.Path
                && string.Equals(draft.Finding.RuleId, words[0], StringComparison.OrdinalIgnoreCase)
                && file.Text.GetLinePosition(draft.Finding.Location.Span.Start).Line is var at
                && (at == line || at == line + 1));
        }

        if (words.Length < 2)
        {
            drafts.Add(new FindingDraft(
                new Finding
                {
                    RuleId = DiagnosticIds.SuppressionWithoutReason,
                    Severity = Severity.Warning,
                    Certainty = FindingCertainty.Must,
                    Message = "a suppression says which rule and why: //goabi:ignore GOABI1001 reason",
                    Location = new SourceLocation(file, comment),
                }));
        }
    }
}
