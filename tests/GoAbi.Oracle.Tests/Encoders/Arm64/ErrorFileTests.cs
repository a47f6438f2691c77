using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Encoders.Arm64;

/// <summary>
/// The assembler's own file of errors. The underlined operand is right where the assembler takes the statement with something else in its place.
/// </summary>
public sealed partial class ErrorFileTests(ITestOutputHelper output)
{
    // What may stand where an operand is wrong; most forms take one of these.
    private static readonly string[] Substitutes =
    [
        "R0", "R1", "R20", "R21", "RSP", "ZR", "F0", "F1", "V0", "$0", "$1", "$2", "$4", "$8", "$15", "$16", "$32", "$64", "$1000", "$0x10000", "(R19)", "(RSP)", "8(R19)", "16(R19)", "(R19)(R1)", "(R5)(R4)", "16(R1)", "32(R1)", "48(R1)",
        "64(R1)", "(R20, R21)", "(R22, R23)", "(F4, F5)", "V3.B8", "V3.B16", "V3.H4", "V3.H8", "V3.S2", "V3.S4", "V3.D1", "V3.D2", "V3.Q1", "V3.B[0]", "V3.H[0]", "V3.S[0]", "V3.D[0]",
        "[V1.B16]", "[V1.B16, V2.B16]", "[V1.B16, V2.B16, V3.B16]", "[V1.B16, V2.B16, V3.B16, V4.B16]", "[V1.S4]", "[V1.S4, V2.S4]", "[V1.B8]", "EQ", "PLDL1KEEP", "VMALLE1", "VAE1IS", "ZVA", "ZVA, R0", "DAIFSet",
        "SPSel", "FPCR", "TPIDR_EL0", "R1<<1", "R1.UXTW", "here", "sym(SB)", "$1.0",
    ];

    public static TheoryData<string> Versions => GoToolchain.AllVersions;

    [GoTheory]
    [MemberData(nameof(Versions))]
    public async Task Lines_that_the_encoder_refuses_are_refused_and_the_wrong_operand_is_underlined(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var path = toolchain.Root + "/src/cmd/asm/internal/asm/testdata/arm64error.s";
        var lines = await File.ReadAllLinesAsync(path);
        var expected = lines.Select(static (text, index) => (Line: index + 1, Match: Comment().Match(text))).Where(static l => l.Match.Success)
            .ToDictionary(static l => l.Line, static l => l.Match.Groups[1].Value);
        var program = Arm64Subject.Read(toolchain, "linux", path);
        var found = program.Diagnostics.Where(static d => d.Severity == Severity.Error).GroupBy(static d => d.Location!.Value.Start.Line).ToDictionary(static g => g.Key, static g => g.First());

        var others = found.Where(f => !expected.ContainsKey(f.Key)).Select(static f => f.Value.ToString()).ToList();
        Assert.True(others.Count == 0, string.Join('\n', others));

        // Candidates of all lines in one run.
        var candidates = new List<string>();
        var owners = new List<(int Line, bool IsUnderlined)>();
        foreach (var (line, diagnostic) in found)
        {
            foreach (var (statement, isUnderlined) in Corrections(lines[line - 1], diagnostic.Location!.Value))
            {
                candidates.Add(statement);
                owners.Add((line, isUnderlined));
            }
        }

        var verdicts = await new AssemblerVerdicts(text => Arm64Subject.AssembleAsync(toolchain, text)).AskAsync(candidates);
        var corrected = owners.Where((_, i) => verdicts[i].Verdict == Verdict.Taken).ToHashSet();
        var right = 0;
        var several = 0;
        foreach (var kind in expected.GroupBy(static e => e.Value).OrderBy(static k => k.Key, StringComparer.Ordinal))
        {
            var refused = kind.Where(e => found.ContainsKey(e.Key)).ToList();
            var here = refused.Count(e => corrected.Contains((e.Key, true)));
            var elsewhere = refused.Where(e => !corrected.Contains((e.Key, true)) && corrected.Contains((e.Key, false))).ToList();
            right += refused.Count - elsewhere.Count;
            several += refused.Count - elsewhere.Count - here;
            output.WriteLine("  " + kind.Key + ": " + kind.Count() + " lines, " + refused.Count + " refused, " + here + " right where that operand is changed, "
                + (refused.Count - elsewhere.Count - here) + " only where several are, " + elsewhere.Count + " by another one");
            foreach (var (line, _) in elsewhere)
            {
                output.WriteLine("      " + lines[line - 1].Trim() + " " + found[line].Message);
            }
        }

        output.WriteLine("TRUTH arm64-errors go=" + go + " lines=" + expected.Count + " refused=" + expected.Count(e => found.ContainsKey(e.Key)) + " underlined=" + right + " of-these-several-wrong=" + several);
        Assert.True(expected.Count - right <= expected.Count / 20, right + " of " + expected.Count + " lines");
    }

    // The statement with something else in place of one operand: of what is underlined, and of each of the others. A word that is underlined gets another suffix or
    // number of operands.
    private static IEnumerable<(string Statement, bool IsUnderlined)> Corrections(string line, SourceLocation location)
    {
        var start = location.Start.Column - 1;
        var end = location.End.Column - 1;
        var statement = line[..line.IndexOf("//", StringComparison.Ordinal)].TrimEnd();
        if (line[..start].Trim().Length == 0)
        {
            foreach (var substitute in Substitutes)
            {
                yield return (statement.Trim() + ", " + substitute, true);
            }

            yield return (WithoutLast(statement).Trim(), true);
            yield return ((line[..end] + ".P" + statement[end..]).Trim(), true);
            yield return (statement.Replace(".P", "", StringComparison.Ordinal).Replace(".W", "", StringComparison.Ordinal).Trim(), true);
        }

        foreach (var (from, to) in Operands(statement))
        {
            var isUnderlined = from <= start && end <= to;
            foreach (var substitute in Substitutes)
            {
                yield return ((line[..from] + substitute + statement[to..]).Trim(), isUnderlined);
            }

            if (isUnderlined)
            {
                yield return ((line[..from].TrimEnd().TrimEnd(',') + statement[to..]).Trim(), true);
            }
        }
    }

    // Operands lie between commas outside brackets.
    private static IEnumerable<(int From, int To)> Operands(string statement)
    {
        var at = statement.Length - statement.TrimStart().Length;
        while (at < statement.Length && !char.IsWhiteSpace(statement[at]))
        {
            at++;
        }

        for (var depth = 0; at < statement.Length; at++)
        {
            while (at < statement.Length && char.IsWhiteSpace(statement[at]))
            {
                at++;
            }

            var from = at;
            for (; at < statement.Length && (depth > 0 || statement[at] != ','); at++)
            {
                depth += statement[at] is '(' or '[' ? 1 : statement[at] is ')' or ']' ? -1 : 0;
            }

            yield return (from, at);
        }
    }

    private static string WithoutLast(string statement) => statement.LastIndexOf(',') is > 0 and var comma ? statement[..comma] : statement;

    [GeneratedRegex("// ERROR \"(.*)\"")]
    private static partial Regex Comment();
}
