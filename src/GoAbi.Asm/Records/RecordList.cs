using System;
using System.Buffers;

namespace GoAbi.Asm;

/// <summary>A growing list of records in an array of a pool; the final array is cut to size. <see cref="Release"/> gives the array back.</summary>
internal struct RecordList<T>(int capacity)
    where T : struct
{
    private T[] items = ArrayPool<T>.Shared.Rent(Math.Max(16, capacity));

    public int Count { get; private set; }

    /// <summary>The records so far, with more behind them.</summary>
    public readonly T[] Items => items;

    /// <summary>A new record, all of it 0. It may be another array's after the next is added.</summary>
    public ref T Add()
    {
        if (Count == items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(Count * 2);
            items.AsSpan().CopyTo(larger);
            ArrayPool<T>.Shared.Return(items);
            items = larger;
        }

        ref var added = ref items[Count++];
        added = default;
        return ref added;
    }

    public readonly T[] ToArray() => Copy(items.AsSpan(0, Count));

    /// <summary>A copy in an array of its own, which is not cleared before.</summary>
    public static T[] Copy(ReadOnlySpan<T> records)
    {
#if NET
        if (records.Length == 0)
        {
            return [];
        }

        var copy = GC.AllocateUninitializedArray<T>(records.Length);
        records.CopyTo(copy);
        return copy;
#else
        return records.ToArray();
#endif
    }

    public void Release()
    {
        if (items.Length > 0)
        {
            ArrayPool<T>.Shared.Return(items);
            items = [];
            Count = 0;
        }
    }
}
