using System;
using System.Buffers.Binary;
using System.Globalization;
using GoAbi.Asm.Tests.Effects;
using Xunit;

namespace GoAbi.Asm.Tests.Decoding;

public sealed class Arm64DecoderTests
{
    public static TheoryData<int, string, string> Cases => CaseFile.Read("decoder-arm64.txt");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_word_does_what_the_machine_says(int line, string input, string expected)
    {
        Assert.True(line > 0);
        var decoded = Decode(uint.Parse(input.Split(' ')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(4, decoded.Length);
        var target = decoded.RelativeTarget is { } to ? " to " + to.ToString(CultureInfo.InvariantCulture) : "";
        Assert.Equal(expected, decoded.Outcome != DecodingOutcome.Decoded
            ? decoded.Outcome.ToString()
            : decoded.Kind + target + (decoded.FallsThrough ? "" : " and no further") + ": " + EffectsTests.Describe(decoded.Effects));
    }

    [Fact]
    public void Fewer_than_four_bytes_are_no_instruction() =>
        Assert.Equal(DecodingOutcome.Incomplete, Arm64InstructionDecoder.Instance.Decode(AsmArchitecture.Find("arm64")!, new byte[3]).Outcome);

    [Fact]
    public void Any_word_can_be_given()
    {
        var random = new Random(7);
        for (var i = 0; i < 200_000; i++)
        {
            var decoded = Decode((uint)random.NextInt64(1L << 32));
            Assert.Equal(4, decoded.Length);
            Assert.True(decoded.Outcome == DecodingOutcome.Decoded || decoded.Effects.IsUnknown);
        }
    }

    private static DecodedInstruction Decode(uint word)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
        return Arm64InstructionDecoder.Instance.Decode(AsmArchitecture.Find("arm64")!, bytes);
    }
}
