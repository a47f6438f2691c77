using System;
using System.Collections.Generic;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Comments <c>//goabi:ignore GOABI1001 reason</c> on a finding's line or the line above. One without a reason is reported itself.</summary>
internal static class Suppressions
{
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
            var text = tree.File.Text.ToString(comment.Span);
            if (!text.StartsWith("//" + Marker, StringComparison.Ordinal))
            {
                continue;
            }

            var words = text.Substring(2 + Marker.Length).Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            var line = tree.File.Text.GetLinePosition(comment.Span.Start).Line;
            if (words.Length > 0)
            {
                drafts.RemoveAll(draft => ReferenceEquals(draft.Finding.Location.File, tree.File)
                    && string.Equals(draft.Finding.RuleId, words[0], StringComparison.OrdinalIgnoreCase)
                    && tree.File.Text.GetLinePosition(draft.Finding.Location.Span.Start).Line is var at
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
                        Location = new SourceLocation(tree.File, comment.Span),
                    }));
            }
        }
    }
}
