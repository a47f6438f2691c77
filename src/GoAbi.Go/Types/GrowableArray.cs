using System;

namespace GoAbi.Go;

/// <summary>An array that grows at its end and can be used again: scratch of the binder, where a List's checks and copies would show.</summary>
internal sealed class GrowableArray<T>
{
    private T[] items = new T[64];

    public int Count { get; private set; }

    public ref T this[int index] => ref items[index];

    public void Push(T item)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        items[Count++] = item;
    }

    public T Pop() => items[--Count];

    public void Truncate(int count) => Count = count;

    public T[] ToArray() => items.AsSpan(0, Count).ToArray();
}
