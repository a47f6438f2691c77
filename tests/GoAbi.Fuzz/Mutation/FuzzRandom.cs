using System.Collections.Generic;

namespace GoAbi.Fuzz.Mutation;

/// <summary>Random numbers that are the same for the same seed on every machine and version (splitmix64).</summary>
/// <param name="seed">The run's seed.</param>
/// <param name="index">The input's number: every input has numbers of its own, whatever thread makes it.</param>
public sealed class FuzzRandom(ulong seed, ulong index)
{
    private ulong state = Mix((seed * 0x9E3779B97F4A7C15) ^ Mix(index));

    /// <summary>A number from 0 to below <paramref name="limit"/>, which is above 0.</summary>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        return (int)(Mix(state) % (ulong)limit);
    }

    /// <summary>A small number from 1 on; each number is half as likely as the one before.</summary>
    public int Small(int limit)
    {
        var number = 1;
        while (number < limit && Below(2) == 0)
        {
            number++;
        }

        return number;
    }

    /// <summary>True once in <paramref name="times"/> times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of a list.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
