using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace GoAbi.Asm.Tests.Effects;

public sealed class EffectsTests
{
    public static TheoryData<int, string, string> Cases => CaseFile.Read("effects.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_instruction_does_what_the_machine_says(int line, string input, string expected)
    {
        Assert.True(line > 0);
        var at = input.IndexOf(' ');
        Assert.Equal(expected, Describe(Instruction(input[..at], input[(at + 1)..]).Effects));
    }

    [Fact]
    public void A_mnemonic_without_an_entry_has_unknown_effects()
    {
        var effects = Instruction("amd64", "FROBNICATE AX, BX").Effects;
        Assert.True(effects.IsUnknown);
        Assert.Null(effects.StackChange);
    }

    [Theory]
    [InlineData("amd64", "BYTE $0x90")]
    [InlineData("arm64", "WORD $0xd503201f")]
    [InlineData("arm", "WORD $0xe1a00000")]
    [InlineData("s390x", "BYTE $7")]
    public void Bytes_alone_have_unknown_effects(string goarch, string text) => Assert.True(Instruction(goarch, text).Effects.IsUnknown);

    [Fact]
    public void Parts_and_other_names_of_a_register_are_the_register()
    {
        var amd64 = AsmArchitecture.Find("amd64")!;
        AsmRegister whole = Register("amd64", "AX"), part = Register("amd64", "AH"), other = Register("amd64", "BX");
        var set = AsmRegisterSet.Of(amd64, part);
        Assert.True(set.Contains(whole));
        Assert.False(set.Contains(other));
        Assert.Equal(AsmRegisterSet.Of(amd64, whole), set);
        Assert.Equal("AX BX", set.Union(AsmRegisterSet.Of(amd64, other)).ToString());
        Assert.True(set.Except(AsmRegisterSet.Of(amd64, whole)).IsEmpty);
        Assert.True(set.Intersect(AsmRegisterSet.Of(amd64, other)).IsEmpty);
    }

    [Theory]
    [InlineData("amd64", "X3", "Z3")]
    [InlineData("arm64", "F3", "V3")]
    [InlineData("arm64", "LR", "R30")]
    [InlineData("riscv64", "A0", "X10")]
    [InlineData("ppc64", "V2", "VS34")]
    [InlineData("s390x", "F1", "V1")]
    [InlineData("loong64", "F9", "X9")]
    public void Registers_that_share_bits_are_one(string goarch, string one, string other)
    {
        var set = AsmRegisterSet.Of(AsmArchitecture.Find(goarch)!, Register(goarch, one));
        Assert.True(set.Contains(Register(goarch, other)));
    }

    private static AsmRegister Register(string goarch, string name) =>
        AsmArchitecture.Find(goarch)!.TryGetRegister(name, out var found) ? found : throw new InvalidOperationException(name);

    public static TheoryData<string> Architectures => [.. new[] { "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64le", "ppc64", "riscv64", "s390x", "wasm" }];

    // Every name that the table of jumps knows has an entry here too: a gap would make control flow unknown.
    [Theory]
    [MemberData(nameof(Architectures))]
    public void Every_mnemonic_of_control_flow_has_an_entry(string goarch)
    {
        var names = new[] { "JMP", "CALL", "RET", "UNDEF", "NOP" };
        foreach (var name in names)
        {
            Assert.False(Instruction(goarch, name is "JMP" or "CALL" ? name + " f(SB)" : name).Effects.IsUnknown, name);
        }
    }

    internal static Instruction Instruction(string goarch, string text)
    {
        var program = TestPrograms.Assemble("TEXT f(SB),0,$0\n\t" + text + "\n", goarch);
        return Assert.IsType<Instruction>(program.Functions[0].Body[^1]);
    }

    internal static string Describe(AsmEffects effects)
    {
        var words = new List<string>();
        if (effects.Flags != AsmEffectFlags.None)
        {
            words.Add(effects.Flags.ToString().Replace(",", "", StringComparison.Ordinal));
        }

        Add(words, "reads", effects.Reads);
        Add(words, "writes", effects.Writes);
        if (effects.StackChange != 0)
        {
            words.Add("SP" + (effects.StackChange is { } by ? by.ToString("+0;-0", CultureInfo.InvariantCulture) : "?"));
        }

        if (effects.Transfer != AsmTransfer.None)
        {
            words.Add("=" + effects.Transfer);
        }

        return words.Count == 0 ? "nothing" : string.Join("; ", words);
    }

    private static void Add(List<string> words, string what, AsmRegisterSet set)
    {
        if (!set.IsEmpty)
        {
            words.Add(what + " " + string.Join(" ", set.Select(r => r.Name)));
        }
    }
}
