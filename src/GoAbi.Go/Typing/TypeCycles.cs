using System;
using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>
/// What is being resolved by this thread: a declaration that needs itself has no answer. Declarations are looked at on demand, so the chain is as deep as one leads
/// to another; beyond a limit there is no answer either, so that hostile input does not exhaust the stack.
/// </summary>
internal static class TypeCycles
{
    private const int MaxDepth = 400;

    [ThreadStatic]
    private static HashSet<object>? active;

    public static bool Enter(object item)
    {
        active ??= [];
        return active.Count < MaxDepth && active.Add(item);
    }

    public static void Leave(object item) => active!.Remove(item);
}
