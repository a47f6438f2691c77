namespace GoAbi.Go;

/// <content>Blocks and simple statements.</content>
internal sealed partial class GoParser
{
    private enum SimpleMode
    {
        Basic,
        LabelAllowed,
        RangeAllowed,
    }

    private void ParseBlock()
    {
        var firstNode = nodes.Count;
        var open = Expect(GoTokenKind.OpenBrace, "'{'");
        ParseStatements();
        Expect(GoTokenKind.CloseBrace, "'}'");
        Emit(GoSyntaxKind.Block, firstNode, open, open);
    }

    private void ParseStatements()
    {
        while (kind is not (GoTokenKind.CaseKeyword or GoTokenKind.DefaultKeyword or GoTokenKind.CloseBrace or GoTokenKind.EndOfFile)
            && !AtLostFunction())
        {
            ParseStatement();
        }
    }

    private void ParseStatement()
    {
        if (!Enter())
        {
            EmitBad(GoSyntaxKind.BadStmt, at);
            return;
        }

        var firstNode = nodes.Count;
        var token = at;
        switch (kind)
        {
            case GoTokenKind.ConstKeyword or GoTokenKind.TypeKeyword or GoTokenKind.VarKeyword:
                ParseDeclaration(Sync.Statement);
                Emit(GoSyntaxKind.DeclStmt, firstNode, token, token);
                break;
            case >= GoTokenKind.Identifier and <= GoTokenKind.StringLiteral:
            case GoTokenKind.FuncKeyword or GoTokenKind.OpenParen or GoTokenKind.OpenBracket or GoTokenKind.StructKeyword
                or GoTokenKind.MapKeyword or GoTokenKind.ChanKeyword or GoTokenKind.InterfaceKeyword:
            case GoTokenKind.Plus or GoTokenKind.Minus or GoTokenKind.Star or GoTokenKind.And or GoTokenKind.Xor or GoTokenKind.Arrow or GoTokenKind.Not:
                ParseSimpleStatement(SimpleMode.LabelAllowed);
                if (LastKind != GoSyntaxKind.LabeledStmt)
                {
                    ExpectSemicolon();
                }

                break;
            case GoTokenKind.GoKeyword:
                ParseGoOrDefer(GoSyntaxKind.GoStmt, "go");
                break;
            case GoTokenKind.DeferKeyword:
                ParseGoOrDefer(GoSyntaxKind.DeferStmt, "defer");
                break;
            case GoTokenKind.ReturnKeyword:
                Next();
                if (kind is not (GoTokenKind.Semicolon or GoTokenKind.CloseBrace))
                {
                    ParseExpressions(rightSide: true, out _);
                }

                Emit(GoSyntaxKind.ReturnStmt, firstNode, token, token);
                ExpectSemicolon();
                break;
            case GoTokenKind.BreakKeyword or GoTokenKind.ContinueKeyword or GoTokenKind.GotoKeyword or GoTokenKind.FallthroughKeyword:
                ParseBranch();
                break;
            case GoTokenKind.OpenBrace:
                ParseBlock();
                ExpectSemicolon();
                break;
            case GoTokenKind.IfKeyword:
                ParseIf();
                break;
            case GoTokenKind.SwitchKeyword:
                ParseSwitch();
                break;
            case GoTokenKind.SelectKeyword:
                ParseSelect();
                break;
            case GoTokenKind.ForKeyword:
                ParseFor();
                break;
            case GoTokenKind.Semicolon:
                EmitToken(GoSyntaxKind.EmptyStmt);
                break;
            case GoTokenKind.CloseBrace:
                // A label may be the last thing in a block.
                EmitBad(GoSyntaxKind.EmptyStmt, at);
                break;
            default:
                ErrorExpected("a statement");
                Advance(Sync.Statement);
                EmitBad(GoSyntaxKind.BadStmt, token);
                break;
        }

        depth--;
    }

    /// <summary>What a simple statement turned out to be: of a range clause, the statement's parts are left as nodes of their own.</summary>
    private struct RangeClause
    {
        public int Token;
        public int Count;
        public GoNodeFlags Flags;
    }

    private RangeClause ParseSimpleStatement(SimpleMode mode)
    {
        var firstNode = nodes.Count;
        var token = at;
        var count = ParseExpressions(rightSide: false, out var afterFirst);
        if (kind is >= GoTokenKind.Assign and <= GoTokenKind.AndNotAssign)
        {
            var op = at;
            if (mode == SimpleMode.RangeAllowed && kind is GoTokenKind.Assign or GoTokenKind.Define && KindAfter(1) == GoTokenKind.RangeKeyword)
            {
                var flags = kind == GoTokenKind.Define ? GoNodeFlags.Define : GoNodeFlags.None;
                Next();
                var range = at;
                if (count == 1)
                {
                    EmitNone();
                }

                Next();
                ParseRightSide();
                return new RangeClause { Token = range, Count = count, Flags = flags };
            }

            Emit(GoSyntaxKind.ExpressionList, firstNode, token, token);
            Next();
            ParseExpressionList(rightSide: true);
            Emit(GoSyntaxKind.AssignStmt, firstNode, token, op);
            return default;
        }

        if (count > 1)
        {
            Error(token, "Expected one expression, found a list.");
            DropFrom(afterFirst);
        }

        switch (kind)
        {
            case GoTokenKind.Colon:
                ParseLabeled(mode, firstNode, token);
                break;
            case GoTokenKind.Arrow:
                var arrow = at;
                Next();
                ParseRightSide();
                Emit(GoSyntaxKind.SendStmt, firstNode, token, arrow);
                break;
            case GoTokenKind.Increment or GoTokenKind.Decrement:
                var op = at;
                Next();
                Emit(GoSyntaxKind.IncDecStmt, firstNode, token, op);
                break;
            default:
                Emit(GoSyntaxKind.ExprStmt, firstNode, token, token);
                break;
        }

        return default;
    }

    private void ParseLabeled(SimpleMode mode, int firstNode, int token)
    {
        var colon = at;
        Next();
        if (mode == SimpleMode.LabelAllowed && nodes.Count == firstNode + 1 && LastKind == GoSyntaxKind.Identifier)
        {
            ParseStatement();
            Emit(GoSyntaxKind.LabeledStmt, firstNode, token, token);
            return;
        }

        Error(colon, "A label is a name before a statement; this is none.");
        DropFrom(firstNode);
        EmitBad(GoSyntaxKind.BadStmt, token);
    }

    private void ParseGoOrDefer(GoSyntaxKind statement, string name)
    {
        var firstNode = nodes.Count;
        var keyword = at;
        var errorsBefore = errors.Count;
        Next();
        ParseRightSide();
        var call = LastUnparenthesized();
        if (LastKind == GoSyntaxKind.Paren)
        {
            Error(keyword + 1, "The call in a " + name + " statement can't stand in parentheses.");
        }

        if (call.Kind is not (GoSyntaxKind.Call or GoSyntaxKind.BadExpr))
        {
            // Behind what was missing in it, if anything was.
            Error(errors.Count > errorsBefore ? at : end - 1, "A " + name + " statement needs a call.");
        }

        Emit(statement, firstNode, keyword, keyword);
        ExpectSemicolon();
    }

    private void ParseBranch()
    {
        var firstNode = nodes.Count;
        var keyword = at;
        var needsLabel = kind == GoTokenKind.GotoKeyword;
        var mayHaveLabel = kind is GoTokenKind.BreakKeyword or GoTokenKind.ContinueKeyword;
        Next();
        if (needsLabel || (mayHaveLabel && kind == GoTokenKind.Identifier))
        {
            ParseIdentifier();
        }
        else
        {
            EmitNone();
        }

        Emit(GoSyntaxKind.BranchStmt, firstNode, keyword, keyword);
        ExpectSemicolon();
    }
}
