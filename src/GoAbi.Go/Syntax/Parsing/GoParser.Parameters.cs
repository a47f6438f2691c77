namespace GoAbi.Go;

/// <content>Signatures and parameter lists.</content>
internal sealed partial class GoParser
{
    private void ParseSignature()
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseParameters(allowDots: true);
        if (kind == GoTokenKind.OpenParen)
        {
            ParseParameters(allowDots: false);
        }
        else if (CanStartType(kind))
        {
            var first = nodes.Count;
            var type = at;
            EmitNone();
            ParseType();
            EmitNone();
            Emit(GoSyntaxKind.Field, first, type, type);
            Emit(GoSyntaxKind.Parameters, first, type, type);
        }
        else
        {
            EmitNone();
        }

        Emit(GoSyntaxKind.Signature, firstNode, token, token);
    }

    private void ParseParameters(bool allowDots)
    {
        var firstNode = nodes.Count;
        var open = Expect(GoTokenKind.OpenParen, "'('");
        if (kind != GoTokenKind.CloseParen)
        {
            ParseParameterList(GoTokenKind.CloseParen, allowDots);
        }

        Expect(GoTokenKind.CloseParen, "')'");
        Emit(GoSyntaxKind.Parameters, firstNode, open, open);
    }

    private void ParseTypeParameters()
    {
        var firstNode = nodes.Count;
        var open = Expect(GoTokenKind.OpenBracket, "'['");
        if (kind != GoTokenKind.CloseBracket)
        {
            ParseParameterList(GoTokenKind.CloseBracket, allowDots: false);
        }

        var close = Expect(GoTokenKind.CloseBracket, "']'");
        if (nodes.Count == firstNode)
        {
            Error(close, "A list of type parameters can't be empty.");
        }

        Emit(GoSyntaxKind.TypeParameters, firstNode, open, open);
    }

    /// <summary>What is known of the list so far. Names without a type wait as the last nodes until a type follows, or none does.</summary>
    private struct ParameterList
    {
        public int Count;
        public int Named;
        public int Typed;
        public int PendingNode;
        public int PendingToken;
        public int FirstTypeAlone;
        public int Dots;
        public bool DotsNotLast;
    }

    // go/parser.parseParameterList. "a, b int" gives one field; in "int, string" the names turn out to be types.
    private void ParseParameterList(GoTokenKind closing, bool allowDots)
    {
        var typeParameters = closing == GoTokenKind.CloseBracket;
        var start = at;
        var list = new ParameterList { PendingNode = nodes.Count, PendingToken = at, FirstTypeAlone = -1, Dots = -1 };
        while (kind != closing && kind != GoTokenKind.EndOfFile)
        {
            list.DotsNotLast |= list.Dots >= 0;
            ParseParameter(ref list, typeParameters);
            if (!AtComma("a list of parameters", closing))
            {
                break;
            }

            Next();
        }

        var unnamedFrom = nodes.Count > list.PendingNode ? list.PendingToken : -1;
        WrapPending(ref list);
        if (list.Count == 0)
        {
            return;
        }

        if (list.Named == 0 ? typeParameters : list.FirstTypeAlone >= 0 || unnamedFrom >= 0)
        {
            ReportUnnamed(list, typeParameters, start, unnamedFrom);
        }

        if (list.Dots >= 0 && (!allowDots || list.DotsNotLast))
        {
            Error(list.Dots, allowDots ? "Only the last parameter can have '...'." : "'...' can't be used here.");
        }
    }

    private void ReportUnnamed(in ParameterList list, bool typeParameters, int start, int unnamedFrom)
    {
        if (list.Named == list.Typed)
        {
            Error(at, typeParameters ? "A type parameter has no constraint." : "A parameter has no type.");
            return;
        }

        var first = list.FirstTypeAlone;
        if (unnamedFrom >= 0 && (first < 0 || unnamedFrom < first))
        {
            first = unnamedFrom;
        }

        Error(list.Named == 0 ? start : first, typeParameters ? "A type parameter has no name." : "Either all parameters have names or none has.");
    }

    private void ParseParameter(ref ParameterList list, bool typeParameters)
    {
        var token = at;
        if (kind == GoTokenKind.Identifier)
        {
            switch (KindAfter(1))
            {
                case GoTokenKind.Identifier or GoTokenKind.Star or GoTokenKind.Arrow or GoTokenKind.FuncKeyword or GoTokenKind.ChanKeyword
                    or GoTokenKind.MapKeyword or GoTokenKind.StructKeyword or GoTokenKind.InterfaceKeyword or GoTokenKind.OpenParen:
                case GoTokenKind.OpenBracket when IsArrayAfterName():
                    BeginNamed(ref list);
                    var type = nodes.Count;
                    var typeToken = at;
                    ParseType();
                    ParseUnionAfter(type, typeToken, typeParameters);
                    EndNamed(ref list);
                    return;
                case GoTokenKind.Ellipsis:
                    list.DotsNotLast |= nodes.Count > list.PendingNode;
                    BeginNamed(ref list);
                    ParseDots(ref list);
                    EndNamed(ref list);
                    return;
                case GoTokenKind.Tilde when typeParameters:
                    BeginNamed(ref list);
                    ParseUnion();
                    EndNamed(ref list);
                    return;
                case GoTokenKind.Dot or GoTokenKind.OpenBracket:
                case GoTokenKind.Or when typeParameters:
                    break;
                default:
                    ParsePending(ref list);
                    return;
            }
        }
        else if (kind != GoTokenKind.Ellipsis && !CanStartType(kind) && !(kind == GoTokenKind.Tilde && typeParameters))
        {
            ErrorExpected(typeParameters ? "a type parameter or ']'" : "a parameter or ')'");
            Advance(Sync.ExpressionEnd);
            return;
        }

        // A type alone.
        WrapPending(ref list);
        var first = nodes.Count;
        EmitNone();
        if (kind == GoTokenKind.Ellipsis)
        {
            ParseDots(ref list);
        }
        else if (kind == GoTokenKind.Identifier && KindAfter(1) == GoTokenKind.OpenBracket)
        {
            var type = nodes.Count;
            ParseInstanceInList();
            ParseUnionAfter(type, token, typeParameters);
        }
        else if (typeParameters)
        {
            ParseUnion();
        }
        else
        {
            ParseType();
        }

        EmitNone();
        Emit(GoSyntaxKind.Field, first, token, token);
        list.Count++;
        list.Typed++;
        list.FirstTypeAlone = list.FirstTypeAlone < 0 ? token : list.FirstTypeAlone;
        list.PendingNode = nodes.Count;
        list.PendingToken = at;
    }

    private void ParsePending(ref ParameterList list)
    {
        list.PendingToken = nodes.Count == list.PendingNode ? at : list.PendingToken;
        EmitToken(GoSyntaxKind.Identifier);
        list.Count++;
    }

    private void BeginNamed(ref ParameterList list)
    {
        ParsePending(ref list);
        Emit(GoSyntaxKind.IdentifierList, list.PendingNode, list.PendingToken, list.PendingToken);
    }

    private void EndNamed(ref ParameterList list)
    {
        EmitNone();
        Emit(GoSyntaxKind.Field, list.PendingNode, list.PendingToken, list.PendingToken);
        list.Named++;
        list.Typed++;
        list.PendingNode = nodes.Count;
        list.PendingToken = at;
    }

    private void ParseDots(ref ParameterList list)
    {
        list.Dots = list.Dots < 0 ? at : list.Dots;
        var first = nodes.Count;
        var dots = at;
        Next();
        ParseType();
        Emit(GoSyntaxKind.Ellipsis, first, dots, dots);
    }

    // Each waiting name is a leaf: it becomes a field whose type it is, four nodes in place of one.
    private void WrapPending(ref ParameterList list)
    {
        var count = nodes.Count - list.PendingNode;
        if (count == 0)
        {
            return;
        }

        for (var i = 0; i < count * 3; i++)
        {
            nodes.Add(default);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            var name = nodes[list.PendingNode + i].FirstToken;
            var first = list.PendingNode + (i * 4);
            nodes[first] = new GoNodeData(GoSyntaxKind.None, GoNodeFlags.None, first, name, name, name);
            nodes[first + 1] = new GoNodeData(GoSyntaxKind.Identifier, GoNodeFlags.None, first + 1, name, name, name + 1);
            nodes[first + 2] = new GoNodeData(GoSyntaxKind.None, GoNodeFlags.None, first + 2, name + 1, name + 1, name + 1);
            nodes[first + 3] = new GoNodeData(GoSyntaxKind.Field, GoNodeFlags.None, first, name, name, name + 1);
        }

        list.PendingNode = nodes.Count;
        list.PendingToken = at;
    }

    /// <summary>
    /// At a name before "[": "a []T" and "a [n]T" declare a, "A[T]" is a type. go/parser.parseArrayFieldOrTypeInstance: a type
    /// after the closing bracket makes it an array.
    /// </summary>
    private bool IsArrayAfterName()
    {
        var level = 0;
        for (var i = at + 1; i < tokens.Count; i++)
        {
            switch (tokens[i].Kind)
            {
                case GoTokenKind.OpenBracket or GoTokenKind.OpenParen or GoTokenKind.OpenBrace:
                    level++;
                    break;
                case GoTokenKind.CloseBracket or GoTokenKind.CloseParen or GoTokenKind.CloseBrace:
                    if (--level == 0)
                    {
                        return i == at + 2 || CanStartType(tokens[i + 1].Kind);
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }

    // A[T1, T2] where a field or parameter stands; a comma may come last.
    private void ParseInstanceInList()
    {
        var first = nodes.Count;
        var token = at;
        ParseIdentifier();
        var open = at;
        Next();
        expressionLevel++;
        ParseRightSide();
        while (kind == GoTokenKind.Comma)
        {
            Next();
            if (kind == GoTokenKind.CloseBracket)
            {
                break;
            }

            ParseRightSide();
        }

        expressionLevel--;
        Expect(GoTokenKind.CloseBracket, "']'");
        Emit(GoSyntaxKind.Index, first, token, open);
    }
}
