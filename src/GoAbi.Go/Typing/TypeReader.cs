using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Type expressions to types (Go spec, "Types").</summary>
internal sealed class TypeReader(TypeContext context)
{
    private const int MaxDepth = 200;

    private int depth;

    /// <summary>The type that an expression denotes; unknown where it denotes none.</summary>
    public GoType Read(GoNode node)
    {
        if (depth >= MaxDepth || !TypeCycles.EnterLevel())
        {
            return GoUnknownType.Instance;
        }

        depth++;
        try
        {
            return ReadOne(node);
        }
        finally
        {
            depth--;
            TypeCycles.LeaveLevel();
        }
    }

    /// <summary>A constraint as an interface: int | string stands for interface{ int | string }.</summary>
    public static GoType Constraint(GoType written) => written.IsUnknown || written.Underlying is GoInterfaceType && written is not GoTypeParameter
        ? written
        : new GoInterfaceType(ImmutableArray<GoInterfaceMethod>.Empty, ImmutableArray.Create(written));

    /// <summary>The signature of a Signature node.</summary>
    public GoSignature Signature(GoNode signature, ImmutableArray<GoTypeParameter> typeParameters = default, GoType? receiver = null, ImmutableArray<GoTypeParameter> receiverParameters = default)
    {
        if (signature.Kind != GoSyntaxKind.Signature)
        {
            return new GoSignature(ImmutableArray<GoType>.Empty, ImmutableArray<GoType>.Empty, false, typeParameters, receiver, receiverParameters);
        }

        var isVariadic = false;
        var parameters = Fields(signature[0], ref isVariadic);
        var ignored = false;
        var results = Fields(signature[1], ref ignored);
        return new GoSignature(parameters, results, isVariadic, typeParameters, receiver, receiverParameters);
    }

    // A Field without names is one parameter.
    private ImmutableArray<GoType> Fields(GoNode fields, ref bool isVariadic)
    {
        if (fields.IsNone)
        {
            return ImmutableArray<GoType>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<GoType>();
        foreach (var field in fields.Children)
        {
            if (field.Kind != GoSyntaxKind.Field)
            {
                found.Add(GoUnknownType.Instance);
                continue;
            }

            var written = field[1];
            GoType type;
            if (written.Kind == GoSyntaxKind.Ellipsis)
            {
                type = new GoSliceType(Read(written[0]));
                isVariadic = true;
            }
            else
            {
                type = Read(written);
            }

            var count = field[0].IsNone ? 1 : field[0].ChildCount;
            for (var i = 0; i < count; i++)
            {
                found.Add(type);
            }
        }

        return found.ToImmutable();
    }

    private GoType ReadOne(GoNode node)
    {
        switch (node.Kind)
        {
            case GoSyntaxKind.Paren:
                return Read(node[0]);
            case GoSyntaxKind.Identifier:
                return Named(node);
            case GoSyntaxKind.Selector:
                return OfObject(context.Names.FindQualified(node, out _), default);
            case GoSyntaxKind.Index:
                return Instance(node);
            case GoSyntaxKind.Star:
                return new GoPointerType(Read(node[0]));
            case GoSyntaxKind.ArrayType:
                return new GoArrayType(Read(node[1]), node[0].Kind == GoSyntaxKind.Ellipsis ? -1 : Length(node[0]));
            case GoSyntaxKind.SliceType:
                return new GoSliceType(Read(node[0]));
            case GoSyntaxKind.MapType:
                return new GoMapType(Read(node[0]), Read(node[1]));
            case GoSyntaxKind.ChanType:
                return new GoChanType(Read(node[0]), (node.Flags & GoNodeFlags.ReceiveOnly) == 0, (node.Flags & GoNodeFlags.SendOnly) == 0);
            case GoSyntaxKind.FuncType:
                return Signature(node[0]);
            case GoSyntaxKind.StructType:
                return Structure(node);
            case GoSyntaxKind.InterfaceType:
                return Interface(node);
            case GoSyntaxKind.Binary when node.MainTokenKind == GoTokenKind.Or:
                return Union(node);
            case GoSyntaxKind.Unary when node.MainTokenKind == GoTokenKind.Tilde:
                return new GoUnionType(ImmutableArray.Create(new GoUnionTerm(Read(node[0]), IsTilde: true)));
            case GoSyntaxKind.Ellipsis:
                return new GoSliceType(Read(node[0]));
            default:
                return GoUnknownType.Instance;
        }
    }

    private GoType Named(GoNode identifier) =>
        context.FindParameter(identifier.Text) ?? OfObject(context.Names.Find(identifier), identifier);

    private GoType OfObject(GoObject? item, GoNode use)
    {
        if (item is not { Kind: GoObjectKind.TypeName })
        {
            return GoUnknownType.Instance;
        }

        if (item.IsTypeParameter)
        {
            return context.Session.FindParameter(item.Declaration) ?? LocalTypes.ReadParameter(item, context) ?? (GoType)GoUnknownType.Instance;
        }

        return item.IsLocal ? LocalTypes.ReadType(item, context) : context.Session.TypeOf(item);
    }

    private GoType Instance(GoNode index)
    {
        var generic = Read(index[0]);
        var arguments = ImmutableArray.CreateBuilder<GoType>();
        var isFirst = true;
        foreach (var child in index.Children)
        {
            if (!isFirst)
            {
                arguments.Add(Read(child));
            }

            isFirst = false;
        }

        if (generic is GoNamedType named && named.TypeParameters.Length == arguments.Count)
        {
            return named.Instantiate(arguments.ToImmutable());
        }

        // A generic alias: what it stands for, its parameters replaced.
        return AliasOf(index[0]) is { } alias
            ? TypeSubstitution.Of(context.Session.TypeParametersOf(alias.DeclaringNode[1], context.Session.ContextOf(alias.DeclaringNode.Tree, alias.Owner!)), arguments.ToImmutable()).Apply(generic)
            : GoUnknownType.Instance;
    }

    private GoObject? AliasOf(GoNode name)
    {
        var item = name.Kind == GoSyntaxKind.Identifier ? context.Names.Find(name) : name.Kind == GoSyntaxKind.Selector ? context.Names.FindQualified(name, out _) : null;
        return item is { IsAlias: true, Owner: not null } ? item : null;
    }

    private long Length(GoNode node)
    {
        var value = new ExpressionTyper(context).Constant(node).Value as GoNumberValue;
        return value is { IsInteger: true } && value.ToInteger() is var length && length.Sign >= 0 && length <= long.MaxValue ? (long)length : -1;
    }

    private GoStructType Structure(GoNode node)
    {
        var fields = ImmutableArray.CreateBuilder<GoField>();
        foreach (var field in node.Children)
        {
            if (field.Kind != GoSyntaxKind.Field)
            {
                continue;
            }

            var type = Read(field[1]);
            var tag = field[2].IsNone ? null : Literals.Unquote(field[2].Text);
            if (field[0].IsNone)
            {
                fields.Add(new GoField(EmbeddedName(field[1]), type, IsEmbedded: true, tag, context.Owner.ImportPath, field[1]));
                continue;
            }

            foreach (var name in field[0].Children)
            {
                fields.Add(new GoField(name.Text, type, IsEmbedded: false, tag, context.Owner.ImportPath, name));
            }
        }

        return new GoStructType(fields.ToImmutable());
    }

    // T, *T, p.T, T[int] (Go spec, "Struct types").
    private static string EmbeddedName(GoNode type)
    {
        while (true)
        {
            switch (type.Kind)
            {
                case GoSyntaxKind.Star:
                case GoSyntaxKind.Paren:
                case GoSyntaxKind.Index:
                    type = type[0];
                    break;
                case GoSyntaxKind.Selector:
                    type = type[1];
                    break;
                default:
                    return type.Kind == GoSyntaxKind.Identifier ? type.Text : "";
            }
        }
    }

    private GoInterfaceType Interface(GoNode node)
    {
        var methods = ImmutableArray.CreateBuilder<GoInterfaceMethod>();
        var embedded = ImmutableArray.CreateBuilder<GoType>();
        var declaring = depth == 1 ? context.Declaring : null;
        foreach (var element in node.Children)
        {
            if (element.Kind == GoSyntaxKind.MethodSpec)
            {
                methods.Add(new GoInterfaceMethod(element[0].Text, Signature(element[1]), context.Owner.ImportPath, element[0], declaring));
            }
            else
            {
                embedded.Add(Read(element));
            }
        }

        return new GoInterfaceType(methods.ToImmutable(), embedded.ToImmutable());
    }

    private GoUnionType Union(GoNode node)
    {
        // Unions lean to the left and can be long.
        var terms = new System.Collections.Generic.List<GoUnionTerm>();
        while (node.Kind == GoSyntaxKind.Binary && node.MainTokenKind == GoTokenKind.Or)
        {
            terms.Add(Term(node[1]));
            node = node[0];
        }

        terms.Add(Term(node));
        terms.Reverse();
        return new GoUnionType(terms.ToImmutableArray());
    }

    private GoUnionTerm Term(GoNode node) => node.Kind == GoSyntaxKind.Unary && node.MainTokenKind == GoTokenKind.Tilde
        ? new GoUnionTerm(Read(node[0]), IsTilde: true)
        : new GoUnionTerm(Read(node), IsTilde: false);
}
