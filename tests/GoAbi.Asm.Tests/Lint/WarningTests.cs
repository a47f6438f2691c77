using System.Linq;
using GoAbi.Source;
using Xunit;
using static GoAbi.Asm.Tests.TestPrograms;

namespace GoAbi.Asm.Tests.Lint;

/// <summary>Each warning where it belongs, and not where it doesn't. Cases are "line:column id", divided by blanks.</summary>
public sealed class WarningTests
{
    private const string F = "TEXT ·f(SB), 4, $0\n\tRET\n";

    [Theory]
    [InlineData("\tMOVQ AX, BX\n" + F, "1:2 GOABI4020")]
    [InlineData("\tMOVQ AX, BX\n\tRET\n" + F, "1:2 GOABI4020")]
    [InlineData("\tMOVQ AX, BX\n", "1:2 GOABI4020")]
    [InlineData("\tPCDATA $0, $1\n" + F, "1:2 GOABI4020")]
    [InlineData("DATA x<>(SB)/8, $1\nGLOBL x<>(SB), 8, $8\n" + F, "")]
    [InlineData("#define NOTHING\nNOTHING\n" + F, "")]
    [InlineData("#define ONE NOP\n\n\tONE\n" + F, "3:2 GOABI4020")]
    public void Code_before_the_first_TEXT(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData(F + "end:\n", "3:1 GOABI4021")]
    [InlineData(F + "a: b:\nDATA x<>(SB)/8, $1\nGLOBL x<>(SB), 8, $8\n", "3:1 GOABI4021 3:4 GOABI4021")]
    [InlineData(F + "end:\nTEXT ·g(SB), 4, $0\n\tRET\n", "3:1 GOABI4021")]
    [InlineData(F + "again:\nTEXT ·g(SB), 4, $0\n\tJMP again\n", "")]
    [InlineData("TEXT ·f(SB), 4, $0\nstart:\n\tJMP start\n", "")]
    [InlineData("TEXT ·f(SB), 4, $0\n\tJMP done\ndone:\nDATA x<>(SB)/8, $1\nGLOBL x<>(SB), 8, $8\n\tRET\n", "")]
    public void A_label_without_an_instruction(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData("DATA x<>(SB)/8, $1\nDATA x<>+8(SB)/8, $1\n", "1:6 GOABI4022")]
    [InlineData("DATA ·x(SB)/8, $1\nGLOBL x(SB), 8, $8\n", "1:6 GOABI4022")]
    [InlineData("DATA x<>(SB)/8, $1\nGLOBL x(SB), 8, $8\n", "1:6 GOABI4022")]
    [InlineData("GLOBL x<>(SB), 8, $8\nDATA x<>(SB)/8, $1\n", "")]
    [InlineData("DATA example·com∕p·x(SB)/8, $1\nGLOBL ·x(SB), 8, $8\n", "")]
    [InlineData("DATA example∕p·x(SB)/8, $1\nGLOBL ·x(SB), 8, $8\n", "", "example/p")]
    [InlineData("#define D(n) DATA n<>(SB)/8, $1\nD(x)\n", "2:1 GOABI4022")]
    public void DATA_without_GLOBL(string text, string expected, string? package = null) => Assert.Equal(expected, Warnings(text, package: package));

    [Theory]
    [InlineData("DATA x<>+0(SB)/8, $1\nDATA x<>+8(SB)/8, $2\nGLOBL x<>(SB), 8, $8\n", "2:6 GOABI4023")]
    [InlineData("DATA x<>+7(SB)/2, $1\nDATA x<>+9(SB)/8, $2\nGLOBL x<>(SB), 8, $8\n", "1:6 GOABI4023")]
    [InlineData("DATA x<>+6(SB)/2, $1\nGLOBL x<>(SB), 8, $8\n", "")]
    [InlineData("#include \"go_asm.h\"\nDATA x<>+8(SB)/8, $1\nGLOBL x<>(SB), 8, $const_size\n", "")]
    public void DATA_beyond_its_size(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData("#define A NOP; // one \\\n\tNOP\n", "1:23 GOABI4024 2:2 GOABI4020")]
    [InlineData("#define A NOP; // one \\ \n\tNOP\n", "1:23 GOABI4024 2:2 GOABI4020")]
    [InlineData("#define A NOP; /* x */ // one \\\r\n\tNOP\n", "1:31 GOABI4024 2:2 GOABI4020")]
    [InlineData("#define A NOP; \\\n\tNOP; // two \\\n\tNOP\n", "2:14 GOABI4024 3:2 GOABI4020")]
    [InlineData("#define A NOP; // the end \\\n\n" + F, "")]
    [InlineData("#define A NOP; // the end \\\n#define B NOP\n" + F, "")]
    [InlineData("#define A NOP; \\ // one\n\tNOP\n" + F, "")]
    [InlineData("#define A NOP; /* one \\ */\n" + F, "")]
    [InlineData("// a path: C:\\\n" + F, "")]
    [InlineData("#ifdef X // \\\n\tNOP\n#endif\n", "")]
    public void A_comment_that_swallows_the_continuation(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData("#define A NOP; \\ \n\tNOP\n" + F, "1:17 GOABI4025")]
    [InlineData("#define A NOP; \\\t\r\n\tNOP\n" + F, "1:17 GOABI4025")]
    [InlineData("#define A NOP; \\\r\n\tNOP\n" + F, "")]
    [InlineData("#define A NOP; \\ // x\n\tNOP\n" + F, "")]
    [InlineData("#define A NOP; \\\n\tNOP \\  \n\tNOP\n" + F, "2:7 GOABI4025")]
    public void Blanks_after_the_continuation(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData("#ifdef A\n#else\n#else\n#endif\n", "3:2 GOABI4026")]
    [InlineData("#ifdef A\n#else\n#else\n#else\n#endif\n", "3:2 GOABI4026 4:2 GOABI4026")]
    [InlineData("#ifdef A\n#ifdef B\n#else\n#endif\n#else\n#endif\n#ifndef C\n#else\n#endif\n", "")]
    [InlineData("#define M \\\n#else \\\n#else\n", "")]
    [InlineData("/*\n#ifdef A\n#else\n#else\n*/\n", "")]
    public void A_second_else(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData("AX:\n\tJMP AX\n", "2:1 GOABI4027")]
    [InlineData("AX:\n\tRET\n", "2:1 GOABI4027")]
    [InlineData("a·b:\n\tRET\n", "2:1 GOABI4027")]
    [InlineData("EQ:\n\tRET\n", "2:1 GOABI4027", "arm64")]
    [InlineData("EQ:\n\tRET\n", "")]
    [InlineData("R18:\n\tRET\n", "", "arm64")]
    [InlineData("ax:\n\tJMP ax\n", "")]
    public void A_label_that_no_jump_can_name(string text, string expected, string goarch = "amd64") =>
        Assert.Equal(expected, Warnings("TEXT ·f(SB), 4, $0\n" + text, goarch));

    [Fact]
    public void The_jump_that_means_a_register_is_named() => Assert.Contains(
        "the jump in line 4 goes where it points",
        Assert.Single(Assemble("TEXT ·f(SB), 4, $0\nCX:\n\tJMP AX\n\tJMP CX\n").Diagnostics).Message,
        System.StringComparison.Ordinal);

    [Theory]
    [InlineData("#define M(AX) XORQ AX, AX\nTEXT ·f(SB), 4, $0\n\tM()\n", "3:2 GOABI4028")]
    [InlineData("#define M(a, AX) MOVQ a, AX\nTEXT ·f(SB), 4, $0\n\tM($1,)\n", "3:2 GOABI4028")]
    [InlineData("#define M(AX) XORQ AX, AX\n#define N(x) M(x)\nTEXT ·f(SB), 4, $0\n\tN()\n", "4:2 GOABI4028")]
    [InlineData("#define M(unused) NOP\nTEXT ·f(SB), 4, $0\n\tM()\n", "")]
    [InlineData("#define M() NOP\nTEXT ·f(SB), 4, $0\n\tM()\n", "")]
    [InlineData("#define M(AX) XORQ AX, AX\n#ifdef NEVER\n\tM()\n#endif\n", "")]
    public void An_empty_argument(string text, string expected) => Assert.Equal(expected, Warnings(text));

    [Theory]
    [InlineData("#define X 1", "/m/h.h:1:11 GOABI4029")]
    [InlineData("#define X 1\n// no newline here", "")]
    [InlineData("#define X 1\n", "")]
    [InlineData("", "")]
    public void An_included_file_without_final_newline(string header, string expected)
    {
        var program = Assemble("#include \"h.h\"\n\n" + F + "#include \"h.h\"\n\n", "amd64", ("/m/h.h", header));
        Assert.Equal(expected, string.Join(' ', program.Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => d.Location + " " + d.Id)));
    }

    [Theory]
    [InlineData("#ifdef const_x\n" + F + "#endif\n", "3:6 GOABI4030")]
    [InlineData("#ifndef T__size\n" + F + "#endif\n", "3:6 GOABI4030")]
    [InlineData("#ifdef const_x\nTEXT ·f(SB), 4, $8\n\tRET\n#else\n" + F + "#endif\n", "")]
    [InlineData("#ifdef const_x\n#ifdef GOARCH_amd64\n" + F + "#endif\n#endif\n", "4:6 GOABI4030")]
    [InlineData("#define const_x 1\n#ifdef const_x\n" + F + "#endif\n", "")]
    [InlineData("#ifdef GOARCH_amd64\n" + F + "#endif\n", "")]
    [InlineData(F + "#ifdef const_x\n\tNOP\n#endif\n", "")]
    public void A_definition_that_depends_on_go_asm(string text, string expected)
    {
        Assert.Equal(expected, Warnings("#include \"go_asm.h\"\n" + text));
        Assert.Equal("", Warnings("\n" + text));
    }

    [Theory]
    [InlineData("DATA x<>(SB)/1, $300\n", "1:17 GOABI4031")]
    [InlineData("DATA x<>(SB)/1, $-129\n", "1:17 GOABI4031")]
    [InlineData("DATA x<>(SB)/4, $0x1FFFFFFFF\n", "1:17 GOABI4031")]
    [InlineData("DATA x<>(SB)/1, $255\nDATA x<>+1(SB)/1, $-128\nDATA x<>+2(SB)/2, $0xFFFF\nDATA x<>+4(SB)/4, $~0\n", "")]
    [InlineData("DATA x<>(SB)/8, $y(FP)\n", "1:17 GOABI4031")]
    [InlineData("DATA x<>(SB)/8, $8(AX)\n", "1:17 GOABI4031")]
    [InlineData("DATA x<>(SB)/8, $y+8(SB)\n", "")]
    [InlineData("GLOBL y(SB), 8, $-8\n", "1:17 GOABI4031")]
    [InlineData("GLOBL y(SB), 65536, $8\n", "1:14 GOABI4031")]
    [InlineData("GLOBL y(SB), (8+16+8192), $0\n", "")]
    [InlineData("TEXT ·f(SB), 0x10004, $0\n\tRET\n", "1:15 GOABI4031")]
    public void Data_sizes_and_flags_that_cannot_be_meant(string text, string expected) =>
        Assert.Equal(expected, Warnings(text + "GLOBL x<>(SB), 8, $8\n"));

    private static string Warnings(string text, string goarch = "amd64", string? package = null)
    {
        var program = AsmProgram.Create(Tree(text), new Target { Goarch = goarch }, Options() with { PackagePath = package ?? "example.com/p" });
        return string.Join(' ', program.Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => d.Location!.Value.Start + " " + d.Id));
    }
}
