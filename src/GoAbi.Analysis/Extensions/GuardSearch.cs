using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>Finds what is known of the processor where a function is called or taken as a value, through the Go functions of the package that lead there.</summary>
internal sealed class GuardSearch(AnalysisUnit unit, GuardConditions conditions)
{
    private const int MaxDepth = 6;

    private readonly GuardPlaces places = new(conditions);
    private readonly Dictionary<GoObject, GuardFact> callers = [];

    /// <summary>The places of Go code, tests left out, that name a function.</summary>
    public IEnumerable<GoNode> References(GoObject function)
    {
        foreach (var (node, _) in unit.Binding.Uses(function))
        {
            if (!node.Tree.File.Path.EndsWith("_test.go", StringComparison.Ordinal))
            {
                yield return node;
            }
        }
    }

    /// <summary>What is known at a place, from its function and from those that lead to it.</summary>
    public GuardFact At(GoNode place, int depth = 0)
    {
        var fact = places.Around(place).And(Stored(place, depth));
        if (fact.IsUnknown || depth > MaxDepth || DeclaredAround(place) is not { } function)
        {
            return fact;
        }

        return fact.And(Callers(function, depth));
    }

    // A function that is put into a variable, itself or in a closure, is called where the variable is read; where the variable is given another under a condition on the processor, that chooses.
    private GuardFact Stored(GoNode place, int depth)
    {
        var fact = GuardFact.None;
        for (var node = place; !node.IsDefault && !node.IsNone && node.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.File); node = node.Parent)
        {
            if ((node == place || node.Kind == GoSyntaxKind.FuncLiteral) && VariableOf(node) is { } variable)
            {
                fact = fact.And(ByVariable(variable, node, depth));
            }
        }

        return fact;
    }

    private GuardFact ByVariable(GoObject variable, GoNode value, int depth)
    {
        foreach (var (use, _) in unit.Binding.Uses(variable))
        {
            if (IsAssigned(use) && conditions.IsAsked(use))
            {
                return conditions.IsAsked(value) ? GuardFact.None : GuardFact.Unknown;
            }
        }

        if (depth > MaxDepth || variable.IsField || (variable.IsPackageLevel && char.IsUpper(variable.Name[0])))
        {
            return GuardFact.None;
        }

        if (callers.TryGetValue(variable, out var known))
        {
            return known;
        }

        callers[variable] = GuardFact.None;
        GuardFact? all = null;
        foreach (var use in References(variable))
        {
            if (!IsAssigned(use))
            {
                var own = places.Around(use);
                all = all is { } before ? before.Or(own) : own;
            }
        }

        return callers[variable] = all ?? GuardFact.None;
    }

    // v = value, v := value and var v = value.
    private GoObject? VariableOf(GoNode value)
    {
        var list = value.Parent;
        if (list.Kind != GoSyntaxKind.ExpressionList || list.Parent is not { Kind: GoSyntaxKind.AssignStmt or GoSyntaxKind.ValueSpec } statement)
        {
            return null;
        }

        var names = statement[0];
        var values = statement.Kind == GoSyntaxKind.AssignStmt ? statement[1] : statement[2];
        if (values != list || names.ChildCount != list.ChildCount)
        {
            return null;
        }

        for (var i = 0; i < list.ChildCount; i++)
        {
            if (list[i] == value)
            {
                return (unit.Binding.DeclaredBy(names[i]) ?? unit.Binding.Resolve(names[i]).Object) is { Kind: GoObjectKind.Variable } variable ? variable : null;
            }
        }

        return null;
    }

    private static bool IsAssigned(GoNode use) =>
        use.Parent is { Kind: GoSyntaxKind.ExpressionList } list && list.Parent is { Kind: GoSyntaxKind.AssignStmt } statement && statement[0] == list;

    private GoObject? DeclaredAround(GoNode place)
    {
        var node = place;
        while (node.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.File) && !node.IsDefault && !node.IsNone)
        {
            node = node.Parent;
        }

        return node.Kind == GoSyntaxKind.FuncDecl ? unit.Binding.DeclaredBy(node[1]) : null;
    }

    private GuardFact Callers(GoObject function, int depth)
    {
        if (function.Name is "init" or "main" or "_" && function.ReceiverTypeName is null)
        {
            return GuardFact.None;
        }

        if (function.ReceiverTypeName is { } receiver)
        {
            return unit.Symbols.Scope.TryGet(receiver, out var type) ? Cached(type, depth, isType: true) : GuardFact.Unknown;
        }

        return char.IsUpper(function.Name[0]) ? GuardFact.None : Cached(function, depth, isType: false);
    }

    private GuardFact Cached(GoObject item, int depth, bool isType)
    {
        if (callers.TryGetValue(item, out var fact))
        {
            return fact;
        }

        // Who calls himself is reached from elsewhere.
        callers[item] = GuardFact.Unknown;
        GuardFact? all = null;
        foreach (var use in References(item))
        {
            if (isType ? IsMade(use) is var isMade && isMade == false : IsWithin(use, item))
            {
                continue;
            }

            var own = isType && IsMade(use) is null ? GuardFact.Unknown : At(use, depth + 1);
            all = all is { } before ? before.Or(own) : own;
        }

        // What nobody uses is dead, or used by tests; a type that its package never makes and others can see is made there.
        fact = all ?? (isType && char.IsUpper(item.Name[0]) ? GuardFact.None : GuardFact.Unknown);
        return callers[item] = fact;
    }

    private static bool IsWithin(GoNode use, GoObject function)
    {
        for (var node = use; !node.IsDefault && node.Kind != GoSyntaxKind.File; node = node.Parent)
        {
            if (node == function.DeclaringNode)
            {
                return true;
            }
        }

        return false;
    }

    // True where a value of a type comes to be: T{}, new(T), var x T; false for receivers and the like; null where it can't be told.
    private static bool? IsMade(GoNode use)
    {
        var parent = use.Parent;
        while (parent.Kind is GoSyntaxKind.Star or GoSyntaxKind.Paren)
        {
            parent = parent.Parent;
        }

        return parent.Kind switch
        {
            GoSyntaxKind.CompositeLiteral => true,
            GoSyntaxKind.Call => true,
            GoSyntaxKind.ValueSpec => parent.Parent.Kind != GoSyntaxKind.VarDecl || use.Text == "_" ? null : IsBlank(parent) ? false : true,
            GoSyntaxKind.Field => parent.Parent.Kind == GoSyntaxKind.StructType ? null : false,
            GoSyntaxKind.TypeAssertion or GoSyntaxKind.ExpressionList => false,
            _ => null,
        };
    }

    private static bool IsBlank(GoNode spec) => spec[0].ChildCount == 1 && spec[0][0].Text == "_";
}
