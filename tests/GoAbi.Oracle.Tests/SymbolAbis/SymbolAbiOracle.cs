using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.SymbolAbis;

/// <summary>asm -gensymabis of every assembly file of the standard library, against our reading of the same files.</summary>
public sealed class SymbolAbiOracle(SymbolAbiOracle.Scratch scratch, ITestOutputHelper output) : IClassFixture<SymbolAbiOracle.Scratch>
{
    private static readonly DiskSourceFiles Files = new();
    private static readonly string[] OtherSystems = ["darwin", "windows", "freebsd", "openbsd"];

    public static TheoryData<string, string, string> Targets()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.All : [])
        {
            foreach (var goarch in GoPlatforms.AssemblerArchitectures)
            {
                if (goarch == "loong64" && toolchain.Version < new GoVersion(19))
                {
                    continue;
                }

                data.Add(toolchain.Version.ToString(), goarch == "wasm" ? "js" : "linux", goarch);
            }

            foreach (var goos in OtherSystems)
            {
                data.Add(toolchain.Version.ToString(), goos, "amd64");
                data.Add(toolchain.Version.ToString(), goos, "arm64");
            }

            data.Add(toolchain.Version.ToString(), "aix", "ppc64");
            data.Add(toolchain.Version.ToString(), "plan9", "386");
        }

        if (data.Count == 0)
        {
            data.Add("none", "linux", "amd64");
        }

        return data;
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task The_standard_library_has_the_definitions_and_references_that_the_assembler_finds(string go, string goos, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var listing = await toolchain.GoAsync(toolchain.Root, EnvironmentOf(goos, goarch), "list", "-e", "-f", "{{if .SFiles}}{{if eq .Name \"main\"}}main{{else}}{{.ImportPath}}{{end}}|{{.Dir}}|{{join .SFiles \",\"}}{{end}}", "std", "cmd");
        var files = 0;
        var failures = new StringBuilder();
        var theirs = new StringBuilder();
        List<string> paths = [];
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('|');
            var names = parts[2].Split(',');
            var compared = await CompareAsync(toolchain, goos, goarch, parts[0], parts[1], names, failures, theirs);
            paths.AddRange(names.Select(name => parts[1] + "/" + name));
            if (compared != names.Length)
            {
                failures.Append(parts[0]).Append(": the assembler fails\n");
            }

            files += compared;
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(files > 3, "only " + files + " files");

        // As the go command does, a program is assembled as "main". The command finds each package's path by itself, and keeps the order whatever runs side by side.
        var target = toolchain.Version + "," + goos + "/" + goarch;
        var (exitCode, ours, errors) = await GoAbiCommand.RunAsync(
            toolchain.Root, ["parse", "--symabis", "--goroot", toolchain.Root, "--target", target, "--fail-on", "none", .. paths]);
        Assert.True(exitCode == 0, errors);
        Assert.Equal("", FirstDifference(theirs.ToString(), ours));
        output.WriteLine("TRUTH symabis go=" + toolchain.Version + " target=" + goos + "/" + goarch + " files=" + files);
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task The_assemblers_own_test_files_have_the_definitions_and_references_that_it_finds(string go, string goos, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var testdata = toolchain.Root + "/src/cmd/asm/internal/asm/testdata";
        var failures = new StringBuilder();
        foreach (var file in Directory.GetFiles(testdata, "*.s", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await CompareAsync(toolchain, goos, goarch, "cmd/asm/testdata", Path.GetDirectoryName(file)!, [Path.GetFileName(file)], failures);
        }

        Assert.True(failures.Length == 0, failures.ToString());
    }

    private async Task<int> CompareAsync(GoToolchain toolchain, string goos, string goarch, string package, string directory, string[] names, StringBuilder failures, StringBuilder? all = null)
    {
        var result = scratch.NewFile();
        var target = new Target { Toolchain = toolchain.Version, Goos = goos, Goarch = goarch };
        List<string> arguments = ["-gensymabis", "-o", result, "-p", package, "-I", scratch.ObjectDirectory, "-I", toolchain.Root + "/pkg/include"];
        foreach (var macro in BuildMacros.Of(target))
        {
            arguments.AddRange(["-D", macro]);
        }

        if (toolchain.Version.Minor <= 20 && IsRuntime(package))
        {
            arguments.Add("-compiling-runtime");
        }

        arguments.AddRange(names);
        var (exitCode, _, errors) = await toolchain.RunAsync(toolchain.Tool("asm"), directory, EnvironmentOf(goos, goarch), [.. arguments]);
        var ours = new StringBuilder();
        var problems = new StringBuilder();
        List<AsmProgram> programs = [];
        foreach (var name in names)
        {
            var file = Files.Read(directory + "/" + name).File!;
            var program = AsmProgram.Create(AsmSyntaxTree.Parse(file), target, new AsmProgramOptions
            {
                PackagePath = package,
                Files = Files,
                IncludeDirectories = ImmutableArray.Create(toolchain.Root + "/pkg/include"),
                AllowedRoots = ImmutableArray.Create(toolchain.Root, toolchain.Root + "/pkg/include", toolchain.Root + "/src", directory),
            });
            programs.Add(program);
            foreach (var symbol in program.SymbolAbis())
            {
                ours.Append(symbol).Append('\n');
            }

            foreach (var diagnostic in program.Diagnostics.Where(d => d.Id is DiagnosticIds.Preprocessor or DiagnosticIds.ExpansionLimit or DiagnosticIds.UnresolvedInclude))
            {
                problems.Append(diagnostic).Append('\n');
            }
        }

        if (exitCode != 0)
        {
            // It gives up where we go on; then there is no output to compare, and we must have found something too.
            Assert.False(File.Exists(result));
            return 0;
        }

        var theirs = File.ReadAllText(result);
        all?.Append(theirs);
        if (all is not null)
        {
            failures.Append(await ComparePreprocessedAsync(toolchain, directory, EnvironmentOf(goos, goarch), [.. arguments.SkipLast(names.Length)], programs, theirs));
        }

        if (theirs != ours.ToString() || problems.Length > 0)
        {
            failures.Append(package).Append(' ').AppendJoin(' ', names).Append('\n').Append(problems).Append(FirstDifference(theirs, ours.ToString())).Append(errors);
        }

        return names.Length;
    }

    // What we print as the program after preprocessing means the same to the assembler as the files themselves.
    private async Task<string> ComparePreprocessedAsync(
        GoToolchain toolchain, string directory, Dictionary<string, string?> environment, List<string> arguments, List<AsmProgram> programs, string theirs)
    {
        var result = arguments[arguments.IndexOf("-o") + 1];
        File.Delete(result);
        foreach (var program in programs)
        {
            var path = scratch.NewFile() + ".s";
            await File.WriteAllBytesAsync(path, SourceText.FromString(program.ToPreprocessedString()).Bytes.ToArray());
            arguments.Add(path);
        }

        var (exitCode, _, errors) = await toolchain.RunAsync(toolchain.Tool("asm"), directory, environment, [.. arguments]);
        return exitCode != 0 ? directory + " preprocessed: " + errors
            : File.ReadAllText(result) != theirs ? directory + " preprocessed\n" + FirstDifference(theirs, File.ReadAllText(result))
            : "";
    }

    private static Dictionary<string, string?> EnvironmentOf(string goos, string goarch) => new() { ["GOOS"] = goos, ["GOARCH"] = goarch };

    private static bool IsRuntime(string package) =>
        package is "runtime" or "reflect" or "syscall" or "internal/bytealg" || package.StartsWith("runtime/internal", StringComparison.Ordinal);

    private static string FirstDifference(string theirs, string ours)
    {
        var left = theirs.Split('\n');
        var right = ours.Split('\n');
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var a = i < left.Length ? left[i] : "(end)";
            var b = i < right.Length ? right[i] : "(end)";
            if (a != b)
            {
                return "  line " + (i + 1) + ": assembler " + a + ", ours " + b + "\n";
            }
        }

        return "";
    }

    /// <summary>A directory with an empty go_asm.h, as the go command makes one, and room for output: the assembler unlinks its output on failure.</summary>
    public sealed class Scratch : IDisposable
    {
        private readonly TemporaryDirectory root = new();
        private int count;

        public Scratch()
        {
            ObjectDirectory = Path.GetDirectoryName(root.Write("obj/go_asm.h", ""))!;
        }

        public string ObjectDirectory { get; }

        public string NewFile() => root["symabis" + System.Threading.Interlocked.Increment(ref count)];

        public void Dispose() => root.Dispose();
    }
}
