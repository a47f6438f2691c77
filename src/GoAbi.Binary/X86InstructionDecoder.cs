using System;
using GoAbi.Asm;
using Iced.Intel;

namespace GoAbi.Binary;

/// <summary>Reads the machine code of 386 and amd64, by Iced. Holds nothing; thread-safe.</summary>
public sealed class X86InstructionDecoder : IInstructionDecoder
{
    private const int LongestInstruction = 15;

    private X86InstructionDecoder()
    {
    }

    /// <summary>The only one.</summary>
    public static X86InstructionDecoder Instance { get; } = new();

    /// <inheritdoc/>
    public bool Reads(AsmArchitecture architecture) => architecture is { Name: "386" or "amd64" };

    /// <inheritdoc/>
    public DecodedInstruction Decode(AsmArchitecture architecture, ReadOnlySpan<byte> code)
    {
        if (!Reads(architecture) || code.IsEmpty)
        {
            return DecodedInstruction.Undecodable(code.Length);
        }

        var bytes = code[..Math.Min(code.Length, LongestInstruction)].ToArray();
        var decoder = Decoder.Create(architecture.Name == "amd64" ? 64 : 32, bytes);
        var instruction = decoder.Decode();
        return decoder.LastError switch
        {
            DecoderError.None => X86Effects.Describe(architecture, instruction),
            DecoderError.NoMoreBytes when code.Length < LongestInstruction => DecodedInstruction.Incomplete(code.Length),
            _ => DecodedInstruction.Undecodable(Math.Max(1, instruction.Length)),
        };
    }
}
