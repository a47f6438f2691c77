using System;
using System.Buffers;
using System.Collections.Generic;

namespace GoAbi.Asm;

/// <summary>A token of a macro and the file it is written in; of a body's formal parameter also its index, of anything else -1.</summary>
internal readonly record struct SourcedToken(LexedToken Token, int Source, int Formal);

/// <summary>A macro. Formals that stand in the body are found once, when it is defined.</summary>
/// <param name="NameId">The name.</param>
/// <param name="Parameters">The formals' names; null for a macro without parentheses.</param>
/// <param name="Tokens">An array that has the body in it.</param>
/// <param name="Start">Where the body begins.</param>
/// <param name="End">The index after its last token.</param>
internal sealed record Macro(int NameId, int[]? Parameters, SourcedToken[] Tokens, int Start, int End)
{
    /// <summary>The same with its body in an array of its own.</summary>
    public Macro Detach() => this with { Tokens = Tokens.AsSpan(Start, End - Start).ToArray(), Start = 0, End = End - Start };
}

/// <summary>The bodies of a program's macros, one behind the other in arrays of a pool.</summary>
internal sealed class MacroBodies
{
    private readonly List<SourcedToken[]> full = [];
    private SourcedToken[] tokens = ArrayPool<SourcedToken>.Shared.Rent(1024);
    private int start;
    private int count;

    /// <summary>Begins a body; what was not ended is dropped.</summary>
    public void Begin() => count = start;

    public void Add(in SourcedToken token)
    {
        if (count == tokens.Length)
        {
            var larger = ArrayPool<SourcedToken>.Shared.Rent(tokens.Length * 2);
            tokens.AsSpan(start, count - start).CopyTo(larger);
            full.Add(tokens);
            (tokens, start, count) = (larger, 0, count - start);
        }

        tokens[count++] = token;
    }

    public Macro End(int nameId, int[]? parameters)
    {
        var macro = new Macro(nameId, parameters, tokens, start, count);
        start = count;
        return macro;
    }

    public void Release()
    {
        foreach (var array in full)
        {
            ArrayPool<SourcedToken>.Shared.Return(array);
        }

        full.Clear();
        ArrayPool<SourcedToken>.Shared.Return(tokens);
        tokens = [];
        start = count = 0;
    }
}

/// <summary>Macros by name. A small bit set answers for nearly every name that is none.</summary>
internal sealed class MacroTable
{
    private const int FilterMask = 4095;

    private readonly Dictionary<int, Macro> macros = new(64);
    private readonly ulong[] filter = new ulong[(FilterMask + 1) / 64];

    /// <summary>The bits that <see cref="MayHave(int)"/> looks at.</summary>
    public ulong[] Filter => filter;

    /// <summary>The same for a loop over many names, with <see cref="Filter"/> at hand.</summary>
    public static bool MayHave(ulong[] filter, int nameId)
    {
        var word = (nameId & FilterMask) >> 6;
        return (uint)word >= (uint)filter.Length || (filter[word] & (1UL << (nameId & 63))) != 0;
    }

    /// <summary>False where the name certainly is no macro's.</summary>
    public bool MayHave(int nameId) => (filter[(nameId & FilterMask) >> 6] & (1UL << (nameId & 63))) != 0;

    public Macro? Find(int nameId) => MayHave(nameId) && macros.TryGetValue(nameId, out var macro) ? macro : null;

    public void Set(Macro macro)
    {
        macros[macro.NameId] = macro;
        filter[(macro.NameId & FilterMask) >> 6] |= 1UL << (macro.NameId & 63);
    }

    public void Remove(int nameId) => macros.Remove(nameId);

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        macros.Clear();
        Array.Clear(filter, 0, filter.Length);
    }

    public int Count => macros.Count;

    /// <summary>All of them, each with its body in an array of its own.</summary>
    public Macro[] ToArray()
    {
        var all = new Macro[macros.Count];
        var count = 0;
        foreach (var macro in macros.Values)
        {
            all[count++] = macro.Detach();
        }

        return all;
    }
}
