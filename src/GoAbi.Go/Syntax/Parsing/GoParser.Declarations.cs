using System.Collections.Generic;

namespace GoAbi.Go;

/// <content>The file and its declarations.</content>
internal sealed partial class GoParser
{
    // "[" of a type declaration that was found to open type parameters: nested ones are then decided once, not once per level.
    private readonly HashSet<int> typeParameterBrackets = [];

    public void ParseFile()
    {
        if (ParsePackageClause())
        {
            var importsOver = false;
            while (kind != GoTokenKind.EndOfFile)
            {
                if (kind == GoTokenKind.ImportKeyword && importsOver)
                {
                    Error(at, "Imports come before all other declarations.");
                }

                importsOver = kind != GoTokenKind.ImportKeyword;
                ParseDeclaration(Sync.Declaration);
            }
        }

        end = tokens.Count;
        Emit(GoSyntaxKind.File, 0, 0, 0);
    }

    // go/parser: without a package clause this is no Go file, and nothing more is said about it.
    private bool ParsePackageClause()
    {
        var errorsBefore = errors.Count;
        var scanError = errors.Any && errors.FirstPosition <= tokens[0].Start;
        if (kind != GoTokenKind.PackageKeyword || scanError)
        {
            if (!scanError)
            {
                ErrorExpected("'package'");
            }

            EmitNone();
            errors.DropAfter(tokens[0].Start);
            return false;
        }

        var package = at;
        Next();
        ParseIdentifier();
        Emit(GoSyntaxKind.PackageClause, 0, package, package);
        ExpectSemicolon();
        if (errors.Count == errorsBefore && (!errors.Any || errors.FirstPosition >= tokens[at].Start))
        {
            return true;
        }

        errors.DropAfter(tokens[at].Start);
        return false;
    }

    private void ParseDeclaration(Sync sync)
    {
        switch (kind)
        {
            case GoTokenKind.FuncKeyword:
                ParseFunctionDeclaration();
                return;
            case GoTokenKind.ImportKeyword:
                ParseGroup(GoSyntaxKind.ImportDecl);
                return;
            case GoTokenKind.ConstKeyword:
                ParseGroup(GoSyntaxKind.ConstDecl);
                return;
            case GoTokenKind.VarKeyword:
                ParseGroup(GoSyntaxKind.VarDecl);
                return;
            case GoTokenKind.TypeKeyword:
                ParseGroup(GoSyntaxKind.TypeDecl);
                return;
            default:
                var token = at;
                ErrorExpected("a declaration");
                Advance(sync);
                EmitBad(GoSyntaxKind.BadDecl, token);
                return;
        }
    }

    private void ParseGroup(GoSyntaxKind declaration)
    {
        var firstNode = nodes.Count;
        var keyword = at;
        Next();
        if (kind != GoTokenKind.OpenParen)
        {
            ParseSpec(declaration);
            Emit(declaration, firstNode, keyword, keyword);
            return;
        }

        Next();
        while (kind is not (GoTokenKind.CloseParen or GoTokenKind.EndOfFile))
        {
            ParseSpec(declaration);
        }

        Expect(GoTokenKind.CloseParen, "')'");
        Emit(declaration, firstNode, keyword, keyword);
        ExpectSemicolon();
    }

    private void ParseSpec(GoSyntaxKind declaration)
    {
        switch (declaration)
        {
            case GoSyntaxKind.ImportDecl:
                ParseImportSpec();
                break;
            case GoSyntaxKind.TypeDecl:
                ParseTypeSpec();
                break;
            default:
                ParseValueSpec(declaration == GoSyntaxKind.ConstDecl);
                break;
        }

        ExpectSemicolon();
    }

    private void ParseImportSpec()
    {
        var firstNode = nodes.Count;
        var token = at;
        if (kind is GoTokenKind.Identifier or GoTokenKind.Dot)
        {
            EmitToken(GoSyntaxKind.Identifier);
        }
        else
        {
            EmitNone();
        }

        if (kind == GoTokenKind.StringLiteral)
        {
            EmitToken(GoSyntaxKind.BasicLiteral);
        }
        else if (kind is >= GoTokenKind.Identifier and <= GoTokenKind.CharLiteral)
        {
            Error(at, "An import path is a string, not " + Describe() + ".");
            EmitToken(GoSyntaxKind.BadExpr);
        }
        else
        {
            ErrorExpected("an import path");
            var bad = at;
            Advance(Sync.ExpressionEnd);
            EmitBad(GoSyntaxKind.BadExpr, bad);
        }

        Emit(GoSyntaxKind.ImportSpec, firstNode, token, token);
    }

    private void ParseValueSpec(bool isConst)
    {
        var firstNode = nodes.Count;
        var token = at;
        ParseIdentifierList();
        if (isConst)
        {
            if (kind is GoTokenKind.EndOfFile or GoTokenKind.Semicolon or GoTokenKind.CloseParen || !TryParseType())
            {
                EmitNone();
            }
        }
        else if (kind == GoTokenKind.Assign)
        {
            EmitNone();
        }
        else
        {
            ParseType();
        }

        if (kind == GoTokenKind.Assign)
        {
            Next();
            ParseExpressionList(rightSide: true);
        }
        else
        {
            EmitNone();
        }

        Emit(GoSyntaxKind.ValueSpec, firstNode, token, token);
    }

    private void ParseTypeSpec()
    {
        var firstNode = nodes.Count;
        var token = at;
        var flags = GoNodeFlags.None;
        ParseIdentifier();
        if (kind == GoTokenKind.OpenBracket)
        {
            var bracket = at;
            var first = nodes.Count;
            Next();
            var lengthRead = false;
            if (kind == GoTokenKind.Identifier && !typeParameterBrackets.Contains(bracket) && !ReadLengthOrParameters(bracket, out lengthRead))
            {
                DropFrom(first);
                typeParameterBrackets.Add(bracket);
            }

            if (typeParameterBrackets.Contains(bracket))
            {
                MoveTo(bracket);
                ParseTypeParameters();
                if (kind == GoTokenKind.Assign)
                {
                    flags = GoNodeFlags.Alias;
                    Next();
                }

                ParseType();
            }
            else
            {
                InsertNone(first, bracket);
                ParseArrayTypeAfterBracket(bracket, first + 1, lengthRead);
            }
        }
        else
        {
            EmitNone();
            if (kind == GoTokenKind.Assign)
            {
                flags = GoNodeFlags.Alias;
                Next();
            }

            ParseType();
        }

        Emit(GoSyntaxKind.TypeSpec, firstNode, token, token, flags);
    }

    /// <summary>
    /// After "type T [" and before a name: an array's length, or the first type parameter? go/parser.parseTypeSpec reads an
    /// expression and looks at it. True for a length, which was then read; false for type parameters, which were not.
    /// </summary>
    private bool ReadLengthOrParameters(int bracket, out bool lengthRead)
    {
        lengthRead = true;
        var firstNode = nodes.Count;
        if (KindAfter(1) == GoTokenKind.OpenBracket)
        {
            return false; // P []E: an index is never a constant, so no array has it for a length
        }

        expressionLevel++;
        ParseBinary(1);
        expressionLevel--;
        if (nodes.Count == firstNode + 1)
        {
            return LastKind != GoSyntaxKind.Identifier || kind == GoTokenKind.CloseBracket;
        }

        return !IsNameAndConstraint(nodes.Count - 1, kind == GoTokenKind.Comma);
    }

    // go/parser.extractName: P *E, P (E), P *E|F, where E can only be a type, or where a comma follows.
    private bool IsNameAndConstraint(int node, bool force)
    {
        while (true)
        {
            var data = nodes[node];
            var last = node - 1;
            if (data.Kind == GoSyntaxKind.Call)
            {
                // [function, argument]: the function is the name alone, one argument.
                return data.FirstNode != last && (data.Flags & GoNodeFlags.Variadic) == 0
                    && nodes[data.FirstNode].Kind == GoSyntaxKind.Identifier
                    && nodes[last].FirstNode == data.FirstNode + 1
                    && (force || IsTypeElement(last));
            }

            if (data.Kind != GoSyntaxKind.Binary)
            {
                return false;
            }

            var left = nodes[last].FirstNode - 1;
            switch (tokens[data.MainToken].Kind)
            {
                case GoTokenKind.Star:
                    return nodes[left].Kind == GoSyntaxKind.Identifier && (force || IsTypeElement(last));
                case GoTokenKind.Or:
                    force = force || IsTypeElement(last);
                    node = left;
                    break;
                default:
                    return false;
            }
        }
    }

    private bool IsTypeElement(int node)
    {
        while (true)
        {
            switch (nodes[node].Kind)
            {
                case GoSyntaxKind.ArrayType or GoSyntaxKind.SliceType or GoSyntaxKind.StructType or GoSyntaxKind.FuncType
                    or GoSyntaxKind.InterfaceType or GoSyntaxKind.MapType or GoSyntaxKind.ChanType:
                    return true;
                case GoSyntaxKind.Unary:
                    return tokens[nodes[node].MainToken].Kind == GoTokenKind.Tilde;
                case GoSyntaxKind.Paren:
                    node--;
                    break;
                case GoSyntaxKind.Binary:
                    if (IsTypeElement(node - 1))
                    {
                        return true;
                    }

                    node = nodes[node - 1].FirstNode - 1;
                    break;
                default:
                    return false;
            }
        }
    }

    private void ParseFunctionDeclaration()
    {
        var firstNode = nodes.Count;
        var keyword = at;
        Next();
        if (kind == GoTokenKind.OpenParen)
        {
            ParseParameters(allowDots: true);
        }
        else
        {
            EmitNone();
        }

        ParseIdentifier();
        if (kind == GoTokenKind.OpenBracket)
        {
            // Methods may have type parameters too since Go 1.27.
            ParseTypeParameters();
        }
        else
        {
            EmitNone();
        }

        ParseSignature();
        switch (kind)
        {
            case GoTokenKind.OpenBrace:
                ParseBody();
                Emit(GoSyntaxKind.FuncDecl, firstNode, keyword, keyword);
                ExpectSemicolon();
                return;
            case GoTokenKind.Semicolon when KindAfter(1) == GoTokenKind.OpenBrace:
                SkipSemicolon();
                Error(at, "The '{' of a function stands on the line of its signature.");
                ParseBody();
                Emit(GoSyntaxKind.FuncDecl, firstNode, keyword, keyword);
                ExpectSemicolon();
                return;
            default:
                EmitNone();
                Emit(GoSyntaxKind.FuncDecl, firstNode, keyword, keyword);
                ExpectSemicolon();
                return;
        }
    }

    private void ParseBody()
    {
        if (!skipBodies)
        {
            ParseBlock();
            return;
        }

        var open = at;
        var level = 0;
        do
        {
            level += kind == GoTokenKind.OpenBrace ? 1 : kind == GoTokenKind.CloseBrace ? -1 : 0;
            Next();
        }
        while (level > 0 && kind != GoTokenKind.EndOfFile);

        if (level > 0)
        {
            ErrorExpected("'}'");
        }

        skipped.Add((open, end - 1));
        Emit(GoSyntaxKind.Block, nodes.Count, open, open, GoNodeFlags.BodySkipped);
    }
}
