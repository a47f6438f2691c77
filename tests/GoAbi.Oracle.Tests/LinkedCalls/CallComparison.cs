using System;
using System.Collections.Generic;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Conventions;
using GoAbi.Oracle.Tests.Linked;

namespace GoAbi.Oracle.Tests.LinkedCalls;

/// <summary>
/// The calls of assembly functions and of ABI wrappers in a linked program against those that the analysis lists, both
/// ways. Keys are file, line, callee and entry, as sets (R2); what one side has alone needs one of the rules R3 to R6.
/// </summary>
internal sealed class CallComparison
{
    private readonly LinkedSubject subject;
    private readonly CompilerInserted inserted;
    private readonly Dictionary<(string File, int Line, string Callee), List<CallSite>> sites = [];
    private readonly HashSet<(string Caller, string Callee)> bareDefers = [];
    private readonly HashSet<(string File, int Line, string Callee, CallingConvention Abi)> found = [];
    private readonly HashSet<string> linkedCallers = new(StringComparer.Ordinal);
    private readonly HashSet<string> linkedBodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> wrapped = new(StringComparer.Ordinal);
    private readonly SourceBlocks blocks;

    public CallComparison(LinkedSubject subject)
    {
        this.subject = subject;
        inserted = new CompilerInserted(subject.Target.Toolchain);
        blocks = new SourceBlocks(subject);
        foreach (var function in subject.Program.Functions)
        {
            if (function.IsAssembly)
            {
                linkedBodies.Add(function.Symbol);
            }
            else
            {
                linkedCallers.Add(DeclaredNames.Of(function.Symbol));
            }
        }

        wrapped.UnionWith(subject.Symbols.Where(static s => s.Wrappers.Any(static w => w.From == CallingConvention.AbiInternal)).Select(static s => s.Symbol));

        foreach (var site in subject.CallSites)
        {
            Add(site);
        }
    }

    /// <summary>How many of each there were, by rule.</summary>
    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>What no rule explains.</summary>
    public List<string> Unexplained { get; } = [];

    /// <summary>The sites of R6(c): their code was removed.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>How many source sites there are, those of intrinsics not counted.</summary>
    public int SiteCount { get; private set; }

    public void Run()
    {
        foreach (var call in subject.Program.Calls)
        {
            if (call.Callee.IsAssembly || IsWrapper(call.Callee))
            {
                Explain(call);
            }
        }

        var seen = new HashSet<(string, int, string, CallingConvention)>();
        foreach (var site in subject.CallSites)
        {
            var (file, line) = subject.PlaceOf(site);
            if (site.CalleeSymbol is { } callee && (IsExpected(site) || site.Relation == AbiRelation.Intrinsic) && seen.Add((file, line, callee, site.Abi)))
            {
                Explain(site, file, line, callee);
            }
        }
    }

    // What reaches an assembly function or a wrapper by a direct CALL or JMP of its own line.
    private static bool IsExpected(CallSite site) =>
        site is { IsDirect: true, Relation: not AbiRelation.Intrinsic, Relation: not AbiRelation.BareDefer }
        && !(site.Kind == CallKind.Go && site.Case == AbiCase.GoToAssemblyIndirect)
        && (site.CalleeLanguage == SourceLanguage.Assembly || site.Wrapper is not null);

    // The wrapper of an intrinsic calls nothing: it holds the instructions itself, and the body need not be linked.
    private bool IsWrapper(LinkedFunction function) =>
        function.IsAbiWrapper || (function is { IsGenerated: true, Abi: LinkedAbi.Only } && wrapped.Contains(function.Symbol));

    private void Add(CallSite site)
    {
        if (site.CalleeSymbol is not { } callee)
        {
            return;
        }

        if (site.Relation == AbiRelation.BareDefer || (site.Kind == CallKind.Defer && site.Wrapper is not null))
        {
            bareDefers.Add((DeclaredNames.Of(site.CallerSymbol), callee));
        }

        if (site.IsDirect && site.Relation != AbiRelation.Intrinsic)
        {
            var (file, line) = subject.PlaceOf(site);
            if (!sites.TryGetValue((file, line, callee), out var list))
            {
                sites[(file, line, callee)] = list = [];
            }

            list.Add(site);
        }
    }

    private void Explain(LinkedCall call)
    {
        var (file, line) = subject.PlaceOf(call);
        var candidates = sites.GetValueOrDefault((file, line, call.Callee.Symbol)) ?? [];
        var agreeing = candidates.Where(site => call.Callee.Abi switch
        {
            LinkedAbi.Abi0 => site.Abi == CallingConvention.Abi0,
            LinkedAbi.AbiInternal => site.Abi == CallingConvention.AbiInternal,
            _ => true,
        }).ToList();
        if (agreeing.Count > 0)
        {
            foreach (var site in agreeing)
            {
                found.Add((file, line, call.Callee.Symbol, site.Abi));
            }

            Count(agreeing.Exists(IsExpected) ? "edges-matched" : "edges-matched-by-unknown");
            if (!agreeing.Exists(IsExpected))
            {
                Unexplained.Add("linked: " + call + "\n  source: " + Describe(candidates));
            }
        }
        else if (call.Caller.IsGenerated)
        {
            Count("R5-generated");
        }
        else if (IsWrapper(call.Callee) && bareDefers.Contains((DeclaredNames.Of(call.Caller.Symbol), call.Callee.Symbol)))
        {
            Count("R3-bare-defer");
        }
        else if (inserted.Contains(call.Callee.Symbol, call.Caller.IsAssembly))
        {
            Count("R5-inserted");
        }
        else
        {
            Count("edges-unexplained");
            Unexplained.Add("linked: " + call + "\n  source: " + Describe(candidates));
        }
    }

    private void Explain(CallSite site, string file, int line, string callee)
    {
        if (site.Relation == AbiRelation.Intrinsic)
        {
            Count("R6b-intrinsic");
            return;
        }

        SiteCount++;
        if (found.Contains((file, line, callee, site.Abi)))
        {
            Count("sites-matched");
        }
        else if (!(site.CallerLanguage == SourceLanguage.Assembly ? linkedBodies : linkedCallers).Contains(site.CallerLanguage == SourceLanguage.Assembly ? site.CallerSymbol : DeclaredNames.Of(site.CallerSymbol)))
        {
            Count("R6a-caller-not-linked");
        }
        else if (inserted.MayReplace(callee) && blocks.HasConstantSize(site))
        {
            Count("R6b-constant-size");
        }
        else if (site.CallerLanguage == SourceLanguage.Go && blocks.IsWithoutCode(site))
        {
            Count("R6c-removed");
            Removed.Add(file + ":" + line + " " + site.CallerSymbol + " -> " + callee);
        }
        else
        {
            Count("sites-unexplained");
            Unexplained.Add("source: " + file + ":" + line + ": " + Describe([site]) + "\n  linked: " + Linked(file, line, callee));
        }
    }

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;

    private static string Describe(List<CallSite> candidates) => candidates.Count == 0
        ? "no such call"
        : string.Join(", ", candidates.Select(s =>
            s.CallerSymbol + " -> " + s.CalleeSymbol + " case " + (int)s.Case + " " + s.Relation + " " + s.Kind + " " + s.Abi + (s.Wrapper is null ? "" : " wrapper")));

    private string Linked(string file, int line, string callee)
    {
        var calls = subject.Program.Calls.Where(c => c.File == file && c.Line == line).Select(c => c.Callee.Name).Distinct().ToList();
        return (subject.Program.Lines.Contains((file, line)) ? "the line has code" : "the line has no code")
            + (calls.Count == 0 ? "" : " that calls " + string.Join(", ", calls))
            + "; " + callee + (subject.Program.Names.Contains(callee + ".abi0") ? " has both entries" : subject.Program.Names.Contains(callee) ? " has one entry" : " is not linked");
    }
}
