using System;
using GoAbi.Runtime;

namespace GoAbi.Testing.Readers;

/// <summary>Memory that is one run of bytes.</summary>
public sealed class RunOfMemory(ulong start, byte[] bytes) : IMemoryReader
{
    public bool TryRead(ulong address, Span<byte> destination)
    {
        var isThere = address >= start && address - start + (ulong)destination.Length <= (ulong)bytes.Length;
        if (isThere)
        {
            bytes.AsSpan((int)(address - start), destination.Length).CopyTo(destination);
        }

        return isThere;
    }
}
