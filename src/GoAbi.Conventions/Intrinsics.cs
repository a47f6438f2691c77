using GoAbi.Source;

namespace GoAbi.Conventions;

/// <summary>Functions whose direct calls the compiler replaces by instructions.</summary>
public static class Intrinsics
{
    /// <summary>True where a direct call of the function leaves no call behind.</summary>
    /// <param name="symbol">Import path and name of the function that the call's source names; a linkname changes nothing.</param>
    /// <param name="target">The target.</param>
    public static bool Contains(string symbol, Target target) => IntrinsicTable.Contains(symbol, target);
}
