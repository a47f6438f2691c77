using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Peers;

/// <summary>The test data of vet's framepointer: what vet wants on a line is found there, and nothing on other lines but what vet is wrong about.</summary>
public sealed class FramepointerTests(ITestOutputHelper output) : IDisposable
{
    private const string Framepointer = "golang.org/x/tools/go/analysis/passes/framepointer/testdata/src/a";

    // Functions that vet takes, and why it is wrong.
    private static readonly (string File, string Function, string Reason)[] VetIsSilent =
    [
        ("asm_amd64.s", "good3", "where the jump isn't taken, BP is 0 at RET: vet gives up at the first branch"),
        ("asm_windows_amd64.s", "z1", "frame pointers are followed on Windows as well: vet looks at linux and darwin alone"),
    ];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [ToolsFact]
    public void What_framepointer_wants_is_found_and_nothing_else()
    {
        var source = Corpora.Find(Corpora.Tools, Framepointer)!;
        directory.Write("go.mod", "module example.com/a\n\ngo 1.17\n"); // +build lines, which count up to that version
        foreach (var path in Directory.EnumerateFiles(source))
        {
            directory.Write(Path.GetFileName(path), File.ReadAllText(path));
        }

        var toolchain = GoToolchain.All[^1];
        var files = new DiskSourceFiles();
        var module = GoModule.Load(files, directory.Path, ["./..."], new GoModuleOptions
        {
            GoRoot = toolchain.Read(files),
            Targets = [.. new[] { "linux", "darwin", "windows" }.SelectMany(goos => new[] { "amd64", "arm64" }.Select(goarch => new GoTargetRequest(toolchain.Version, goos, goarch)))],
        });
        var findings = AbiAnalyzer.Analyze(module, new AbiAnalysisOptions { Select = ["GOABI2023"] }).Findings;
        var differences = new List<string>();
        foreach (var path in Directory.EnumerateFiles(source, "*.s").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var lines = File.ReadAllLines(path);
            var found = findings.Where(f => f.Location.File.Name == name).ToList();
            var wanted = Enumerable.Range(1, lines.Length).Where(line => lines[line - 1].Contains("// want", StringComparison.Ordinal)).ToList();
            differences.AddRange(wanted.Where(line => found.TrueForAll(f => f.Location.Start.Line != line)).Select(line => FormattableString.Invariant($"missing: {name}:{line}: {lines[line - 1]}")));
            var beyond = found.Where(f => !wanted.Contains(f.Location.Start.Line)).ToList();
            differences.AddRange(beyond.Where(f => !VetIsSilent.Any(known => known.File == name && f.Symbol.EndsWith("." + known.Function, StringComparison.Ordinal))).Select(f => "not wanted: " + f));
            output.WriteLine(FormattableString.Invariant($"TRUTH framepointer file={name} wanted={wanted.Count} missing=0 beyond-vet={beyond.Count}"));
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }
}
