using System;
using System.Collections.Generic;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>The places of a package where an assembly function is used as a value: anything but a direct call and <c>_ = f</c>.</summary>
internal static class FunctionValueUses
{
    public static Dictionary<string, int> Count(AnalysisUnit unit)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, function) in In(unit))
        {
            counts.TryGetValue(function.Symbol, out var count);
            counts[function.Symbol] = count + 1;
        }

        return counts;
    }

    public static IEnumerable<(GoNode Use, FunctionInfo Function)> In(AnalysisUnit unit)
    {
        foreach (var file in unit.Package.GoFiles)
        {
            foreach (var node in file.Tree.AllNodes())
            {
                if (node.Kind == GoSyntaxKind.Identifier
                    && unit.Binding.Resolve(node).Object is { Kind: GoObjectKind.Function } reference
                    && unit.FindFunction(reference) is { IsWrappedForGo: true } function
                    && IsValue(node))
                {
                    yield return (node, function);
                }
            }
        }
    }

    private static bool IsValue(GoNode identifier)
    {
        var node = identifier;
        var parent = node.Parent;
        if (parent.Kind == GoSyntaxKind.Selector && parent[1] == node)
        {
            (node, parent) = (parent, parent.Parent);
        }

        while (parent.Kind == GoSyntaxKind.Paren)
        {
            (node, parent) = (parent, parent.Parent);
        }

        return parent.Kind switch
        {
            GoSyntaxKind.Call => parent[0] != node || IsBareDeferOrGo(parent),
            GoSyntaxKind.ExpressionList => !IsBlank(parent),
            GoSyntaxKind.RangeStmt => false,
            _ => true,
        };
    }

    private static bool IsBareDeferOrGo(GoNode call) =>
        call.ChildCount == 1 && call.Parent.Kind is GoSyntaxKind.DeferStmt or GoSyntaxKind.GoStmt;

    private static bool IsBlank(GoNode list)
    {
        var owner = list.Parent;
        return owner.Kind is GoSyntaxKind.AssignStmt or GoSyntaxKind.ValueSpec
            && owner[0].ChildCount == 1 && owner[0].LastChild.Text == "_" && owner[0] != list;
    }
}
