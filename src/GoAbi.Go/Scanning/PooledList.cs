using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GoAbi.Go;

/// <summary>A growing list on a pooled array, for what has to be counted before it can be kept.</summary>
internal sealed class PooledList<T>(int capacity) : IDisposable
    where T : unmanaged
{
    private T[] items = ArrayPool<T>.Shared.Rent(Math.Max(capacity, 16));
    private int count;

    public int Count => count;

    public ref T this[int index] => ref items[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        var array = items;
        var at = count;
        if ((uint)at >= (uint)array.Length)
        {
            array = Grow();
        }

        array[at] = item;
        count = at + 1;
    }

    public T Pop() => items[--count];

    public void RemoveFrom(int newCount) => count = newCount;

    public ReadOnlySpan<T> AsSpan(int start, int length) => items.AsSpan(start, length);

    public T[] ToArray() => items.AsSpan(0, count).ToArray();

    public ImmutableArray<T> ToImmutableArray() => ImmutableArray.Create(items, 0, count);

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(items);
        items = [];
        count = 0;
    }

    private T[] Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(items.Length * 2);
        Array.Copy(items, larger, count);
        ArrayPool<T>.Shared.Return(items);
        items = larger;
        return larger;
    }
}
