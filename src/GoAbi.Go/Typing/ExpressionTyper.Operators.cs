using System.Collections.Generic;

namespace GoAbi.Go;

/// <content>Operators (Go spec, "Operators" and "Constant expressions").</content>
internal sealed partial class ExpressionTyper
{
    private TypedValue Unary(GoNode node)
    {
        if (node.MainTokenKind == GoTokenKind.And)
        {
            var target = node[0].Unparenthesized();
            var pointed = target.Kind == GoSyntaxKind.CompositeLiteral ? LiteralType(target) : Of(target) is { Mode: ValueMode.Value } value ? value.Type : GoUnknownType.Instance;
            return pointed.IsUnknown ? TypedValue.Unknown : TypedValue.Of(new GoPointerType(pointed));
        }

        var operand = Of(node[0]);
        switch (node.MainTokenKind)
        {
            case GoTokenKind.Arrow:
                return CoreTypes.Of(operand.Type) is GoChanType channel ? TypedValue.Of(channel.Element) : TypedValue.Unknown;
            case GoTokenKind.Plus:
            case GoTokenKind.Minus:
            case GoTokenKind.Xor:
            case GoTokenKind.Not:
                return operand.Mode == ValueMode.Constant
                    ? operand with { Value = ConstantArithmetic.Unary(node.MainTokenKind, operand.Value, operand.Type.Underlying as GoBasicType, Session.Sizes) }
                    : operand;
            case GoTokenKind.Tilde:
                return TypedValue.OfType(ReadType(node));
            default:
                return TypedValue.Unknown;
        }
    }

    // Long chains of operators lean to the left: the spine is walked, not recursed into, and only as far as it is not known yet.
    private TypedValue Binary(GoNode node)
    {
        var spine = new Stack<GoNode>();
        var left = node;
        while (left.Kind == GoSyntaxKind.Binary && known?.ContainsKey(left) != true)
        {
            spine.Push(left);
            left = left[0];
        }

        var value = Of(left);
        while (spine.Count > 0)
        {
            var operation = spine.Pop();
            value = value.Mode == ValueMode.Type && operation.MainTokenKind == GoTokenKind.Or
                ? TypedValue.OfType(ReadType(operation))
                : Combine(operation.MainTokenKind, value, Of(operation[1]));
            if (known is not null)
            {
                known[operation] = value;
            }
        }

        return value;
    }

    private TypedValue Combine(GoTokenKind operation, TypedValue left, TypedValue right)
    {
        if (operation is GoTokenKind.ShiftLeft or GoTokenKind.ShiftRight)
        {
            return Shift(operation, left, right);
        }

        var areConstant = left.Mode == ValueMode.Constant && right.Mode == ValueMode.Constant;
        if (operation is GoTokenKind.Equal or GoTokenKind.NotEqual or GoTokenKind.Less or GoTokenKind.LessOrEqual or GoTokenKind.Greater or GoTokenKind.GreaterOrEqual)
        {
            if (!areConstant)
            {
                return TypedValue.Basic(GoBasicKind.UntypedBool);
            }

            var compared = Common(left, right).Underlying as GoBasicType;
            return TypedValue.Constant(GoBasicKind.UntypedBool, ConstantArithmetic.Compare(operation, Matched(left, compared), Matched(right, compared)));
        }

        var type = Common(left, right);
        if (type.IsUnknown)
        {
            return TypedValue.Unknown;
        }

        var basic = type.Underlying as GoBasicType;
        return areConstant
            ? new TypedValue(ValueMode.Constant, type, ConstantArithmetic.Binary(operation, Matched(left, basic), Matched(right, basic), basic))
            : TypedValue.Of(type);
    }

    // An untyped operand takes the other's type first, and is rounded for that.
    private static GoConstantValue? Matched(TypedValue operand, GoBasicType? type) =>
        type is { IsUntyped: false } && operand.IsUntyped && operand.Value is not null ? ConstantArithmetic.Convert(operand.Value, type) : operand.Value;

    // Of two untyped operands the kind that comes later: integer, rune, floating-point, complex.
    private static GoType Common(TypedValue left, TypedValue right)
    {
        if (left.Mode is not (ValueMode.Value or ValueMode.Constant))
        {
            return right.IsUntyped ? GoUnknownType.Instance : right.Type;
        }

        if (right.Mode is not (ValueMode.Value or ValueMode.Constant))
        {
            return left.IsUntyped ? GoUnknownType.Instance : left.Type;
        }

        if (left.Type is GoBasicType { IsUntyped: true } a)
        {
            return right.Type is GoBasicType { IsUntyped: true } b ? (b.Kind > a.Kind ? b : a) : right.Type;
        }

        return left.Type;
    }

    // The result has the left operand's type. An untyped constant shifted by a variable takes the type that its place gives it; alone it is an int.
    private TypedValue Shift(GoTokenKind operation, TypedValue left, TypedValue right)
    {
        if (left.Mode == ValueMode.Constant && right.Mode == ValueMode.Constant)
        {
            var type = left.Type is GoBasicType { Kind: GoBasicKind.UntypedFloat or GoBasicKind.UntypedComplex } ? GoBasicType.Of(GoBasicKind.UntypedInt) : left.Type;
            return new TypedValue(ValueMode.Constant, type, ConstantArithmetic.Shift(operation, left.Value, right.Value, type.Underlying as GoBasicType, Session.Sizes));
        }

        if (left.Mode is not (ValueMode.Value or ValueMode.Constant))
        {
            return TypedValue.Unknown;
        }

        return left.IsUntyped ? new TypedValue(ValueMode.Value, GoBasicType.Of(GoBasicKind.UntypedInt)) : TypedValue.Of(left.Type);
    }
}
