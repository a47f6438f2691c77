using System.Numerics;

namespace GoAbi.Go;

/// <summary>Constant declarations: iota and lines that repeat the one before (Go spec, "Constant declarations" and "Iota").</summary>
internal static class ConstantReader
{
    public static TypedValue Read(GoObject item, ExpressionTyper typer)
    {
        var spec = item.DeclaringNode;
        if (spec.Kind != GoSyntaxKind.ValueSpec || spec.Parent.Kind != GoSyntaxKind.ConstDecl)
        {
            return TypedValue.Unknown;
        }

        var index = 0;
        GoNode source = default;
        foreach (var line in spec.Parent.Children)
        {
            if (line.Kind == GoSyntaxKind.ValueSpec && !line[2].IsNone)
            {
                source = line;
            }

            if (line == spec)
            {
                break;
            }

            index++;
        }

        var position = PositionOf(item.Declaration, spec[0]);
        if (source.IsDefault || position < 0 || position >= source[2].ChildCount)
        {
            return TypedValue.Unknown;
        }

        var value = typer.WithIota(index).Constant(source[2][position]);
        return source[1].IsNone ? value : ExpressionTyper.Convert(value, typer.ReadType(source[1]));
    }

    /// <summary>The line of the const declaration that an expression stands in: what iota is there. -1 outside.</summary>
    public static int LineOf(GoNode expression)
    {
        for (var node = expression; !node.IsDefault && !node.IsNone; node = node.Parent)
        {
            if (node.Kind == GoSyntaxKind.ValueSpec)
            {
                return node.Parent.Kind == GoSyntaxKind.ConstDecl ? PositionOf(node, node.Parent) : -1;
            }
        }

        return -1;
    }

    /// <summary>Which of a list's children a node is; -1 for none.</summary>
    public static int PositionOf(GoNode node, GoNode list)
    {
        var position = 0;
        foreach (var child in list.Children)
        {
            if (child == node)
            {
                return position;
            }

            position++;
        }

        return -1;
    }

    public static GoNumberValue Number(long value) => new(new ExactNumber(new BigInteger(value)));
}
