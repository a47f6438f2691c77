using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Encoders.Arm64;

/// <summary>Random statements: we refuse none that the assembler takes, and nearly all that it refuses.</summary>
public sealed class GeneratedStatementTests(ITestOutputHelper output)
{
    private const int Batch = 4000;

    public static TheoryData<string> Versions => GoToolchain.AllVersions;

    [GoTheory]
    [MemberData(nameof(Versions))]
    public async Task What_the_assembler_takes_is_taken_and_what_it_refuses_is_refused(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var generator = new StatementGenerator(Arm64Subject.Facts, NearestMinor(toolchain.Version.Minor), seed: 20260101);
        var count = GoToolchain.WantsEverything ? 200_000 : 12_000;
        int agreed = 0, refused = 0, asked = 0;
        var wrong = new StringBuilder();
        var missed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (; asked < count; asked += Batch)
        {
            var statements = Enumerable.Range(0, Batch).Select(_ => generator.Next()).ToList();
            var verdicts = await new AssemblerVerdicts(text => Arm64Subject.AssembleAsync(toolchain, text)).AskAsync(statements);
            var ours = OurErrors(toolchain, statements);
            for (var i = 0; i < Batch; i++)
            {
                var (verdict, message) = verdicts[i];
                refused += verdict == Verdict.Taken ? 0 : 1;
                if (ours.ContainsKey(i) == (verdict != Verdict.Taken))
                {
                    agreed++;
                }
                else if (verdict == Verdict.Taken)
                {
                    wrong.Append(statements[i]).Append("  // ").Append(ours[i]).Append('\n');
                }
                else
                {
                    var kind = verdict + ": " + message.Split(':')[0];
                    missed[kind] = missed.GetValueOrDefault(kind) + 1;
                }
            }
        }

        output.WriteLine("TRUTH arm64-generated go=" + go + " statements=" + asked + " refused=" + refused + " agreed=" + agreed);
        foreach (var (kind, number) in missed)
        {
            output.WriteLine("  " + number + " not refused by us: " + kind);
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
        Assert.True(asked - agreed <= asked / 200, "agreed on " + agreed + " of " + asked);
        Assert.InRange(refused, asked / 10, asked * 9 / 10);
    }

    private static Dictionary<int, string> OurErrors(GoToolchain toolchain, List<string> statements)
    {
        var (text, lines) = AssemblerVerdicts.FileOf(statements, [.. Enumerable.Range(0, statements.Count)]);
        var errors = new Dictionary<int, string>();
        foreach (var diagnostic in Arm64Subject.Read(toolchain, text).Diagnostics.Where(static d => d.Severity == Source.Severity.Error))
        {
            errors.TryAdd(lines[diagnostic.Location!.Value.Start.Line - 1], diagnostic.Id + " " + diagnostic.Message);
        }

        return errors;
    }

    // Releases between the known ones are generated for as the older one.
    private static int NearestMinor(int minor) => minor >= 24 ? 24 : 19;
}
