namespace GoAbi.Go;

/// <content>Statements: which of them open blocks, and what they declare in them (Go spec, "Blocks" and "Declarations and scope").</content>
internal sealed partial class FileBinder
{
    private void BindStatements(int block)
    {
        var mark = PushChildren(block);
        while (pending.Count > mark)
        {
            BindStatement(pending.Pop());
        }
    }

    private void BindStatement(int statement)
    {
        switch (nodes[statement].Kind)
        {
            case GoSyntaxKind.None:
                break;
            case GoSyntaxKind.Block:
                scopes.Open();
                BindStatements(statement);
                scopes.Close();
                break;
            case GoSyntaxKind.DeclStmt:
                BindDeclaration(statement - 1);
                break;
            case GoSyntaxKind.AssignStmt when tree.TokenKind(nodes[statement].MainToken) == GoTokenKind.Define:
                BindDefine(statement);
                break;
            case GoSyntaxKind.IfStmt:
                BindIf(statement);
                break;
            case GoSyntaxKind.SwitchStmt:
            case GoSyntaxKind.TypeSwitchStmt:
                BindSwitch(statement);
                break;
            case GoSyntaxKind.SelectStmt:
                BindSelect(statement);
                break;
            case GoSyntaxKind.ForStmt:
                BindFor(statement);
                break;
            case GoSyntaxKind.RangeStmt:
                BindRange(statement);
                break;
            case GoSyntaxKind.LabeledStmt:
                DeclareLabel(PreviousSibling(statement - 1), statement);
                BindStatement(statement - 1);
                break;
            case GoSyntaxKind.BranchStmt:
                AddBranch(statement - 1);
                break;
            default:
                Scan(statement);
                break;
        }
    }

    // The right side is outside the scope of what the left side declares; a name that this very block has already is
    // assigned to (Go spec, "Short variable declarations").
    private void BindDefine(int statement)
    {
        var values = statement - 1;
        Scan(values);
        var mark = PushChildren(PreviousSibling(values));
        while (pending.Count > mark)
        {
            var target = pending.Pop();
            var name = nodes[target].Kind == GoSyntaxKind.Identifier ? tree.NameNumber(target) : -1;
            if (name < 0)
            {
                Scan(target);
                continue;
            }

            var known = scopes.FindInInnermost(name);
            if (known >= 0)
            {
                uses[target] = NameUse.Pack(NameUse.Local, known);
            }
            else
            {
                Declare(target, statement, GoObjectKind.Variable, GoObjectTraits.None);
            }
        }
    }

    // What the init statement declares lives in all branches. A chain of "else if" nests, and is walked without nesting.
    private void BindIf(int statement)
    {
        var opened = 0;
        while (true)
        {
            var otherwise = statement - 1;
            var body = PreviousSibling(otherwise);
            var condition = PreviousSibling(body);
            scopes.Open();
            opened++;
            BindStatement(PreviousSibling(condition));
            Scan(condition);
            BindStatement(body);
            if (nodes[otherwise].Kind != GoSyntaxKind.IfStmt)
            {
                BindStatement(otherwise);
                break;
            }

            statement = otherwise;
        }

        while (opened-- > 0)
        {
            scopes.Close();
        }
    }

    private void BindFor(int statement)
    {
        var body = statement - 1;
        var post = PreviousSibling(body);
        var condition = PreviousSibling(post);
        scopes.Open();
        BindStatement(PreviousSibling(condition));
        Scan(condition);
        BindStatement(post);
        BindStatement(body);
        scopes.Close();
    }

    private void BindRange(int statement)
    {
        var body = statement - 1;
        var ranged = PreviousSibling(body);
        var value = PreviousSibling(ranged);
        var key = PreviousSibling(value);
        Scan(ranged);
        scopes.Open();
        BindRangeTarget(key, statement);
        BindRangeTarget(value, statement);
        BindStatement(body);
        scopes.Close();
    }

    private void BindRangeTarget(int target, int statement)
    {
        if ((nodes[statement].Flags & GoNodeFlags.Define) != 0 && nodes[target].Kind == GoSyntaxKind.Identifier)
        {
            Declare(target, statement, GoObjectKind.Variable, GoObjectTraits.None);
        }
        else
        {
            Scan(target);
        }
    }

    private void BindSwitch(int statement)
    {
        var block = statement - 1;
        var subject = PreviousSibling(block);
        scopes.Open();
        BindStatement(PreviousSibling(subject));
        var symbol = -1;
        if (nodes[statement].Kind == GoSyntaxKind.TypeSwitchStmt && nodes[subject].Kind == GoSyntaxKind.AssignStmt)
        {
            symbol = BindGuard(subject);
        }
        else
        {
            Scan(subject);
        }

        var mark = PushChildren(block);
        while (pending.Count > mark)
        {
            BindClause(pending.Pop(), symbol);
        }

        scopes.Close();
    }

    // switch x := y.(type): x is no variable of the switch; each clause has an x of its own, declared after its list of
    // types (Go spec, "Type switches").
    private int BindGuard(int guard)
    {
        Scan(guard - 1);
        var list = PreviousSibling(guard - 1);
        var symbol = list - 1;
        if (symbol < nodes[list].FirstNode || nodes[symbol].Kind != GoSyntaxKind.Identifier)
        {
            Scan(list);
            return -1;
        }

        uses[symbol] = NameUse.Nothing;
        return symbol;
    }

    private void BindClause(int clause, int symbol)
    {
        if (nodes[clause].Kind != GoSyntaxKind.CaseClause)
        {
            BindStatement(clause);
            return;
        }

        var mark = PushChildren(clause);
        Scan(pending.Pop());
        scopes.Open();
        var name = symbol < 0 ? -1 : tree.NameNumber(symbol);
        if (name >= 0 && tree.NameAt(name) != "_")
        {
            scopes.Declare(name, new LocalData(symbol, clause, GoObjectKind.Variable, GoObjectTraits.TypeSwitchSymbol));
        }

        while (pending.Count > mark)
        {
            BindStatement(pending.Pop());
        }

        scopes.Close();
    }

    // What a receive declares in a case belongs to that clause's block.
    private void BindSelect(int statement)
    {
        var mark = PushChildren(statement - 1);
        while (pending.Count > mark)
        {
            var clause = pending.Pop();
            if (nodes[clause].Kind != GoSyntaxKind.CommClause)
            {
                BindStatement(clause);
                continue;
            }

            scopes.Open();
            BindStatements(clause);
            scopes.Close();
        }
    }
}
