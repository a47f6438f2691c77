using System;

namespace GoAbi.Asm;

/// <summary>
/// Reads arm64's machine code as far as flow of control, the stack pointer, the registers with a meaning and the thread pointer go; which other registers are read and written too.
/// Groups that it doesn't know (SVE, SME, whatever is new) are undecodable. Instructions have four bytes.
/// </summary>
public sealed class Arm64InstructionDecoder : IInstructionDecoder
{
    private const int Size = 4;

    private Arm64InstructionDecoder()
    {
    }

    /// <summary>The only one: it holds nothing.</summary>
    public static Arm64InstructionDecoder Instance { get; } = new();

    /// <inheritdoc/>
    public bool Reads(AsmArchitecture architecture) => architecture is { Name: "arm64" };

    /// <inheritdoc/>
    public DecodedInstruction Decode(AsmArchitecture architecture, ReadOnlySpan<byte> code)
    {
        if (!Reads(architecture) || code.Length < Size)
        {
            return DecodedInstruction.Incomplete(code.Length);
        }

        var word = (uint)(code[0] | (code[1] << 8) | (code[2] << 16) | (code[3] << 24));
        var instruction = new Arm64Word(architecture, word);
        var isKnown = ((word >> 25) & 15) switch
        {
            0 => Reserved(word, ref instruction),
            8 or 9 => Arm64Immediates.Decode(ref instruction),
            10 or 11 => Arm64Branches.Decode(ref instruction),
            4 or 6 or 12 or 14 => Arm64Memory.Decode(ref instruction),
            5 or 13 => Arm64WordRegisters.Decode(ref instruction),
            7 or 15 => Arm64Vectors.Decode(ref instruction),
            _ => false,
        };
        return isKnown ? instruction.Build(Size) with { Word = word } : DecodedInstruction.Undecodable(Size);
    }

    // UDF: the upper half is 0.
    private static bool Reserved(uint word, ref Arm64Word instruction)
    {
        instruction.Kind = AsmInstructionKind.Trap;
        instruction.FallsThrough = false;
        return word >> 16 == 0;
    }
}
