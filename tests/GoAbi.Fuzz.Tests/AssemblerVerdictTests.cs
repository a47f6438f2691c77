using System.Linq;
using GoAbi.Fuzz.Assembler;
using Xunit;

namespace GoAbi.Fuzz.Tests;

public sealed class AssemblerVerdictTests
{
    [Fact]
    public void What_the_assembler_says_is_told_apart_by_where_it_comes_from()
    {
        var verdict = AssemblerVerdict.Read(1, "x.s:1:3: invalid digit '8' in octal literal\nx.s:2: unrecognized instruction \"FOO\"\nasm: assembly of x.s failed\n");

        Assert.Equal(AssemblerOutcome.Refused, verdict.Outcome);
        Assert.Equal(
            [new AssemblerMessage(AssemblerStage.Scanner, "x.s", 1, "invalid digit '8' in octal literal"), new AssemblerMessage(AssemblerStage.Parser, "x.s", 2, "unrecognized instruction \"FOO\"")],
            verdict.Messages.ToArray());
        Assert.True(verdict.RefusedBeforeEncoding);
    }

    [Fact]
    public void The_last_message_is_the_preprocessors_where_nothing_follows()
    {
        var verdict = AssemblerVerdict.Read(1, "x.s:2: unrecognized instruction \"FOO\"\n/inc/a.h:3: redefinition of macro: X\n");

        Assert.Equal([AssemblerStage.Parser, AssemblerStage.Preprocessor], verdict.Messages.Select(static m => m.Stage));
        Assert.Equal("a.h", verdict.Messages[1].File);
        Assert.True(verdict.Messages[1].EndsTheFile);
    }

    [Theory]
    [InlineData("asm: f: invalid instruction: 00000 (x.s:7)\tMOVQ\t$4, $4", 7)]
    [InlineData("asm: x.s:6: symbol f redeclared", 6)]
    [InlineData("asm: 00000 (x.s:12)\tMOV\t$8(SP), (X5): address load must target register", 12)]
    [InlineData("asm: unaligned stack size 12", 0)]
    public void The_encoders_messages_have_their_line_inside(string output, int line)
    {
        var message = Assert.Single(AssemblerVerdict.Read(1, output + "\n\tmore of it\nasm: assembly failed\n").Messages);

        Assert.Equal((AssemblerStage.Encoder, line), (message.Stage, message.Line));
    }

    [Fact]
    public void A_panic_is_a_crash()
    {
        var verdict = AssemblerVerdict.Read(2, "asm: branch out of range (0x66)\npanic: setting branch target\n\ngoroutine 1 [running]:\nx.go:1 +0x1\n");

        Assert.Equal(AssemblerOutcome.Crashed, verdict.Outcome);
        Assert.Single(verdict.Messages);
    }

    [Fact]
    public void What_is_said_of_a_file_that_assembles_is_no_refusal()
    {
        Assert.Equal(AssemblerOutcome.Accepted, AssemblerVerdict.Read(0, "x.s:1:1: comment not terminated\n").Outcome);
    }
}
