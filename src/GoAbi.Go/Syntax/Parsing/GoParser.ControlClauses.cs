using System.Collections.Generic;

namespace GoAbi.Go;

/// <content>if, for, switch and select.</content>
internal sealed partial class GoParser
{
    // "else if" chains are read in a loop: they take no stack, but each is a child of the one before.
    private void ParseIf()
    {
        List<(int Node, int Token)>? outer = null;
        while (true)
        {
            var firstNode = nodes.Count;
            var keyword = at;
            Next();
            ParseIfHeader();
            ParseBlock();
            if (kind != GoTokenKind.ElseKeyword)
            {
                EmitNone();
                Emit(GoSyntaxKind.IfStmt, firstNode, keyword, keyword);
                ExpectSemicolon();
                break;
            }

            Next();
            if (kind == GoTokenKind.IfKeyword && (outer is null || outer.Count < MaxChain))
            {
                (outer ??= []).Add((firstNode, keyword));
                continue;
            }

            if (kind == GoTokenKind.OpenBrace)
            {
                ParseBlock();
                Emit(GoSyntaxKind.IfStmt, firstNode, keyword, keyword);
                ExpectSemicolon();
                break;
            }

            if (kind == GoTokenKind.IfKeyword)
            {
                Stop("A chain of more than " + MaxChain + " else-if; the rest of the file was left unread.");
            }

            ErrorExpected("'if' or '{' after 'else'");
            EmitBad(GoSyntaxKind.BadStmt, at);
            Emit(GoSyntaxKind.IfStmt, firstNode, keyword, keyword);
            break;
        }

        for (var i = (outer?.Count ?? 0) - 1; i >= 0; i--)
        {
            var (node, token) = outer![i];
            Emit(GoSyntaxKind.IfStmt, node, token, token);
        }
    }

    private void ParseIfHeader()
    {
        if (kind == GoTokenKind.OpenBrace)
        {
            Error(at, "An if statement needs a condition.");
            EmitNone();
            EmitBad(GoSyntaxKind.BadExpr, at);
            return;
        }

        var levelBefore = expressionLevel;
        expressionLevel = -1;
        var init = nodes.Count;
        EmitNone();
        var hasFirst = kind != GoTokenKind.Semicolon;
        if (hasFirst)
        {
            if (kind == GoTokenKind.VarKeyword)
            {
                Next();
                Error(at, "A var declaration can't stand in the header of an if; use ':='.");
            }

            ParseSimpleStatement(SimpleMode.Basic);
        }

        var hasCondition = hasFirst;
        var semicolon = -1;
        if (kind != GoTokenKind.OpenBrace)
        {
            if (kind == GoTokenKind.Semicolon)
            {
                semicolon = at;
                Next();
            }
            else
            {
                Expect(GoTokenKind.Semicolon, "';' or '{'");
            }

            if (hasFirst)
            {
                RemoveNone(init);
            }

            hasCondition = kind != GoTokenKind.OpenBrace;
            if (hasCondition)
            {
                ParseSimpleStatement(SimpleMode.Basic);
            }
        }

        if (hasCondition)
        {
            MakeExpression("a condition");
        }
        else
        {
            if (semicolon >= 0)
            {
                Error(semicolon, tokens[semicolon].IsAutomaticSemicolon
                    ? "The '{' of an if stands on the line of its condition."
                    : "An if statement needs a condition.");
            }

            EmitBad(GoSyntaxKind.BadExpr, at);
        }

        expressionLevel = levelBefore;
    }

    /// <summary>Takes the statement off an expression that was read as one.</summary>
    private void MakeExpression(string expected)
    {
        if (LastKind == GoSyntaxKind.ExprStmt)
        {
            nodes.Pop();
            return;
        }

        var statement = nodes[nodes.Count - 1];
        Error(statement.FirstToken, "Expected " + expected + ", found " + (statement.Kind == GoSyntaxKind.AssignStmt ? "an assignment" : "a statement")
            + "; a composite literal needs parentheses here.");
        DropFrom(statement.FirstNode);
        nodes.Add(new GoNodeData(GoSyntaxKind.BadExpr, GoNodeFlags.None, nodes.Count, statement.FirstToken, statement.FirstToken, statement.EndToken));
    }

    private void ParseFor()
    {
        var firstNode = nodes.Count;
        var keyword = at;
        Next();
        var levelBefore = expressionLevel;
        expressionLevel = -1;
        var range = ParseForHeader(firstNode);
        expressionLevel = levelBefore;
        ParseBlock();
        if (range.Token == 0)
        {
            Emit(GoSyntaxKind.ForStmt, firstNode, keyword, keyword);
        }
        else if (range.Count <= 2)
        {
            Emit(GoSyntaxKind.RangeStmt, firstNode, keyword, range.Token, range.Flags);
        }
        else
        {
            Error(nodes[firstNode].FirstToken, "A range clause has at most two variables.");
            DropFrom(firstNode);
            EmitBad(GoSyntaxKind.BadStmt, keyword);
        }

        ExpectSemicolon();
    }

    private RangeClause ParseForHeader(int firstNode)
    {
        if (kind == GoTokenKind.RangeKeyword)
        {
            EmitNone();
            EmitNone();
            var range = new RangeClause { Token = at };
            Next();
            ParseRightSide();
            return range;
        }

        var token = at;
        if (kind is not (GoTokenKind.OpenBrace or GoTokenKind.Semicolon))
        {
            var range = ParseSimpleStatement(SimpleMode.RangeAllowed);
            if (range.Token != 0)
            {
                return range;
            }

            if (kind != GoTokenKind.Semicolon)
            {
                InsertNone(firstNode, token);
                MakeExpression("a condition or a range clause");
                EmitNone();
                return default;
            }
        }
        else
        {
            EmitNone();
        }

        if (kind != GoTokenKind.Semicolon)
        {
            EmitNone();
            EmitNone();
            return default;
        }

        Next();
        if (kind != GoTokenKind.Semicolon)
        {
            ParseSimpleStatement(SimpleMode.Basic);
            MakeExpression("a condition");
        }
        else
        {
            EmitNone();
        }

        ExpectSemicolon();
        if (kind != GoTokenKind.OpenBrace)
        {
            ParseSimpleStatement(SimpleMode.Basic);
        }
        else
        {
            EmitNone();
        }

        return default;
    }

    private void ParseSwitch()
    {
        var firstNode = nodes.Count;
        var keyword = at;
        Next();
        EmitNone();
        var hasTag = false;
        if (kind != GoTokenKind.OpenBrace)
        {
            var levelBefore = expressionLevel;
            expressionLevel = -1;
            hasTag = kind != GoTokenKind.Semicolon;
            if (hasTag)
            {
                ParseSimpleStatement(SimpleMode.Basic);
            }

            if (kind == GoTokenKind.Semicolon)
            {
                Next();
                if (hasTag)
                {
                    RemoveNone(firstNode);
                }

                hasTag = kind != GoTokenKind.OpenBrace;
                if (hasTag)
                {
                    ParseSimpleStatement(SimpleMode.Basic);
                }
            }

            expressionLevel = levelBefore;
        }

        var statement = GoSyntaxKind.SwitchStmt;
        if (!hasTag)
        {
            EmitNone();
        }
        else if (IsTypeSwitchGuard())
        {
            statement = GoSyntaxKind.TypeSwitchStmt;
        }
        else
        {
            MakeExpression("an expression to switch on");
        }

        ParseClauses(isSelect: false);
        Emit(statement, firstNode, keyword, keyword);
        ExpectSemicolon();
    }

    // x.(type) or v := x.(type) as the last statement; v = x.(type) is one too, and wrong.
    private bool IsTypeSwitchGuard()
    {
        var last = nodes.Count - 1;
        if (nodes[last].Kind == GoSyntaxKind.ExprStmt)
        {
            return IsTypeQuestion(last - 1);
        }

        if (nodes[last].Kind != GoSyntaxKind.AssignStmt)
        {
            return false;
        }

        var right = last - 1;
        var left = nodes[right].FirstNode - 1;
        if (!IsTypeQuestion(right - 1) || nodes[right - 1].FirstNode != nodes[right].FirstNode || nodes[left - 1].FirstNode != nodes[left].FirstNode)
        {
            return false;
        }

        var op = nodes[last].MainToken;
        if (tokens[op].Kind == GoTokenKind.Assign)
        {
            Error(op, "Expected ':=', found '='.");
            return true;
        }

        return tokens[op].Kind == GoTokenKind.Define;
    }

    private bool IsTypeQuestion(int node) => nodes[node].Kind == GoSyntaxKind.TypeAssertion && nodes[node - 1].Kind == GoSyntaxKind.None;

    private void ParseSelect()
    {
        var firstNode = nodes.Count;
        var keyword = at;
        Next();
        ParseClauses(isSelect: true);
        Emit(GoSyntaxKind.SelectStmt, firstNode, keyword, keyword);
        ExpectSemicolon();
    }

    private void ParseClauses(bool isSelect)
    {
        var firstNode = nodes.Count;
        var open = Expect(GoTokenKind.OpenBrace, "'{'");
        while (kind is GoTokenKind.CaseKeyword or GoTokenKind.DefaultKeyword)
        {
            var clause = nodes.Count;
            var keyword = at;
            var isCase = kind == GoTokenKind.CaseKeyword;
            Next();
            if (!isCase)
            {
                EmitNone();
            }
            else if (isSelect)
            {
                ParseCommunication();
            }
            else
            {
                ParseExpressionList(rightSide: true);
            }

            Expect(GoTokenKind.Colon, "':'");
            ParseStatements();
            Emit(isSelect ? GoSyntaxKind.CommClause : GoSyntaxKind.CaseClause, clause, keyword, keyword);
        }

        Expect(GoTokenKind.CloseBrace, "'case', 'default' or '}'");
        Emit(GoSyntaxKind.Block, firstNode, open, open);
    }

    private void ParseCommunication()
    {
        var firstNode = nodes.Count;
        var token = at;
        var count = ParseExpressions(rightSide: false, out var afterFirst);
        var op = at;
        if (kind is GoTokenKind.Assign or GoTokenKind.Define)
        {
            if (count > 2)
            {
                Error(token, "A receive assigns at most two values.");
            }

            Emit(GoSyntaxKind.ExpressionList, firstNode, token, token);
            Next();
            var right = nodes.Count;
            ParseRightSide();
            Emit(GoSyntaxKind.ExpressionList, right, op + 1, op + 1);
            Emit(GoSyntaxKind.AssignStmt, firstNode, token, op);
            return;
        }

        if (count > 1)
        {
            Error(token, "Expected one expression, found a list.");
            DropFrom(afterFirst);
        }

        if (kind == GoTokenKind.Arrow)
        {
            Next();
            ParseRightSide();
            Emit(GoSyntaxKind.SendStmt, firstNode, token, op);
            return;
        }

        Emit(GoSyntaxKind.ExprStmt, firstNode, token, token);
    }
}
