using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>Divides a tree's tokens into statements. A newline, ';' or the end of the file always gets it back on its feet.</summary>
internal ref struct SyntaxParser
{
    private readonly AsmSyntaxTree tree;
    private readonly AsmToken[] tokens;
    private readonly ImmutableArray<AsmStatementSyntax>.Builder statements;
    private int position;
    private int fullFirst;

    private SyntaxParser(AsmSyntaxTree tree)
    {
        this.tree = tree;
        tokens = tree.TokenArray;
        statements = ImmutableArray.CreateBuilder<AsmStatementSyntax>((tokens.Length / 6) + 1);
        position = 0;
        fullFirst = 0;
    }

    public static ImmutableArray<AsmStatementSyntax> Parse(AsmSyntaxTree tree, CancellationToken cancellation)
    {
        var parser = new SyntaxParser(tree);
        while (parser.Statement())
        {
            if ((parser.statements.Count & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return parser.statements.Capacity == parser.statements.Count ? parser.statements.MoveToImmutable() : parser.statements.ToImmutable();
    }

    private bool Statement()
    {
        var isLineStart = fullFirst == 0 || tokens[fullFirst - 1].Kind == AsmTokenKind.Newline;
        while (tokens[position].Kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon)
        {
            isLineStart = tokens[position].Kind == AsmTokenKind.Newline;
            position++;
        }

        var first = position;
        AsmStatementSyntax statement;
        switch (tokens[first].Kind)
        {
            case AsmTokenKind.EndOfFile:
                statements.Add(new AsmEndOfFileSyntax(tree, fullFirst, first, first + 1));
                return false;
            case AsmTokenKind.Hash when isLineStart:
                var isDefine = tokens[first + 1].NameId == KnownNames.Define;
                SkipDirective(isDefine);
                statement = isDefine
                    ? new AsmDefineDirectiveSyntax(tree, fullFirst, first, position)
                    : new AsmDirectiveSyntax(tree, fullFirst, first, position);
                break;
            case AsmTokenKind.BuildComment:
                position++;
                statement = new AsmBuildConstraintSyntax(tree, fullFirst, first, position);
                break;
            case AsmTokenKind.Identifier when tokens[first + 1].Kind == AsmTokenKind.Colon:
                position += 2;
                statement = new AsmLabelSyntax(tree, fullFirst, first, position);
                break;
            case AsmTokenKind.Identifier:
                SkipStatement();
                statement = new AsmOperationSyntax(tree, fullFirst, first, position);
                break;
            default:
                SkipStatement();
                statement = new AsmSkippedSyntax(tree, fullFirst, first, position);
                break;
        }

        statements.Add(statement);
        fullFirst = position;
        return true;
    }

    private void SkipStatement()
    {
        while (tokens[position].Kind is not (AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.EndOfFile))
        {
            position++;
        }

        SkipTerminator();
    }

    // Only #define goes on after '\' and a newline; ';' ends no directive.
    private void SkipDirective(bool continues)
    {
        while (tokens[position].Kind is not (AsmTokenKind.Newline or AsmTokenKind.EndOfFile))
        {
            if (continues && tokens[position].Kind == AsmTokenKind.Backslash && tokens[position + 1].Kind is AsmTokenKind.Newline or AsmTokenKind.Backslash)
            {
                position++;
            }

            position++;
        }

        SkipTerminator();
    }

    private void SkipTerminator()
    {
        if (tokens[position].Kind != AsmTokenKind.EndOfFile)
        {
            position++;
        }
    }
}
