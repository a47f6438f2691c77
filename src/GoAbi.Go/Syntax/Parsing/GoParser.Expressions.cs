namespace GoAbi.Go;

/// <content>Expressions. Types that stand where an expression is expected are read as such: only their use tells them apart.</content>
internal sealed partial class GoParser
{
    private void ParseExpression() => ParseBinary(1);

    private void ParseRightSide()
    {
        var before = inRightSide;
        inRightSide = true;
        ParseBinary(1);
        inRightSide = before;
    }

    private void ParseExpressionList(bool rightSide)
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseExpressions(rightSide, out _);
        Emit(GoSyntaxKind.ExpressionList, firstNode, token, token);
    }

    /// <summary>Expressions between commas, as so many nodes; returns their number.</summary>
    private int ParseExpressions(bool rightSide, out int afterFirst)
    {
        var before = inRightSide;
        inRightSide = rightSide;
        var count = 1;
        ParseBinary(1);
        afterFirst = nodes.Count;
        while (kind == GoTokenKind.Comma)
        {
            Next();
            ParseBinary(1);
            count++;
        }

        inRightSide = before;
        return count;
    }

    private void ParseBinary(int lowest)
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseUnary();
        for (var n = 0; ; n++)
        {
            var precedence = Precedence(kind);
            if (kind == GoTokenKind.Assign && inRightSide)
            {
                precedence = 3; // read "=" as "==", and say so
            }

            if (precedence < lowest)
            {
                return;
            }

            if (n >= MaxChain)
            {
                Stop("An expression of more than " + MaxChain + " operands; the rest of the file was left unread.");
                return;
            }

            var op = at;
            if (kind == GoTokenKind.Assign)
            {
                ErrorExpected("'=='");
            }

            Next();
            ParseBinary(precedence + 1);
            Emit(GoSyntaxKind.Binary, firstNode, token, op);
        }
    }

    private static int Precedence(GoTokenKind kind) => kind switch
    {
        GoTokenKind.OrOr => 1,
        GoTokenKind.AndAnd => 2,
        >= GoTokenKind.Equal and <= GoTokenKind.GreaterOrEqual => 3,
        >= GoTokenKind.Plus and <= GoTokenKind.Xor => 4,
        >= GoTokenKind.Star and <= GoTokenKind.AndNot => 5,
        _ => 0,
    };

    // Prefix operators wait on a list of their own, so that a run of them takes no stack; the tree it makes is deep all the same.
    private void ParseUnary()
    {
        var before = operators.Count;
        while (kind is GoTokenKind.Plus or GoTokenKind.Minus or GoTokenKind.Not or GoTokenKind.Xor or GoTokenKind.And or GoTokenKind.Tilde
            or GoTokenKind.Arrow or GoTokenKind.Star)
        {
            if (!Enter())
            {
                break;
            }

            operators.Add(at);
            Next();
        }

        var firstNode = nodes.Count;
        ParsePrimary();
        while (operators.Count > before)
        {
            depth--;
            var op = operators.Pop();
            switch (tokens[op].Kind)
            {
                case GoTokenKind.Arrow when LastKind == GoSyntaxKind.ChanType:
                    MakeReceiveOnly(op);
                    break;
                case GoTokenKind.Star:
                    Emit(GoSyntaxKind.Star, firstNode, op, op);
                    break;
                default:
                    Emit(GoSyntaxKind.Unary, firstNode, op, op);
                    break;
            }
        }
    }

    // "<-" before a channel type belongs to it: <-(chan T) is (<-chan T), and <-(chan<- T) is (<-chan (<-T)).
    private void MakeReceiveOnly(int arrow)
    {
        for (var node = nodes.Count - 1; ; node--)
        {
            var data = nodes[node];
            if (data.Kind != GoSyntaxKind.ChanType)
            {
                Error(arrow, "'<-' here must belong to a channel type.");
                return;
            }

            if ((data.Flags & GoNodeFlags.ReceiveOnly) != 0)
            {
                Error(data.FirstToken, "Expected 'chan', found '<-'.");
            }

            nodes[node] = new GoNodeData(GoSyntaxKind.ChanType, GoNodeFlags.ReceiveOnly, data.FirstNode, arrow, data.MainToken, data.EndToken);
            if ((data.Flags & GoNodeFlags.SendOnly) == 0)
            {
                return;
            }

            arrow = data.MainToken + 1;
        }
    }

    private void ParsePrimary()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseOperand();
        for (var n = 0; ; n++)
        {
            if (n >= MaxChain)
            {
                Stop("A chain of more than " + MaxChain + " selectors, calls and indexes; the rest of the file was left unread.");
                return;
            }

            switch (kind)
            {
                case GoTokenKind.Dot:
                    ParseSelectorOrAssertion(firstNode, token);
                    break;
                case GoTokenKind.OpenBracket:
                    ParseIndexOrSlice(firstNode, token);
                    break;
                case GoTokenKind.OpenParen:
                    ParseCall(firstNode, token);
                    break;
                case GoTokenKind.OpenBrace when IsLiteralType(LastUnparenthesized().Kind):
                    if (LastKind == GoSyntaxKind.Paren)
                    {
                        Error(LastUnparenthesized().FirstToken, "The type of a composite literal can't stand in parentheses.");
                    }

                    ParseLiteralValue(firstNode, token);
                    break;
                default:
                    return;
            }
        }
    }

    // In the header of if, for and switch, a "{" after a name begins the block.
    private bool IsLiteralType(GoSyntaxKind type) => type switch
    {
        GoSyntaxKind.ArrayType or GoSyntaxKind.SliceType or GoSyntaxKind.StructType or GoSyntaxKind.MapType => true,
        GoSyntaxKind.BadExpr or GoSyntaxKind.Identifier or GoSyntaxKind.Selector or GoSyntaxKind.Index => expressionLevel >= 0,
        _ => false,
    };

    private void ParseOperand()
    {
        switch (kind)
        {
            case GoTokenKind.Identifier:
                EmitToken(GoSyntaxKind.Identifier);
                return;
            case >= GoTokenKind.IntLiteral and <= GoTokenKind.StringLiteral:
                EmitToken(GoSyntaxKind.BasicLiteral);
                return;
            case GoTokenKind.OpenParen when Enter():
                var firstNode = nodes.Count;
                var open = at;
                Next();
                expressionLevel++;
                ParseRightSide();
                expressionLevel--;
                Expect(GoTokenKind.CloseParen, "')'");
                Emit(GoSyntaxKind.Paren, firstNode, open, open);
                depth--;
                return;
            case GoTokenKind.FuncKeyword when Enter():
                ParseFuncTypeOrLiteral();
                depth--;
                return;
            default:
                break;
        }

        if (TryParseType())
        {
            return;
        }

        var token = at;
        ErrorExpected("an operand");
        Advance(Sync.Statement);
        EmitBad(GoSyntaxKind.BadExpr, token);
    }

    private void ParseFuncTypeOrLiteral()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseFuncSignature();
        if (kind != GoTokenKind.OpenBrace)
        {
            Emit(GoSyntaxKind.FuncType, firstNode, token, token);
            return;
        }

        expressionLevel++;
        ParseBlock();
        expressionLevel--;
        Emit(GoSyntaxKind.FuncLiteral, firstNode, token, token);
    }

    private void ParseSelectorOrAssertion(int firstNode, int token)
    {
        var dot = at;
        Next();
        switch (kind)
        {
            case GoTokenKind.Identifier:
                EmitToken(GoSyntaxKind.Identifier);
                Emit(GoSyntaxKind.Selector, firstNode, token, dot);
                return;
            case GoTokenKind.OpenParen:
                Next();
                if (kind == GoTokenKind.TypeKeyword)
                {
                    EmitNone();
                    Next();
                }
                else
                {
                    ParseType();
                }

                Expect(GoTokenKind.CloseParen, "')'");
                Emit(GoSyntaxKind.TypeAssertion, firstNode, token, dot);
                return;
            default:
                var bad = at;
                ErrorExpected("a name or '(' after '.'");
                if (kind != GoTokenKind.CloseBrace)
                {
                    Next();
                }

                EmitBad(GoSyntaxKind.BadExpr, bad);
                Emit(GoSyntaxKind.Selector, firstNode, token, dot);
                return;
        }
    }

    private void ParseIndexOrSlice(int firstNode, int token)
    {
        var open = at;
        Next();
        if (kind == GoTokenKind.CloseBracket)
        {
            ErrorExpected("an index");
            EmitBad(GoSyntaxKind.BadExpr, at);
            Next();
            Emit(GoSyntaxKind.Index, firstNode, token, open);
            return;
        }

        if (!Enter())
        {
            Emit(GoSyntaxKind.Index, firstNode, token, open);
            return;
        }

        expressionLevel++;
        if (kind == GoTokenKind.Colon)
        {
            EmitNone();
        }
        else
        {
            ParseRightSide();
        }

        if (kind == GoTokenKind.Colon)
        {
            ParseSliceBounds();
            expressionLevel--;
            Expect(GoTokenKind.CloseBracket, "']'");
            Emit(GoSyntaxKind.Slice, firstNode, token, open);
            depth--;
            return;
        }

        while (kind == GoTokenKind.Comma)
        {
            Next();
            if (kind is not (GoTokenKind.CloseBracket or GoTokenKind.EndOfFile))
            {
                ParseType();
            }
        }

        expressionLevel--;
        Expect(GoTokenKind.CloseBracket, "']'");
        Emit(GoSyntaxKind.Index, firstNode, token, open);
        depth--;
    }

    private void ParseSliceBounds()
    {
        var colon = at;
        Next();
        var hasHigh = kind is not (GoTokenKind.Colon or GoTokenKind.CloseBracket or GoTokenKind.EndOfFile);
        if (hasHigh)
        {
            ParseRightSide();
        }

        if (kind != GoTokenKind.Colon)
        {
            if (!hasHigh)
            {
                EmitNone();
            }

            EmitNone();
            return;
        }

        if (!hasHigh)
        {
            Error(colon, "A slice with two colons needs a middle index.");
            EmitBad(GoSyntaxKind.BadExpr, at);
        }

        colon = at;
        Next();
        if (kind is not (GoTokenKind.Colon or GoTokenKind.CloseBracket or GoTokenKind.EndOfFile))
        {
            ParseRightSide();
        }
        else
        {
            Error(colon, "A slice with two colons needs a last index.");
            EmitBad(GoSyntaxKind.BadExpr, at);
        }
    }

    private void ParseCall(int firstNode, int token)
    {
        var open = at;
        var flags = GoNodeFlags.None;
        Next();
        expressionLevel++;
        if (Enter())
        {
            while (kind is not (GoTokenKind.CloseParen or GoTokenKind.EndOfFile) && flags == GoNodeFlags.None)
            {
                ParseRightSide();
                if (kind == GoTokenKind.Ellipsis)
                {
                    flags = GoNodeFlags.Variadic;
                    Next();
                }

                if (!AtComma("a list of arguments", GoTokenKind.CloseParen))
                {
                    break;
                }

                Next();
            }

            depth--;
        }

        expressionLevel--;
        ExpectClosing(GoTokenKind.CloseParen, "')'", "arguments");
        Emit(GoSyntaxKind.Call, firstNode, token, open, flags);
    }

    private void ParseLiteralValue(int firstNode, int token)
    {
        var open = Expect(GoTokenKind.OpenBrace, "'{'");
        expressionLevel++;
        if (Enter())
        {
            while (kind is not (GoTokenKind.CloseBrace or GoTokenKind.EndOfFile))
            {
                ParseElement();
                if (!AtComma("a composite literal", GoTokenKind.CloseBrace))
                {
                    break;
                }

                Next();
            }

            depth--;
        }

        expressionLevel--;
        ExpectClosing(GoTokenKind.CloseBrace, "'}'", "a composite literal");
        Emit(GoSyntaxKind.CompositeLiteral, firstNode, token, open);
    }

    private void ParseElement()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseElementValue();
        if (kind == GoTokenKind.Colon)
        {
            var colon = at;
            Next();
            ParseElementValue();
            Emit(GoSyntaxKind.KeyValue, firstNode, token, colon);
        }
    }

    private void ParseElementValue()
    {
        if (kind != GoTokenKind.OpenBrace)
        {
            ParseExpression();
            return;
        }

        var firstNode = nodes.Count;
        var token = at;
        EmitNone();
        ParseLiteralValue(firstNode, token);
    }
}
