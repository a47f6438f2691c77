using System.Collections.Generic;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>What can be in a variable, as far as the package's own code says.</summary>
/// <param name="Values">The expressions assigned to it, in source order.</param>
/// <param name="IsComplete">False where it can hold something else: a parameter, an exported variable, one whose address gets away.</param>
internal readonly record struct VariableContents(IReadOnlyList<GoNode> Values, bool IsComplete);

/// <summary>
/// Variables and what is assigned to them, without regard to order: what a variable can hold anywhere it can hold
/// everywhere. That errs towards reporting "may".
/// </summary>
internal sealed class VariableValues(GoBinding binding)
{
    private readonly Dictionary<GoObject, VariableContents> known = [];

    /// <summary>True where somebody has asked for a variable of the package: code of all its files decides what it holds.</summary>
    public bool HaveLeftFile { get; private set; }

    public VariableContents Of(GoObject variable)
    {
        HaveLeftFile |= variable.IsPackageLevel;
        if (!known.TryGetValue(variable, out var contents))
        {
            known[variable] = contents = Collect(variable);
        }

        return contents;
    }

    private VariableContents Collect(GoObject variable)
    {
        var values = new List<GoNode>();
        var isComplete = !(variable.IsPackageLevel && IsExported(variable.Name));
        isComplete &= AddDeclared(variable, values);
        foreach (var (use, _) in binding.Uses(variable))
        {
            isComplete &= AddUse(use, values);
        }

        return new VariableContents(values, isComplete);
    }

    private static bool AddDeclared(GoObject variable, List<GoNode> values)
    {
        var declaring = variable.DeclaringNode;
        switch (declaring.Kind)
        {
            case GoSyntaxKind.ValueSpec:
                return declaring[2].IsNone || AddPaired(declaring[0], declaring[2], variable.Declaration, values);
            case GoSyntaxKind.AssignStmt:
                return AddPaired(declaring[0], declaring[1], variable.Declaration, values);
            default:
                // Parameters, range variables, receive variables: their values come from elsewhere.
                return variable.IsResult;
        }
    }

    private static bool AddUse(GoNode use, List<GoNode> values)
    {
        var node = use;
        var parent = node.Parent;
        while (parent.Kind == GoSyntaxKind.Paren)
        {
            (node, parent) = (parent, parent.Parent);
        }

        switch (parent.Kind)
        {
            case GoSyntaxKind.ExpressionList when parent.Parent.Kind == GoSyntaxKind.AssignStmt && parent.Parent[0] == parent:
                return parent.Parent.MainTokenKind is GoTokenKind.Assign or GoTokenKind.Define
                    && AddPaired(parent, parent.Parent[1], node, values);
            case GoSyntaxKind.RangeStmt:
                return parent[2] == node;
            case GoSyntaxKind.IncDecStmt:
                return false;
            case GoSyntaxKind.Unary when parent.MainTokenKind == GoTokenKind.And:
                return IsReadThroughPointer(parent);
            default:
                return true;
        }
    }

    // In `a, b = x, y` the value of a is x; in `a, b = f()` it is one of f's results.
    private static bool AddPaired(GoNode names, GoNode expressions, GoNode name, List<GoNode> values)
    {
        if (expressions.Kind != GoSyntaxKind.ExpressionList || names.ChildCount != expressions.ChildCount)
        {
            return false;
        }

        var slot = 0;
        foreach (var candidate in names.Children)
        {
            if (candidate == name || candidate.Unparenthesized() == name)
            {
                values.Add(expressions[slot]);
                return true;
            }

            slot++;
        }

        return false;
    }

    // &v that is only converted, dereferenced or compared keeps v's contents known: the address-reading idioms do just that.
    private static bool IsReadThroughPointer(GoNode addressOf)
    {
        var node = addressOf;
        for (var parent = node.Parent; ; node = parent, parent = parent.Parent)
        {
            switch (parent.Kind)
            {
                case GoSyntaxKind.Paren or GoSyntaxKind.Binary:
                    continue;
                case GoSyntaxKind.Call when parent[0] != node && parent.ChildCount == 2:
                    continue;
                case GoSyntaxKind.Star:
                    return !(parent.Parent.Kind == GoSyntaxKind.ExpressionList
                        && parent.Parent.Parent.Kind == GoSyntaxKind.AssignStmt
                        && parent.Parent.Parent[0] == parent.Parent);
                default:
                    return false;
            }
        }
    }

    private static bool IsExported(string name) => name.Length > 0 && char.IsUpper(name[0]);
}
