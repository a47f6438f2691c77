using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Calls that the compiler replaces by instructions.</summary>
internal static class IntrinsicCalls
{
    /// <summary>True where a direct call of the function leaves no call behind on the target.</summary>
    public static bool IsIntrinsic(string symbol, Target target) => GoAbi.Conventions.Intrinsics.Contains(symbol, target);
}
