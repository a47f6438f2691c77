using System;

namespace GoAbi.Runtime;

/// <summary>A slice of a Go program: where its elements are.</summary>
/// <param name="Address">The first element; 0 for nil.</param>
/// <param name="Length">How many elements there are.</param>
/// <param name="Capacity">How many there is room for.</param>
public readonly record struct GoSlice(ulong Address, long Length, long Capacity)
{
    /// <summary>True for nil.</summary>
    public bool IsNil => Address == 0;

    /// <summary>Reads bytes of the elements.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="index">The first element wanted.</param>
    /// <param name="destination">Filled as a whole.</param>
    /// <returns>False where the slice ends before, or can't be read.</returns>
    public bool TryRead<TMemory>(in TMemory memory, int elementSize, long index, Span<byte> destination)
        where TMemory : IMemoryReader =>
        elementSize > 0 && index >= 0 && index <= Length && (destination.Length + elementSize - 1L) / elementSize <= Length - index
        && (destination.IsEmpty || memory.TryRead(unchecked(Address + ((ulong)index * (ulong)elementSize)), destination));
}
