using System;
using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>
/// One statement as it is written, before preprocessing: a range of the tree's tokens, its newline or ';' included, and
/// with <see cref="FullSpan"/> everything since the statement before. All full spans together are the file.
/// </summary>
public abstract class AsmStatementSyntax
{
    private protected AsmStatementSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
    {
        Tree = tree;
        FullFirst = fullFirst;
        FirstToken = first;
        EndToken = end;
    }

    /// <summary>The tree it belongs to.</summary>
    public AsmSyntaxTree Tree { get; }

    /// <summary>Index of its first token in <see cref="AsmSyntaxTree.Tokens"/>.</summary>
    public int FirstToken { get; }

    /// <summary>Index after its last token, the newline or ';' included.</summary>
    public int EndToken { get; }

    /// <summary>Its tokens.</summary>
    public ReadOnlySpan<AsmToken> Tokens => Tree.Tokens.Slice(FirstToken, EndToken - FirstToken);

    /// <summary>From its first to its last token, the newline or ';' left out.</summary>
    public TextSpan Span
    {
        get
        {
            var tokens = Tree.Tokens;
            var last = EndToken - 1;
            if (last > FirstToken && tokens[last].Kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.EndOfFile)
            {
                last--;
            }

            return TextSpan.FromBounds(tokens[FirstToken].Start, tokens[last].End);
        }
    }

    /// <summary>From the end of the statement before to the end of this one: comments, blank lines and newline included.</summary>
    public TextSpan FullSpan => TextSpan.FromBounds(
        FullFirst == 0 ? 0 : Tree.Tokens[FullFirst - 1].End,
        Tree.Tokens[EndToken - 1].End);

    /// <summary>Where it is.</summary>
    public SourceLocation Location => new(Tree.File, Span);

    // The first token after the statement before: empty statements in between belong to this one.
    private int FullFirst { get; }

    /// <summary>The text of <see cref="FullSpan"/>.</summary>
    public string ToFullString() => Tree.File.Text.ToString(FullSpan);

    /// <summary>The text of <see cref="Span"/>.</summary>
    public override string ToString() => Tree.File.Text.ToString(Span);
}

/// <summary>NAME: as written. What follows it on the line is a statement of its own.</summary>
public sealed class AsmLabelSyntax : AsmStatementSyntax
{
    internal AsmLabelSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }

    /// <summary>The label's name.</summary>
    public string Name => Tree.GetText(Tree.Tokens[FirstToken]);
}

/// <summary>A word and its operands: an instruction, TEXT, DATA, or a macro's invocation; which of them only preprocessing tells.</summary>
public sealed class AsmOperationSyntax : AsmStatementSyntax
{
    internal AsmOperationSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }

    /// <summary>The first word.</summary>
    public string Mnemonic => Tree.GetText(Tree.Tokens[FirstToken]);

    /// <summary>The spans of the operands: what commas outside of parentheses and brackets divide.</summary>
    public ImmutableArray<TextSpan> GetOperandSpans()
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var tokens = Tree.Tokens;
        var at = FirstToken + 1;
        while (at + 1 < EndToken && tokens[at].Kind == AsmTokenKind.Dot && tokens[at + 1].Kind == AsmTokenKind.Identifier)
        {
            at += 2;
        }

        var start = at;
        var nesting = 0;
        for (; at <= EndToken; at++)
        {
            // The last statement of a file may end without a newline: EndToken is the end of file then.
            var kind = at < EndToken ? tokens[at].Kind : AsmTokenKind.EndOfFile;
            nesting += kind is AsmTokenKind.OpenParen or AsmTokenKind.OpenBracket ? 1
                : kind is AsmTokenKind.CloseParen or AsmTokenKind.CloseBracket ? -1 : 0;
            var isEnd = kind is AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.EndOfFile;
            if (isEnd || (nesting == 0 && kind == AsmTokenKind.Comma))
            {
                if (at > start)
                {
                    spans.Add(TextSpan.FromBounds(tokens[start].Start, tokens[at - 1].End));
                }

                start = at + 1;
            }
        }

        return spans.ToImmutable();
    }
}

/// <summary>A //go:build line.</summary>
public sealed class AsmBuildConstraintSyntax : AsmStatementSyntax
{
    internal AsmBuildConstraintSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }
}

/// <summary>Tokens that begin no statement, up to the next newline, ';' or the end of the file.</summary>
public sealed class AsmSkippedSyntax : AsmStatementSyntax
{
    internal AsmSkippedSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }
}

/// <summary>The end of the file, with what stands before it: the last statement of every tree.</summary>
public sealed class AsmEndOfFileSyntax : AsmStatementSyntax
{
    internal AsmEndOfFileSyntax(AsmSyntaxTree tree, int fullFirst, int first, int end)
        : base(tree, fullFirst, first, end)
    {
    }
}
