using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// Divides a tree's tokens into statements. A newline, ';' or the end of the file always gets it back on its feet. First only the statements' first tokens are noted;
/// the rest of a statement follows from them, and nodes are made when somebody asks for them.
/// </summary>
internal ref struct SyntaxParser
{
    /// <summary>In a statement's number of its first token: that '#' begins a directive, being the first of its line.</summary>
    private const int DirectiveBit = int.MinValue;

    private const int CancellationInterval = 0xFFFF;

    private readonly LexedToken[] tokens;
    private int position;

    private SyntaxParser(LexedToken[] tokens)
    {
        this.tokens = tokens;
        position = 0;
    }

    /// <summary>The first token of every statement, the end of the file being the last.</summary>
    public static int[] Divide(LexedToken[] tokens, CancellationToken cancellation)
    {
        var parser = new SyntaxParser(tokens);
        var starts = ArrayPool<int>.Shared.Rent((tokens.Length / 5) + 16);
        try
        {
            var count = 0;
            var isLineStart = true;
            while (true)
            {
                var first = parser.SkipEmpty(ref isLineStart);
                if (count == starts.Length)
                {
                    var larger = ArrayPool<int>.Shared.Rent(starts.Length * 2);
                    starts.AsSpan(0, count).CopyTo(larger);
                    ArrayPool<int>.Shared.Return(starts);
                    starts = larger;
                }

                var start = isLineStart && tokens[first].Kind == AsmTokenKind.Hash ? first | DirectiveBit : first;
                starts[count++] = start;
                parser.SkipRest(start);
                if (tokens[first].Kind == AsmTokenKind.EndOfFile)
                {
                    return starts.AsSpan(0, count).ToArray();
                }

                isLineStart = tokens[parser.position - 1].Kind == AsmTokenKind.Newline;
                if ((count & CancellationInterval) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(starts);
        }
    }

    /// <summary>The nodes of the statements that <see cref="Divide"/> found.</summary>
    public static ImmutableArray<AsmStatementSyntax> CreateNodes(AsmSyntaxTree tree, LexedToken[] tokens, int[] starts)
    {
        var parser = new SyntaxParser(tokens);
        var nodes = ImmutableArray.CreateBuilder<AsmStatementSyntax>(starts.Length);
        foreach (var start in starts)
        {
            var fullFirst = parser.position;
            parser.SkipRest(start);
            nodes.Add(Create(tree, tokens, start, fullFirst, parser.position));
        }

        return nodes.MoveToImmutable();
    }

    private static AsmStatementSyntax Create(AsmSyntaxTree tree, LexedToken[] tokens, int start, int fullFirst, int end)
    {
        var first = start & ~DirectiveBit;
        if (start < 0)
        {
            return tokens[first + 1].NameId == KnownNames.Define
                ? new AsmDefineDirectiveSyntax(tree, fullFirst, first, end)
                : new AsmDirectiveSyntax(tree, fullFirst, first, end);
        }

        return tokens[first].Kind switch
        {
            AsmTokenKind.EndOfFile => new AsmEndOfFileSyntax(tree, fullFirst, first, end),
            AsmTokenKind.BuildComment => new AsmBuildConstraintSyntax(tree, fullFirst, first, end),
            AsmTokenKind.Identifier when tokens[first + 1].Kind == AsmTokenKind.Colon => new AsmLabelSyntax(tree, fullFirst, first, end),
            AsmTokenKind.Identifier => new AsmOperationSyntax(tree, fullFirst, first, end),
            _ => new AsmSkippedSyntax(tree, fullFirst, first, end),
        };
    }

    private int SkipEmpty(ref bool isLineStart)
    {
        var at = position;
        while (tokens[at].Kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon)
        {
            isLineStart = tokens[at].Kind == AsmTokenKind.Newline;
            at++;
        }

        return at;
    }

    // From a statement's first token to behind its last.
    private void SkipRest(int start)
    {
        position = start & ~DirectiveBit;
        if (start < 0)
        {
            SkipDirective(tokens[position + 1].NameId == KnownNames.Define);
            return;
        }

        switch (tokens[position].Kind)
        {
            case AsmTokenKind.EndOfFile or AsmTokenKind.BuildComment:
                position++;
                break;
            case AsmTokenKind.Identifier when tokens[position + 1].Kind == AsmTokenKind.Colon:
                position += 2;
                break;
            default:
                SkipStatement();
                break;
        }
    }

    private void SkipStatement()
    {
        var at = position;
        while (tokens[at].Kind is not (AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.EndOfFile))
        {
            at++;
        }

        position = at;
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
