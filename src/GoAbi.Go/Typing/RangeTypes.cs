namespace GoAbi.Go;

/// <summary>The variables of a range clause (Go spec, "For statements with range clause").</summary>
internal static class RangeTypes
{
    public static GoType Of(ExpressionTyper typer, GoNode range, bool isKey)
    {
        var value = typer.Of(range[2]);
        if (value.Mode is not (ValueMode.Value or ValueMode.Constant))
        {
            return GoUnknownType.Instance;
        }

        var type = CoreTypes.Of(value.Type);
        if (type is GoPointerType { Element.Underlying: GoArrayType pointed })
        {
            type = pointed;
        }

        switch (type)
        {
            case GoBasicType { IsString: true }:
                return GoBasicType.Of(isKey ? GoBasicKind.Int : GoBasicKind.Int32);
            case GoBasicType { IsInteger: true }:
                return isKey ? value.DefaultType : GoUnknownType.Instance;
            case GoSliceType slice:
                return isKey ? GoBasicType.Of(GoBasicKind.Int) : slice.Element;
            case GoArrayType array:
                return isKey ? GoBasicType.Of(GoBasicKind.Int) : array.Element;
            case GoMapType map:
                return isKey ? map.Key : map.Element;
            case GoChanType channel:
                return isKey ? channel.Element : GoUnknownType.Instance;
            case GoSignature { Parameters.Length: 1 } iterator when CoreTypes.Of(iterator.Parameters[0]) is GoSignature yield:
                var index = isKey ? 0 : 1;
                return index < yield.Parameters.Length ? yield.Parameters[index] : GoUnknownType.Instance;
            default:
                return GoUnknownType.Instance;
        }
    }
}
