using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Conventions;
using GoAbi.Oracle.Tests.Linked;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>
/// The entries in a linked program's symbol table against the functions and wrappers that the analysis lists: every
/// assembly function and every ABI wrapper of the program has to be one of those, with the entries it is said to have.
/// </summary>
internal sealed class SymbolComparison(LinkedSubject subject)
{
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public List<string> Unexplained { get; } = [];

    public void Run()
    {
        var known = subject.Symbols.Where(static s => !s.IsStatic).ToLookup(static s => s.Symbol, StringComparer.Ordinal);
        var statics = subject.Symbols.Where(static s => s.IsStatic).Select(static s => s.Symbol).ToHashSet(StringComparer.Ordinal);
        foreach (var function in subject.Program.Functions)
        {
            if (function.IsAssembly)
            {
                Count(function, statics.Contains(function.Symbol) && function.Abi == LinkedAbi.Only ? "file-local"
                    : known[function.Symbol].Any(s => IsBody(s, function.Abi)) ? "assembly-" + EntryOf(function)
                    : null);
            }
            else if (function.IsAbiWrapper)
            {
                var wrapped = function.Abi == LinkedAbi.Abi0
                    ? new AbiPair(CallingConvention.Abi0, CallingConvention.AbiInternal)
                    : new AbiPair(CallingConvention.AbiInternal, CallingConvention.Abi0);
                Count(function, known[function.Symbol].Any(s => s.Wrappers.Any(w => w.From == wrapped.From && w.To == wrapped.To))
                    ? "wrapper-" + EntryOf(function)
                    : null);
            }
            else if (function is { IsGenerated: true, Abi: LinkedAbi.Only } && known[function.Symbol].Any(static s => s.Wrappers.Any(static w => w.From == CallingConvention.AbiInternal)))
            {
                // The wrapper of an intrinsic holds the instructions itself; the body is not linked.
                Count(function, "wrapper-alone");
            }
            else if (function.Abi == LinkedAbi.Abi0)
            {
                Count(function, null);
            }
        }
    }

    // A body in assembly: with ABI0 and a Go declaration it has the suffix, for there is a wrapper beside it.
    private static bool IsBody(FunctionSymbol symbol, LinkedAbi entry) => symbol.Language == SourceLanguage.Assembly && entry switch
    {
        LinkedAbi.Abi0 => symbol.Abi == CallingConvention.Abi0 && symbol.Wrappers.Any(static w => w.From == CallingConvention.AbiInternal),
        LinkedAbi.AbiInternal => symbol.Abi == CallingConvention.AbiInternal,
        _ => symbol.Abi == CallingConvention.AbiInternal || symbol.Wrappers.IsEmpty,
    };

    private static string EntryOf(LinkedFunction function) => function.Abi switch
    {
        LinkedAbi.Abi0 => "abi0",
        LinkedAbi.AbiInternal => "abiinternal",
        _ => "alone",
    };

    private void Count(LinkedFunction function, string? what)
    {
        Counts[what ?? "unexplained"] = Counts.GetValueOrDefault(what ?? "unexplained") + 1;
        if (what is null)
        {
            var place = function.Runs.Length == 0 ? "?" : function.Runs[0].File + ":" + function.Runs[0].Line;
            var said = subject.Symbols.Where(s => s.Symbol == function.Symbol).Select(s =>
                s.Language + " " + s.Abi + (s.IsStatic ? " static" : "") + (s.Declaration is null ? "" : " declared") + " wrappers [" + string.Join(", ", s.Wrappers) + "]").ToList();
            Unexplained.Add("linked: " + function + " (" + function.Abi + ", " + place + ")\n  source: " + (said.Count == 0 ? "no such symbol" : string.Join("; ", said)));
        }
    }

    private readonly record struct AbiPair(CallingConvention From, CallingConvention To);
}
