namespace GoAbi.Go;

/// <content>
/// Keys of composite literals: a plain name is a field where the literal is of a struct type, and an expression where it is
/// of an array, slice or map type (Go spec, "Composite literals"). Declared types are followed through their
/// declarations; a type that this does not tell leaves the key a member.
/// </content>
internal sealed partial class FileBinder
{
    private const int MaxSteps = 64;

    private readonly GrowableArray<LiteralFrame> literalStack = new();

    // Called before the scan meets the literal's parts. literalStack holds the literals of this scan that enclose it.
    private void EnterLiteral(int literal, int bottom)
    {
        while (literalStack.Count > bottom && nodes[literalStack[literalStack.Count - 1].Node].FirstNode > literal)
        {
            literalStack.Pop();
        }

        var type = literal;
        var hasNames = false;
        var first = nodes[literal].FirstNode;
        for (var child = literal - 1; child >= first; child = PreviousSibling(child))
        {
            hasNames |= PlainKey(child) >= 0;
            type = child;
        }

        literalStack.Push(new LiteralFrame(literal, type, bottom));
        if (hasNames && TypeOfLiteral(literalStack.Count - 1).Kind is not (GoSyntaxKind.ArrayType or GoSyntaxKind.SliceType or GoSyntaxKind.MapType))
        {
            for (var child = literal - 1; child > type; child = PreviousSibling(child))
            {
                var key = PlainKey(child);
                if (key >= 0)
                {
                    uses[key] = NameUse.Member;
                }
            }
        }
    }

    private int PlainKey(int element)
    {
        if (nodes[element].Kind != GoSyntaxKind.KeyValue)
        {
            return -1;
        }

        var key = PreviousSibling(element - 1);
        return nodes[key].Kind == GoSyntaxKind.Identifier ? key : -1;
    }

    // A literal without a type that is a key takes the map's key type, all others the element's.
    private void MarkKeyLiteral(int keyValue)
    {
        var key = PreviousSibling(keyValue - 1);
        if (nodes[key].Kind == GoSyntaxKind.CompositeLiteral)
        {
            uses[key] = NameUse.Nothing;
        }
    }

    private TypePlace TypeOfLiteral(int frame)
    {
        var literal = literalStack[frame];
        if (literal.IsTypeFound)
        {
            return literal.Type;
        }

        var found = default(TypePlace);
        if (nodes[literal.TypeNode].Kind != GoSyntaxKind.None)
        {
            found = Underlying(TypePlace.Here(tree, literal.TypeNode));
        }
        else if (frame > literal.Bottom)
        {
            found = Underlying(PartOf(TypeOfLiteral(frame - 1), isKey: uses[literal.Node] == NameUse.Nothing));

            // &T may be left out as T may.
            if (found.Kind == GoSyntaxKind.Star)
            {
                found = Underlying(found.At(found.Node - 1));
            }
        }

        ref var known = ref literalStack[frame];
        known.Type = found;
        known.IsTypeFound = true;
        return found;
    }

    private static TypePlace PartOf(TypePlace type, bool isKey)
    {
        switch (type.Kind)
        {
            case GoSyntaxKind.MapType when isKey:
                return type.At(type.Tree.Nodes[type.Node - 1].FirstNode - 1);
            case GoSyntaxKind.ArrayType:
            case GoSyntaxKind.SliceType:
            case GoSyntaxKind.MapType:
                return type.At(type.Node - 1);
            default:
                return default;
        }
    }

    // The type literal behind names, parentheses and type arguments; unknown where there is none to be found by scopes alone.
    private TypePlace Underlying(TypePlace place)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            switch (place.Kind)
            {
                case GoSyntaxKind.Paren:
                    place = place.At(place.Node - 1);
                    break;
                case GoSyntaxKind.Index:
                    var data = place.Tree.Nodes;
                    var operand = place.Node - 1;
                    while (data[operand].FirstNode > data[place.Node].FirstNode)
                    {
                        operand = data[operand].FirstNode - 1;
                    }

                    place = place.At(operand);
                    break;
                case GoSyntaxKind.Identifier:
                case GoSyntaxKind.Selector:
                    place = Declared(place);
                    break;
                case GoSyntaxKind.ArrayType:
                case GoSyntaxKind.SliceType:
                case GoSyntaxKind.MapType:
                case GoSyntaxKind.StructType:
                case GoSyntaxKind.Star:
                    return place;
                default:
                    return default;
            }
        }

        return default;
    }

    private TypePlace Declared(TypePlace place)
    {
        if (place.Context == TypePlace.TypeContext.PackageLevel)
        {
            return DeclaredTypes.Find(place) is { } found ? declaredTypes.TypeOf(found) : default;
        }

        var name = place.Node;
        if (place.Kind == GoSyntaxKind.Selector)
        {
            name = PreviousSibling(name - 1);
            if (nodes[name].Kind != GoSyntaxKind.Identifier)
            {
                return default;
            }
        }

        var use = place.Context == TypePlace.TypeContext.Bound ? uses[name] : LookUp(name);
        if (place.Kind == GoSyntaxKind.Selector)
        {
            if (NameUse.Tag(use) != NameUse.Shared || shared[NameUse.Number(use)].Kind != GoObjectKind.PackageName)
            {
                return default;
            }

            use = MemberOf(NameUse.Number(use), place.Node - 1);
        }

        switch (NameUse.Tag(use))
        {
            case NameUse.Local:
                var spec = scopes.Locals[NameUse.Number(use)].DeclaringNode;
                return nodes[spec].Kind == GoSyntaxKind.TypeSpec ? TypePlace.Bound(tree, spec - 1) : default;
            case NameUse.Shared:
                return declaredTypes.TypeOf(shared[NameUse.Number(use)]);
            default:
                return default;
        }
    }

    private struct LiteralFrame(int node, int typeNode, int bottom)
    {
        public readonly int Node = node;

        public readonly int TypeNode = typeNode;

        // Number of the first frame of the same scan.
        public readonly int Bottom = bottom;

        public TypePlace Type;

        public bool IsTypeFound;
    }
}
