using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Go;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Lint;

/// <summary>A warning says that the assembler accepts something: each page's example goes through every installed assembler, and so does the standard library.</summary>
public sealed partial class WarningOracle(ITestOutputHelper output) : IDisposable
{
    private static readonly DiskSourceFiles Files = new();

    // What stands in the Go tree and is wrong there: a symbol that is misspelt in its DATA, and 8 bytes in a DATA of 4.
    private static readonly string[] KnownInGo =
    [
        "math/atan_s390x.s GOABI4031",
        "runtime/asm_s390x.s GOABI4022",
    ];

    private readonly TemporaryDirectory directory = new();

    public static TheoryData<string> Accepted() => [.. AsmDiagnosticCatalog.All.Where(IsAccepted).Select(d => d.Id)];

    public static TheoryData<string> Refused() => [.. AsmDiagnosticCatalog.All.Where(d => !IsAccepted(d)).Select(d => d.Id)];

    [GoTheory]
    [MemberData(nameof(Accepted))]
    public async Task Every_assembler_takes_the_example_of_a_warning(string id) =>
        Assert.All(await AssembleAsync(id), result => Assert.Equal(0, result.ExitCode));

    [GoTheory]
    [MemberData(nameof(Refused))]
    public async Task Every_assembler_refuses_the_example_of_an_error(string id) =>
        Assert.All(await AssembleAsync(id), result => Assert.NotEqual(0, result.ExitCode));

    [GoFact]
    public void The_standard_library_has_no_warning_but_those_that_are_true()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var programs = 0;
        foreach (var toolchain in GoToolchain.All)
        {
            foreach (var path in Directory.EnumerateFiles(toolchain.Root + "/src/", "*.s", SearchOption.AllDirectories))
            {
                if (!path.Contains("/testdata/", StringComparison.Ordinal))
                {
                    programs += Read(toolchain, path, found);
                }
            }
        }

        Assert.Equal(KnownInGo, found);
        Assert.True(programs > 1000, programs + " programs");
        output.WriteLine("TRUTH warnings programs=" + programs + " true=" + found.Count + " false=0");
    }

    public void Dispose() => directory.Dispose();

    private static bool IsAccepted(AsmDiagnosticDescriptor descriptor) => descriptor.DefaultSeverity != Severity.Error;

    private static int Read(GoToolchain toolchain, string path, SortedSet<string> found)
    {
        var file = Files.Read(path).File!;
        var tree = AsmSyntaxTree.Parse(file);
        var programs = 0;
        foreach (var goarch in GoPlatforms.AssemblerArchitectures)
        {
            var target = new Target { Toolchain = toolchain.Version, Goos = goarch == "wasm" ? "js" : "linux", Goarch = goarch };
            var selector = new GoFileSelector(target);
            if (selector.MatchName(file.Name, out _) != GoFileSelection.Selected
                || selector.MatchConstraints(file, GoBuildConstraints.Find(file.Text), out _, out _) != GoFileSelection.Selected)
            {
                continue;
            }

            programs++;
            var package = Path.GetDirectoryName(path)![(toolchain.Root.Length + "/src/".Length)..];
            var program = AsmProgram.Create(tree, target, new AsmProgramOptions
            {
                PackagePath = package,
                Files = Files,
                IncludeDirectories = ImmutableArray.Create(toolchain.Root + "/pkg/include"),
                AllowedRoots = ImmutableArray.Create(toolchain.Root, toolchain.Root + "/src"),
            });
            found.UnionWith(program.Diagnostics
                .Where(d => AsmDiagnosticCatalog.Find(d.Id)!.Kind == AsmDiagnosticKind.Warning)
                .Select(d => package + "/" + d.Location!.Value.File.Name + " " + d.Id));
        }

        return programs;
    }

    private async Task<List<(GoToolchain Toolchain, int ExitCode, string Error)>> AssembleAsync(string id)
    {
        var page = File.ReadAllText(Path.Combine(GoToolchain.Repository, "docs/rules/" + id + ".md")).ReplaceLineEndings("\n");
        var example = Fence().Match(page);
        Assert.True(example.Success, "no example in " + id);
        var goarch = example.Groups[1].Length == 0 ? "amd64" : example.Groups[1].Value;
        var source = directory.Write(id + "/f.s", example.Groups[2].Value);
        directory.Write(id + "/size.h", "#define SIZE 16");
        directory.Write(id + "/go_asm.h", "");
        var results = new List<(GoToolchain, int, string)>();
        foreach (var toolchain in GoToolchain.All)
        {
            // The assembler removes its output on failure: it always gets a file of its own.
            var result = await toolchain.RunAsync(
                toolchain.Tool("asm"),
                Path.GetDirectoryName(source)!,
                new Dictionary<string, string?> { ["GOARCH"] = goarch },
                "-p", "example.com/p", "-o", directory[id + "/" + toolchain.Version + ".o"], "-I", Path.GetDirectoryName(source)!, source);
            results.Add((toolchain, result.ExitCode, result.Error));
        }

        return results;
    }

    [GeneratedRegex("```asm *([a-z0-9]*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
