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
        "[V1.B16]", "[V1.B16, V2.B16]", "[V1.B16, V2.B16, V3.B16]", "[V1.B16, V2.B16, V3.B16, V4.B16]", "[V1.S4]", "[V1.S4, V2.S4]", "[V1.B8]", "EQ", "PLDL1KEEP", "VMALLE1", "VAE1IS", "ZVA", "DAIFSet",
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
        var owners = new List<int>();
        foreach (var (line, diagnostic) in found)
        {
            foreach (var statement in Corrections(lines[line - 1], diagnostic.Location!.Value))
            {
                candidates.Add(statement);
                owners.Add(line);
            }
        }

        var verdicts = await new AssemblerVerdicts(text => Arm64Subject.AssembleAsync(toolchain, text)).AskAsync(candidates);
        var corrected = owners.Where((_, i) => verdicts[i].Verdict == Verdict.Taken).ToHashSet();
        var misplaced = 0;
        foreach (var kind in expected.GroupBy(static e => e.Value).OrderBy(static k => k.Key, StringComparer.Ordinal))
        {
            var refused = kind.Count(e => found.ContainsKey(e.Key));
            var underlined = kind.Count(e => corrected.Contains(e.Key));
            misplaced += kind.Count() - underlined;
            output.WriteLine("  " + kind.Key + ": " + kind.Count() + " lines, " + refused + " refused, " + underlined + " with the operand that is wrong");
            foreach (var (line, _) in kind.Where(e => !corrected.Contains(e.Key)))
            {
                output.WriteLine("      " + lines[line - 1].Trim() + " " + found.GetValueOrDefault(line)?.Message);
            }
        }

        output.WriteLine("TRUTH arm64-errors go=" + go + " lines=" + expected.Count + " refused=" + expected.Count(e => found.ContainsKey(e.Key)) + " underlined=" + (expected.Count - misplaced));
        Assert.True(misplaced * 20 <= expected.Count, misplaced + " of " + expected.Count + " lines");
    }

    // The statement with something else in place of what is underlined; a word that is underlined gets another suffix or number of operands.
    private static IEnumerable<string> Corrections(string line, SourceLocation location)
    {
        var start = location.Start.Column - 1;
        var end = location.End.Column - 1;
        var statement = line[..line.IndexOf("//", StringComparison.Ordinal)].TrimEnd();
        var isWord = line[..start].Trim().Length == 0;
        foreach (var substitute in Substitutes)
        {
            yield return isWord ? statement.Trim() + ", " + substitute : (line[..start] + substitute + statement[end..]).Trim();
        }

        if (isWord)
        {
            yield return WithoutLast(statement).Trim();
            yield return (line[..end] + ".P" + statement[end..]).Trim();
            yield return statement.Replace(".P", "", StringComparison.Ordinal).Replace(".W", "", StringComparison.Ordinal).Trim();
        }
    }

    private static string WithoutLast(string statement) => statement.LastIndexOf(',') is > 0 and var comma ? statement[..comma] : statement;

    [GeneratedRegex("// ERROR \"(.*)\"")]
    private static partial Regex Comment();
}
