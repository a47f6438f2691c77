using System;
using System.Collections.Generic;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>
/// How many bytes of stack functions that don't check its bound need at least, as the linker counts them (cmd/link/internal/ld, stackcheck): frames, return addresses, and the same of what they call.
/// </summary>
internal sealed class NoSplitDepth(RuleContext context)
{
    // internal/abi.StackNosplitBase; Go 1.19: StackGuard less StackSmall.
    private const int Base = 800;
    private const int MaxDepth = 16;

    private readonly HashSet<AsmFunction> underway = [];

    /// <summary>What the linker allows a chain of such functions on a target.</summary>
    public long Limit => Base - CallSize;

    private long CallSize => context.Target.Goarch switch
    {
        "amd64" => 8,
        "386" => 4,
        _ => 0,
    };

    /// <summary>The bytes that a function has taken when a step of it calls.</summary>
    public long? AtCall(AssemblyBody body, int step) =>
        body.Depths.Machine(step) is { } pointer ? body.Frame.EntryStackPointer - pointer + CallSize : null;

    /// <summary>The bytes that a function needs at least; null for one that checks the stack's bound.</summary>
    public long? Of(AsmFunction function) => Of(function, depth: 0);

    private long? Of(AsmFunction function, int depth)
    {
        if ((function.Text.Flags & AsmTextFlags.NoSplit) == 0 || depth > MaxDepth || BodyOf(function) is not { } body || !underway.Add(function))
        {
            return null;
        }

        var most = body.Frame.EntryStackPointer - body.Frame.StackPointer;
        foreach (var call in AssemblyCalls.Of(context.Unit, body))
        {
            if (body.Graph.StepOf(call.Statement) is >= 0 and var step && AtCall(body, step) is { } taken)
            {
                most = Math.Max(most, taken + (call.Text is { } text ? Of(text.Function, depth + 1) ?? 0 : 0));
            }
        }

        underway.Remove(function);
        return most;
    }

    private AssemblyBody? BodyOf(AsmFunction function)
    {
        foreach (var body in context.Bodies)
        {
            if (ReferenceEquals(body.Function, function))
            {
                return body;
            }
        }

        return null;
    }
}
