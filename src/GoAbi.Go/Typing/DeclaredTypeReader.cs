using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>The types of what packages declare at package level.</summary>
internal static class DeclaredTypeReader
{
    public static GoType Read(GoObject item, TypeContext context)
    {
        var node = item.DeclaringNode;
        switch (item.Kind)
        {
            case GoObjectKind.TypeName when node.Kind == GoSyntaxKind.TypeSpec:
                return item.IsAlias
                    ? new TypeReader(context.With(context.Session.TypeParametersOf(node[1], context))).Read(node[2])
                    : context.Session.Defined(item, node, context);
            case GoObjectKind.Function when node.Kind == GoSyntaxKind.FuncDecl:
                return FunctionSignature(node, context);
            case GoObjectKind.Variable when node.Kind == GoSyntaxKind.ValueSpec:
                return VariableType(item.Declaration, node, new ExpressionTyper(context));
            default:
                return GoUnknownType.Instance;
        }
    }

    /// <summary>The signature of a FuncDecl, receiver included.</summary>
    public static GoSignature FunctionSignature(GoNode function, TypeContext context)
    {
        var receiver = function[0];
        if (receiver.IsNone)
        {
            var parameters = context.Session.TypeParametersOf(function[2], context);
            return new TypeReader(context.With(parameters)).Signature(function[3], parameters);
        }

        var field = receiver.LastChild;
        var written = field.Kind == GoSyntaxKind.Field ? field[1] : default;
        var isPointer = false;
        while (written.Kind is GoSyntaxKind.Star or GoSyntaxKind.Paren)
        {
            isPointer |= written.Kind == GoSyntaxKind.Star;
            written = written[0];
        }

        var origin = new TypeReader(context).Read(written.Kind == GoSyntaxKind.Index ? written[0] : written) as GoNamedType;
        var named = context.Session.ReceiverParameters(written, origin);
        GoType type = origin is null ? GoUnknownType.Instance : named.IsEmpty ? origin : origin.Instantiate(ImmutableArray.CreateRange<GoType>(named));
        var inner = context.With(named);
        var own = context.Session.TypeParametersOf(function[2], inner);
        return new TypeReader(inner.With(own)).Signature(function[3], own, isPointer ? new GoPointerType(type) : type, named);
    }

    /// <summary>The type of one name of a "var" line.</summary>
    public static GoType VariableType(GoNode name, GoNode spec, ExpressionTyper typer)
    {
        if (!spec[1].IsNone)
        {
            return typer.ReadType(spec[1]);
        }

        return spec[2].IsNone ? GoUnknownType.Instance : typer.AssignedType(name, spec[0], spec[2]);
    }
}
