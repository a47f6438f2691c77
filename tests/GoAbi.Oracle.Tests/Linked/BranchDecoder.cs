using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Iced.Intel;

namespace GoAbi.Oracle.Tests.Linked;

/// <summary>The branches of a function that name their target.</summary>
internal static class BranchDecoder
{
    public static IEnumerable<(ulong Address, ulong Target, bool IsCall)> X64(ReadOnlyMemory<byte> code, ulong address)
    {
        var decoder = Decoder.Create(64, new ByteArrayCodeReader(code.ToArray()), address);
        while (decoder.IP < address + (ulong)code.Length)
        {
            var instruction = decoder.Decode();
            switch (instruction.FlowControl)
            {
                case FlowControl.Call when instruction.IsCallNear:
                    yield return (instruction.IP, instruction.NearBranchTarget, true);
                    break;
                case FlowControl.UnconditionalBranch when instruction.IsJmpShortOrNear:
                case FlowControl.ConditionalBranch when instruction.IsJccShortOrNear:
                    yield return (instruction.IP, instruction.NearBranchTarget, false);
                    break;
            }
        }
    }

    // B and BL: opcode in the upper 6 bits, a word offset in the lower 26 (Arm ARM, C4.1.65).
    public static IEnumerable<(ulong Address, ulong Target, bool IsCall)> Arm64(ReadOnlyMemory<byte> code, ulong address)
    {
        for (var at = 0; at + 4 <= code.Length; at += 4)
        {
            var word = BinaryPrimitives.ReadUInt32LittleEndian(code.Span[at..]);
            var opcode = word >> 26;
            if (opcode is 0b000101 or 0b100101)
            {
                yield return (address + (ulong)at, address + (ulong)at + (ulong)((int)(word << 6) >> 4), opcode == 0b100101);
            }
        }
    }
}
