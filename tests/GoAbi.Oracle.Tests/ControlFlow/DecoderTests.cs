using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using GoAbi.Asm;
using GoAbi.Oracle.Tests.Toolchains;
using GoAbi.Testing;
using Xunit;
using Xunit.Abstractions;

namespace GoAbi.Oracle.Tests.ControlFlow;

/// <summary>What our decoders read, against go tool objdump.</summary>
public sealed partial class DecoderTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryDirectory scratch = new();

    public static TheoryData<string> Toolchains => GoToolchain.SampleVersions;

    public void Dispose() => scratch.Dispose();

    [GoTheory]
    [MemberData(nameof(Toolchains))]
    public async Task Runs_of_bytes_are_divided_into_the_instructions_that_objdump_sees(string go)
    {
        var toolchain = GoToolchain.Named(go);
        int functions = 0, instructions = 0;
        var failures = new StringBuilder();
        foreach (var (package, path) in (await StandardAssembly.FilesAsync(toolchain, "amd64", everything: true)).Where(f => HasBytes(f.Path)))
        {
            var (file, error) = await AssembledFile.CreateAsync(toolchain, scratch, "amd64", package, path);
            failures.Append(error);
            foreach (var graph in file?.Program.Functions.Select(GraphBranches.Graph) ?? [])
            {
                var ours = new List<string>();
                var places = PlacesOfBytes(graph);
                foreach (var step in graph.Steps.Where(s => s.Decoded is not null && places.Contains(GraphBranches.PlaceOf(graph.Function.Body[s.Statement]))))
                {
                    var decoded = step.Decoded!.Value;
                    if (decoded.Outcome != DecodingOutcome.Decoded)
                    {
                        break; // Data: from here on neither side is right or wrong
                    }

                    ours.Add(GraphBranches.PlaceOf(graph.Function.Body[step.Statement]) + " " + decoded.Length);
                }

                var theirs = file!.Listing.Lines.Where(l => places.Contains(l.Place)).Select(l => l.Place + " " + l.Code.Length).Take(ours.Count).ToList();
                functions += ours.Count == 0 ? 0 : 1;
                instructions += ours.Count;
                if (!ours.SequenceEqual(theirs))
                {
                    failures.Append(package).Append(": ours ").AppendJoin(", ", ours.Except(theirs)).Append("; objdump ").AppendJoin(", ", theirs.Except(ours)).Append('\n');
                }
            }
        }

        Assert.True(failures.Length == 0, failures.ToString());
        Assert.True(instructions > 0);
        output.WriteLine("TRUTH encoded-bytes go=" + toolchain.Version + " goarch=amd64 functions=" + functions + " instructions=" + instructions + " differences=0");
    }

    [GoTheory]
    [MemberData(nameof(Toolchains))]
    public async Task Words_of_arm64_are_what_objdump_says(string go)
    {
        var toolchain = GoToolchain.Named(go);
        var words = 0;
        var branches = 0;
        var failures = new StringBuilder();
        foreach (var listing in await ListingsAsync(toolchain, failures))
        {
            foreach (var line in listing.Lines.Where(l => l.Code.Length == 4 && l.Text != "?"))
            {
                words++;
                branches += Compare(line, failures) ? 1 : 0;
            }
        }

        Assert.True(failures.Length == 0, failures.ToString()[..Math.Min(failures.Length, 20_000)]);
        Assert.True(branches > 100);
        output.WriteLine("TRUTH arm64-decoder go=" + toolchain.Version + " words=" + words + " branches=" + branches + " differences=0");
    }

    // Places where nothing but bytes stands. objdump does not know AVX, whose bytes it divides otherwise: what begins like that is left out.
    private static HashSet<string> PlacesOfBytes(AsmFlowGraph graph)
    {
        var body = graph.Function.Body;
        var places = graph.Steps.Where(s => s.Decoded is not null).SelectMany(s => Enumerable.Range(s.Statement, s.StatementCount)).Select(i => GraphBranches.PlaceOf(body[i])).ToHashSet();
        foreach (var step in graph.Steps)
        {
            var isAvx = body[step.Statement].Operands is [ImmediateOperand { Value: 0xC4 or 0xC5 or 0x62 }] && step.ByteOffset == 0;
            if (step.Decoded is null || isAvx)
            {
                places.ExceptWith(Enumerable.Range(step.Statement, step.StatementCount).Select(i => GraphBranches.PlaceOf(body[i])));
            }
        }

        return places;
    }

    // The assembly of a sample of packages; in full, all of it and a linked program.
    private async Task<List<ObjdumpListing>> ListingsAsync(GoToolchain toolchain, StringBuilder failures)
    {
        var listings = new List<ObjdumpListing>();
        foreach (var (package, path) in await StandardAssembly.FilesAsync(toolchain, "arm64", GoToolchain.WantsEverything))
        {
            var (file, error) = await AssembledFile.CreateAsync(toolchain, scratch, "arm64", package, path);
            failures.Append(error);
            listings.AddRange(file is null ? [] : [file.Listing]);
        }

        if (GoToolchain.WantsEverything)
        {
            var source = scratch.Write("program/main.go", "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println() }\n");
            await toolchain.GoAsync(scratch["program"], new Dictionary<string, string?> { ["GOARCH"] = "arm64", ["GO111MODULE"] = "off" }, "build", "-o", "program", source);
            var dump = await toolchain.RunAsync(toolchain.Tool("objdump"), scratch["program"], new Dictionary<string, string?>(), "program");
            listings.Add(ObjdumpListing.Parse(dump.Output));
        }

        return listings;
    }

    private static bool Compare(in ObjdumpLine line, StringBuilder failures)
    {
        // objdump prints the word as a number.
        var decoded = Arm64InstructionDecoder.Instance.Decode(AsmArchitecture.Find("arm64")!, line.Code.Reverse().ToArray());
        var kind = KindOf(line.Mnemonic);
        if (decoded.Outcome != DecodingOutcome.Decoded || decoded.Kind != kind)
        {
            failures.Append(line.Place).Append(' ').Append(Convert.ToHexString(line.Code)).Append(' ').Append(line.Text).Append(": ours ").Append(decoded.Outcome).Append(' ').Append(decoded.Kind).Append('\n');
        }

        var target = Target().Match(line.Text);
        if (target.Success && decoded.RelativeTarget != 4 * long.Parse(target.Groups[1].Value, CultureInfo.InvariantCulture) && kind != AsmInstructionKind.Other)
        {
            failures.Append(line.Place).Append(' ').Append(line.Text).Append(": ours to ").Append(decoded.RelativeTarget).Append('\n');
        }

        if (decoded.Effects.Has(AsmEffectFlags.WritesStackPointer) != StackWrite().IsMatch(line.Text))
        {
            failures.Append(line.Place).Append(' ').Append(line.Text).Append(": ours ").Append(decoded.Effects.Flags).Append('\n');
        }

        return kind != AsmInstructionKind.Other;
    }

    private static AsmInstructionKind KindOf(string mnemonic) => mnemonic switch
    {
        "CALL" or "BL" => AsmInstructionKind.Call,
        "JMP" or "B" => AsmInstructionKind.Jump,
        "RET" or "ERET" or "DRPS" => AsmInstructionKind.Return,
        "SVC" or "HVC" or "SMC" => AsmInstructionKind.SystemCall,
        "BRK" or "HLT" or "UNDEF" or "DCPS1" or "DCPS2" or "DCPS3" => AsmInstructionKind.Trap,
        _ when Conditional().IsMatch(mnemonic) => AsmInstructionKind.ConditionalJump,
        _ => AsmInstructionKind.Other,
    };

    private static bool HasBytes(string path) => Bytes().IsMatch(System.IO.File.ReadAllText(path));

    [GeneratedRegex(@"^(B(EQ|NE|CS|HS|CC|LO|MI|PL|VS|VC|HI|LS|GE|LT|GT|LE|AL|NV)|CBN?ZW?|TBN?Z)$")]
    private static partial Regex Conditional();

    [GeneratedRegex(@"(-?\d+)\(PC\)$")]
    private static partial Regex Target();

    // RSP as destination, or as a base that is moved.
    [GeneratedRegex(@"^(?!CMP|CMN|TST|PRFM|ST|SWP|LD[A-Z]+[AL]* |CAS)[A-Z0-9]+ .*, RSP$|^[A-Z0-9]+\.[PW] .*\(RSP\)")]
    private static partial Regex StackWrite();

    [GeneratedRegex(@"\b(BYTE|WORD|LONG|QUAD)\b")]
    private static partial Regex Bytes();
}
