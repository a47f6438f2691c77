using System;
using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>Which TEXTs of a package come back to who called them: entries of interrupts, of threads and of switched stacks end with IRETQ, ERET or SYSRET, or in a loop.</summary>
internal static class FunctionReturns
{
    /// <summary>True where a RET may be reached, in the TEXT or in what it jumps to.</summary>
    public static bool MayReturn(RuleContext context, AssemblyBody body) => MayReturn(context, body, new HashSet<AssemblyBody>());

    /// <summary>True where a symbol's code may come back; false only for assembly of the package that certainly doesn't.</summary>
    public static bool MayReturn(RuleContext context, SymbolOperand symbol) => BodyOf(context, symbol) is not { } body || MayReturn(context, body);

    private static bool MayReturn(RuleContext context, AssemblyBody body, HashSet<AssemblyBody> seen)
    {
        if (!seen.Add(body))
        {
            return false;
        }

        foreach (var block in body.Graph.Blocks)
        {
            if (block.IsReachable && block.End is AsmBlockEnd.Indirect or AsmBlockEnd.Unresolved or AsmBlockEnd.EndOfFunction && !EndsInLastCall(body, block))
            {
                return true;
            }
        }

        foreach (var exit in FunctionExit.Of(body))
        {
            var target = body.Graph.Steps[exit.Step].Target.Symbol;
            if (target is null || BodyOf(context, target) is not { } next || MayReturn(context, next, seen))
            {
                return true;
            }
        }

        return false;
    }

    // What calls last, and has nothing behind it, calls what doesn't come back.
    private static bool EndsInLastCall(AssemblyBody body, AsmBasicBlock block) =>
        block.End == AsmBlockEnd.EndOfFunction && body.Graph.Steps[block.FirstStep + block.StepCount - 1].Effects.Has(AsmEffectFlags.Calls);

    private static AssemblyBody? BodyOf(RuleContext context, SymbolOperand symbol)
    {
        var name = symbol.Symbol.Resolve(SymbolNames.LinkPath(context.Unit.Package));
        foreach (var body in context.Bodies)
        {
            if (string.Equals(body.Symbol, name, StringComparison.Ordinal))
            {
                return body;
            }
        }

        return null;
    }
}
