using System.Linq;
using Xunit;

namespace GoAbi.Asm.Tests.Frames;

public sealed class StackDepthTests
{
    [Theory]
    [InlineData("amd64@19", "$0", "RET", "-8 -8 null")]
    [InlineData("amd64@19", "$16", "RET", "-8 -32 -16")]
    [InlineData("amd64@19", "$0", "CALL f(SB)\n RET", "-8 -8 null")]
    [InlineData("amd64@24", "$0", "CALL f(SB)\n RET", "-8 -16 -16")]
    [InlineData("386", "$8", "RET", "-4 -12 null")]
    [InlineData("arm64", "$0", "RET", "-8 -8 null")]
    [InlineData("arm64", "$0", "BL f(SB)\n RET", "-8 -24 -32")]
    [InlineData("arm64", "$24", "RET", "-8 -56 -64")]
    [InlineData("arm64", "$-8", "BL f(SB)\n RET", "-8 -8 null")]
    [InlineData("ppc64le", "$8", "RET", "-32 -72 null")]
    [InlineData("arm", "$-4", "BL f(SB)\n RET", "-4 -4 null")]
    [InlineData("mips64", "$4", "RET", "-8 -24 null")]
    [InlineData("wasm", "$16", "RET", "-8 -24 null")]
    public void A_frame_is_the_assemblers(string target, string frame, string code, string expected)
    {
        var made = Depths(target, frame, code).Frame;
        Assert.Equal(expected, $"{made.EntryStackPointer} {made.StackPointer} {(made.FramePointerSlot is { } slot ? slot : "null")}");
    }

    [Theory]
    [InlineData("amd64", "PUSHQ AX\n POPQ AX\n RET", "-8 -16 -8")]
    [InlineData("amd64", "SUBQ $24, SP\n MOVQ AX, 8(SP)\n LEAQ 24(SP), SP\n RET", "-8 -32 -32 -8")]
    [InlineData("amd64", "MOVQ SP, BX\n ANDQ $~15, SP\n MOVQ BX, SP\n RET", "-8 -8 Moved -8")]
    [InlineData("amd64", "MOVQ SP, 8(AX)\n MOVQ 8(AX), SP\n RET", "-8 -8 Unknown")]
    [InlineData("amd64", "JEQ out\n PUSHQ AX\nout:\n RET", "-8 -8 Differs")]
    [InlineData("amd64", "loop: PUSHQ AX\n JNE loop\n RET", "Differs Differs Differs")]
    [InlineData("amd64", "JMP out\n PUSHQ AX\nout: RET", "-8 Unreachable -8")]
    [InlineData("amd64", "BYTE $0x90\n RET", "-8 Unknown")]
    [InlineData("amd64", "MOVQ SP, BP\n PUSHQ AX\n PUSHQ AX\n LEAQ 0(BP), SP\n RET", "-8 -8 -16 -24 -8")]
    [InlineData("arm64", "SUB $32, RSP\n MOVD RSP, R9\n ADD $32, R9, R9\n MOVD R9, RSP\n RET", "-8 -40 -40 -40 -8")]
    [InlineData("arm64", "STP.W (R29, R30), -16(RSP)\n LDP.P 16(RSP), (R29, R30)\n RET", "-8 -24 -8")]
    [InlineData("arm64", "WORD $0xa9bf7bfd\n WORD $0xa8c17bfd\n RET", "-8 -24 -8")]
    [InlineData("ppc64le", "MOVDU R0, -64(R1)\n ADD $64, R1\n RET", "-32 -96 -32")]
    public void The_stack_pointer_is_followed(string goarch, string code, string expected)
    {
        var (depths, _) = Depths(goarch, "$0", code);
        var places = Enumerable.Range(0, depths.Graph.Steps.Length).Select(step => depths.Machine(step)?.ToString() ?? depths.KnowledgeAt(step).ToString());
        Assert.Equal(expected, string.Join(' ', places));
    }

    [Theory]
    [InlineData("amd64", "PUSHQ BP\n MOVQ AX, BP\n POPQ BP\n RET", true)]
    [InlineData("amd64", "MOVQ BP, R8\n XORL BP, BP\n MOVQ R8, BP\n RET", true)]
    [InlineData("amd64", "MOVQ BP, R8\n XORL BP, BP\n CALL f(SB)\n MOVQ R8, BP\n RET", false)]
    [InlineData("amd64", "SUBQ $16, SP\n MOVQ BP, 8(SP)\n MOVQ AX, BP\n MOVQ 8(SP), BP\n ADDQ $16, SP\n RET", true)]
    [InlineData("amd64", "SUBQ $16, SP\n MOVQ BP, 8(SP)\n MOVQ AX, 8(SP)\n MOVQ 8(SP), BP\n ADDQ $16, SP\n RET", false)]
    [InlineData("amd64", "MOVQ SP, BX\n ANDQ $~15, SP\n PUSHQ BP\n MOVQ AX, BP\n POPQ BP\n MOVQ BX, SP\n RET", true)]
    [InlineData("amd64", "JEQ out\n MOVQ AX, BP\nout:\n RET", false)]
    [InlineData("arm64", "STP.W (R29, R30), -16(RSP)\n MOVD RSP, R29\n LDP.P 16(RSP), (R29, R30)\n RET", true)]
    [InlineData("arm64", "WORD $0xa9bf7bfd\n WORD $0x910003fd\n WORD $0xa8c17bfd\n RET", true)]
    [InlineData("arm64", "WORD $0xa9bf7bfd\n WORD $0x910003fd\n WORD $0xa8c17bfc\n RET", false)]
    public void The_frame_pointer_of_the_caller_is_found_again(string goarch, string code, bool isKept)
    {
        var (depths, _) = Depths(goarch, "$0", "NOP\n " + code, "NOSPLIT|NOFRAME");
        var architecture = depths.Graph.Function.Architecture;
        Assert.True(architecture.TryGetRegister(goarch == "arm64" ? "R29" : "BP", out var pointer));
        Assert.Equal(isKept, depths.ValueAt(depths.Graph.Steps.Length - 1, pointer).IsEntryOf(pointer));
    }

    [Theory]
    [InlineData("amd64", "$16", "MOVQ x+8(FP), AX", 8)]
    [InlineData("amd64", "$16", "MOVQ y-8(SP), AX", -24)]
    [InlineData("amd64", "$16", "MOVQ 16(SP), AX", -16)]
    [InlineData("arm64", "$24", "MOVD 0(RSP), R1", -56)]
    [InlineData("arm64", "$24", "MOVD y-8(SP), R1", -32)]
    public void An_operand_names_a_place(string goarch, string frame, string load, long place)
    {
        var (depths, _) = Depths(goarch, frame, load + "\n RET");
        Assert.Equal(AsmTrackedValue.Stack(place), depths.AddressOf(depths.Graph.Function.Body[0].Operands[0], 0));
    }

    [Fact]
    public void Names_move_with_pushes_by_lines_and_not_by_jumps()
    {
        var (depths, _) = Depths("amd64", "$0", "JEQ out\n PUSHQ AX\n POPQ AX\n RET\nout: SUBQ $8, SP\n MOVQ x+0(FP), AX\n ADDQ $8, SP\n RET");
        Assert.Equal((-8L, -16L, -8L), (depths.Assembler(1), depths.Assembler(2), depths.Assembler(5)));
        Assert.Equal(AsmTrackedValue.Stack(-8), depths.AddressOf(depths.Graph.Function.Body[5].Operands[0], 5));
    }

    private static (AsmStackDepths Depths, AsmFrame Frame) Depths(string target, string frame, string code, string flags = "NOSPLIT")
    {
        var program = TestPrograms.AssembleFor(target, "#define NOSPLIT 4\n#define NOFRAME 512\nTEXT ·x(SB), " + flags + ", " + frame + "\n " + code + "\n");
        var function = program.Functions[0];
        var made = AsmFrame.Of(function, program.Target.Toolchain);
        return (AsmStackDepths.Of(AsmFlowGraph.Create(function), made), made);
    }
}
