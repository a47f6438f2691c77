using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>
/// The tree as reports show it: a file's statements and the empty lines between them, a statement's tokens and operands, an operand's tokens. Leaves are tokens, each
/// with the blanks and comments before it, so that the leaves together are the file.
/// </summary>
internal readonly struct TreeNode
{
    private static readonly string[] TokenNames = [.. Enum.GetNames<AsmTokenKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private readonly AsmSyntaxTree tree;
    private readonly AsmStatementSyntax? statement;
    private readonly int first;
    private readonly int end;

    private TreeNode(AsmSyntaxTree tree, string kind, AsmStatementSyntax? statement, int first, int end)
    {
        this.tree = tree;
        this.statement = statement;
        this.first = first;
        this.end = end;
        Kind = kind;
    }

    /// <summary>"file", a kind of statement, "operand" or "token".</summary>
    public string Kind { get; }

    public bool IsToken => Kind == "token";

    public AsmToken Token => tree.Tokens[first];

    /// <summary>From its first to its last token.</summary>
    public TextSpan Span => Kind == "file"
        ? new TextSpan(0, tree.File.Text.Length)
        : TextSpan.FromBounds(tree.Tokens[first].Start, tree.Tokens[end - 1].End);

    public static TreeNode Of(AsmSyntaxTree tree) => new(tree, "file", null, 0, tree.Tokens.Length);

    public static string NameOf(AsmTokenKind kind) => TokenNames[(int)kind];

    /// <summary>The blanks and comments before a token.</summary>
    public static TextSpan LeadingSpan(AsmSyntaxTree tree, int token) =>
        TextSpan.FromBounds(token == 0 ? 0 : tree.Tokens[token - 1].End, tree.Tokens[token].Start);

    public TextSpan Leading => LeadingSpan(tree, first);

    public IEnumerable<TreeNode> Children() => IsToken ? []
        : Kind == "file" ? Statements()
        : statement is AsmOperationSyntax operation ? Operands(operation)
        : TokensOf(first, end);

    private static string KindOf(AsmStatementSyntax statement) => statement switch
    {
        AsmLabelSyntax => "label",
        AsmOperationSyntax => "operation",
        AsmDefineDirectiveSyntax => "define",
        AsmDirectiveSyntax => "directive",
        AsmBuildConstraintSyntax => "buildConstraint",
        AsmEndOfFileSyntax => "endOfFile",
        _ => "skipped",
    };

    private IEnumerable<TreeNode> Statements()
    {
        var next = 0;
        foreach (var one in tree.Statements)
        {
            foreach (var empty in TokensOf(next, one.FirstToken))
            {
                yield return empty;
            }

            yield return new TreeNode(tree, KindOf(one), one, one.FirstToken, one.EndToken);
            next = one.EndToken;
        }
    }

    private IEnumerable<TreeNode> Operands(AsmOperationSyntax operation)
    {
        var spans = operation.GetOperandSpans();
        var operand = 0;
        for (var i = first; i < end; i++)
        {
            if (operand == spans.Length || tree.Tokens[i].Start != spans[operand].Start)
            {
                yield return new TreeNode(tree, "token", null, i, i + 1);
                continue;
            }

            var last = i;
            while (last + 1 < end && tree.Tokens[last + 1].End <= spans[operand].End)
            {
                last++;
            }

            yield return new TreeNode(tree, "operand", null, i, last + 1);
            operand++;
            i = last;
        }
    }

    private IEnumerable<TreeNode> TokensOf(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            yield return new TreeNode(tree, "token", null, i, i + 1);
        }
    }
}
