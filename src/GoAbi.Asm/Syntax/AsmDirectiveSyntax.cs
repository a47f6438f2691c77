using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>A directive of the preprocessor as written: # and what follows up to the newline, continued lines included.</summary>
public class AsmDirectiveSyntax : AsmStatementSyntax
{
    internal AsmDirectiveSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }

    /// <summary>The word behind #; "" where none is there.</summary>
    public string Keyword => FirstToken + 1 < EndToken && Tree.Tokens[FirstToken + 1].Kind == AsmTokenKind.Identifier
        ? Tree.GetText(Tree.Tokens[FirstToken + 1])
        : "";

    /// <summary>The token after the keyword: a macro's name, a file, a line number; null for none.</summary>
    public AsmToken? Argument =>
        FirstToken + 2 < EndToken && Tree.Tokens[FirstToken + 2].Kind is not (AsmTokenKind.Newline or AsmTokenKind.EndOfFile)
            ? Tree.Tokens[FirstToken + 2]
            : null;
}

/// <summary>#define.</summary>
public sealed class AsmDefineDirectiveSyntax : AsmDirectiveSyntax
{
    internal AsmDefineDirectiveSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }

    /// <summary>The macro's name; "" where it is missing.</summary>
    public string Name => Argument is { Kind: AsmTokenKind.Identifier } name ? Tree.GetText(name) : "";

    /// <summary>True where '(' is adjacent to the name: only then are there parameters.</summary>
    public bool IsFunctionLike =>
        FirstToken + 3 < EndToken
        && Tree.Tokens[FirstToken + 3].Kind == AsmTokenKind.OpenParen
        && Tree.Tokens[FirstToken + 3].Start == Tree.Tokens[FirstToken + 2].End;

    /// <summary>The parameters' names; empty for a macro without.</summary>
    public ImmutableArray<string> GetParameters()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = FirstToken + 4; IsFunctionLike && i < EndToken && Tree.Tokens[i].Kind != AsmTokenKind.CloseParen; i++)
        {
            if (Tree.Tokens[i].Kind == AsmTokenKind.Identifier)
            {
                names.Add(Tree.GetText(Tree.Tokens[i]));
            }
        }

        return names.ToImmutable();
    }

    /// <summary>From the first to the last token of the body; empty for a macro without.</summary>
    public TextSpan BodySpan
    {
        get
        {
            var tokens = Tree.Tokens;
            var first = FirstToken + 3;
            if (IsFunctionLike)
            {
                while (first < EndToken - 1 && tokens[first].Kind != AsmTokenKind.CloseParen)
                {
                    first++;
                }

                first++;
            }

            return first < EndToken - 1
                ? TextSpan.FromBounds(tokens[first].Start, tokens[EndToken - 2].End)
                : new TextSpan(tokens[EndToken - 1].Start, 0);
        }
    }
}
