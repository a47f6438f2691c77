using System;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>Statements of BYTE, WORD, LONG, QUAD and DWORD that stand together, as bytes.</summary>
/// <param name="End">Index of the statement behind the last.</param>
/// <param name="Bytes">What they hold; empty where one of them holds something that is not a known number.</param>
/// <param name="Offsets">Where each statement begins in <paramref name="Bytes"/>.</param>
internal readonly record struct EncodedBytes(int End, byte[] Bytes, int[] Offsets)
{
    /// <summary>How many bytes a statement holds; 0 for one that is none of these.</summary>
    public static int WidthOf(AsmStatement statement, AsmArchitecture architecture) => statement.Mnemonic switch
    {
        _ when statement is not Instruction => 0,
        "BYTE" => 1,
        "WORD" => architecture.IsX86 ? 2 : 4,
        "LONG" => 4,
        "QUAD" => 8,
        "DWORD" => 8,
        _ => 0,
    };

    /// <summary>The statements from one on that are of one kind: all known numbers, or none of them. No statement but an encoded one lies between.</summary>
    public static EncodedBytes Collect(ImmutableArray<AsmStatement> body, int first, AsmArchitecture architecture)
    {
        var isKnown = TryGetNumber(body[first], out _);
        var end = first;
        var length = 0;
        while (end < body.Length && WidthOf(body[end], architecture) is > 0 and var width && TryGetNumber(body[end], out _) == isKnown)
        {
            length += width;
            end++;
        }

        if (!isKnown)
        {
            return new EncodedBytes(end, [], []);
        }

        var bytes = new byte[length];
        var offsets = new int[end - first];
        var at = 0;
        for (var i = first; i < end; i++)
        {
            offsets[i - first] = at;
            TryGetNumber(body[i], out var value);
            var width = WidthOf(body[i], architecture);
            for (var k = 0; k < width; k++)
            {
                // Only little-endian machines have a decoder.
                bytes[at++] = unchecked((byte)(value >> (8 * k)));
            }
        }

        return new EncodedBytes(end, bytes, offsets);
    }

    private static bool TryGetNumber(AsmStatement statement, out long value)
    {
        value = statement.Operands.Length == 1 && statement.Operands[0] is ImmediateOperand { HasUnresolvedName: false } immediate ? immediate.Value : 0;
        return statement.Operands.Length == 1 && statement.Operands[0] is ImmediateOperand { HasUnresolvedName: false };
    }
}
