using System.Text;

namespace GoAbi.Go.Tests.Syntax;

/// <summary>A tree as nested lists: (Kind operator flags child...), "-" for an empty slot, names and literals as written.</summary>
internal static class TreeText
{
    public static string Of(GoNode node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return text.ToString();
    }

    private static void Append(GoNode node, StringBuilder text)
    {
        switch (node.Kind)
        {
            case GoSyntaxKind.None:
                text.Append('-');
                return;
            case GoSyntaxKind.Identifier or GoSyntaxKind.BasicLiteral:
                text.Append(node.Text);
                return;
            default:
                break;
        }

        text.Append('(').Append(node.Kind);
        if (node.Kind is GoSyntaxKind.Unary or GoSyntaxKind.Binary or GoSyntaxKind.AssignStmt or GoSyntaxKind.IncDecStmt or GoSyntaxKind.BranchStmt)
        {
            text.Append(' ').Append(node.Tree.File.Text.ToString(node.MainTokenSpan));
        }

        if (node.Flags != GoNodeFlags.None)
        {
            text.Append(" :").Append(node.Flags);
        }

        foreach (var child in node.Children)
        {
            text.Append(' ');
            Append(child, text);
        }

        text.Append(')');
    }
}
