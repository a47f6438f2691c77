using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>What the conditions around a place in a Go function say: those of if, switch, for, &amp;&amp; and || that hold there, and those before it that leave.</summary>
internal sealed class GuardPlaces(GuardConditions conditions)
{
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

        // A table of implementations: what chooses from it is elsewhere.
        GoSyntaxKind.CompositeLiteral => GuardFact.Unknown,
        _ => GuardFact.None,
    };

    // if !has { return } and if generic() { ...; return } before it.
    private GuardFact Before(GoNode block, GoNode child)
    {
        var fact = GuardFact.None;
        foreach (var statement in block.Children)
        {
            if (statement == child)
            {
                break;
            }

            if (statement.Kind == GoSyntaxKind.IfStmt && statement[3].IsNone && Leaves(statement[2]))
            {
                fact = fact.And(conditions.Of(statement[1], isTrue: false));
            }
            else if (statement.Kind == GoSyntaxKind.SwitchStmt && EveryMatchLeaves(statement))
            {
                fact = fact.And(NoClause(statement));
            }
        }

        return fact;
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
        var last = block.LastChild;
        return last.Kind switch
        {
            GoSyntaxKind.ReturnStmt => true,
            GoSyntaxKind.BranchStmt => true,
            GoSyntaxKind.ExprStmt => last[0] is { Kind: GoSyntaxKind.Call } call && call[0].Unparenthesized().Text is "panic" or "throw" or "os.Exit" or "log.Fatal" or "log.Fatalf",
            GoSyntaxKind.Block => Leaves(last),
            _ => false,
        };
    }
}
