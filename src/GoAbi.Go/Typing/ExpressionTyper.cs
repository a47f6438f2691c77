using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>
/// What expressions are: mode, type, constant value (Go spec, "Expressions"). It types what it is asked for and what that depends on, and says "unknown" where it can't know; it reports no errors.
/// </summary>
internal sealed partial class ExpressionTyper(TypeContext context, Dictionary<GoNode, TypedValue>? known = null, int iota = -1)
{
    private const int MaxDepth = 150;

    private int depth;

    public GoTypeSession Session => context.Session;

    public TypeContext Context => context;

    /// <summary>The same, inside line <paramref name="index"/> of a const declaration. Nothing is remembered: a line can be read with another iota.</summary>
    public ExpressionTyper WithIota(int index) => new(context, null, index);

    public GoType ReadType(GoNode node) => new TypeReader(context).Read(node);

    /// <summary>What an expression is. Untyped constants stay untyped.</summary>
    public TypedValue Of(GoNode node)
    {
        if (known is not null && known.TryGetValue(node, out var found))
        {
            return found;
        }

        if (depth >= MaxDepth || !TypeCycles.EnterLevel())
        {
            return TypedValue.Unknown;
        }

        depth++;
        try
        {
            found = Read(node);
        }
        finally
        {
            depth--;
            TypeCycles.LeaveLevel();
        }

        if (known is not null)
        {
            known[node] = found;
        }

        return found;
    }

    /// <summary>The same for a place where only a constant will do.</summary>
    public TypedValue Constant(GoNode node) => Of(node) is { Mode: ValueMode.Constant } constant ? constant : TypedValue.Unknown;

    /// <summary>The type of one value of an expression; of a variable that is declared with it.</summary>
    public GoType TypeOf(GoNode node)
    {
        var value = Of(node);
        return value.Mode is ValueMode.Value or ValueMode.Constant ? value.DefaultType : GoUnknownType.Instance;
    }

    /// <summary>The type that a name on the left takes from the expressions on the right: a, b = x, y or a, b = f().</summary>
    public GoType AssignedType(GoNode name, GoNode names, GoNode values)
    {
        var position = ConstantReader.PositionOf(name, names);
        var count = values.ChildCount;
        if (position < 0 || count == 0)
        {
            return GoUnknownType.Instance;
        }

        if (count > 1 || names.ChildCount == 1)
        {
            return position < count ? TypeOf(values[position]) : GoUnknownType.Instance;
        }

        var value = values[0].Unparenthesized();
        if (Of(value) is { Mode: ValueMode.Value, Type: GoTupleType tuple })
        {
            return position < tuple.Elements.Length ? tuple.Elements[position] : GoUnknownType.Instance;
        }

        // v, ok = m[k], x.(T), <-c.
        if (value.Kind is GoSyntaxKind.Index or GoSyntaxKind.TypeAssertion or GoSyntaxKind.Unary && names.ChildCount == 2)
        {
            return position == 0 ? TypeOf(value) : GoBasicType.Of(GoBasicKind.Bool);
        }

        return GoUnknownType.Instance;
    }

    private TypedValue Read(GoNode node)
    {
        switch (node.Kind)
        {
            case GoSyntaxKind.Paren:
                return Of(node[0]);
            case GoSyntaxKind.Identifier:
                return Identifier(node);
            case GoSyntaxKind.BasicLiteral:
                return Literals.Read(node);
            case GoSyntaxKind.FuncLiteral:
                return TypedValue.Of(new TypeReader(context).Signature(node[0]));
            case GoSyntaxKind.CompositeLiteral:
                return TypedValue.Of(LiteralType(node));
            case GoSyntaxKind.Selector:
                return Selector(node);
            case GoSyntaxKind.Index:
                return Index(node);
            case GoSyntaxKind.Slice:
                return SliceExpression(node);
            case GoSyntaxKind.TypeAssertion:
                return node[1].IsNone ? TypedValue.Unknown : TypedValue.Of(ReadType(node[1]));
            case GoSyntaxKind.Call:
                return Call(node);
            case GoSyntaxKind.Star:
                return Star(node);
            case GoSyntaxKind.Unary:
                return Unary(node);
            case GoSyntaxKind.Binary:
                return Binary(node);
            case GoSyntaxKind.ArrayType when node[0].Kind == GoSyntaxKind.Ellipsis && node.Parent.Kind == GoSyntaxKind.CompositeLiteral && node.Parent[0] == node:
                return TypedValue.OfType(LiteralType(node.Parent));
            case GoSyntaxKind.ArrayType:
            case GoSyntaxKind.SliceType:
            case GoSyntaxKind.MapType:
            case GoSyntaxKind.ChanType:
            case GoSyntaxKind.FuncType:
            case GoSyntaxKind.StructType:
            case GoSyntaxKind.InterfaceType:
                return TypedValue.OfType(ReadType(node));
            default:
                return TypedValue.Unknown;
        }
    }

    private TypedValue Identifier(GoNode node)
    {
        if (context.FindParameter(node.Text) is { } parameter)
        {
            return TypedValue.OfType(parameter);
        }

        return context.Names.Find(node) is not { } item ? TypedValue.Unknown
            : item is { IsUniverse: true, Kind: GoObjectKind.Constant, Name: "iota" } && iota < 0 && ConstantReader.LineOf(node) is >= 0 and var line ? WithIota(line).OfObject(item)
            : OfObject(item);
    }

    private TypedValue OfObject(GoObject item)
    {
        switch (item.Kind)
        {
            case GoObjectKind.TypeName:
                var type = item.IsLocal ? LocalTypes.ReadName(item, context) : Session.TypeOf(item);
                return TypedValue.OfType(type);
            case GoObjectKind.Builtin:
                return new TypedValue(ValueMode.Builtin, GoUnknownType.Instance, null, item);
            case GoObjectKind.Nil:
                return TypedValue.Basic(GoBasicKind.UntypedNil);
            case GoObjectKind.Constant when item.IsUniverse:
                return item.Name == "iota"
                    ? TypedValue.Constant(GoBasicKind.UntypedInt, iota >= 0 ? ConstantReader.Number(iota) : null)
                    : TypedValue.Constant(GoBasicKind.UntypedBool, new GoBooleanValue(item.Name == "true"));
            case GoObjectKind.Constant:
                return item.IsLocal ? LocalTypes.ReadConstant(item, this) : Session.ConstantOf(item);
            case GoObjectKind.Variable:
                return TypedValue.Of(item.IsLocal ? LocalTypes.ReadVariable(item, this) : Session.TypeOf(item));
            case GoObjectKind.Function:
                return TypedValue.Of(Session.TypeOf(item));
            default:
                return TypedValue.Unknown;
        }
    }

    private TypedValue Selector(GoNode node)
    {
        var qualified = context.Names.FindQualified(node, out var isPackage);
        if (isPackage)
        {
            return qualified is null ? TypedValue.Unknown : OfObject(qualified);
        }

        if (Selection(node) is not { } selection)
        {
            return TypedValue.Unknown;
        }

        return TypedValue.Of(selection.IsMethodExpression ? selection.MethodExpressionType() : selection.Type);
    }

    /// <summary>The field or method that x.f selects; null where x is a package or nothing is found.</summary>
    public GoSelection? Selection(GoNode selector)
    {
        var operand = Of(selector[0]);
        if (operand.Mode is not (ValueMode.Value or ValueMode.Constant or ValueMode.Type))
        {
            return null;
        }

        var found = MemberLookup.Find(Session, operand.Type, selector[1].Text, context.Owner.ImportPath);
        return found is null ? null : found with { IsMethodExpression = operand.Mode == ValueMode.Type && found.Kind != GoSelectionKind.Field, Operand = operand.Type };
    }

    private TypedValue Index(GoNode node)
    {
        var operand = Of(node[0]);
        switch (operand.Mode)
        {
            case ValueMode.Type:
                return TypedValue.OfType(ReadType(node));
            case ValueMode.Value or ValueMode.Constant when operand.Type is GoSignature { TypeParameters.IsEmpty: false } generic:
                return TypedValue.Of(TypeInference.Instantiate(generic, TypeArguments(node)));
            case ValueMode.Value or ValueMode.Constant:
                return TypedValue.Of(ElementType(operand.Type));
            default:
                return TypedValue.Unknown;
        }
    }

    private ImmutableArray<GoType> TypeArguments(GoNode index)
    {
        var found = ImmutableArray.CreateBuilder<GoType>();
        var isFirst = true;
        foreach (var child in index.Children)
        {
            if (!isFirst)
            {
                found.Add(ReadType(child));
            }

            isFirst = false;
        }

        return found.ToImmutable();
    }

    private static GoType ElementType(GoType type) => CoreTypes.Of(type) switch
    {
        GoBasicType { IsString: true } => GoBasicType.Of(GoBasicKind.Uint8),
        GoSliceType slice => slice.Element,
        GoArrayType array => array.Element,
        GoPointerType { Element.Underlying: GoArrayType pointed } => pointed.Element,
        GoMapType map => map.Element,
        _ => GoUnknownType.Instance,
    };

    private TypedValue SliceExpression(GoNode node)
    {
        var operand = Of(node[0]);
        if (operand.Mode is not (ValueMode.Value or ValueMode.Constant))
        {
            return TypedValue.Unknown;
        }

        return CoreTypes.Of(operand.Type) switch
        {
            GoBasicType { IsString: true } => TypedValue.Of(operand.DefaultType),
            GoSliceType => TypedValue.Of(operand.Type),
            GoArrayType array => TypedValue.Of(new GoSliceType(array.Element)),
            GoPointerType { Element.Underlying: GoArrayType pointed } => TypedValue.Of(new GoSliceType(pointed.Element)),
            _ => TypedValue.Unknown,
        };
    }

    private TypedValue Star(GoNode node)
    {
        var operand = Of(node[0]);
        return operand.Mode switch
        {
            ValueMode.Type => TypedValue.OfType(new GoPointerType(operand.Type)),
            ValueMode.Value when CoreTypes.Of(operand.Type) is GoPointerType pointer => TypedValue.Of(pointer.Element),
            _ => TypedValue.Unknown,
        };
    }

    private GoType LiteralType(GoNode literal)
    {
        var written = literal[0];
        if (written.IsNone)
        {
            return ElidedType(literal);
        }

        if (written.Kind == GoSyntaxKind.ArrayType && written[0].Kind == GoSyntaxKind.Ellipsis)
        {
            return new GoArrayType(ReadType(written[1]), CountElements(literal));
        }

        return ReadType(written);
    }

    // [...]T{1, 5: 2}: one more than the greatest index.
    private long CountElements(GoNode literal)
    {
        long next = 0;
        long length = 0;
        var isType = true;
        foreach (var element in literal.Children)
        {
            if (isType)
            {
                isType = false;
                continue;
            }

            if (element.Kind == GoSyntaxKind.KeyValue)
            {
                if (Constant(element[0]).Value is not GoNumberValue { IsInteger: true } key || key.ToInteger() > int.MaxValue)
                {
                    return -1;
                }

                next = (long)key.ToInteger();
            }

            next++;
            length = System.Math.Max(length, next);
        }

        return length;
    }

    // {...} inside another literal: the element's or key's type, or what it points to.
    private GoType ElidedType(GoNode literal)
    {
        var outer = literal.Parent;
        var isKey = false;
        if (outer.Kind == GoSyntaxKind.KeyValue)
        {
            isKey = outer[0] == literal;
            outer = outer.Parent;
        }

        if (outer.Kind != GoSyntaxKind.CompositeLiteral)
        {
            return GoUnknownType.Instance;
        }

        var outerType = CoreTypes.Of(Of(outer).Type);
        if (outer[0].IsNone && outerType is GoPointerType pointed)
        {
            outerType = CoreTypes.Of(pointed.Element);
        }

        return outerType switch
        {
            GoMapType map => isKey ? map.Key : map.Element,
            GoSliceType slice => slice.Element,
            GoArrayType array => array.Element,
            _ => GoUnknownType.Instance,
        };
    }
}
