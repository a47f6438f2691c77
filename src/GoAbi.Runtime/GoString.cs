using System;
using System.Text;

namespace GoAbi.Runtime;

/// <summary>A string of a Go program: where its bytes are.</summary>
/// <param name="Address">The first byte; 0 for the empty string that was never assigned.</param>
/// <param name="Length">How many bytes.</param>
public readonly record struct GoString(ulong Address, long Length)
{
    /// <summary>What <see cref="TryReadText"/> reads at most where nothing else is asked for.</summary>
    public const int DefaultLimit = 4096;

    /// <summary>Reads bytes.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    /// <param name="offset">Of the first byte wanted.</param>
    /// <param name="destination">Filled as a whole.</param>
    /// <returns>False where the string is shorter, or can't be read.</returns>
    public bool TryRead<TMemory>(in TMemory memory, long offset, Span<byte> destination)
        where TMemory : IMemoryReader =>
        offset >= 0 && offset <= Length && destination.Length <= Length - offset && (destination.IsEmpty || memory.TryRead(unchecked(Address + (ulong)offset), destination));

    /// <summary>Reads the text, of a longer string its begin. What isn't UTF-8 becomes U+FFFD.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    /// <param name="text">The text; "" where the answer is false.</param>
    /// <param name="limit">How many bytes to read at most: what stands in a register need not be a length.</param>
    /// <returns>False where it can't be read.</returns>
    public bool TryReadText<TMemory>(in TMemory memory, out string text, int limit = DefaultLimit)
        where TMemory : IMemoryReader
    {
        text = "";
        if (Length < 0 || limit < 0)
        {
            return false;
        }

        var bytes = new byte[(int)Math.Min(Length, limit)];
        if (!TryRead(memory, 0, bytes))
        {
            return false;
        }

        // The begin of a longer text ends between two characters.
        var count = bytes.Length;
        if (count < Length)
        {
            for (var back = 1; back <= Math.Min(3, count); back++)
            {
                var last = bytes[count - back];
                if (last >= 0xC0)
                {
                    count -= back < (last >= 0xF0 ? 4 : last >= 0xE0 ? 3 : 2) ? back : 0;
                    break;
                }

                if (last < 0x80)
                {
                    break;
                }
            }
        }

        text = Encoding.UTF8.GetString(bytes, 0, count);
        return true;
    }

    /// <summary>Reads the text, of a longer string its begin.</summary>
    /// <typeparam name="TMemory">The kind of memory.</typeparam>
    /// <param name="memory">The program's memory.</param>
    /// <param name="limit">How many bytes to read at most.</param>
    /// <exception cref="GoReadException">It can't be read.</exception>
    public string ReadText<TMemory>(in TMemory memory, int limit = DefaultLimit)
        where TMemory : IMemoryReader =>
        TryReadText(memory, out var text, limit) ? text : throw new GoReadException(GoReadFailure.OfMemory(Address, Math.Min(Length, limit)));
}
