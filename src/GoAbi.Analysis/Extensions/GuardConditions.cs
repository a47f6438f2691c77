using System;
using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>
/// Reads Go conditions that ask which extensions the processor has: fields of internal/cpu and golang.org/x/sys/cpu, calls of github.com/klauspost/cpuid, and variables and functions of the package that
/// are made from them.
/// </summary>
internal sealed class GuardConditions(AnalysisUnit unit, AsmExtensions extensions, VariableValues variables)
{
    private const int MaxDepth = 12;

    private readonly Dictionary<GoObject, GuardFact> known = [];
    private readonly HashSet<GoObject> open = [];

    /// <summary>What a condition's being true, or false, says.</summary>
    public GuardFact Of(GoNode condition, bool isTrue, int depth = 0)
    {
        var node = condition.Unparenthesized();
        if (depth > MaxDepth)
        {
            return GuardFact.Unknown;
        }

        if (unit.Types.ValueOf(node) is GoBooleanValue constant)
        {
            return constant.Value == isTrue ? GuardFact.None : GuardFact.Never;
        }

        switch (node.Kind)
        {
            case GoSyntaxKind.Unary when node.MainTokenKind == GoTokenKind.Not:
                return Of(node[0], !isTrue, depth + 1);
            case GoSyntaxKind.Binary when node.MainTokenKind is GoTokenKind.AndAnd or GoTokenKind.OrOr:
                var left = Of(node[0], isTrue, depth + 1);
                var right = Of(node[1], isTrue, depth + 1);
                return (node.MainTokenKind == GoTokenKind.AndAnd) == isTrue ? left.And(right) : left.Or(right);
            case GoSyntaxKind.Binary:
                return Comparison(node, isTrue, depth);
            case GoSyntaxKind.Identifier or GoSyntaxKind.Selector:
                return Name(node, isTrue, depth);
            case GoSyntaxKind.Call:
                return Call(node, isTrue, depth);
            case GoSyntaxKind.BasicLiteral:
                return GuardFact.None;
            default:
                return GuardFact.Unknown;
        }
    }

    /// <summary>The body of the package's own function that is called; none where another one is, or where it isn't known.</summary>
    public GoNode BodyOf(GoNode call) =>
        unit.NamedFunction(call[0].Unparenthesized()) is { Declaration: { HasBody: true } declaration } && declaration.PackagePath == unit.Package.ImportPath
            && declaration.DeclaringNode.LastChild is { Kind: GoSyntaxKind.Block } body
            ? body
            : default;

    /// <summary>True where an argument of a call, other than the given one, asks what the processor has.</summary>
    public bool AnyAsks(GoNode call, GoNode except)
    {
        for (var i = 1; i < call.ChildCount; i++)
        {
            if (call[i] != except && call[i].Unparenthesized() is { Kind: GoSyntaxKind.Identifier or GoSyntaxKind.Selector or GoSyntaxKind.Unary or GoSyntaxKind.Binary } argument
                && (Of(argument, isTrue: true).Known | Of(argument, isTrue: false).Known) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a condition around a place, in its function, asks what the processor has, whichever way it has to come out.</summary>
    public bool IsAsked(GoNode place)
    {
        for (var node = place; !node.IsDefault && !node.IsNone && node.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.File); node = node.Parent)
        {
            if (node.Kind == GoSyntaxKind.IfStmt ? Mentions(node[1]) : node.Kind == GoSyntaxKind.SwitchStmt && MentionsInCases(node))
            {
                return true;
            }
        }

        return false;
    }

    private bool MentionsInCases(GoNode statement)
    {
        foreach (var clause in statement[2].Children)
        {
            if (!clause[0].IsNone && Mentions(clause[0]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where something in a tree names an extension, as cpu.X86.HasAVX2 does, or a variable that stands for some.</summary>
    public bool Mentions(GoNode tree)
    {
        var pending = new Stack<GoNode>();
        pending.Push(tree);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next.Kind is GoSyntaxKind.Identifier && (TryParse(next.Text, out var set) ? set != 0
                : unit.Binding.Resolve(next).Object is { Kind: GoObjectKind.Variable, IsPackageLevel: true } item && OfVariable(item) is { IsUnknown: false, Known: not 0 }))
            {
                return true;
            }

            foreach (var child in next.Children)
            {
                pending.Push(child);
            }
        }

        return false;
    }

    /// <summary>What a variable of the package being true says.</summary>
    public GuardFact OfVariable(GoObject variable, int depth = 0)
    {
        if (known.TryGetValue(variable, out var fact))
        {
            return fact;
        }

        if (depth > MaxDepth || !open.Add(variable))
        {
            return GuardFact.Unknown;
        }

        fact = Provenance(variable, depth);
        open.Remove(variable);
        return known[variable] = fact;
    }

    /// <summary>What a field of a cpu package's struct being set says: 0 for one that names nothing of the architecture's, as HasERMS.</summary>
    public ulong OfField(string name) => TryParse(name, out var set) ? extensions.Close(set) : 0;

    // Every value that can be true has to say it. `x = true` says what the conditions around it say.
    private GuardFact Provenance(GoObject variable, int depth)
    {
        var contents = variables.Of(variable);
        if (contents.Values.Count == 0 || (!contents.IsComplete && !variable.IsPackageLevel))
        {
            return GuardFact.Unknown;
        }

        GuardFact? all = null;
        foreach (var value in contents.Values)
        {
            var node = value.Unparenthesized();
            if (node is { Kind: GoSyntaxKind.Identifier, Text: "false" } && unit.Binding.Resolve(node).Object is { IsUniverse: true })
            {
                continue;
            }

            var place = new GuardPlaces(this).Around(node);
            var own = Of(node, isTrue: true, depth + 1).And(place);
            all = all is { } before ? before.Or(own) : own;
        }

        return all ?? GuardFact.Unknown;
    }

    // x == false and its kin; a comparison of numbers asks for nothing, unless a package variable such as a level takes part.
    private GuardFact Comparison(GoNode node, bool isTrue, int depth)
    {
        var isEqual = node.MainTokenKind == GoTokenKind.Equal;
        if (isEqual || node.MainTokenKind == GoTokenKind.NotEqual)
        {
            for (var i = 0; i < 2; i++)
            {
                var side = node[i].Unparenthesized();
                if (side is { Kind: GoSyntaxKind.Identifier, Text: "true" or "false" } && unit.Binding.Resolve(side).Object is { IsUniverse: true })
                {
                    return Of(node[1 - i], isTrue == (isEqual == (side.Text == "true")), depth + 1);
                }
            }
        }

        return MentionsState(node) ? GuardFact.Unknown : GuardFact.None;
    }

    private bool MentionsState(GoNode node)
    {
        var pending = new Stack<GoNode>();
        pending.Push(node);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            switch (next.Kind)
            {
                case GoSyntaxKind.Identifier when unit.Binding.Resolve(next).Object is { Kind: GoObjectKind.Variable, IsPackageLevel: true }:
                    return true;
                case GoSyntaxKind.FuncLiteral:
                    return true;
                case GoSyntaxKind.Call when BodyOf(next) is { IsDefault: false } body && Mentions(body):
                    return true;
                case GoSyntaxKind.Identifier when unit.Binding.Resolve(next).Object is { Kind: GoObjectKind.Variable, IsField: false } local && IsAnswer(local):
                    return true;
                default:
                    foreach (var child in next.Children)
                    {
                        pending.Push(child);
                    }

                    break;
            }
        }

        return false;
    }

    // err := check(), where check looks at the processor.
    private bool IsAnswer(GoObject local)
    {
        foreach (var value in variables.Of(local).Values)
        {
            if (value.Unparenthesized() is { Kind: GoSyntaxKind.Call } call && BodyOf(call) is { IsDefault: false } body && Mentions(body))
            {
                return true;
            }
        }

        return false;
    }

    private GuardFact Name(GoNode node, bool isTrue, int depth)
    {
        var item = unit.Binding.Resolve(node).Object;
        if (item is { Kind: GoObjectKind.Constant } or { IsUniverse: true })
        {
            return GuardFact.None;
        }

        var isOwn = item is { Kind: GoObjectKind.Variable, IsField: false } && (!item.IsPackageLevel || item.PackagePath == unit.Package.ImportPath);
        if (isOwn)
        {
            var fact = OfVariable(item!, depth + 1);
            return isTrue || fact.IsUnknown ? fact : GuardFact.None;
        }

        if (node.Kind == GoSyntaxKind.Selector && IsOfAnotherArchitecture(node[0].Unparenthesized()))
        {
            return isTrue ? GuardFact.Never : GuardFact.None;
        }

        var name = node.Kind == GoSyntaxKind.Selector ? node[1].Text : node.Text;
        return !TryParse(name, out var set) ? GuardFact.Unknown : isTrue ? new GuardFact(extensions.Close(set), false) : GuardFact.None;
    }

    // The fields of cpu.ARM64 are never set on amd64.
    private bool IsOfAnotherArchitecture(GoNode qualifier)
    {
        var name = qualifier.Kind == GoSyntaxKind.Selector ? qualifier[1].Text : qualifier.Text;
        return name switch
        {
            "X86" => unit.Target.Goarch is not ("386" or "amd64"),
            "ARM64" => unit.Target.Goarch != "arm64",
            "RISCV64" => unit.Target.Goarch != "riscv64",
            "Loong64" or "LOONG64" => unit.Target.Goarch != "loong64",
            "ARM" or "S390X" or "PPC64" or "MIPS64X" => true,
            _ => false,
        };
    }

    private GuardFact Call(GoNode call, bool isTrue, int depth)
    {
        var function = call[0].Unparenthesized();
        if (function.Kind == GoSyntaxKind.Selector && function[1].Text is "Has" or "Supports" or "HasAll" && call.ChildCount > 1)
        {
            return isTrue ? Arguments(call) : GuardFact.None;
        }

        if (unit.NamedFunction(function) is { Declaration: { HasBody: true } declaration } && declaration.PackagePath == unit.Package.ImportPath)
        {
            return OnlyResult(declaration) is { IsDefault: false } result ? Of(result, isTrue, depth + 1) : GuardFact.Unknown;
        }

        // cpuid.CPU.AVX2() of old versions.
        return function.Kind == GoSyntaxKind.Selector && call.ChildCount == 1 && extensions.TryParse(function[1].Text, out var set)
            ? isTrue ? new GuardFact(extensions.Close(set), false) : GuardFact.None
            : GuardFact.Unknown;
    }

    private GuardFact Arguments(GoNode call)
    {
        ulong all = 0;
        for (var i = 1; i < call.ChildCount; i++)
        {
            var argument = call[i].Unparenthesized();
            if (!extensions.TryParse(argument.Kind == GoSyntaxKind.Selector ? argument[1].Text : argument.Text, out var set))
            {
                return GuardFact.Unknown;
            }

            all |= set;
        }

        return new GuardFact(extensions.Close(all), false);
    }

    // A function that is nothing but `return expression`.
    private static GoNode OnlyResult(GoObject function)
    {
        var body = function.DeclaringNode.LastChild;
        return body.Kind == GoSyntaxKind.Block && body.ChildCount == 1 && body[0] is { Kind: GoSyntaxKind.ReturnStmt, ChildCount: 1 } statement ? statement[0] : default;
    }

    // HasAVX2, X86HasAVX2, arm64HasATOMICS.
    private bool TryParse(string name, out ulong set)
    {
        var has = name.IndexOf("Has", StringComparison.OrdinalIgnoreCase);
        set = 0;
        return has >= 0 && extensions.TryParse(name.Substring(has + 3).TrimStart('_'), out set);
    }
}
