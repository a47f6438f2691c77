using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace GoAbi.Oracle.Tests.Encoders.Arm64;

/// <summary>What the assembler says of a statement.</summary>
internal enum Verdict
{
    Taken,

    /// <summary>The parser refuses it.</summary>
    Parser,

    /// <summary>The encoder refuses it.</summary>
    Encoder,

    /// <summary>The assembler crashes on it.</summary>
    Crash,
}

/// <summary>
/// Asks the assembler about many statements at once. A file with an error of the parser has none of the encoder, so that those lines are taken out first; a crash is
/// looked for by halves.
/// </summary>
/// <param name="assemble">Runs the assembler over a file's text: exit code and what it says.</param>
internal sealed partial class AssemblerVerdicts(Func<string, Task<(int ExitCode, string Output)>> assemble)
{
    /// <summary>How many statements a function has.</summary>
    public const int FunctionLength = 40;

    /// <summary>The lines before a function's first statement.</summary>
    public const string FunctionStart = "TEXT ·f(SB), 4, $16-8\nhere:\n";

    /// <summary>One verdict a statement, with what the assembler says.</summary>
    public async Task<(Verdict Verdict, string Message)[]> AskAsync(IReadOnlyList<string> statements)
    {
        var verdicts = new (Verdict, string)[statements.Count];
        await AskAsync(statements, [.. Enumerable.Range(0, statements.Count)], verdicts);
        return verdicts;
    }

    /// <summary>The text of a file with some of the statements, and which statement each line has (-1: none).</summary>
    public static (string Text, List<int> Lines) FileOf(IReadOnlyList<string> statements, IReadOnlyList<int> which)
    {
        var text = new StringBuilder();
        List<int> lines = [];
        for (var i = 0; i < which.Count; i++)
        {
            if (i % FunctionLength == 0)
            {
                text.Append(i == 0 ? "" : "\tRET\n\tRET\n\tRET\n").Append(FunctionStart.Replace("·f", "·f" + i, StringComparison.Ordinal));
                lines.AddRange(Enumerable.Repeat(-1, i == 0 ? 2 : 5));
            }

            text.Append('\t').Append(statements[which[i]]).Append('\n');
            lines.Add(which[i]);
        }

        text.Append("\tRET\n\tRET\n\tRET\n");
        return (text.ToString(), lines);
    }

    private async Task AskAsync(IReadOnlyList<string> statements, List<int> which, (Verdict, string)[] verdicts)
    {
        while (which.Count > 0)
        {
            var (text, lines) = FileOf(statements, which);
            var (exitCode, output) = await assemble(text);
            if (exitCode == 2)
            {
                if (which.Count == 1)
                {
                    verdicts[which[0]] = (Verdict.Crash, output.Split('\n').FirstOrDefault(static l => l.StartsWith("panic", StringComparison.Ordinal)) ?? "");
                    return;
                }

                await AskAsync(statements, which[..(which.Count / 2)], verdicts);
                await AskAsync(statements, which[(which.Count / 2)..], verdicts);
                return;
            }

            var refused = new HashSet<int>();
            foreach (var line in output.Split('\n'))
            {
                if (ParserLine().Match(line) is { Success: true } parser && At(lines, parser.Groups[1].Value) is >= 0 and var statement)
                {
                    refused.Add(statement);
                    verdicts[statement] = (Verdict.Parser, parser.Groups[2].Value);
                }
            }

            if (refused.Count == 0)
            {
                foreach (Match encoder in EncoderLine().Matches(output))
                {
                    if (At(lines, encoder.Groups[2].Value) is >= 0 and var found && verdicts[found].Item1 == Verdict.Taken)
                    {
                        verdicts[found] = (Verdict.Encoder, encoder.Groups[1].Value.Trim());
                    }
                }

                return;
            }

            which = [.. which.Where(i => !refused.Contains(i))];
        }
    }

    private static int At(List<int> lines, string number) => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) is var n && n <= lines.Count ? lines[n - 1] : -1;

    [GeneratedRegex(@"^[^\s(]*\.s:(\d+): (.*)$")]
    private static partial Regex ParserLine();

    // The statement follows the words, on the same line or the next.
    [GeneratedRegex(@"^(?:asm: )?(.*?)\n?[^\n]*?\d{5} \([^\n]*?\.s:(\d+)\)", RegexOptions.Multiline)]
    private static partial Regex EncoderLine();
}
