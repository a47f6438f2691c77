using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using GoAbi.Workspace;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>
/// One assembly file of the standard library, read by us and assembled by the toolchain. The numbers that the compiler would put into go_asm.h are made up, the same for
/// both: where control goes does not depend on them.
/// </summary>
internal sealed partial record AssembledFile(AsmProgram Program, string PackagePath, ObjdumpListing Listing)
{
    /// <summary>What the assembler prints with -S.</summary>
    public required string AssemblerListing { get; init; }

    private static readonly DiskSourceFiles Files = new();

    /// <summary>Reads, assembles and disassembles a file; objdump does not know every architecture.</summary>
    /// <returns>The file, or why the assembler refuses it.</returns>
    public static async Task<(AssembledFile? File, string Error)> CreateAsync(
        GoToolchain toolchain, TemporaryDirectory scratch, string goarch, string package, string path, bool disassembles = true)
    {
        var target = new Target { Toolchain = toolchain.Version, Goos = "linux", Goarch = goarch };
        var header = HeaderFor(Read(toolchain, target, package, path, null), target);
        var name = Guid.NewGuid().ToString("N");
        var headerPath = scratch.Write(name + "/go_asm.h", header);
        var result = scratch[name + "/out.o"];
        List<string> arguments = ["-S", "-o", result, "-p", package, "-I", Path.GetDirectoryName(headerPath)!, "-I", toolchain.Root + "/pkg/include"];
        foreach (var macro in BuildMacros.Of(target))
        {
            arguments.AddRange(["-D", macro]);
        }

        if (toolchain.Version.Minor <= 20 && (package is "runtime" or "reflect" or "syscall" or "internal/bytealg" || package.StartsWith("runtime/internal", StringComparison.Ordinal)))
        {
            arguments.Add("-compiling-runtime");
        }

        arguments.Add(path);

        // Below 7, the assembler turns reading the thread pointer into a call, and gives that function a frame.
        var environment = new Dictionary<string, string?> { ["GOARCH"] = goarch, ["GOOS"] = "linux", ["GOARM"] = "7" };
        var directory = Path.GetDirectoryName(path)!;
        var (exitCode, output, error) = await toolchain.RunAsync(toolchain.Tool("asm"), directory, environment, [.. arguments]);
        if (exitCode != 0)
        {
            return (null, path + ": " + output + error);
        }

        var dump = "";
        if (disassembles)
        {
            var disassembly = await toolchain.RunAsync(toolchain.Tool("objdump"), directory, environment, result);
            if (disassembly.ExitCode != 0)
            {
                return (null, path + ": " + disassembly.Error);
            }

            dump = disassembly.Output;
        }

        var program = Read(toolchain, target, package, path, new SourceFile("/go_asm.h", SourceText.FromString(header)));
        return (new AssembledFile(program, package, ObjdumpListing.Parse(dump)) { AssemblerListing = output }, "");
    }

    private static AsmProgram Read(GoToolchain toolchain, Target target, string package, string path, SourceFile? header) =>
        AsmProgram.Create(AsmSyntaxTree.Parse(Files.Read(path).File!), target, new AsmProgramOptions
        {
            PackagePath = package,
            Files = Files,
            GoAsmHeader = header,
            IncludeDirectories = ImmutableArray.Create(toolchain.Root + "/pkg/include"),
            AllowedRoots = ImmutableArray.Create(toolchain.Root, toolchain.Root + "/pkg/include", toolchain.Root + "/src", Path.GetDirectoryName(path)!),
        });

    // Every name that counted as 0 because the header was empty.
    private static string HeaderFor(AsmProgram program, Target target)
    {
        var architecture = AsmArchitecture.Find(target.Goarch)!;
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var statement in program.Statements)
        {
            foreach (var operand in statement.Operands.Where(o => o.HasUnresolvedName))
            {
                foreach (Match match in Name().Matches(operand.Text))
                {
                    if (!architecture.TryGetRegister(match.Value, out _) && match.Value is not ("SB" or "FP" or "SP" or "PC" or "R" or "g")
                        && !(operand is SymbolOperand symbol && symbol.Symbol.Name == match.Value))
                    {
                        names.Add(match.Value);
                    }
                }
            }
        }

        var header = new StringBuilder();
        foreach (var name in names)
        {
            header.Append("#define ").Append(name).Append(" 8\n");
        }

        return header.ToString();
    }

    // A word that is no name of a symbol or label of the file.
    [GeneratedRegex(@"(?<![\w·∕.])[A-Za-z_]\w*(?![\w·∕<.])")]
    private static partial Regex Name();
}
