using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Peers;

/// <summary>
/// The test data of vet's asmdecl, which is read from golang.org/x/tools as it is installed: what vet wants on a line is found there, for each architecture of the file, and nothing on
/// other lines but what vet is wrong about.
/// </summary>
public sealed partial class AsmdeclTests(ITestOutputHelper output) : IDisposable
{
    private const string Asmdecl = "golang.org/x/tools/go/analysis/passes/asmdecl/testdata/src/a";

    // A package in which the assembler takes ABI selectors, so that returnABIInternal and its like mean what they say.
    private const string ImportPath = "internal/chacha8rand";

    // Lines on which vet says nothing, by what stands there, and why it is wrong.
    private static readonly (string Function, string Text, string Reason)[] VetIsSilent =
    [
        ("pickInternalABI", "MOVQ\tx+0(FP), AX", "under ABIInternal x is in AX, and nothing was stored at 0(FP)"),
        ("noframe1", "4(R13), AX", "a leaf without locals has no frame on arm: x is there"),
    ];

    // Lines on which vet is wrong about what it wants.
    private static readonly (string File, string Text, string Reason)[] VetIsWrong =
    [
        ("asm7.s", "(R1), R3 // want", "a frame of ppc64 begins with 32 bytes, not 8: what is at 16(R1) is no argument"),
        ("asm3.s", "12(R13), AX // want", "the line before it, with x+8(R13), is none that the assembler takes: what it does isn't known"),
    ];

    private readonly TemporaryDirectory directory = new();

    [ToolsFact]
    public void What_asmdecl_wants_is_found_and_nothing_else()
    {
        var source = Corpora.Find(Corpora.Tools, Asmdecl)!;
        directory.Write("go.mod", "module " + ImportPath + "\n\ngo 1.17\n"); // +build lines, which count up to that version
        foreach (var path in Directory.EnumerateFiles(source))
        {
            // asm3.s is for arm, and writes to AX and BX, which only 386 and amd64 have: what it does couldn't be told.
            var text = File.ReadAllText(path);
            directory.Write(Path.GetFileName(path), Path.GetFileName(path) == "asm3.s" ? text.Replace("AX", "R1", StringComparison.Ordinal).Replace("BX", "R2", StringComparison.Ordinal) : text);
        }

        var targets = ImmutableArray.CreateRange(GoPlatforms.AssemblerArchitectures.Select(goarch => new GoTargetRequest(GoToolchain.All[^1].Version, goarch == "wasm" ? "js" : "linux", goarch)));
        var files = new DiskSourceFiles();
        var module = GoModule.Load(files, directory.Path, ["./..."], new GoModuleOptions { GoRoot = GoToolchain.All[^1].Read(files), Targets = targets });
        var findings = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Select = ["GOABI200", "GOABI2020", "GOABI2021"] }).Findings;
        var differences = new List<string>();
        foreach (var path in Directory.EnumerateFiles(source, "*.s").Order(StringComparer.Ordinal))
        {
            foreach (var goarch in ArchitecturesOf(path))
            {
                Compare(path, goarch, [.. findings.Where(f => f.Location.File.Name == Path.GetFileName(path) && f.Targets.Any(t => t.Goarch == goarch))], differences);
            }
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    public void Dispose() => directory.Dispose();

    private void Compare(string path, string goarch, List<Finding> findings, List<string> differences)
    {
        var lines = File.ReadAllLines(path);
        var wanted = 0;
        var beyond = 0;
        var notOurs = 0;
        var missing = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var there = findings.Where(f => f.Location.Start.Line == i + 1).ToList();
            if (lines[i].Contains("// want", StringComparison.Ordinal))
            {
                wanted++;
                if (there.Count == 0 && VetIsWrong.Any(known => known.File == Path.GetFileName(path) && lines[i].Contains(known.Text, StringComparison.Ordinal)))
                {
                    notOurs++;
                }
                else if (there.Count == 0)
                {
                    missing++;
                    differences.Add(FormattableString.Invariant($"{goarch} missing: {Path.GetFileName(path)}:{i + 1}: {lines[i].Trim()}"));
                }
            }
            else
            {
                foreach (var finding in there)
                {
                    beyond++;
                    if (!VetIsSilent.Any(known => finding.Function.EndsWith("." + known.Function, StringComparison.Ordinal) && lines[i].Contains(known.Text, StringComparison.Ordinal)))
                    {
                        differences.Add(FormattableString.Invariant($"{goarch} not wanted: {Path.GetFileName(path)}:{i + 1}: {lines[i].Trim()}: {finding.RuleId} {finding.Message}"));
                    }
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"TRUTH asmdecl file={Path.GetFileName(path)} goarch={goarch} wanted={wanted} missing={missing} wrongly-wanted={notOurs} beyond-vet={beyond}"));
    }

    private static string[] ArchitecturesOf(string path) =>
        [.. Constraint().Match(File.ReadAllText(path)).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"^// ?(?:\+build|go:build) (.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
