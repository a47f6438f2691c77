using System.Linq;
using Xunit;

namespace GoAbi.Asm.Tests.Flow;

public sealed class FlowGraphTests
{
    [Fact]
    public void Straight_code_is_one_block() =>
        Assert.Equal("0[0+3 Return]", Shape("amd64", "MOVQ AX, BX\n CALL f(SB)\n RET"));

    [Fact]
    public void A_conditional_jump_ends_a_block_and_has_two_ways_on() =>
        Assert.Equal("0[0+2 ConditionalJump ->1 =>2] 1[2+1 FallsThrough ->2] 2[3+1 Return]", Shape("amd64", "CMPQ AX, BX\n JEQ done\n INCQ AX\ndone: RET"));

    [Fact]
    public void A_loop_jumps_back() =>
        Assert.Equal("0[0+1 FallsThrough ->1] 1[1+2 ConditionalJump ->2 =>1] 2[3+1 Return]", Shape("amd64", "MOVQ $4, CX\nloop: DECQ CX\n JNE loop\n RET"));

    [Fact]
    public void Code_behind_a_return_is_not_reached() =>
        Assert.Equal("0[0+1 Return] 1[1+1 EndOfFunction]!", Shape("amd64", "RET\n NOP"));

    [Fact]
    public void Instructions_are_counted_as_the_assembler_counts() =>
        Assert.Equal("0[0+2 Jump =>2] 1[2+1 FallsThrough ->2]! 2[3+1 Return]", Shape("amd64", "PCDATA $0, $1\n JMP 2(PC)\n NOP\nDATA x+0(SB)/8, $0\n RET"));

    [Fact]
    public void Back_to_the_function_itself_is_its_entry() =>
        Assert.Equal("0[0+2 Jump =>0]", Shape("amd64", "NOP\n JMP -2(PC)"));

    [Theory]
    [InlineData("JMP 2(PC)")]
    [InlineData("JMP -2(PC)")]
    [InlineData("JMP nowhere")]
    public void A_target_outside_of_the_function_is_told(string text)
    {
        var graph = Graph("amd64", text + "\n RET");
        Assert.Equal(AsmFlowTargetKind.Outside, graph.Steps[0].Target.Kind);
        Assert.Equal(AsmBlockEnd.Unresolved, graph.Blocks[0].End);
    }

    [Theory]
    [InlineData("amd64", "JMP other(SB)", AsmBlockEnd.TailCall)]
    [InlineData("amd64", "JMP AX", AsmBlockEnd.Indirect)]
    [InlineData("amd64", "JMP 8(AX)(BX*8)", AsmBlockEnd.Indirect)]
    [InlineData("amd64", "UNDEF", AsmBlockEnd.Trap)]
    [InlineData("amd64", "INT $3", AsmBlockEnd.EndOfFunction)]
    [InlineData("amd64", "SYSCALL", AsmBlockEnd.EndOfFunction)]
    [InlineData("arm64", "B (R1)", AsmBlockEnd.Indirect)]
    [InlineData("arm64", "RET", AsmBlockEnd.Return)]
    [InlineData("arm", "MOVW R14, R15", AsmBlockEnd.Indirect)]
    [InlineData("arm", "RET other(SB)", AsmBlockEnd.TailCall)]
    [InlineData("riscv64", "JALR X0, (X5)", AsmBlockEnd.Indirect)]
    [InlineData("riscv64", "JALR X1, (X5)", AsmBlockEnd.EndOfFunction)]
    [InlineData("ppc64le", "BR (CTR)", AsmBlockEnd.Indirect)]
    [InlineData("s390x", "BR other(SB)", AsmBlockEnd.TailCall)]
    public void A_function_ends_as_its_last_instruction_says(string goarch, string text, AsmBlockEnd end) =>
        Assert.Equal(end, Graph(goarch, text).Blocks[0].End);

    [Fact]
    public void A_return_under_a_condition_goes_on_too() =>
        Assert.Equal("0[0+2 ConditionalReturn ->1] 1[2+1 Return]", Shape("arm", "CMP R0, R1\n RET.EQ\n RET"));

    [Fact]
    public void A_jump_through_a_table_may_go_anywhere() =>
        Assert.Equal("0[0+1 Indirect] 1[1+1 Return]", Shape("amd64", "JMP AX\nhere: RET"));

    [Fact]
    public void An_empty_function_has_no_blocks() => Assert.Empty(Graph("amd64", "").Blocks);

    [Fact]
    public void Blocks_of_webassembly_are_followed() =>
        Assert.Equal(
            "0[0+3 ConditionalJump ->1 =>2] 1[3+2 Jump =>0] 2[5+2 Return]",
            Shape("wasm", "Loop\n Get R0\n If\n I32Const $1\n Br $1\n End\n Return"));

    [Fact]
    public void Encoded_bytes_without_a_decoder_have_unknown_effects()
    {
        var graph = Graph("amd64", "BYTE $0x90\n BYTE $0xC3\n RET");
        Assert.True(graph.Steps[0].Effects.IsUnknown && graph.Steps[1].Effects.IsUnknown);
    }

    [Fact]
    public void Arm64_words_are_decoded()
    {
        // B.EQ 8; NOP; BLR R3; MRS TPIDR_EL0, R0
        var graph = Graph("arm64", "WORD $0x54000040\n WORD $0xd503201f\n WORD $0xd63f0060\n WORD $0xd53bd040\n RET");
        Assert.Equal("0[0+1 ConditionalJump ->1 =>2] 1[1+1 FallsThrough ->2] 2[2+3 Return]", Shape(graph));
        Assert.True(graph.Steps[2].Effects.Has(AsmEffectFlags.Calls));
        Assert.True(graph.Steps[3].Effects.Has(AsmEffectFlags.ReadsThread));
        Assert.Equal(3, graph.StepOf(3));
    }

    [Fact]
    public void Two_words_in_one_statement_are_two_steps()
    {
        var graph = Graph("arm64", "DWORD $0xd65f03c0d503201f");
        Assert.Equal([0, 4], graph.Steps.Select(s => s.ByteOffset));
        Assert.Equal(AsmBlockEnd.Return, graph.Blocks[0].End);
    }

    [Fact]
    public void What_a_word_holds_that_is_no_instruction_known_is_unknown()
    {
        var graph = Graph("arm64", "WORD $0x05000000\n RET");
        Assert.Equal(DecodingOutcome.Undecodable, graph.Steps[0].Decoded!.Value.Outcome);
        Assert.True(graph.Steps[0].Effects.IsUnknown);
        Assert.Equal(2, graph.Steps.Length);
    }

    [Fact]
    public void A_jump_out_of_a_run_goes_to_the_next_statement_or_nobody_knows_where()
    {
        Assert.Equal(AsmFlowTargetKind.Step, Graph("arm64", "WORD $0x14000001\n RET").Steps[0].Target.Kind);
        Assert.Equal(AsmFlowTargetKind.Unknown, Graph("arm64", "WORD $0x14000002\n RET").Steps[0].Target.Kind);
    }

    [Theory]
    [InlineData("MOVL $0xC0000100, CX", true)]
    [InlineData("MOVL $0x10, CX", false)]
    [InlineData("MOVL AX, CX", true)]
    public void Writing_a_model_specific_register_is_told_by_its_number(string before, bool writesBase)
    {
        var graph = Graph("amd64", before + "\n MOVL $0, AX\n WRMSR\n RET");
        Assert.Equal(writesBase, graph.Steps[2].Effects.Has(AsmEffectFlags.WritesSegmentBase));
    }

    internal static AsmFlowGraph Graph(string goarch, string body) =>
        AsmFlowGraph.Create(TestPrograms.Assemble("TEXT f(SB),0,$0\n" + body + "\n", goarch).Functions[0]);

    private static string Shape(string goarch, string body) => Shape(Graph(goarch, body));

    internal static string Shape(AsmFlowGraph graph) => string.Join(' ', graph.Blocks.Select(b =>
        b.Index + "[" + b.FirstStep + "+" + b.StepCount + " " + b.End
        + string.Concat(b.Successors.Select(e => (e.Kind == AsmEdgeKind.Taken ? " =>" : " ->") + e.To)) + "]" + (b.IsReachable ? "" : "!")));
}
