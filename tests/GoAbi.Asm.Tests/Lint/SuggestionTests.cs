using System.Linq;
using Xunit;
using static GoAbi.Asm.Tests.TestPrograms;

namespace GoAbi.Asm.Tests.Lint;

/// <summary>A hint where something is near, none where nothing is.</summary>
public sealed class SuggestionTests
{
    [Theory]
    [InlineData("amd64", "movq AX, BX", "instructions are written in capitals: MOVQ")]
    [InlineData("amd64", "MOV AX, BX", "on amd64 it is MOVQ")]
    [InlineData("amd64", "mov AX, BX", "on amd64 it is MOVQ")]
    [InlineData("amd64", "VPADDDD X0, X1, X2", "did you mean VPADDD?")]
    [InlineData("amd64", "SYSCLAL", "did you mean SYSCALL?")]
    [InlineData("amd64", "BL ·f(SB)", "on amd64 it is CALL")]
    [InlineData("amd64", "NO_LOCAL_POINTERS", "it is defined in funcdata.h: #include \"funcdata.h\"")]
    [InlineData("arm64", "MOVQ R1, R2", "on arm64 it is MOVD")]
    [InlineData("arm64", "XORQ R1, R2", "on arm64 it is EOR")]
    [InlineData("arm64", "VPBROADCASTQ X1, X2", "VPBROADCASTQ is an instruction of amd64, 386")]
    [InlineData("amd64", "COMPLETELYUNKNOWNWORD AX", null)]
    [InlineData("amd64", "QQ", null)]
    public void An_unknown_instruction(string goarch, string statement, string? hint) => Assert.Equal(hint, HintOf(goarch, statement));

    [Theory]
    [InlineData("amd64", "MOVQ eax, BX", "eax is written AX on amd64")]
    [InlineData("amd64", "MOVQ RAX, BX", "RAX is written AX on amd64")]
    [InlineData("amd64", "MOVL R8D, BX", "R8D is written R8 on amd64")]
    [InlineData("amd64", "PXOR XMM1, X0", "XMM1 is written X1 on amd64")]
    [InlineData("amd64", "MOVQ G, BX", "G is written g on amd64")]
    [InlineData("arm64", "MOVD R18, R0", "R18 is written R18_PLATFORM on arm64")]
    [InlineData("arm64", "MOVD X3, R0", "X3 is written R3 on arm64")]
    [InlineData("arm64", "MOVD XZR, R0", "XZR is written ZR on arm64")]
    [InlineData("arm64", "MOVD R28, R0", "R28 is written g on arm64")]
    [InlineData("arm64", "FMOVD D1, F0", "D1 is written F1 on arm64")]
    [InlineData("arm", "MOVW R10, R0", "R10 is written g on arm")]
    [InlineData("riscv64", "MOV X27, X5", "X27 is written g on riscv64")]
    [InlineData("amd64", "MOVQ $const_size, BX", "a constant of the package's Go code needs #include \"go_asm.h\"")]
    [InlineData("amd64", "MOVQ $FUNCDATA_ArgsPointerMaps, BX", "it is defined in funcdata.h: #include \"funcdata.h\"")]
    [InlineData("amd64", "MOVQ count, BX", null)]
    public void A_name_that_means_nothing(string goarch, string statement, string? hint) => Assert.Equal(hint, HintOf(goarch, statement));

    [Fact]
    public void A_flag_without_its_header() => Assert.Equal(
        "it is defined in textflag.h: #include \"textflag.h\"",
        Assert.Single(Assemble("TEXT ·f(SB), NOSPLIT, $0\n\tRET\n").Diagnostics).Suggestion);

    [Theory]
    [InlineData("#if X", "write #ifdef or #ifndef and one name: there are no expressions")]
    [InlineData("#elif X", "write #else, and an #ifdef of its own in that part")]
    [InlineData("#endfi", "did you mean #endif?")]
    [InlineData("#INCLUDE \"x.h\"", "did you mean #include?")]
    [InlineData("#pragma once", null)]
    public void A_directive_that_is_none(string line, string? hint) =>
        Assert.Equal(hint, Assemble(line + "\nTEXT ·f(SB), 4, $0\n\tRET\n").Diagnostics[0].Suggestion);

    [Fact]
    public void A_name_in_a_macro_has_its_hint_too() => Assert.Equal(
        "EAX is written AX on amd64",
        Assert.Single(Assemble("#define M MOVQ EAX, BX\nTEXT ·f(SB), 4, $0\n\tM\n\tRET\n").Diagnostics).Suggestion);

    [Fact]
    public void A_file_of_nothing_but_errors_is_read_in_little_time()
    {
        var text = "TEXT ·f(SB), 4, $0\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => "\tVPADDQQ" + i + " AX\n"));
        Assert.Equal(5000, Assemble(text).Diagnostics.Length);
    }

    private static string? HintOf(string goarch, string statement) =>
        Assert.Single(Assemble("TEXT ·f(SB), 4, $0\n\t" + statement + "\n\tRET\n", goarch).Diagnostics).Suggestion;
}
