using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>One way in which a function gets into an expression as a value.</summary>
/// <param name="Function">The function.</param>
/// <param name="Use">The identifier (or qualified name) that names it.</param>
/// <param name="Steps">The expressions it passes through, from the use to the expression asked about.</param>
internal readonly record struct FunctionValue(FunctionInfo Function, GoNode Use, ImmutableArray<GoNode> Steps);

/// <summary>The functions that an expression's value can come from.</summary>
/// <param name="Values">Those known, in the order found.</param>
/// <param name="IsComplete">True where there can be no others.</param>
internal readonly record struct FunctionValueSet(IReadOnlyList<FunctionValue> Values, bool IsComplete)
{
    public static FunctionValueSet Unknown { get; } = new([], false);

    /// <summary>No function, and certainly none: nil, a number, a literal.</summary>
    public static FunctionValueSet None { get; } = new([], true);

    public bool IsEmpty => Values.Count == 0;
}
