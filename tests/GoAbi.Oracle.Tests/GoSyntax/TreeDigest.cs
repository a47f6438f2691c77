using System;
using System.Globalization;
using System.Text;
using GoAbi.Go;

namespace GoAbi.Oracle.Tests.GoSyntax;

/// <summary>The same lines and hash over our tree that astdigest.go.txt makes over go/parser's.</summary>
public sealed class TreeDigest
{
    private readonly GoSyntaxTree tree;
    private readonly StringBuilder? dump;
    private readonly bool ends;
    private readonly int[]? byteOffsets;
    private readonly StringBuilder line = new();

    private TreeDigest(GoSyntaxTree tree, bool dump)
    {
        this.tree = tree;
        this.dump = dump ? new StringBuilder() : null;
        var text = tree.File.Text;
        ends = !text.Text.Contains('\r', StringComparison.Ordinal);
        if (text.Bytes.Length != text.Length)
        {
            byteOffsets = new int[text.Length + 1];
            for (var i = 0; i < text.Length; i++)
            {
                byteOffsets[i + 1] = byteOffsets[i] + (text.Text[i] switch
                {
                    < (char)0x80 => 1,
                    < (char)0x800 => 2,
                    >= (char)0xD800 and < (char)0xE000 => char.IsHighSurrogate(text.Text[i]) ? 4 : 0,
                    _ => 3,
                });
            }
        }
    }

    public int Count { get; private set; }

    public ulong Hash { get; private set; } = 14695981039346656037;

    public string Dump => dump?.ToString() ?? "";

    public static TreeDigest Of(GoSyntaxTree tree, bool dump = false)
    {
        var digest = new TreeDigest(tree, dump);
        digest.Visit(tree.Root, default);
        return digest;
    }

    private void Visit(GoNode node, GoNode parent)
    {
        var isSilent = node.Kind switch
        {
            GoSyntaxKind.None or GoSyntaxKind.File or GoSyntaxKind.IdentifierList or GoSyntaxKind.ExpressionList
                or GoSyntaxKind.Parameters or GoSyntaxKind.TypeParameters or GoSyntaxKind.Signature => true,
            _ => false,
        };
        if (!isSilent)
        {
            Emit(node);
        }

        foreach (var child in node.Children)
        {
            Visit(child, node);
        }
    }

    private void Emit(GoNode node)
    {
        var kind = node.Kind.ToString();
        var extra = node.Kind is GoSyntaxKind.CompositeLiteral or GoSyntaxKind.KeyValue or GoSyntaxKind.Index or GoSyntaxKind.Slice
            or GoSyntaxKind.Call or GoSyntaxKind.Unary or GoSyntaxKind.Binary or GoSyntaxKind.SendStmt or GoSyntaxKind.IncDecStmt
            or GoSyntaxKind.AssignStmt ? Offset(node.MainTokenSpan.Start) : "-";
        kind += node.Kind switch
        {
            GoSyntaxKind.ChanType => (node.Flags & GoNodeFlags.SendOnly) != 0 ? "1" : (node.Flags & GoNodeFlags.ReceiveOnly) != 0 ? "2" : "3",
            GoSyntaxKind.TypeSpec when (node.Flags & GoNodeFlags.Alias) != 0 => "=",
            GoSyntaxKind.Call when (node.Flags & GoNodeFlags.Variadic) != 0 => "...",
            GoSyntaxKind.RangeStmt when (node.Flags & GoNodeFlags.Define) != 0 => ":=",
            _ => "",
        };
        var hasEnd = ends && node.Kind is not (GoSyntaxKind.CaseClause or GoSyntaxKind.CommClause or GoSyntaxKind.LabeledStmt or GoSyntaxKind.EmptyStmt);
        var span = node.Span;
        line.Clear().Append(kind).Append(' ').Append(Offset(span.Start)).Append(' ').Append(hasEnd ? Offset(span.End) : "-").Append(' ').Append(extra).Append('\n');
        Count++;
        for (var i = 0; i < line.Length; i++)
        {
            Hash = unchecked((Hash ^ line[i]) * 1099511628211);
        }

        dump?.Append(line);
    }

    private string Offset(int position) =>
        (byteOffsets is null ? position : byteOffsets[position]).ToString(CultureInfo.InvariantCulture);
}
