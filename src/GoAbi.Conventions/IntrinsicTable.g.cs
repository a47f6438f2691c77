using GoAbi.Source;

namespace GoAbi.Conventions;

internal static class IntrinsicTable
{
    public static bool Contains(string symbol, Target target) => false;
}
