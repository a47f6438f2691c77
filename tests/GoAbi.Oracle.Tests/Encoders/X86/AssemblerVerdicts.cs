using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace GoAbi.Oracle.Tests.Encoders.X86;

/// <summary>What the assembler makes of a statement.</summary>
internal enum Verdict
{
    Taken,

    /// <summary>By its parser, which says nothing of the encoder then.</summary>
    RefusedByParser,
    Refused,

    /// <summary>It dies of it.</summary>
    Crash,
}

/// <summary>
/// Asks the assembler about many statements in one run. Each gets a function of its own. The parser's complaints come first and keep the encoder from running, so the
/// statements it refuses are taken out; errors without a line, and crashes, are found by halving.
/// </summary>
/// <param name="assemble">Runs the assembler on a text; its exit code and what it wrote.</param>
internal sealed partial class AssemblerVerdicts(Func<string, Task<(int ExitCode, string Output)>> assemble)
{
    private const int LinesOfStatement = 3;

    /// <summary>How often the assembler ran.</summary>
    public int Runs { get; private set; }

    /// <summary>The file of some statements; statement i is in line 3 i + 3. A jump goes to "label".</summary>
    public static string Source(IReadOnlyList<string> statements)
    {
        var text = new StringBuilder();
        for (var i = 0; i < statements.Count; i++)
        {
            // A statement that the parser refuses leaves its label for the next, so that each needs its own.
            var label = "label" + i.ToString(CultureInfo.InvariantCulture);
            text.Append("TEXT ·f").Append(i).Append("(SB), 4, $0-16\n").Append(label).Append(":\n\t").Append(statements[i].Replace("label", label, StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The statement of a line.</summary>
    public static int StatementOf(int line) => (line - 1) / LinesOfStatement;

    /// <summary>The verdict on each.</summary>
    public async Task<Verdict[]> JudgeAsync(IReadOnlyList<string> statements)
    {
        var verdicts = new Verdict[statements.Count];
        var all = new List<int>();
        for (var i = 0; i < statements.Count; i++)
        {
            all.Add(i);
        }

        await JudgeAsync(statements, all, verdicts);
        return verdicts;
    }

    private async Task JudgeAsync(IReadOnlyList<string> statements, List<int> open, Verdict[] verdicts)
    {
        // Each round takes out what it has found, or splits.
        while (open.Count > 0)
        {
            Runs++;
            var (exitCode, output) = await assemble(Source(open.ConvertAll(i => statements[i])));
            if (exitCode == 0)
            {
                return;
            }

            var found = Lines(ParserError(), output, open, verdicts, Verdict.RefusedByParser);
            var isCrash = exitCode > 1 || output.Contains("goroutine ", StringComparison.Ordinal) || output.Contains("call without target", StringComparison.Ordinal);
            if (found.Count == 0 && !isCrash)
            {
                found = Lines(EncoderError(), output, open, verdicts, Verdict.Refused);
            }

            if (found.Count > 0)
            {
                open = open.FindAll(i => !found.Contains(i));
            }
            else if (open.Count == 1)
            {
                verdicts[open[0]] = isCrash ? Verdict.Crash : Verdict.Refused;
                return;
            }
            else
            {
                var half = open.Count / 2;
                await JudgeAsync(statements, open.GetRange(0, half), verdicts);
                open = open.GetRange(half, open.Count - half);
            }
        }
    }

    private static HashSet<int> Lines(Regex pattern, string output, List<int> open, Verdict[] verdicts, Verdict verdict)
    {
        var found = new HashSet<int>();
        foreach (Match match in pattern.Matches(output))
        {
            var at = StatementOf(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            if (at < open.Count)
            {
                verdicts[open[at]] = verdict;
                found.Add(open[at]);
            }
        }

        return found;
    }

    [GeneratedRegex(@"^[^\s:]+\.s:(\d+): ", RegexOptions.Multiline)]
    private static partial Regex ParserError();

    [GeneratedRegex(@"\([^()\s]+\.s:(\d+)\)")]
    private static partial Regex EncoderError();
}
