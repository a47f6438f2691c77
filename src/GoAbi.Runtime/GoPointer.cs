using System;

namespace GoAbi.Runtime;

/// <summary>A pointer of a Go program, or what is one: unsafe.Pointer, a map, a channel, a func.</summary>
/// <param name="Address">Where it points; 0 for nil.</param>
public readonly record struct GoPointer(ulong Address)
{
    /// <summary>True for nil.</summary>
    public bool IsNil => Address == 0;

    /// <summary>Reads what it points to.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    /// <param name="offset">Bytes from where it points.</param>
    /// <param name="destination">Filled as a whole.</param>
    /// <returns>False for nil, and where the memory can't be read.</returns>
    public bool TryRead<TMemory>(in TMemory memory, long offset, Span<byte> destination)
        where TMemory : IMemoryReader => !IsNil && memory.TryRead(unchecked(Address + (ulong)offset), destination);
}
