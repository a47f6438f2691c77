using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>Our trees and errors beside those of one go/parser, counted.</summary>
/// <param name="go">Its version.</param>
internal sealed class ParserComparison(GoVersion go)
{
    private readonly Dictionary<string, (int Count, string Example)> reasons = new(StringComparer.Ordinal);

    private int files;
    private int accepted;
    private int refused;
    private int sameFirstLine;
    private int differing;
    private int explained;
    private long errorLines;
    private long errorLinesFound;
    private long errorLinesOnlyOurs;
    private long nodes;

    /// <summary>Differences that nothing explains.</summary>
    public List<string> Unexplained { get; } = [];

    /// <summary>Files that one side accepts and the other refuses, for whatever reason.</summary>
    public int Differing => differing;

    /// <summary>How many files both sides accept, and both refuse.</summary>
    public (int Accepted, int Refused) Both => (accepted, refused);

    /// <summary>The share of the files refused by both whose first error is on the same line.</summary>
    public double FirstLineShare => refused == 0 ? 1 : (double)sameFirstLine / refused;

    /// <summary>The figures.</summary>
    public string Figures => string.Create(
        CultureInfo.InvariantCulture,
        $"files={files} accepted={accepted} refused={refused} explained={explained} nodes-equal={nodes} first-line-equal={sameFirstLine} first-line-share={FirstLineShare:P2} error-lines={errorLines} of-these-ours={errorLinesFound} only-ours={errorLinesOnlyOurs}")
        .Replace(" %", "%", StringComparison.Ordinal);

    /// <summary>Why files differ, and how many.</summary>
    public IEnumerable<string> Reasons => reasons.OrderByDescending(static r => r.Value.Count).ThenBy(static r => r.Key, StringComparer.Ordinal)
        .Select(static r => string.Create(CultureInfo.InvariantCulture, $"{r.Value.Count,6}  {r.Key}   e.g. {r.Value.Example}"));

    /// <summary>Compares one file.</summary>
    public void Add(OracleAnswer answer, GoSyntaxTree tree)
    {
        files++;
        var ours = tree.Diagnostics.Select(static d => d.Location!.Value.Start.Line).ToHashSet();
        var line = tree.Diagnostics.IsEmpty ? 0 : tree.Diagnostics[0].Location!.Value.Start.Line;
        if ((line == 0) != (answer.ErrorLine == 0))
        {
            differing++;
            var why = ParserChanges.Reason(go, answer, tree);
            var said = line == 0 ? "only go/parser: line " + answer.ErrorLine + " " + answer.Message : "only ours: line " + line + " " + tree.Diagnostics[0].Message;
            Count(why ?? said, answer.Path);
            explained += why is null ? 0 : 1;
            if (why is null)
            {
                Unexplained.Add(answer.Path + ": " + said);
            }

            return;
        }

        if (line == 0)
        {
            accepted++;
            CompareTrees(answer, tree);
            return;
        }

        refused++;
        sameFirstLine += line == answer.ErrorLine ? 1 : 0;
        errorLines += answer.ErrorLines.Length;
        var found = answer.ErrorLines.Count(ours.Contains);
        errorLinesFound += found;
        errorLinesOnlyOurs += ours.Count - found;
        if (line != answer.ErrorLine)
        {
            Count("another first line: go/parser: " + Shape(answer.Message) + "; ours: " + Shape(tree.Diagnostics[0].Message),
                string.Create(CultureInfo.InvariantCulture, $"{answer.Path}:{answer.ErrorLine}, ours {line}"));
        }
    }

    // Without what was found there.
    private static string Shape(string message)
    {
        var found = message.IndexOf(", found", StringComparison.Ordinal);
        return found < 0 ? message : message[..found];
    }

    private void CompareTrees(OracleAnswer answer, GoSyntaxTree tree)
    {
        var digest = TreeDigest.Of(tree);
        nodes += digest.Count;
        if ((digest.Count != answer.Count || digest.Hash.ToString("x16", CultureInfo.InvariantCulture) != answer.Hash) && !ParserChanges.ChangesTree(go, answer))
        {
            Unexplained.Add(FormattableString.Invariant($"{answer.Path}: another tree: {answer.Count} nodes there, {digest.Count} here"));
        }
    }

    private void Count(string reason, string example) =>
        reasons[reason] = reasons.TryGetValue(reason, out var known) ? (known.Count + 1, known.Example) : (1, example);
}
