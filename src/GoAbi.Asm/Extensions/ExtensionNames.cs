using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>The extensions of one architecture by name; sets of them are bits in the order of the names.</summary>
internal sealed class ExtensionNames
{
    private readonly string[] names;
    private readonly Dictionary<string, ulong> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ulong[] implied;

    /// <param name="names">At most 63.</param>
    /// <param name="implied">What a name brings with it, names between blanks; those it names need not come first.</param>
    /// <param name="aliases">Other names, and what they stand for.</param>
    public ExtensionNames(string[] names, ImmutableArray<(string Name, string Brings)> implied, ImmutableArray<(string Name, string Means)> aliases)
    {
        this.names = names;
        this.implied = new ulong[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            byName[names[i]] = 1UL << i;
        }

        foreach (var (name, brings) in implied)
        {
            this.implied[Array.IndexOf(names, name)] = ParseAll(brings);
        }

        foreach (var (name, means) in aliases)
        {
            byName[name] = ParseAll(means);
        }
    }

    public bool TryParse(string name, out ulong set) => byName.TryGetValue(name, out set);

    /// <summary>The extensions of names between blanks, which must be known.</summary>
    public ulong ParseAll(string text)
    {
        ulong set = 0;
        foreach (var name in text.Length == 0 ? [] : text.Split(' '))
        {
            set |= byName[name];
        }

        return set;
    }

    /// <summary>The set with all that its members bring with them.</summary>
    public ulong Close(ulong set)
    {
        for (var before = ~set; before != set;)
        {
            before = set;
            for (var i = 0; i < names.Length; i++)
            {
                set |= (set & (1UL << i)) != 0 ? implied[i] : 0;
            }
        }

        return set;
    }

    /// <summary>The set without those that another member brings with it.</summary>
    public ulong Essential(ulong set)
    {
        var essential = set;
        for (var i = 0; i < names.Length; i++)
        {
            essential &= (set & (1UL << i)) != 0 ? ~(Close(implied[i]) & ~(1UL << i)) : ulong.MaxValue;
        }

        return essential;
    }

    public ImmutableArray<string> NamesOf(ulong set)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < names.Length; i++)
        {
            if ((set & (1UL << i)) != 0)
            {
                found.Add(names[i]);
            }
        }

        return found.ToImmutable();
    }
}
