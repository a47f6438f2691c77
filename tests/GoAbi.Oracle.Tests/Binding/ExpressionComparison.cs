using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Oracle.Tests.Binding;

/// <summary>Types of expressions and values of constants against go/types'.</summary>
internal sealed class ExpressionComparison
{
    public List<string> Differences { get; } = [];

    public int Expressions { get; private set; }

    public int Constants { get; private set; }

    /// <summary>Expressions that we leave untyped, or generic, where go/types notes the type that the place gives them.</summary>
    public int ByContext { get; private set; }

    /// <summary>Constants in lines that are repeated.</summary>
    public int Repeated { get; private set; }

    public void Compare(GoTypeBinding types, GoSyntaxTree tree, TruthFile truth, TruthPackage package)
    {
        if (package.Errors > 0)
        {
            return;
        }

        var bytes = new ByteOffsets(tree.File.Text);
        foreach (var node in BindingComparison.AllNodes(tree.Root))
        {
            var span = node.Span;
            if (!IsExpression(node.Kind) || !truth.Expressions.TryGetValue((bytes[span.Start], bytes[span.End]), out var expected))
            {
                continue;
            }

            Compare(types, node, expected);
        }
    }

    private static bool IsExpression(GoSyntaxKind kind) => kind is GoSyntaxKind.Identifier or GoSyntaxKind.BasicLiteral or GoSyntaxKind.CompositeLiteral or GoSyntaxKind.FuncLiteral
        or GoSyntaxKind.Paren or GoSyntaxKind.Selector or GoSyntaxKind.Index or GoSyntaxKind.Slice or GoSyntaxKind.TypeAssertion or GoSyntaxKind.Call or GoSyntaxKind.Star or GoSyntaxKind.Unary
        or GoSyntaxKind.Binary or GoSyntaxKind.ArrayType or GoSyntaxKind.SliceType or GoSyntaxKind.MapType or GoSyntaxKind.ChanType or GoSyntaxKind.FuncType or GoSyntaxKind.StructType
        or GoSyntaxKind.InterfaceType;

    // Where lines of a const declaration repeat this one, go/types notes what it was the last time.
    private static bool IsRepeated(GoNode node)
    {
        for (; !node.IsDefault && !node.IsNone && node.Kind != GoSyntaxKind.FuncDecl; node = node.Parent)
        {
            if (node.Kind == GoSyntaxKind.ValueSpec && node.Parent.Kind == GoSyntaxKind.ConstDecl)
            {
                var isBehind = false;
                foreach (var line in node.Parent.Children)
                {
                    if (isBehind && line.Kind == GoSyntaxKind.ValueSpec)
                    {
                        return line[2].IsNone;
                    }

                    isBehind |= line == node;
                }

                return false;
            }
        }

        return false;
    }

    private void Compare(GoTypeBinding types, GoNode node, TruthExpression expected)
    {
        if (expected.Value is not null && IsRepeated(node))
        {
            Repeated++;
            return;
        }

        Expressions++;
        var type = types.TypeOf(node);
        var value = types.ValueOf(node);
        if (expected.Value is not null)
        {
            Constants++;
            if (!SameValue(expected, type, value))
            {
                Differences.Add(node.Location + " " + Line(node) + ": value " + expected.Value + " but " + Text(value));
            }
        }
        else if (value is not null)
        {
            Differences.Add(node.Location + " " + Line(node) + ": no constant but " + Text(value));
        }

        var text = type.ToString();
        if (text == expected.Type)
        {
            return;
        }

        if (type is GoBasicType { IsUntyped: true } || type is GoSignature { TypeParameters.IsEmpty: false })
        {
            ByContext++;
            return;
        }

        Differences.Add(node.Location + " " + node.Kind + " " + Line(node) + ": " + expected.Type + " but " + text);
    }

    private static string Line(GoNode node)
    {
        var line = node.Text.Split('\n')[0];
        return line.Length > 60 ? line[..60] : line;
    }

    // An untyped constant that becomes a floating-point number is rounded by its place.
    private static bool SameValue(TruthExpression expected, GoType type, GoConstantValue? value)
    {
        var text = Text(value);
        if (text == expected.Value)
        {
            return true;
        }

        return value is GoNumberValue && type is GoBasicType { IsUntyped: true } && Parts(text) is var ours && Parts(expected.Value!) is var theirs
            && AreNear(ours.Real, theirs.Real) && AreNear(ours.Imaginary, theirs.Imaginary);
    }

    // "real" or "real+imaginary i".
    private static (string Real, string Imaginary) Parts(string number)
    {
        var plus = number.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (number, "0") : (number[..plus], number[(plus + 1)..].TrimEnd('i'));
    }

    private static bool AreNear(string left, string right)
    {
        var ((a, b), (c, d)) = (Fraction(left), Fraction(right));
        var difference = BigInteger.Abs((a * d) - (c * b));
        return difference << 20 <= BigInteger.Abs(c * b) || difference << 1074 <= b * d;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(string text)
    {
        var parts = text.Split('/');
        return BigInteger.TryParse(parts[0], CultureInfo.InvariantCulture, out var numerator)
            ? (numerator, parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : BigInteger.One)
            : (BigInteger.One << 4096, BigInteger.One);
    }

    private static string Text(GoConstantValue? value) => value switch
    {
        null => "none",
        GoStringValue text => Convert.ToHexStringLower(Bytes(text.Value)) + "\"",
        GoNumberValue number => number.ToString().Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
        _ => value.ToString()!,
    };

    // Bytes that are no UTF-8 stand as lone low surrogates.
    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]))
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
            i += length - 1;
        }

        return [.. bytes];
    }
}
