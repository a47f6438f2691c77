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

    // Types hold expressions (array lengths) and those types: readers of both together may go so deep on a stack of 1 MB.
    private const int MaxLevels = 400;

    [ThreadStatic]
    private static int levels;

    [ThreadStatic]
    private static HashSet<object>? active;

    public static bool Enter(object item)
    {
        active ??= [];
        return active.Count < MaxDepth && active.Add(item);
    }

    public static void Leave(object item) => active!.Remove(item);

    /// <summary>One level of a type or expression more, over all readers of this thread; false where there are enough.</summary>
    public static bool EnterLevel()
    {
        if (levels >= MaxLevels)
        {
            return false;
        }

        levels++;
        return true;
    }

    public static void LeaveLevel() => levels--;
}
