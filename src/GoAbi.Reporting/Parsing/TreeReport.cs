using System.IO;
using System.Text.Json;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>Tree and tokens of a file before preprocessing.</summary>
internal static class TreeReport
{
    public static void WriteTree(AsmSyntaxTree tree, TextWriter writer) => WriteNode(TreeNode.Of(tree), tree, writer, 0);

    public static void WriteTokens(AsmSyntaxTree tree, TextWriter writer)
    {
        foreach (var token in tree.Tokens)
        {
            WriteLine(writer, 0, tree, TreeNode.NameOf(token.Kind), token.Span, isLeaf: true);
        }
    }

    public static void WriteTree(AsmSyntaxTree tree, Utf8JsonWriter writer)
    {
        writer.WritePropertyName("tree");
        WriteNode(TreeNode.Of(tree), writer, new SpanJson(tree.File.Text));
    }

    public static void WriteTokens(AsmSyntaxTree tree, Utf8JsonWriter writer)
    {
        var spans = new SpanJson(tree.File.Text);
        writer.WriteStartArray("tokens");
        for (var i = 0; i < tree.Tokens.Length; i++)
        {
            WriteToken(tree.Tokens[i], TreeNode.LeadingSpan(tree, i), writer, spans);
        }

        writer.WriteEndArray();
    }

    private static void WriteNode(TreeNode node, AsmSyntaxTree tree, TextWriter writer, int depth)
    {
        if (node.IsToken)
        {
            WriteLine(writer, depth, tree, TreeNode.NameOf(node.Token.Kind), node.Span, isLeaf: true);
            return;
        }

        WriteLine(writer, depth, tree, node.Kind, node.Span, isLeaf: false);
        foreach (var child in node.Children())
        {
            // Empty lines and line ends are in the JSON; here they would hide the rest.
            if (!child.IsToken || child.Token.Kind is not (AsmTokenKind.Newline or AsmTokenKind.Semicolon or AsmTokenKind.Comma or AsmTokenKind.EndOfFile))
            {
                WriteNode(child, tree, writer, depth + 1);
            }
        }
    }

    private static void WriteLine(TextWriter writer, int depth, AsmSyntaxTree tree, string kind, TextSpan span, bool isLeaf)
    {
        var text = tree.File.Text;
        var place = text.GetGoPosition(span.Start) + "-" + text.GetGoPosition(span.End);
        var content = isLeaf ? " " + TerminalText.Clean(text.ToString(span).Replace("\r", "\\r", System.StringComparison.Ordinal).Replace("\n", "\\n", System.StringComparison.Ordinal)) : "";
        writer.Write((new string(' ', 2 * depth) + place + " " + kind + content).TrimEnd() + "\n");
    }

    private static void WriteNode(TreeNode node, Utf8JsonWriter writer, SpanJson spans)
    {
        if (node.IsToken)
        {
            WriteToken(node.Token, node.Leading, writer, spans);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("kind", node.Kind);
        spans.Write(writer, node.Span);
        writer.WriteStartArray("children");
        foreach (var child in node.Children())
        {
            WriteNode(child, writer, spans);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteToken(AsmToken token, TextSpan leading, Utf8JsonWriter writer, SpanJson spans)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", "token");
        writer.WriteString("token", TreeNode.NameOf(token.Kind));
        spans.Write(writer, token.Span);
        if (!leading.IsEmpty)
        {
            spans.WriteText(writer, "leading", leading);
        }

        spans.WriteText(writer, "text", token.Span);
        writer.WriteEndObject();
    }
}
