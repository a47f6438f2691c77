using System;
using System.Buffers;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>A growing list on a pooled array, for what has to be counted before it can be kept.</summary>
internal sealed class PooledList<T>(int capacity) : IDisposable
{
    private T[] items = ArrayPool<T>.Shared.Rent(Math.Max(capacity, 16));

    public int Count { get; private set; }

    public ref T this[int index] => ref items[index];

    public void Add(T item)
    {
        if (Count == items.Length)
        {
            Grow();
        }

        items[Count++] = item;
    }

    public T Pop() => items[--Count];

    public T[] ToArray() => items.AsSpan(0, Count).ToArray();

    public ImmutableArray<T> ToImmutableArray() => ImmutableArray.Create(items, 0, Count);

    public void Dispose()
    {
        // Nothing of one file's may stay reachable from the process-wide pool.
        ArrayPool<T>.Shared.Return(items, clearArray: !typeof(T).IsPrimitive && typeof(T) != typeof(GoToken) && typeof(T) != typeof(GoComment));
        items = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        Array.Copy(items, larger, Count);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
    }
}
