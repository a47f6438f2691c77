using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using GoAbi.Asm;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Binary.Tests;

public sealed class X86DecoderTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "decoder-x86.txt")).Where(l => l.Length > 0 && !l.StartsWith("## ", StringComparison.Ordinal)))
        {
            var at = line.IndexOf(" => ", StringComparison.Ordinal);
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            data.Add(line[..blank], line[(blank + 1)..at], line[(at + 4)..]);
        }

        return data;
    }

    // The bytes stand before the comma, the instruction in words behind it.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Bytes_do_what_the_machine_says(string goarch, string input, string expected)
    {
        var bytes = Convert.FromHexString(input.Split(',')[0].Replace(" ", "", StringComparison.Ordinal));
        var decoded = X86InstructionDecoder.Instance.Decode(AsmArchitecture.Find(goarch)!, bytes);
        Assert.Equal(expected, decoded.Outcome != DecodingOutcome.Decoded ? decoded.Outcome.ToString() : decoded.Length + " " + Describe(decoded));
    }

    [Fact]
    public void Any_bytes_can_be_given()
    {
        var random = new Random(11);
        var bytes = new byte[16];
        for (var i = 0; i < 50_000; i++)
        {
            random.NextBytes(bytes);
            var length = 1 + (i % 16);
            var decoded = X86InstructionDecoder.Instance.Decode(AsmArchitecture.Find((i & 1) == 0 ? "amd64" : "386")!, bytes.AsSpan(0, length));
            Assert.InRange(decoded.Length, 1, length);
            Assert.True(decoded.Outcome == DecodingOutcome.Decoded || decoded.Effects.IsUnknown);
        }
    }

    [Fact]
    public void It_reads_nothing_but_x86()
    {
        Assert.True(X86InstructionDecoder.Instance.Reads(AsmArchitecture.Find("386")!));
        Assert.False(X86InstructionDecoder.Instance.Reads(AsmArchitecture.Find("arm64")!));
    }

    [Fact]
    public void A_run_of_bytes_becomes_instructions_whatever_statements_they_are_in()
    {
        // CALL AX; JNE +1; NOP; WRFSBASE AX; a RET in the upper half of a LONG
        var graph = Graph("BYTE $0xFF; BYTE $0xD0\n LONG $0xF3900175\n LONG $0xC0AE0F48\n NOP\n BYTE $0x66; WORD $0xC390\n");
        Assert.Equal("Call ConditionalJump Other Other Other Other Return", string.Join(' ', graph.Steps.Select(s => s.Kind)));
        Assert.True(graph.Steps[3].Effects.Has(AsmEffectFlags.ReadsSegmentBase));
        Assert.Equal(AsmFlowTargetKind.Step, graph.Steps[1].Target.Kind);
        Assert.Equal(3, graph.Steps[1].Target.Step);
    }

    [Fact]
    public void A_label_inside_an_instruction_is_no_place_that_is_known()
    {
        // The label stands between the two bytes of JMP -2.
        var graph = Graph("BYTE $0xEB\ninside: BYTE $0xFE\n JMP inside\n");
        Assert.Equal(-1, graph.StepOf(1));
        Assert.Equal(AsmFlowTargetKind.Unknown, graph.Steps[1].Target.Kind);
        Assert.Equal(0, graph.Steps[0].Target.Step);
    }

    [Fact]
    public void A_label_where_an_instruction_begins_begins_a_block()
    {
        var graph = Graph("JMP here\n BYTE $0x90\nhere: BYTE $0xC3\n");
        Assert.Equal(2, graph.Steps[0].Target.Step);
        Assert.Equal(3, graph.Blocks.Length);
    }

    [Fact]
    public void Prefixes_before_an_instruction_make_it_unknown()
    {
        var graph = Graph("BYTE $0x64\n MOVQ AX, BX\n MOVQ AX, BX\n RET\n");
        Assert.Equal(DecodingOutcome.Incomplete, graph.Steps[0].Decoded!.Value.Outcome);
        Assert.True(graph.Steps[1].Effects.IsUnknown);
        Assert.False(graph.Steps[2].Effects.IsUnknown);
    }

    [Fact]
    public void Bytes_that_are_not_numbers_are_unknown()
    {
        var graph = Graph("BYTE $0xE8; LONG $f(SB)\n BYTE $0x90\n RET\n");
        Assert.All(graph.Steps.Take(2), static s => Assert.True(s.Effects.IsUnknown));
        Assert.Equal(AsmBlockEnd.Return, graph.Blocks[^1].End);
    }

    private static AsmFlowGraph Graph(string body)
    {
        var tree = AsmSyntaxTree.Parse(new SourceFile("/m/f.s", SourceText.FromString("TEXT f(SB),0,$0\n" + body)));
        var program = AsmProgram.Create(tree, new Target { Goarch = "amd64" }, AsmProgramOptions.Default);
        return AsmFlowGraph.Create(program.Functions[0], X86InstructionDecoder.Instance);
    }

    private static string Describe(in DecodedInstruction decoded)
    {
        var words = new List<string> { decoded.Kind + (decoded.RelativeTarget is { } to ? " to " + to.ToString(CultureInfo.InvariantCulture) : "") + (decoded.FallsThrough ? "" : " and no further") };
        if (decoded.Effects.Flags != AsmEffectFlags.None)
        {
            words.Add(decoded.Effects.Flags.ToString().Replace(",", "", StringComparison.Ordinal));
        }

        if (!decoded.Effects.Reads.IsEmpty)
        {
            words.Add("reads " + decoded.Effects.Reads);
        }

        if (!decoded.Effects.Writes.IsEmpty)
        {
            words.Add("writes " + decoded.Effects.Writes);
        }

        if (decoded.Effects.StackChange != 0)
        {
            words.Add("SP" + (decoded.Effects.StackChange is { } by ? by.ToString("+0;-0", CultureInfo.InvariantCulture) : "?"));
        }

        return string.Join("; ", words);
    }
}
