using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Encoding.X86;

/// <summary>What is said of what the encoder refuses: the id, the place that is underlined, the words.</summary>
public sealed class X86RulesTests
{
    [Theory]
    [InlineData("MOVQ AX, AL", "GOABI4008 AL: MOVQ takes no 8-bit register as operand 2: it can be a general register, an M register, X0 to X15 or memory")]
    [InlineData("MOVQ (AX), (BX)", "GOABI4008 (BX): MOVQ takes no memory as operand 2: it can be a general register, an M register or X0 to X15")]
    [InlineData("PSLLQ $300, X0", "GOABI4009 $300: the constant does not fit: PSLLQ takes a constant from -128 to 127, X0 to X15 or memory as operand 1")]
    [InlineData("EXTRACTPS $4, X2, AX", "GOABI4009 $4: the constant does not fit: EXTRACTPS takes a constant from 0 to 3 as operand 1")]
    [InlineData("ADDQ $0x123456789, AX", "GOABI4009 $0x123456789: the constant does not fit: ADDQ takes a constant of 32 bits, from -0x80000000 to 0xffffffff, a general register or memory as operand 1")]
    [InlineData("BLENDVPD X1, X2, X3", "GOABI4008 X1: BLENDVPD takes no X register as operand 1: it can be X0")]
    [InlineData("VADDPD X0, Y1, X2", "GOABI4008 Y1: VADDPD takes no Y register as operand 2: it can be X0 to X31")]
    [InlineData("VADDPD X0, X1, K0, X2", "GOABI4008 K0: VADDPD takes no K0 as operand 3: it can be K1 to K7")]
    [InlineData("V4FMADDPS (AX), [Z0-Z4], Z2", "GOABI4008 [Z0-Z4]: V4FMADDPS takes no such register list as operand 2: it can be a list of four Z registers, [Z0-Z3]")]
    [InlineData("VPGATHERDQ X2, (R13)(AX*2), X1", "GOABI4008 (R13)(AX*2): VPGATHERDQ takes no memory as operand 2: it can be memory with X0 to X15 as index")]
    [InlineData("VPGATHERDQ X2, (R13)(X2*2), X1", "GOABI4008 VPGATHERDQ: VPGATHERDQ takes three different registers as mask, index and destination")]
    [InlineData("VADDPD.BCST X0, X1, X2", "GOABI4005 X0: VADDPD.BCST needs memory here")]
    [InlineData("VADDPD.SAE X0, X1, X2", "GOABI4005 VADDPD: VADDPD takes no .SAE with these operands")]
    [InlineData("VADDPD.Z X0, X1, X2", "GOABI4005 VADDPD: VADDPD.Z needs a mask register, K1 to K7")]
    [InlineData("VADDPD.RN_SAE (AX), Z1, Z2", "GOABI4005 (AX): VADDPD takes rounding with registers only, not with memory")]
    [InlineData("ADDL.Z AX, BX", "GOABI4005 ADDL: ADDL takes no suffix")]
    [InlineData("ADDL AX", "GOABI4007 ADDL: ADDL takes 2 operands; here is 1")]
    [InlineData("PUSHAL", "GOABI4008 PUSHAL: PUSHAL is an instruction of 32-bit code only")]
    [InlineData("MOVQ x(SB)(BX*8), AX", "GOABI4008 x(SB)(BX*8): amd64 addresses symbols by the program counter, with no register: load the address with LEAQ first")]
    [InlineData("MOVQ (AX)(BX), CX", "GOABI4008 (AX)(BX): the index has no scale: it has to be written, *1, *2, *4 or *8")]
    [InlineData("MOVQ (AX)(SP*1), CX", "GOABI4008 (AX)(SP*1): the register can't be an index here: it can be a general register other than SP")]
    [InlineData("MOVQ 0x80000000(AX), CX", "GOABI4009 0x80000000(AX): the offset does not fit in 32 bits")]
    [InlineData("JNE f(SB)", "GOABI4008 f(SB): JNE takes no symbol: it can be a label")]
    [InlineData("PCALIGN $7", "GOABI4009 $7: PCALIGN takes a power of two from 8 to 2048")]
    [InlineData("XXX", "GOABI4008 XXX: XXX is a name without an encoding: the assembler takes no operands for it")]
    [InlineData("MOVL $1.5, AX", "GOABI4008 $1.5: MOVL takes no floating-point constant as operand 1: it can be a constant of 32 bits, from -0x80000000 to 0xffffffff, a general register, an M register, X0 to X15, memory or the address of a symbol")]
    public void Amd64_says_what_is_wrong_and_what_would_be_right(string statement, string expected) =>
        Assert.Equal(expected, Refused("TEXT ·f(SB), 4, $0\n\t" + statement + "\n\tRET\n", "amd64"));

    [Theory]
    [InlineData("ADDQ AX, BX", "GOABI4008 ADDQ: ADDQ is an instruction of amd64: 386 has none like it")]
    [InlineData("MOVL R8, AX", "GOABI4008 R8: MOVL takes no register that 386 does not have as operand 1: it can be a constant of 32 bits, from -0x80000000 to 0xffffffff, a general register, an M register, X0 to X7, memory or the address of a symbol")]
    [InlineData("ADDPD X8, X1", "GOABI4008 X8: 386 has no registers 8 to 15 here")]
    public void X386_says_what_amd64_alone_has(string statement, string expected) =>
        Assert.Equal(expected, Refused("TEXT ·f(SB), 4, $0\n\t" + statement + "\n\tRET\n", "386"));

    [Theory]
    [InlineData("ADDQ $0xffffffff, AX", "amd64")]
    [InlineData("MOVQ $0x123456789abcdef, AX", "amd64")]
    [InlineData("MOVL $-0x80000000, AX", "amd64")]
    [InlineData("LEAL 0x99999999(AX), AX", "amd64")]
    [InlineData("MOVQ $x(SB), AX", "amd64")]
    [InlineData("MOVSD $1.5, X1", "amd64")]
    [InlineData("SHLQ $3, AX, BX", "amd64")]
    [InlineData("MOVB SI, (AX)", "386")]
    [InlineData("MOVB SI, DI", "386")]
    [InlineData("MOVL x(SB)(BX*8), AX", "386")]
    [InlineData("MOVL $x(SB), (AX)", "386")]
    public void What_the_assembler_takes_is_not_refused(string statement, string goarch) =>
        Assert.Equal("", Refused("TEXT ·f(SB), 4, $0\n\t" + statement + "\n\tRET\n", goarch));

    [Fact]
    public void A_call_of_a_label_crashes_the_assembler() =>
        Assert.StartsWith("GOABI4015 l: ", Refused("TEXT ·f(SB), 4, $0\nl:\n\tCALL l\n\tRET\n", "amd64"), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("$12-0", "amd64", "GOABI4012 $12-0: a frame of 12 bytes: its size has to be a multiple of 8")]
    [InlineData("$12-0", "386", "")]
    [InlineData("$6", "386", "GOABI4012 $6: a frame of 6 bytes: its size has to be a multiple of 4")]
    [InlineData("$-4", "amd64", "")]
    public void A_frame_is_a_multiple_of_the_word(string frame, string goarch, string expected) =>
        Assert.Equal(expected, Refused("TEXT ·f(SB), 4, " + frame + "\n\tRET\n", goarch));

    [Fact]
    public void Pushes_and_pops_add_up_at_each_return()
    {
        const string Text = "TEXT ·f(SB), 4, $0\n\tPUSHQ AX\n\tRET\n\tPOPQ AX\n\tRET\n\tPOPFQ\n\tRET\n";
        Assert.Equal(
            "GOABI4017 RET: RET with 8 bytes more pushed than popped since the function's start; GOABI4017 RET: RET with 8 bytes more popped than pushed since the function's start",
            Refused(Text, "amd64"));
    }

    [Fact]
    public void A_name_of_an_empty_go_asm_header_fits_everywhere() =>
        Assert.Equal("", Refused("#include \"go_asm.h\"\nTEXT ·f(SB), 4, $0\n\tPSLLQ $const_x, X0\n\tMOVQ T_field(AX), BX\n\tRET\n", "amd64"));

    [Fact]
    public void An_older_assembler_takes_zeroing_without_a_mask() =>
        Assert.Equal("", Refused("TEXT ·f(SB), 4, $0\n\tVADDPD.Z X0, X1, X2\n\tRET\n", "amd64", minor: 19));

    private static string Refused(string text, string goarch, int minor = 24)
    {
        var program = AsmProgram.Create(TestPrograms.Tree(text), new Target { Goarch = goarch, Toolchain = new GoVersion(minor) }, TestPrograms.Options());
        return string.Join("; ", TestPrograms.Complaints(program).Select(static d => d.Id + " " + d.Location!.Value.File.Text.ToString(d.Location.Value.Span) + ": " + d.Message));
    }
}
