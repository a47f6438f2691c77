using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>
/// Where the func value (or the interface holding it) of an expression comes from: through parentheses, conversions, type
/// assertions and the variables of the package. It goes backward from the expression asked about, so nothing is computed that
/// nobody needs. Parameters, results of calls, fields and elements are unknown sources; that is where it will grow.
/// </summary>
internal sealed class FunctionValueSources(AnalysisUnit unit, VariableValues variables)
{
    // Longer chains of variables are taken for unknown; real ones have two or three.
    private const int MaxDepth = 32;

    public FunctionValueSet Of(GoNode expression)
    {
        var found = new List<FunctionValue>();
        var isComplete = Collect(expression, ImmutableArray<GoNode>.Empty, [], found, 0);
        return new FunctionValueSet(found, isComplete);
    }

    private bool Collect(GoNode expression, ImmutableArray<GoNode> steps, HashSet<GoObject> visited, List<FunctionValue> found, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        var node = expression.Unparenthesized();
        switch (node.Kind)
        {
            case GoSyntaxKind.Identifier or GoSyntaxKind.Selector or GoSyntaxKind.Index:
                return CollectNamed(node, steps, visited, found, depth);
            case GoSyntaxKind.Call:
                // T(f) and any(f) are the same func value (go.dev/ref/spec#Conversions).
                return unit.Binding.ClassifyCall(node).Kind == GoCallTargetKind.Conversion
                    && node.ChildCount == 2
                    && Collect(node[1], steps.Insert(0, node), visited, found, depth + 1);
            case GoSyntaxKind.TypeAssertion:
                return Collect(node[0], steps.Insert(0, node), visited, found, depth + 1);
            default:
                return false;
        }
    }

    private bool CollectNamed(GoNode node, ImmutableArray<GoNode> steps, HashSet<GoObject> visited, List<FunctionValue> found, int depth)
    {
        if (unit.NamedFunction(node) is { } function)
        {
            found.Add(new FunctionValue(function, node, steps));
            return true;
        }

        if (node.Kind == GoSyntaxKind.Index)
        {
            return false;
        }

        switch (unit.Binding.Resolve(node).Object)
        {
            case { Kind: GoObjectKind.Nil }:
                return true;
            case { Kind: GoObjectKind.Variable } variable when IsOwn(variable):
                if (!visited.Add(variable))
                {
                    return true;
                }

                var contents = variables.Of(variable);
                var isComplete = contents.IsComplete;
                foreach (var value in contents.Values)
                {
                    isComplete &= Collect(value, steps.Insert(0, node), visited, found, depth + 1);
                }

                return isComplete;
            default:
                return false;
        }
    }

    private bool IsOwn(GoObject variable) =>
        !variable.IsPackageLevel || variable.PackagePath == unit.Package.ImportPath;
}
