using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;

namespace GoAbi.Oracle.Tests.Encoders.Arm64;

/// <summary>Both sides of the comparison: the assembler for arm64, and ours.</summary>
internal static class Arm64Subject
{
    private static readonly DiskSourceFiles Files = new();

    private static readonly string[] EncoderIds =
        [DiagnosticIds.InstructionSuffix, DiagnosticIds.OperandCount, DiagnosticIds.OperandCombination, DiagnosticIds.OperandRange, DiagnosticIds.DirectiveOperand, DiagnosticIds.FrameSize];

    /// <summary>What the encoder's checks are made from; the generator of statements follows it.</summary>
    public static IEnumerable<string> Facts => File.ReadLines(Path.Combine(GoToolchain.Repository, "eng/data/asm/arm64-forms.txt"));

    /// <summary>A file of GOROOT, with an empty go_asm.h.</summary>
    public static AsmProgram Read(GoToolchain toolchain, string goos, string path) =>
        Create(Files.Read(path).File!, toolchain, goos, [toolchain.Root, toolchain.Root + "/pkg/include", toolchain.Root + "/src", Path.GetDirectoryName(path)!]);

    /// <summary>Text that includes nothing.</summary>
    public static AsmProgram Read(GoToolchain toolchain, string text) =>
        Create(new SourceFile("/m/x.s", SourceText.FromString(text)), toolchain, "linux", ["/m"]);

    /// <summary>Errors of the kinds that an encoder has.</summary>
    public static IEnumerable<SourceDiagnostic> EncoderErrors(AsmProgram program) =>
        program.Diagnostics.Where(static d => d.Severity == Severity.Error && EncoderIds.Contains(d.Id));

    /// <summary>Runs the assembler over text, all errors wanted.</summary>
    public static async Task<(int ExitCode, string Output)> AssembleAsync(GoToolchain toolchain, string text)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("x.s", text);

        // Its own file, whatever becomes of it: a failing assembler removes it.
        var (exitCode, output, error) = await toolchain.RunAsync(
            toolchain.Tool("asm"), directory.Path, new Dictionary<string, string?> { ["GOARCH"] = "arm64" }, "-e", "-p", "p", "-I", toolchain.Root + "/pkg/include", "-o", directory["x.o"], "x.s");
        return (exitCode, output + error);
    }

    private static AsmProgram Create(SourceFile file, GoToolchain toolchain, string goos, string[] roots) =>
        AsmProgram.Create(AsmSyntaxTree.Parse(file), new Target { Toolchain = toolchain.Version, Goos = goos, Goarch = "arm64" }, new AsmProgramOptions
        {
            PackagePath = "p",
            Files = Files,
            IncludeDirectories = ImmutableArray.Create(toolchain.Root + "/pkg/include"),
            AllowedRoots = [.. roots],
        });
}
