using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Go;

/// <summary>Finds the build constraints in the header of any file that has // and /* comments, .s included, by the rules of go/build.</summary>
public static class GoBuildConstraints
{
    /// <summary>The constraints that count, in order.</summary>
    public static ImmutableArray<GoBuildConstraintLine> Find(SourceText text) => throw new System.NotImplementedException();
}
