using System;

namespace GoAbi.Asm;

/// <summary>A growing array of records; the final array is cut to size.</summary>
internal struct RecordList<T>(int capacity)
    where T : struct
{
    private T[] items = new T[capacity];

    public int Count { get; private set; }

    public readonly T[] Items => items;

    public ref T Add()
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, Count * 2));
        }

        return ref items[Count++];
    }

    public readonly T[] ToArray() => items.AsSpan(0, Count).ToArray();
}
