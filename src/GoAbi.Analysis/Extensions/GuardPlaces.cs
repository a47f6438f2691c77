using System;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>What the conditions around a place in a Go function say: those of if, switch, for, &amp;&amp; and || that hold there, and those before it that leave.</summary>
internal sealed class GuardPlaces(GuardConditions conditions)
{
    private const int MaxDepth = 12;

    /// <summary>What holds at a node because of what stands around it in its declared function.</summary>
    public GuardFact Around(GoNode place)
    {
        var fact = GuardFact.None;
        var node = place;
        for (var parent = node.Parent; !parent.IsDefault && !parent.IsNone && parent.Kind is not (GoSyntaxKind.FuncDecl or GoSyntaxKind.File); node = parent, parent = parent.Parent)
        {
            fact = fact.And(Of(parent, node));
            if (fact.IsUnknown)
            {
                return fact;
            }
        }

        return fact;
    }

    private GuardFact Of(GoNode parent, GoNode child) => parent.Kind switch
    {
        GoSyntaxKind.IfStmt when child == parent[2] => conditions.Of(parent[1], isTrue: true),
        GoSyntaxKind.IfStmt when child == parent[3] => conditions.Of(parent[1], isTrue: false),
        GoSyntaxKind.ForStmt when child == parent[3] && !parent[1].IsNone => conditions.Of(parent[1], isTrue: true),
        GoSyntaxKind.Binary when child == parent[1] && parent.MainTokenKind is GoTokenKind.AndAnd => conditions.Of(parent[0], isTrue: true),
        GoSyntaxKind.Binary when child == parent[1] && parent.MainTokenKind is GoTokenKind.OrOr => conditions.Of(parent[0], isTrue: false),
        GoSyntaxKind.Block => Before(parent, child),
        GoSyntaxKind.CaseClause => Clause(parent, child).And(Before(parent, child)),
        GoSyntaxKind.CommClause => Before(parent, child),

        // choose(hasAVX2, sumAVX2, sum): what is called decides.
        GoSyntaxKind.Call when child != parent[0] && child.Kind != GoSyntaxKind.FuncLiteral && conditions.AnyAsks(parent, child) => GuardFact.Unknown,

        // A table of implementations: what chooses from it is elsewhere.
        GoSyntaxKind.CompositeLiteral => GuardFact.Unknown,
        _ => GuardFact.None,
    };

    // if !has { return } and if generic() { ...; return } before it.
    private GuardFact Before(GoNode block, GoNode child, int depth = 0)
    {
        var fact = GuardFact.None;
        foreach (var statement in block.Children)
        {
            if (statement == child)
            {
                break;
            }

            fact = fact.And(After(statement, depth));
        }

        return fact;
    }

    // What a statement leaves behind where control comes out of its end.
    private GuardFact After(GoNode statement, int depth)
    {
        if (depth > MaxDepth)
        {
            return GuardFact.None;
        }

        switch (statement.Kind)
        {
            case GoSyntaxKind.IfStmt:
                return AfterIf(statement, depth);
            case GoSyntaxKind.SwitchStmt when statement[1].IsNone:
                return EveryMatchLeaves(statement) ? NoClause(statement) : AfterDefault(statement);
            case GoSyntaxKind.Block:
                return Before(statement, default, depth + 1);
            case GoSyntaxKind.ExprStmt when statement[0].Unparenthesized() is { Kind: GoSyntaxKind.Call } call && conditions.BodyOf(call) is { IsDefault: false } body:
                // mustHaveAVX2(), which panics where it isn't there.
                return Before(body, default, depth + 4);
            default:
                return GuardFact.None;
        }
    }

    private GuardFact AfterIf(GoNode statement, int depth)
    {
        var otherwise = statement[3];
        if (Leaves(statement[2]))
        {
            var not = conditions.Of(statement[1], isTrue: false);
            return otherwise.IsNone ? not : not.And(After(otherwise, depth + 1));
        }

        return !otherwise.IsNone && Leaves(otherwise) ? conditions.Of(statement[1], isTrue: true) : GuardFact.None;
    }

    // switch { case has: default: return }: one of the cases that don't leave held.
    private GuardFact AfterDefault(GoNode statement)
    {
        GuardFact? fact = null;
        var hasDefault = false;
        foreach (var clause in statement[2].Children)
        {
            hasDefault |= clause[0].IsNone;
            if (clause.LastChild is { Kind: GoSyntaxKind.BranchStmt, MainTokenKind: GoTokenKind.FallthroughKeyword })
            {
                return GuardFact.Unknown;
            }

            if (clause.ChildCount > 1 && Leaves(clause) && clause.LastChild is not { Kind: GoSyntaxKind.BranchStmt, MainTokenKind: GoTokenKind.BreakKeyword })
            {
                continue;
            }

            var own = clause[0].IsNone ? GuardFact.None : Any(clause[0]);
            fact = fact is { } before ? before.Or(own) : own;
        }

        return hasDefault && fact is { Known: not 0 } known ? known : GuardFact.None;
    }

    private GuardFact Clause(GoNode clause, GoNode child)
    {
        if (child == clause[0])
        {
            return GuardFact.None;
        }

        var statement = clause.Parent.Parent;
        if (statement.Kind != GoSyntaxKind.SwitchStmt)
        {
            return GuardFact.None;
        }

        if (!statement[1].IsNone)
        {
            return Tag(statement[1]);
        }

        var fact = GuardFact.None;
        foreach (var other in clause.Parent.Children)
        {
            // default runs where no clause holds, wherever it stands.
            if (other.Kind != GoSyntaxKind.CaseClause || (other == clause && !clause[0].IsNone))
            {
                break;
            }

            fact = other == clause ? fact : fact.And(All(other[0], isTrue: false));
        }

        return clause[0].IsNone ? fact : fact.And(Any(clause[0]));
    }

    // switch level { case ... }: the level may stand for anything; a local number for nothing.
    private GuardFact Tag(GoNode tag) => conditions.Of(tag, isTrue: true) is { IsUnknown: true } ? GuardFact.Unknown : GuardFact.None;

    private GuardFact NoClause(GoNode statement)
    {
        var fact = GuardFact.None;
        foreach (var clause in statement[2].Children)
        {
            fact = fact.And(All(clause[0], isTrue: false));
        }

        return fact;
    }

    private GuardFact All(GoNode expressions, bool isTrue)
    {
        var fact = GuardFact.None;
        foreach (var expression in expressions.Children)
        {
            fact = fact.And(conditions.Of(expression, isTrue));
        }

        return fact;
    }

    private GuardFact Any(GoNode expressions)
    {
        GuardFact? fact = null;
        foreach (var expression in expressions.Children)
        {
            var own = conditions.Of(expression, isTrue: true);
            fact = fact is { } before ? before.Or(own) : own;
        }

        return fact ?? GuardFact.None;
    }

    private static bool EveryMatchLeaves(GoNode statement)
    {
        if (!statement[1].IsNone)
        {
            return false;
        }

        foreach (var clause in statement[2].Children)
        {
            if (clause.Kind != GoSyntaxKind.CaseClause || clause[0].IsNone || !Leaves(clause))
            {
                return false;
            }
        }

        return true;
    }

    // The last statement never gets to its end.
    private static bool Leaves(GoNode block)
    {
        if (block.Kind == GoSyntaxKind.IfStmt)
        {
            return !block[3].IsNone && Leaves(block[2]) && Leaves(block[3]);
        }

        var last = block.LastChild;
        return last.Kind switch
        {
            GoSyntaxKind.ReturnStmt => true,
            GoSyntaxKind.BranchStmt => true,
            GoSyntaxKind.ExprStmt => last[0] is { Kind: GoSyntaxKind.Call } call && NeverReturns(call[0].Unparenthesized().Text),
            GoSyntaxKind.Block or GoSyntaxKind.IfStmt => Leaves(last),
            _ => false,
        };
    }

    private static bool NeverReturns(string function) => function is "panic" or "throw" or "os.Exit" or "runtime.Goexit" || function.StartsWith("log.Fatal", StringComparison.Ordinal) || function.StartsWith("log.Panic", StringComparison.Ordinal);
}
