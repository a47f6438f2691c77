using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace GoAbi.Asm.Tests.Effects;

public sealed class AccessWidthTests
{
    public static TheoryData<int, string, string> Cases => CaseFile.Read("access-widths.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_instruction_touches_so_many_bytes_at_each_operand(int line, string input, string expected)
    {
        Assert.True(line > 0);
        var at = input.IndexOf(' ');
        var instruction = Instruction(input[..at], input[(at + 1)..]);
        Assert.Equal(
            expected,
            string.Join(' ', Enumerable.Range(0, instruction.Operands.Length).Select(i => AsmAccessWidth.Of(instruction, i)?.ToString(CultureInfo.InvariantCulture) ?? "?")));
    }

    [Fact]
    public void There_is_no_memory_at_an_operand_that_is_not_there()
    {
        var instruction = Instruction("amd64", "MOVQ 8(AX), BX");
        Assert.Equal(0, AsmAccessWidth.Of(instruction, -1));
        Assert.Equal(0, AsmAccessWidth.Of(instruction, 2));
        Assert.Throws<ArgumentNullException>(() => AsmAccessWidth.Of(null!, 0));
    }

    [Fact]
    public void What_a_mnemonic_without_an_entry_touches_is_not_known() => Assert.Null(AsmAccessWidth.Of(Instruction("amd64", "FROBNICATE 8(AX)"), 0));

    private static Instruction Instruction(string goarch, string text) =>
        (Instruction)TestPrograms.Assemble("TEXT ·f(SB), 4, $0\n\t" + text + "\n", goarch).Functions[0].Body[0];
}
