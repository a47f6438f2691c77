using System;

namespace GoAbi.Asm;

/// <summary>
/// Reads machine code: people write instructions that the assembler lacks as BYTE, WORD and the like, and what those do has to come from somewhere. Decoders that need more
/// than this layer may refer to live elsewhere and are handed in. An implementation holds no state and never throws for what the bytes are.
/// </summary>
public interface IInstructionDecoder
{
    /// <summary>True where it reads the code of an architecture.</summary>
    bool Reads(AsmArchitecture architecture);

    /// <summary>Reads the first instruction.</summary>
    /// <param name="architecture">An architecture that it reads.</param>
    /// <param name="code">The instruction and whatever follows it; not empty.</param>
    DecodedInstruction Decode(AsmArchitecture architecture, ReadOnlySpan<byte> code);
}

/// <summary>How far decoding came.</summary>
public enum DecodingOutcome : byte
{
    /// <summary>An instruction.</summary>
    Decoded,

    /// <summary>No instruction that is known: nothing can be said of it, and on machines of variable length not of what follows either.</summary>
    Undecodable,

    /// <summary>The bytes end before the instruction does.</summary>
    Incomplete,
}

/// <summary>One instruction of machine code.</summary>
/// <param name="Outcome">Whether it is one.</param>
/// <param name="Length">How many bytes it takes; at least 1 where it is one or the machine's instructions have one length.</param>
/// <param name="Kind">What it does to the flow of control.</param>
/// <param name="Effects">All that it does; <see cref="AsmEffects.Anything"/> where it is none.</param>
public readonly record struct DecodedInstruction(DecodingOutcome Outcome, int Length, AsmInstructionKind Kind, AsmEffects Effects)
{
    /// <summary>Where a call or jump goes, counted in bytes from the instruction's own first; null where a register or memory says so.</summary>
    public long? RelativeTarget { get; init; }

    /// <summary>True where the next instruction can follow.</summary>
    public bool FallsThrough { get; init; }

    /// <summary>The instruction itself, where all of the machine's have four bytes.</summary>
    public uint? Word { get; init; }

    /// <summary>No instruction.</summary>
    public static DecodedInstruction Undecodable(int length) =>
        new(DecodingOutcome.Undecodable, length, AsmInstructionKind.Other, AsmEffects.Anything) { FallsThrough = true };

    /// <summary>The beginning of one.</summary>
    public static DecodedInstruction Incomplete(int length) =>
        new(DecodingOutcome.Incomplete, length, AsmInstructionKind.Other, AsmEffects.Anything) { FallsThrough = true };
}
