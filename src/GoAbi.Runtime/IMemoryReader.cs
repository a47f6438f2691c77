using System;

namespace GoAbi.Runtime;

/// <summary>The memory of a stopped program.</summary>
public interface IMemoryReader
{
    /// <summary>Reads bytes.</summary>
    /// <param name="address">Where they begin.</param>
    /// <param name="destination">Filled as a whole.</param>
    /// <returns>False where not all of them can be read.</returns>
    bool TryRead(ulong address, Span<byte> destination);
}
