namespace GoAbi.Go;

/// <summary>The types of what functions declare: parameters, variables, constants, types (Go spec, "Declarations and scope").</summary>
internal static class LocalTypes
{
    /// <summary>What a local type's name denotes, type parameters included.</summary>
    public static GoType ReadName(GoObject item, TypeContext context) =>
        item.IsTypeParameter ? ReadParameter(item, context) ?? (GoType)GoUnknownType.Instance : ReadType(item, context);

    /// <summary>A type that is declared inside a function.</summary>
    public static GoType ReadType(GoObject item, TypeContext context)
    {
        var spec = item.DeclaringNode;
        if (spec.Kind != GoSyntaxKind.TypeSpec)
        {
            return GoUnknownType.Instance;
        }

        if (!item.IsAlias)
        {
            return context.Session.Defined(item, spec, context);
        }

        if (!TypeCycles.Enter(item))
        {
            return GoUnknownType.Instance;
        }

        try
        {
            return new TypeReader(context).Read(spec[2]);
        }
        finally
        {
            TypeCycles.Leave(item);
        }
    }

    /// <summary>A type parameter of a function, type or receiver; null where its declaration is odd.</summary>
    public static GoTypeParameter? ReadParameter(GoObject item, TypeContext context)
    {
        if (context.Session.FindParameter(item.Declaration) is { } known)
        {
            return known;
        }

        // A list that does not give the parameter may mention it, many times.
        if (context.Session.IsMissing(item.Declaration) || !TypeCycles.Enter(item))
        {
            return null;
        }

        try
        {
            var list = item.DeclaringNode.Parent;
            if (list.Kind == GoSyntaxKind.TypeParameters)
            {
                context.Session.TypeParametersOf(list, context);
            }
            else if (list.Parent.Kind == GoSyntaxKind.FuncDecl)
            {
                DeclaredTypeReader.FunctionSignature(list.Parent, context);
            }

            return context.Session.FindParameter(item.Declaration) ?? context.Session.RememberMissing(item.Declaration);
        }
        finally
        {
            TypeCycles.Leave(item);
        }
    }

    /// <summary>A constant that is declared inside a function.</summary>
    public static TypedValue ReadConstant(GoObject item, ExpressionTyper typer)
    {
        if (!TypeCycles.Enter(item))
        {
            return TypedValue.Unknown;
        }

        try
        {
            return ConstantReader.Read(item, typer);
        }
        finally
        {
            TypeCycles.Leave(item);
        }
    }

    /// <summary>The type of a parameter or variable.</summary>
    public static GoType ReadVariable(GoObject item, ExpressionTyper typer)
    {
        if (!TypeCycles.Enter(item))
        {
            return GoUnknownType.Instance;
        }

        try
        {
            return Variable(item, typer);
        }
        finally
        {
            TypeCycles.Leave(item);
        }
    }

    private static GoType Variable(GoObject item, ExpressionTyper typer)
    {
        var node = item.DeclaringNode;
        switch (node.Kind)
        {
            case GoSyntaxKind.Field:
                return item.IsReceiver ? Receiver(node, typer) : Parameter(node, typer);
            case GoSyntaxKind.ValueSpec:
                return DeclaredTypeReader.VariableType(item.Declaration, node, typer);
            case GoSyntaxKind.AssignStmt:
                return typer.AssignedType(item.Declaration, node[0], node[1]);
            case GoSyntaxKind.RangeStmt:
                return RangeTypes.Of(typer, node, isKey: node[0] == item.Declaration);
            case GoSyntaxKind.CaseClause:
                return TypeSwitchSymbol(node, typer);
            default:
                return GoUnknownType.Instance;
        }
    }

    private static GoType Parameter(GoNode field, ExpressionTyper typer) => field[1].Kind == GoSyntaxKind.Ellipsis
        ? new GoSliceType(typer.ReadType(field[1][0]))
        : typer.ReadType(field[1]);

    private static GoType Receiver(GoNode field, ExpressionTyper typer) =>
        field.Parent.Parent is { Kind: GoSyntaxKind.FuncDecl } function && DeclaredTypeReader.FunctionSignature(function, typer.Context).Receiver is { } type
            ? type
            : GoUnknownType.Instance;

    // In a clause that lists exactly one type the symbol has that type, else the type of what is switched on (Go spec, "Type switches").
    private static GoType TypeSwitchSymbol(GoNode clause, ExpressionTyper typer)
    {
        var types = clause[0];
        if (types.Kind == GoSyntaxKind.ExpressionList && types.ChildCount == 1)
        {
            var only = types[0];
            if (typer.Of(only).Mode == ValueMode.Type)
            {
                return typer.ReadType(only);
            }
        }

        // CaseClause, Block, TypeSwitchStmt: its guard is x := y.(type).
        var guard = clause.Parent.Parent is { Kind: GoSyntaxKind.TypeSwitchStmt } statement ? statement[1] : default;
        var assertion = guard.Kind switch
        {
            GoSyntaxKind.AssignStmt when guard[1].ChildCount == 1 => guard[1][0].Unparenthesized(),
            GoSyntaxKind.ExprStmt => guard[0].Unparenthesized(),
            _ => default,
        };
        return assertion.Kind == GoSyntaxKind.TypeAssertion ? typer.TypeOf(assertion[0]) : GoUnknownType.Instance;
    }
}
