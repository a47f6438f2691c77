using System;
using System.Collections.Generic;
using System.Threading;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>What the TEXTs of a package need of the processor when they are called: what their instructions need and they don't ask for themselves, and what those need that they call.</summary>
internal sealed class ExtensionNeeds
{
    private readonly Dictionary<string, Dictionary<ulong, AsmStatement>> bySymbol = new(StringComparer.Ordinal);

    private ExtensionNeeds()
    {
    }

    /// <summary>For each extension that a function needs, the first instruction that does; empty for none.</summary>
    public IReadOnlyDictionary<ulong, AsmStatement> Of(string symbol) => bySymbol.TryGetValue(symbol, out var needs) ? needs : [];

    /// <summary>True where no function needs anything.</summary>
    public bool IsEmpty => bySymbol.Count == 0;

    public static ExtensionNeeds Of(RuleContext context, GuardConditions conditions, AsmExtensions extensions, CancellationToken cancellationToken)
    {
        var needs = new ExtensionNeeds();
        var baseline = extensions.BaselineOf(context.Target);
        var calls = new List<(string Caller, string Callee, ulong Known)>();
        foreach (var body in context.Bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            needs.Add(body, context, conditions, extensions, baseline, calls);
        }

        needs.Propagate(calls);
        return needs;
    }

    private void Add(
        AssemblyBody body, RuleContext context, GuardConditions conditions, AsmExtensions extensions, ulong baseline, List<(string Caller, string Callee, ulong Known)> calls)
    {
        var (hasNeeds, hasCalls) = Look(body, extensions, baseline);
        if (!hasNeeds && !hasCalls)
        {
            return;
        }

        var guards = AssemblyGuards.Of(body, context.Unit, conditions, extensions);
        for (var i = 0; i < body.Graph.Steps.Length; i++)
        {
            if (body.Graph.Steps[i].Decoded is not null || body.Function.Body[body.Graph.Steps[i].Statement] is not Instruction instruction || !body.Graph.BlockOf(i).IsReachable)
            {
                continue;
            }

            var fact = guards.At(i);
            if (fact.IsUnknown)
            {
                continue;
            }

            var missing = extensions.Of(instruction) & ~(baseline | fact.Known);
            Record(body.Symbol, missing, instruction);
            if (instruction.Kind == AsmInstructionKind.Call || instruction.IsTailCall)
            {
                if (instruction.Target is SymbolOperand { Base: AsmPseudoRegister.SB } target)
                {
                    calls.Add((body.Symbol, target.Symbol.Resolve(SymbolNames.LinkPath(context.Unit.Package)), fact.Known | baseline));
                }
            }
        }
    }

    // Functions that ask the processor themselves may well know.
    private static (bool Needs, bool Calls) Look(AssemblyBody body, AsmExtensions extensions, ulong baseline)
    {
        var needs = false;
        var calls = false;
        foreach (var statement in body.Function.Body)
        {
            if (statement is not Instruction instruction)
            {
                continue;
            }

            if (instruction.Mnemonic is "CPUID" or "XGETBV")
            {
                return default;
            }

            calls |= instruction.Kind == AsmInstructionKind.Call || instruction.IsTailCall;
            needs |= !needs && (extensions.Of(instruction) & ~baseline) != 0;
        }

        return (needs, calls);
    }

    private bool Record(string symbol, ulong missing, AsmStatement statement)
    {
        if (missing == 0)
        {
            return false;
        }

        if (!bySymbol.TryGetValue(symbol, out var known))
        {
            bySymbol[symbol] = known = [];
        }

        var isNew = false;
        for (var bit = 0; bit < 63; bit++)
        {
            var one = 1UL << bit;
            if ((missing & one) != 0 && !known.ContainsKey(one))
            {
                known[one] = statement;
                isNew = true;
            }
        }

        return isNew;
    }

    // Each round adds an extension to some function, of which there are at most 63 each.
    private void Propagate(List<(string Caller, string Callee, ulong Known)> calls)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (caller, callee, known) in calls)
            {
                foreach (var need in new List<KeyValuePair<ulong, AsmStatement>>(Of(callee)))
                {
                    changed |= (need.Key & known) == 0 && Record(caller, need.Key, need.Value);
                }
            }
        }
    }
}
