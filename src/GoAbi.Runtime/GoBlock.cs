using System;

namespace GoAbi.Runtime;

/// <summary>A value that is too long to be read at once, an array mostly: where it is. It is on the stack, and so there only while the thread is stopped.</summary>
/// <param name="Address">Its first byte.</param>
/// <param name="Size">How many bytes.</param>
public readonly record struct GoBlock(ulong Address, long Size)
{
    /// <summary>Reads bytes.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    /// <param name="offset">Of the first byte wanted.</param>
    /// <param name="destination">Filled as a whole.</param>
    /// <returns>False where the value ends before, or can't be read.</returns>
    public bool TryRead<TMemory>(in TMemory memory, long offset, Span<byte> destination)
        where TMemory : IMemoryReader =>
        offset >= 0 && offset <= Size && destination.Length <= Size - offset && (destination.IsEmpty || memory.TryRead(unchecked(Address + (ulong)offset), destination));
}
