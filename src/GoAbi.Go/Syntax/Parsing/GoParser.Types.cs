namespace GoAbi.Go;

/// <content>Types.</content>
internal sealed partial class GoParser
{
    private static bool CanStartType(GoTokenKind kind) => kind is GoTokenKind.Identifier or GoTokenKind.OpenBracket
        or GoTokenKind.StructKeyword or GoTokenKind.Star or GoTokenKind.FuncKeyword or GoTokenKind.InterfaceKeyword
        or GoTokenKind.MapKeyword or GoTokenKind.ChanKeyword or GoTokenKind.Arrow or GoTokenKind.OpenParen;

    private void ParseIdentifier()
    {
        if (kind == GoTokenKind.Identifier)
        {
            EmitToken(GoSyntaxKind.Identifier);
            return;
        }

        var token = at;
        ErrorExpected("a name");
        Next();
        EmitBad(GoSyntaxKind.BadExpr, token);
    }

    private void ParseIdentifierList()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseIdentifier();
        while (kind == GoTokenKind.Comma)
        {
            Next();
            ParseIdentifier();
        }

        Emit(GoSyntaxKind.IdentifierList, firstNode, token, token);
    }

    private void ParseType()
    {
        if (!TryParseType())
        {
            ParseBadType("a type");
        }
    }

    private void ParseBadType(string expected)
    {
        var token = at;
        ErrorExpected(expected);
        Advance(Sync.ExpressionEnd);
        EmitBad(GoSyntaxKind.BadExpr, token);
    }

    /// <summary>A type where one can start; false, and no node, where none can.</summary>
    private bool TryParseType()
    {
        if (kind == GoTokenKind.Identifier)
        {
            ParseTypeName();
            return true;
        }

        if (!CanStartType(kind) || !Enter())
        {
            return false;
        }

        var firstNode = nodes.Count;
        var token = at;
        switch (kind)
        {
            case GoTokenKind.OpenBracket:
                Next();
                ParseArrayTypeAfterBracket(token, firstNode, lengthRead: false);
                break;
            case GoTokenKind.StructKeyword:
                ParseStructType();
                break;
            case GoTokenKind.Star:
                Next();
                ParseType();
                Emit(GoSyntaxKind.Star, firstNode, token, token);
                break;
            case GoTokenKind.FuncKeyword:
                ParseFuncType();
                break;
            case GoTokenKind.InterfaceKeyword:
                ParseInterfaceType();
                break;
            case GoTokenKind.MapKeyword:
                Next();
                Expect(GoTokenKind.OpenBracket, "'['");
                ParseType();
                Expect(GoTokenKind.CloseBracket, "']'");
                ParseType();
                Emit(GoSyntaxKind.MapType, firstNode, token, token);
                break;
            case GoTokenKind.ChanKeyword or GoTokenKind.Arrow:
                ParseChanType();
                break;
            default:
                Next();
                ParseType();
                Expect(GoTokenKind.CloseParen, "')'");
                Emit(GoSyntaxKind.Paren, firstNode, token, token);
                break;
        }

        depth--;
        return true;
    }

    // T, p.T, T[A], p.T[A, B]
    private void ParseTypeName()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseIdentifier();
        if (kind == GoTokenKind.Dot)
        {
            var dot = at;
            Next();
            ParseIdentifier();
            Emit(GoSyntaxKind.Selector, firstNode, token, dot);
        }

        if (kind == GoTokenKind.OpenBracket)
        {
            ParseTypeInstance(firstNode, token);
        }
    }

    private void ParseTypeInstance(int firstNode, int token)
    {
        var open = at;
        Next();
        expressionLevel++;
        if (Enter())
        {
            var before = nodes.Count;
            while (kind is not (GoTokenKind.CloseBracket or GoTokenKind.EndOfFile))
            {
                ParseType();
                if (!AtComma("a list of type arguments", GoTokenKind.CloseBracket))
                {
                    break;
                }

                Next();
            }

            if (nodes.Count == before)
            {
                Error(at, "A list of type arguments can't be empty.");
            }

            depth--;
        }

        expressionLevel--;
        ExpectClosing(GoTokenKind.CloseBracket, "']'", "type arguments");
        Emit(GoSyntaxKind.Index, firstNode, token, open);
    }

    private void ParseArrayTypeAfterBracket(int open, int firstNode, bool lengthRead)
    {
        if (!lengthRead)
        {
            expressionLevel++;
            if (kind == GoTokenKind.Ellipsis)
            {
                var first = nodes.Count;
                var dots = at;
                Next();
                EmitNone();
                Emit(GoSyntaxKind.Ellipsis, first, dots, dots);
                lengthRead = true;
            }
            else if (kind != GoTokenKind.CloseBracket)
            {
                ParseRightSide();
                lengthRead = true;
            }

            expressionLevel--;
        }

        if (kind == GoTokenKind.Comma)
        {
            Error(at, "An array has one length: expected ']', found ','.");
            Next();
        }

        Expect(GoTokenKind.CloseBracket, "']'");
        ParseType();
        Emit(lengthRead ? GoSyntaxKind.ArrayType : GoSyntaxKind.SliceType, firstNode, open, open);
    }

    private void ParseChanType()
    {
        var firstNode = nodes.Count;
        var token = at;
        var flags = GoNodeFlags.None;
        var main = at;
        if (kind == GoTokenKind.ChanKeyword)
        {
            Next();
            if (kind == GoTokenKind.Arrow)
            {
                Next();
                flags = GoNodeFlags.SendOnly;
            }
        }
        else
        {
            Next();
            main = Expect(GoTokenKind.ChanKeyword, "'chan'");
            flags = GoNodeFlags.ReceiveOnly;
        }

        ParseType();
        Emit(GoSyntaxKind.ChanType, firstNode, token, main, flags);
    }

    private void ParseFuncType()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseFuncSignature();
        Emit(GoSyntaxKind.FuncType, firstNode, token, token);
    }

    private void ParseFuncSignature()
    {
        Next();
        if (kind == GoTokenKind.OpenBracket)
        {
            var first = nodes.Count;
            Error(at, "A function type can't have type parameters.");
            ParseTypeParameters();
            DropFrom(first);
        }

        ParseSignature();
    }

    private void ParseStructType()
    {
        var firstNode = nodes.Count;
        var token = at;
        Next();
        Expect(GoTokenKind.OpenBrace, "'{'");
        while (kind is GoTokenKind.Identifier or GoTokenKind.Star or GoTokenKind.OpenParen)
        {
            ParseField();
        }

        Expect(GoTokenKind.CloseBrace, "'}'");
        Emit(GoSyntaxKind.StructType, firstNode, token, token);
    }

    private void ParseField()
    {
        var firstNode = nodes.Count;
        var token = at;
        if (kind != GoTokenKind.Identifier)
        {
            EmitNone();
            ParseEmbeddedField();
        }
        else if (KindAfter(1) is GoTokenKind.Dot or GoTokenKind.StringLiteral or GoTokenKind.Semicolon or GoTokenKind.CloseBrace)
        {
            EmitNone();
            ParseTypeName();
        }
        else if (KindAfter(1) == GoTokenKind.OpenBracket && !IsArrayAfterName())
        {
            EmitNone();
            ParseInstanceInList();
        }
        else
        {
            ParseIdentifierList();
            ParseType();
        }

        if (kind == GoTokenKind.StringLiteral)
        {
            EmitToken(GoSyntaxKind.BasicLiteral);
        }
        else
        {
            EmitNone();
        }

        Emit(GoSyntaxKind.Field, firstNode, token, token);
        ExpectSemicolon();
    }

    // *T, and what people write in its place: (T), (*T), *(T).
    private void ParseEmbeddedField()
    {
        var firstNode = nodes.Count;
        var token = at;
        var parenthesized = kind == GoTokenKind.OpenParen;
        if (parenthesized)
        {
            Error(at, "An embedded type can't stand in parentheses.");
            Next();
            token = at;
        }

        var isPointer = kind == GoTokenKind.Star;
        if (isPointer)
        {
            Next();
            if (kind == GoTokenKind.OpenParen && !parenthesized)
            {
                Error(at, "An embedded type can't stand in parentheses.");
                Next();
                parenthesized = true;
            }
        }

        ParseTypeName();
        if (isPointer)
        {
            Emit(GoSyntaxKind.Star, firstNode, token, token);
        }

        if (parenthesized && kind == GoTokenKind.CloseParen)
        {
            Next();
        }
    }

    private void ParseInterfaceType()
    {
        var firstNode = nodes.Count;
        var token = at;
        Next();
        Expect(GoTokenKind.OpenBrace, "'{'");
        while (true)
        {
            if (kind == GoTokenKind.Identifier)
            {
                ParseMethodOrEmbedded();
            }
            else if (kind == GoTokenKind.Tilde || CanStartType(kind))
            {
                ParseUnion();
            }
            else
            {
                break;
            }

            ExpectSemicolon();
        }

        Expect(GoTokenKind.CloseBrace, "'}'");
        Emit(GoSyntaxKind.InterfaceType, firstNode, token, token);
    }

    private void ParseMethodOrEmbedded()
    {
        var firstNode = nodes.Count;
        var token = at;
        if (KindAfter(1) == GoTokenKind.OpenParen)
        {
            ParseIdentifier();
            ParseSignature();
            Emit(GoSyntaxKind.MethodSpec, firstNode, token, token);
            return;
        }

        if (KindAfter(1) != GoTokenKind.OpenBracket)
        {
            ParseTypeName();
            ParseUnionAfter(firstNode, token, allowed: true);
            return;
        }

        // m[T any]() or the type T[A]: a name alone that no ']' or ',' follows is a type parameter.
        ParseIdentifier();
        var open = at;
        Next();
        var argument = nodes.Count;
        expressionLevel++;
        ParseExpression();
        expressionLevel--;
        if (nodes.Count == argument + 1 && LastKind == GoSyntaxKind.Identifier && kind is not (GoTokenKind.Comma or GoTokenKind.CloseBracket))
        {
            Error(open, "A method of an interface can't have type parameters.");
            DropFrom(argument);
            MoveTo(open);
            ParseTypeParameters();
            DropFrom(argument);
            ParseSignature();
            Emit(GoSyntaxKind.MethodSpec, firstNode, token, token);
            return;
        }

        expressionLevel++;
        while (AtComma("a list of type arguments", GoTokenKind.CloseBracket))
        {
            Next();
            if (kind is GoTokenKind.CloseBracket or GoTokenKind.EndOfFile)
            {
                break;
            }

            ParseType();
        }

        expressionLevel--;
        ExpectClosing(GoTokenKind.CloseBracket, "']'", "type arguments");
        Emit(GoSyntaxKind.Index, firstNode, token, open);
        ParseUnionAfter(firstNode, token, allowed: true);
    }

    // ~A | B | C
    private void ParseUnion()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseUnionTerm();
        ParseUnionAfter(firstNode, token, allowed: true);
    }

    private void ParseUnionAfter(int firstNode, int token, bool allowed)
    {
        for (var n = 0; allowed && kind == GoTokenKind.Or; n++)
        {
            if (n >= MaxChain)
            {
                Stop("A union of more than " + MaxChain + " terms; the rest of the file was left unread.");
                return;
            }

            var bar = at;
            Next();
            ParseUnionTerm();
            Emit(GoSyntaxKind.Binary, firstNode, token, bar);
        }
    }

    private void ParseUnionTerm()
    {
        var firstNode = nodes.Count;
        var token = at;
        if (kind == GoTokenKind.Tilde)
        {
            Next();
            ParseType();
            Emit(GoSyntaxKind.Unary, firstNode, token, token);
        }
        else if (!TryParseType())
        {
            ParseBadType("a type or '~'");
        }
    }
}
