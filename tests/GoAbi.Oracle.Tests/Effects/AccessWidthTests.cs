using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.ControlFlow;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Workspace;
using Iced.Intel;
using Xunit;
using Xunit.Abstractions;
using AsmInstruction = GoAbi.Asm.Instruction;
using MemoryOperand = GoAbi.Asm.MemoryOperand;

namespace GoAbi.Oracle.Tests.Effects;

/// <summary>
/// How many bytes of memory the standard library's instructions touch: what we say against their encodings, by Iced for 386 and amd64, by their fields for arm64. Each statement is assembled
/// by itself, with 8(AX) for a symbol.
/// </summary>
public sealed class AccessWidthTests(ITestOutputHelper output)
{
    private static readonly DiskSourceFiles Files = new();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var toolchain in GoToolchain.Exists ? GoToolchain.Sample : [])
            {
                data.Add(toolchain.Version.ToString(), "386");
                data.Add(toolchain.Version.ToString(), "amd64");
                data.Add(toolchain.Version.ToString(), "arm64");
            }

            return data;
        }
    }

    [GoTheory]
    [MemberData(nameof(Cases))]
    public async Task Widths_are_those_of_the_encodings(string go, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var ours = new SortedDictionary<string, int?>(StringComparer.Ordinal);
        foreach (var (package, path) in await StandardAssembly.FilesAsync(toolchain, goarch, everything: true))
        {
            Collect(toolchain, goarch, package, path, ours);
        }

        var code = await StatementBytes.OfAsync(toolchain, goarch, ours.Keys);
        var wrong = new StringBuilder();
        int known = 0, unknown = 0;
        foreach (var (statement, bytes) in code)
        {
            var truth = goarch == "arm64" ? Arm64(bytes) : X86(goarch, bytes);
            if (truth is null)
            {
                continue;
            }

            if (ours[statement] is not { } width)
            {
                unknown++;
            }
            else if (width == truth)
            {
                known++;
            }
            else
            {
                wrong.Append(CultureInfo.InvariantCulture, $"{statement}: {width}, not {truth}\n");
            }
        }

        output.WriteLine(FormattableString.Invariant($"TRUTH access-widths go={go} goarch={goarch} statements={ours.Count} assembled={code.Count} equal={known} wrong=0 not-known={unknown}"));
        Assert.True(wrong.Length == 0, wrong.ToString());
        Assert.True(known > 200 && unknown < known / 50);
    }

    private static void Collect(GoToolchain toolchain, string goarch, string package, string path, SortedDictionary<string, int?> found)
    {
        var file = Files.Read(path).File!;
        var program = AsmProgram.Create(AsmSyntaxTree.Parse(file), new Target { Toolchain = toolchain.Version, Goos = "linux", Goarch = goarch }, new AsmProgramOptions
        {
            PackagePath = package,
            Files = Files,
            AllowedRoots = [toolchain.Root],
            IncludeDirectories = [toolchain.Root + "/pkg/include"],
        });
        foreach (var statement in program.Functions.SelectMany(static f => f.Body).OfType<AsmInstruction>())
        {
            var memory = statement.Operands.Count(IsMemory);
            if (memory != 1 || statement.Kind != AsmInstructionKind.Other || statement.Operands.Any(static o => o is UnknownOperand or LabelOperand or PcRelativeOperand || o.HasUnresolvedName))
            {
                continue;
            }

            var index = statement.Operands.ToList().FindIndex(IsMemory);
            var texts = statement.Operands.Select((o, i) => i == index && o is SymbolOperand ? goarch == "arm64" ? "16(R0)" : "8(AX)" : o.Text);
            found[string.Join(".", statement.Suffixes.Insert(0, statement.Mnemonic)) + " " + string.Join(", ", texts)] = AsmAccessWidth.Of(statement, index);
        }
    }

    private static bool IsMemory(AsmOperand operand) =>
        operand is MemoryOperand { Prefix: AsmOperandPrefix.None, Base: not null } or SymbolOperand { Prefix: AsmOperandPrefix.None };

    private static int? Arm64(byte[] bytes) => bytes.Length == 4 ? Arm64AccessWidth.Of(BitConverter.ToUInt32(bytes)) : null;

    private static int? X86(string goarch, byte[] bytes)
    {
        var decoder = Iced.Intel.Decoder.Create(goarch == "386" ? 32 : 64, new ByteArrayCodeReader(bytes));
        decoder.Decode(out var instruction);
        if (instruction.Code == Code.INVALID || instruction.Length != bytes.Length || instruction.Mnemonic is Mnemonic.Clflush or Mnemonic.Clflushopt)
        {
            return null;
        }

        var touches = new InstructionInfoFactory().GetInfo(instruction).GetUsedMemory().Any(static m => m.Access is not (OpAccess.None or OpAccess.NoMemAccess));
        return !touches ? 0 : instruction.MemorySize.GetSize() is > 0 and var size ? size : null;
    }
}
