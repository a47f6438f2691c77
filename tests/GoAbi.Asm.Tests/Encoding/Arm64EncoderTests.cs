using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Encoding;

public sealed class Arm64EncoderTests
{
    public static TheoryData<int, string, string> Statements() => CaseFile.Read("encoder-arm64.txt");

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_that_can_not_be_encoded_has_one_error_at_the_operand_that_is_wrong(int line, string statement, string expected)
    {
        var errors = Errors("TEXT ·f(SB), 4, $16-8\nhere:\n\t" + statement + "\n\tRET\n", "1.24");
        Assert.True(expected == errors, "encoder-arm64.txt:" + line + " " + errors);
    }

    [Theory]
    [InlineData("$12-8", "[$12-8] the frame size must be a multiple of 8: with the saved registers it makes a multiple of 16")]
    [InlineData("$-16", "[$-16] the frame size can't be negative; a function without a frame has the flag NOFRAME and size 0")]
    [InlineData("$-8", "")]
    [InlineData("$24-8", "")]
    public void A_frame_has_a_size_that_can_be_laid_out(string frame, string expected) =>
        Assert.Equal(expected, Errors("TEXT ·f(SB), 4, " + frame + "\n\tRET\n", "1.24"));

    [Fact]
    public void A_function_without_frame_has_size_0() =>
        Assert.Equal("[$16] the frame size of a NOFRAME function must be 0", Errors("TEXT ·f(SB), 512, $16\n\tRET\n", "1.24"));

    [Fact]
    public void A_function_without_instructions_is_not_laid_out() => Assert.Equal("", Errors("TEXT ·f(SB), 4, $12\n", "1.24"));

    [Fact]
    public void Slots_of_the_frame_count_from_its_end()
    {
        // 16 bytes, 8 for the return address, 8 for the frame pointer: the first argument is 40 above RSP.
        Assert.Equal("", Errors("TEXT ·f(SB), 4, $16-8\n\tLDP x+0(FP), (R1, R2)\n\tLDAXR (R1), R2\n\tRET\n", "1.24"));
        Assert.Equal("[x+0(FP)] PRFM takes memory here, not memory with this offset", Errors("TEXT ·f(SB), 4, $16-8\n\tPRFM x+0(FP), PLDL1KEEP\n\tRET\n", "1.24"));
    }

    [Theory]
    [InlineData("LDADDD R5, (R6), ZR", "1.19", "[ZR] LDADDD needs a register for the old value: ZR is refused before Go 1.20")]
    [InlineData("LDADDD R5, (R6), ZR", "1.21", "")]
    [InlineData("LDADDD R5, (R6), ZR", "1.24", "")]
    [InlineData("VTBX V1.B16, [V2.B16], V3.B16", "1.24", "")]
    [InlineData("SHA1H V1.B16, V2.B16", "1.19", "[V1.B16] SHA1H takes a vector register here, not a vector with an arrangement")]
    [InlineData("SHA256H V9, V3, V2", "1.19", "[V9] SHA256H takes a vector with an arrangement here, not a vector register")]
    [InlineData("SHA256H V9, V3, V2", "1.22", "")]
    [InlineData("ZADD P0.M, Z1.B, Z2.B, Z3.B", "1.27", "")]
    public void A_release_refuses_what_it_does_not_encode(string statement, string go, string expected)
    {
        var errors = Errors("TEXT ·f(SB), 4, $16-8\n\t" + statement + "\n\tRET\n", go);
        Assert.Equal(expected, go == "1.27" ? Encoder(errors) : errors);
    }

    [Fact]
    public void A_name_of_an_empty_go_asm_h_may_have_any_value()
    {
        const string Text = "#include \"go_asm.h\"\nTEXT ·f(SB), 4, $16-8\n\tTBZ $bit_number, R1, here\n\tMOVD.P const_offset(R1), R2\n\tLDP field(R1), (R2, R3)\n\tMSR $const_x, DAIFSet\nhere:\n\tRET\n";
        Assert.Equal("", Errors(Text, "1.24"));
    }

    [Theory]
    [InlineData("AND $0x5555555555555555, R1, RSP")]
    [InlineData("AND $0xFF00FF00FF00FF00, R1, RSP")]
    [InlineData("AND $0x8000000000000001, R1, RSP")]
    [InlineData("ANDW $0x80000001, R1, RSP")]
    [InlineData("AND $0xFFFFFFFF00000000, R1, RSP")]
    [InlineData("ADD $0xFFFFFF, RSP, RSP")]
    [InlineData("MOVD $0x123456789ABCDEF0, R1")]
    [InlineData("MOVW $-1, R1")]
    [InlineData("MOVD R1, 65504(RSP)")]
    [InlineData("MOVD -70000(R1), R2")]
    [InlineData("LDP 0x1234567(R1), (R3, R4)")]
    [InlineData("FMOVD $3.14159, F1")]
    public void Constants_and_offsets_that_fit_are_no_errors(string statement) =>
        Assert.Equal("", Errors("TEXT ·f(SB), 4, $16-8\n\t" + statement + "\n\tRET\n", "1.24"));

    // [underlined] message; of each error.
    private static string Errors(string text, string go)
    {
        Assert.True(GoVersion.TryParse("go" + go, out var version));
        var program = AsmProgram.Create(TestPrograms.Tree(text), new Target { Goarch = "arm64", Toolchain = version }, TestPrograms.Options());
        return string.Join("; ", program.Diagnostics.Where(static d => d.Severity == Severity.Error)
            .Select(static d => "[" + d.Location!.Value.File.Text.ToString(d.Location.Value.Span) + "] " + d.Message));
    }

    // What a release that is not known here has of its own, only the parser may speak of.
    private static string Encoder(string errors) => errors.Contains("encoded", System.StringComparison.Ordinal) ? errors : "";
}
