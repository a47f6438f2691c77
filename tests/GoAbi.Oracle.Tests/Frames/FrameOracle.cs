using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.ControlFlow;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Source;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.Frames;

/// <summary>Frames and the places of names, against what the assembler prints and encodes.</summary>
public sealed partial class FrameOracle(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Architectures = ["386", "amd64", "arm", "arm64", "loong64", "mips", "mipsle", "mips64", "mips64le", "ppc64", "ppc64le", "riscv64", "s390x"];

    private readonly TemporaryDirectory scratch = new();

    public void Dispose() => scratch.Dispose();

    /// <summary>Every toolchain with every architecture but wasm, whose assembler wants a whole program.</summary>
    public static TheoryData<string, string> Targets()
    {
        var data = new TheoryData<string, string>();
        foreach (var toolchain in GoToolchain.Exists ? GoToolchain.All : [])
        {
            foreach (var goarch in Architectures)
            {
                data.Add(toolchain.Version.ToString(), goarch);
            }
        }

        if (data.Count == 0)
        {
            data.Add("none", "amd64");
        }

        return data;
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task Frames_of_random_functions_are_the_assemblers(string go, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var text = new FrameGenerator(goarch, seed: 77).File(GoToolchain.WantsEverything ? 1500 : 80);
        var path = scratch.Write(go + goarch + ".s", text);
        var environment = new Dictionary<string, string?> { ["GOARCH"] = goarch };
        var (exitCode, listing, error) = await toolchain.RunAsync(toolchain.Tool("asm"), scratch.Path, environment, "-S", "-p", "p", "-o", scratch[go + goarch + ".o"], path);
        Assert.True(exitCode == 0, error);
        var target = new Target { Toolchain = toolchain.Version, Goos = "linux", Goarch = goarch };
        var program = AsmProgram.Create(AsmSyntaxTree.Parse(new SourceFile(path, SourceText.FromString(text))), target, new AsmProgramOptions { PackagePath = "p" });
        var functions = program.Functions.ToList();
        var theirs = FrameListing.Parse(listing, goarch);
        Assert.Equal(functions.Count, theirs.Count);
        var failures = new StringBuilder();
        var places = 0;
        for (var i = 0; i < functions.Count; i++)
        {
            places += Compare(functions[i], theirs[i], toolchain.Version, goarch, failures);
        }

        Assert.True(failures.Length == 0, failures.ToString());
        output.WriteLine("TRUTH frames go=" + toolchain.Version + " goarch=" + goarch + " functions=" + functions.Count + " places=" + places + " different=0");
    }

    [GoTheory]
    [MemberData(nameof(Targets))]
    public async Task Frames_of_the_standard_library_are_the_assemblers(string go, string goarch)
    {
        var toolchain = GoToolchain.Named(go);
        var failures = new StringBuilder();
        var (functions, places) = (0, 0);
        foreach (var (package, path) in await StandardAssembly.FilesAsync(toolchain, goarch, GoToolchain.WantsEverything))
        {
            var (file, error) = await AssembledFile.CreateAsync(toolchain, scratch, goarch, package, path, disassembles: false);
            Assert.True(file is not null, error);

            // Macros and included files move lines, and one TEXT may be defined in several ways: functions are taken in order.
            var ours = file.Program.Functions.Where(static f => !f.Body.IsEmpty).ToList();
            var theirs = FrameListing.Parse(file.AssemblerListing, goarch).Where(static f => f.Lines.Count > 1).ToList();
            if (ours.Count != theirs.Count)
            {
                failures.AppendLine(CultureInfo.InvariantCulture, $"{path}: {ours.Count} functions, the assembler's {theirs.Count}");
                continue;
            }

            for (var i = 0; i < ours.Count; i++)
            {
                functions++;
                var frame = AsmFrame.Of(ours[i], toolchain.Version);
                if (frame.EntryStackPointer - frame.StackPointer != theirs[i].Lowered)
                {
                    failures.AppendLine(CultureInfo.InvariantCulture, $"{path}: {ours[i].Text.Symbol}: lowered by {frame.EntryStackPointer - frame.StackPointer}, the assembler's by {theirs[i].Lowered}");
                }

                if (goarch is "386" or "amd64")
                {
                    var known = Names(ours[i], frame);
                    var printed = theirs[i].Lines.Where(static l => !l.Text.StartsWith("FUNCDATA", StringComparison.Ordinal))
                        .SelectMany(static l => Named().Matches(l.Text).Select(static m => m.Value)).Order(StringComparer.Ordinal).ToList();
                    places += known.Count;
                    if (!known.SequenceEqual(printed))
                    {
                        failures.AppendLine(CultureInfo.InvariantCulture, $"{path}: {ours[i].Text.Symbol}: {string.Join(" ", known)}, the assembler's {string.Join(" ", printed)}");
                    }
                }
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(functions > 0, "nothing compared");
        output.WriteLine("TRUTH frames-std go=" + toolchain.Version + " goarch=" + goarch + " functions=" + functions + " places=" + places + " different=0");
    }

    private static int Compare(AsmFunction function, FrameListing listing, GoVersion toolchain, string goarch, StringBuilder failures)
    {
        var frame = AsmFrame.Of(function, toolchain);
        var graph = AsmFlowGraph.Create(function);
        var depths = AsmStackDepths.Of(graph, frame);
        if (frame.EntryStackPointer - frame.StackPointer != listing.Lowered)
        {
            failures.AppendLine(CultureInfo.InvariantCulture, $"{function.Text}: lowered by {frame.EntryStackPointer - frame.StackPointer}, the assembler's by {listing.Lowered}");
        }

        var places = 0;
        for (var step = 0; step < graph.Steps.Length; step++)
        {
            var statement = function.Body[graph.Steps[step].Statement];
            if (statement.Operands is not [SymbolOperand { Base: AsmPseudoRegister.FP or AsmPseudoRegister.SP } operand, _])
            {
                continue;
            }

            places++;
            var line = listing.Lines.First(l => l.Line == statement.Origin.Location.Start.Line);
            var displacement = LoadDisplacement.Of(listing, line, goarch);
            var written = (operand.Base == AsmPseudoRegister.FP ? 0 : frame.PseudoStackPointer) + operand.Offset;
            var place = depths.AddressOf(operand, step);
            if (displacement != written - depths.Assembler(step) || !place.IsPlace || place.Offset != written || depths.Machine(step) != depths.Assembler(step))
            {
                failures.AppendLine(CultureInfo.InvariantCulture, $"{function.Text}: {statement}: {written - depths.Assembler(step)} from the stack pointer, the assembler's {displacement}; place {place}");
            }
        }

        return places;
    }

    // As the assembler prints names with what it made of them.
    private static List<string> Names(AsmFunction function, AsmFrame frame)
    {
        var graph = AsmFlowGraph.Create(function);
        var depths = AsmStackDepths.Of(graph, frame);
        var names = new List<string>();
        for (var step = 0; step < graph.Steps.Length; step++)
        {
            foreach (var operand in function.Body[graph.Steps[step].Statement].Operands.OfType<SymbolOperand>())
            {
                if (operand.Base is AsmPseudoRegister.FP or AsmPseudoRegister.SP)
                {
                    var displacement = (operand.Base == AsmPseudoRegister.FP ? 0 : frame.PseudoStackPointer) + operand.Offset - depths.Assembler(step);
                    var number = displacement == 0 ? "" : displacement.ToString("+0;-0", CultureInfo.InvariantCulture);
                    names.Add(operand.Symbol.Name.Split('.', '·')[^1] + number + (operand.Base == AsmPseudoRegister.FP ? "(FP)" : "(SP)"));
                }
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    [GeneratedRegex(@"[\p{L}_][\w]*([+-]\d+)?\((?:FP|SP)\)")]
    private static partial Regex Named();
}
