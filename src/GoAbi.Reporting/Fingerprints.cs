using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using GoAbi.Analysis;

namespace GoAbi.Reporting;

/// <summary>
/// Names findings so that they are known again after edits elsewhere: from rule, symbol, function and the code of the
/// line, not from place, path, line endings, blanks or comments. Findings alike in all of these are numbered in order.
/// </summary>
public static class Fingerprints
{
    private const int Length = 32;

    /// <summary>The fingerprints of all findings of one analysis, in their order.</summary>
    public static ImmutableArray<string> Compute(ImmutableArray<Finding> findings)
    {
        var result = new string[findings.Length];
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);

        // The order that numbers equal findings must not depend on the case of paths either.
        var order = Enumerable.Range(0, findings.Length)
            .OrderBy(i => findings[i].Location.File.Path.ToUpperInvariant(), StringComparer.Ordinal)
            .ThenBy(i => findings[i].Location.Span.Start)
            .ThenBy(static i => i);
        foreach (var i in order)
        {
            var key = KeyOf(findings[i]);
            ordinals.TryGetValue(key, out var ordinal);
            ordinals[key] = ordinal + 1;
            result[i] = Hash(FormattableString.Invariant($"{key}\n{ordinal}"));
        }

        return [.. result];
    }

    private static string KeyOf(Finding finding) =>
        string.Join('\n', finding.RuleId, finding.Symbol, finding.Function, Snippet(finding));

    private static string Snippet(Finding finding)
    {
        var text = finding.Location.File.Text;
        var line = text.Slice(text.LineSpan(text.Lines.LineOf(finding.Location.Span.Start)));
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        var snippet = new StringBuilder();
        foreach (var c in comment < 0 ? line : line[..comment])
        {
            if (!char.IsWhiteSpace(c) && c != '\uFEFF')
            {
                snippet.Append(c);
            }
        }

        return snippet.ToString();
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
