using System;
using System.Linq;
using GoAbi.Source;
using Xunit;

namespace GoAbi.Asm.Tests.Extensions;

/// <summary>What instructions need of the processor. The table of amd64 is Iced's, by way of the assembler: see eng/X86Extensions.</summary>
public sealed class AsmExtensionsTests
{
    [Theory]
    [InlineData("amd64", "MOVQ AX, BX", "")]
    [InlineData("amd64", "POPCNTQ AX, BX", "POPCNT")]
    [InlineData("amd64", "POPCNTQ (AX), BX", "POPCNT")]
    [InlineData("amd64", "RORXQ $3, AX, BX", "BMI2")]
    [InlineData("amd64", "ANDNQ AX, BX, CX", "BMI1")]
    [InlineData("amd64", "PINSRQ $1, AX, X0", "SSE41")]
    [InlineData("amd64", "PSHUFB X0, X1", "SSSE3")]
    [InlineData("amd64", "AESENC X0, X1", "AES")]
    [InlineData("amd64", "VPADDD X0, X1, X2", "AVX")]
    [InlineData("amd64", "VPADDD Y0, Y1, Y2", "AVX2")]
    [InlineData("amd64", "VPADDD (AX), Y1, Y2", "AVX2")]
    [InlineData("amd64", "VPADDD X16, X1, X2", "AVX512F AVX512VL")]
    [InlineData("amd64", "VPADDD Y0, Y1, K1, Y2", "AVX512F AVX512VL")]
    [InlineData("amd64", "VPADDD Z0, Z1, Z2", "AVX512F")]
    [InlineData("amd64", "VPADDB Z0, Z1, Z2", "AVX512BW")]
    [InlineData("amd64", "VPGATHERDD Y1, (AX)(Y2*4), Y3", "AVX2")]
    [InlineData("amd64", "KMOVQ AX, K1", "AVX512BW")]
    [InlineData("386", "PADDD X0, X1", "")]
    [InlineData("arm64", "LDADDALD R1, (R0), R2", "ATOMICS")]
    [InlineData("arm64", "CASALW R1, (R0), R2", "ATOMICS")]
    [InlineData("arm64", "AESE V1.B16, V2.B16", "AES")]
    [InlineData("arm64", "VPMULL V0.D1, V1.D1, V2.Q1", "PMULL")]
    [InlineData("arm64", "VPMULL V0.B8, V1.B8, V2.H8", "")]
    [InlineData("arm64", "VADD V0.B16, V1.B16, V2.B16", "")]
    [InlineData("arm64", "CRC32CX R1, R2", "CRC32")]
    [InlineData("riscv64", "SH1ADD X5, X6, X7", "Zba")]
    [InlineData("riscv64", "ADD X5, X6, X7", "")]
    public void An_instruction_needs(string goarch, string statement, string expected)
    {
        var extensions = AsmExtensions.Find(goarch)!;
        Assert.Equal(expected, string.Join(" ", extensions.NamesOf(extensions.Of(Instruction(goarch, statement)))));
    }

    [Theory]
    [InlineData("linux/amd64", "", "")]
    [InlineData("linux/amd64", "v2", "SSE3 SSSE3 SSE41 SSE42 POPCNT")]
    [InlineData("linux/amd64", "v3", "SSE3 SSSE3 SSE41 SSE42 POPCNT AVX AVX2 BMI1 BMI2 LZCNT MOVBE F16C FMA")]
    [InlineData("linux/arm64", "v8.0", "")]
    [InlineData("linux/arm64", "v8.2", "ATOMICS")]
    [InlineData("linux/arm64", "v8.0,lse", "ATOMICS")]
    [InlineData("linux/arm64", "v8.0,crypto", "AES PMULL SHA1 SHA2")]
    [InlineData("darwin/arm64", "", "ATOMICS AES PMULL SHA1 SHA2 SHA3 SHA512 CRC32 JSCVT ASIMDDP")]
    [InlineData("linux/riscv64", "rva22u64", "Zba Zbb Zbs")]
    public void Every_machine_of_a_target_has(string platform, string feature, string expected)
    {
        var parts = platform.Split('/');
        var extensions = AsmExtensions.Find(parts[1])!;
        var baseline = extensions.BaselineOf(new Target { Goos = parts[0], Goarch = parts[1], Feature = feature });
        Assert.Equal(expected, string.Join(" ", extensions.NamesOf(baseline)));
    }

    [Fact]
    public void Avx2_brings_avx_and_not_bmi2()
    {
        var extensions = AsmExtensions.Find("amd64")!;
        Assert.True(extensions.TryParse("avx2", out var set));
        var names = extensions.NamesOf(extensions.Close(set));
        Assert.Contains("AVX", names);
        Assert.DoesNotContain("BMI2", names);
        Assert.False(extensions.TryParse("AVX3", out _));
        Assert.Null(AsmExtensions.Find("mips"));
    }

    private static Instruction Instruction(string goarch, string statement)
    {
        var tree = AsmSyntaxTree.Parse(new SourceFile("/t.s", SourceText.FromString("TEXT ·f(SB), 4, $0\n\t" + statement + "\n")));
        var program = AsmProgram.Create(tree, new Target { Goarch = goarch, Toolchain = new GoVersion(24) }, AsmProgramOptions.Default);
        Assert.Empty(program.Diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error));
        return Assert.IsType<Instruction>(Assert.Single(Assert.Single(program.Functions).Body));
    }
}
