using System;

namespace GoAbi.Go;

/// <content>What calls call.</content>
public sealed partial class GoBinding
{
    /// <summary>What a Call calls: a function, a type (then it is a conversion), a built-in... See <see cref="GoCallTargetKind"/>.</summary>
    /// <exception cref="ArgumentException">The node is no Call.</exception>
    public GoCallTarget ClassifyCall(GoNode call)
    {
        if (call.Kind != GoSyntaxKind.Call)
        {
            throw new ArgumentException("Not a Call: " + call, nameof(call));
        }

        var callee = call[0].Unparenthesized();
        switch (callee.Kind)
        {
            case GoSyntaxKind.Identifier:
                return OfReference(Resolve(callee), callee);
            case GoSyntaxKind.Selector:
                return OfSelector(callee);
            case GoSyntaxKind.Index:
                return OfIndex(callee);
            case GoSyntaxKind.FuncLiteral:
                return new GoCallTarget(GoCallTargetKind.FunctionLiteral, null, callee);
            case GoSyntaxKind.BadExpr:
            case GoSyntaxKind.None:
                return new GoCallTarget(GoCallTargetKind.Unresolved, null, callee);
            default:
                var kind = IsType(callee) switch
                {
                    true => GoCallTargetKind.Conversion,
                    null => GoCallTargetKind.Unresolved,
                    _ => GoCallTargetKind.FunctionValueExpression,
                };
                return new GoCallTarget(kind, null, callee);
        }
    }

    // C's arithmetic types as cgo names them (cmd/cgo, "Go references to C"): C.int(x) converts. Other names of C may be
    // types too; only C knows.
    private static bool IsCgoType(string name) => name is "char" or "schar" or "uchar" or "short" or "ushort" or "int" or "uint"
        or "long" or "ulong" or "longlong" or "ulonglong" or "float" or "double" or "size_t" or "uintptr_t";

    private static GoCallTarget OfReference(GoReference reference, GoNode callee)
    {
        var kind = reference.Status == GoReferenceStatus.Member
            ? GoCallTargetKind.MethodOrField
            : reference.Object?.Kind switch
            {
                GoObjectKind.Function => GoCallTargetKind.Function,
                GoObjectKind.Builtin => GoCallTargetKind.Builtin,
                GoObjectKind.TypeName => GoCallTargetKind.Conversion,
                GoObjectKind.Variable => GoCallTargetKind.Variable,
                _ => GoCallTargetKind.Unresolved,
            };
        return new GoCallTarget(kind, kind == GoCallTargetKind.Unresolved ? null : reference.Object, callee);
    }

    private GoCallTarget OfSelector(GoNode selector)
    {
        var operand = selector[0];
        if (operand.Kind == GoSyntaxKind.Identifier && Resolve(operand).Object is { Kind: GoObjectKind.PackageName } package)
        {
            if (package.ImportPath == "C")
            {
                var isType = IsCgoType(selector[1].Text);
                return new GoCallTarget(isType ? GoCallTargetKind.Conversion : GoCallTargetKind.Cgo, null, selector);
            }

            return OfReference(Resolve(selector), selector);
        }

        var kind = IsType(operand) switch
        {
            true => GoCallTargetKind.MethodExpression,
            null => GoCallTargetKind.Unresolved,
            _ => GoCallTargetKind.MethodOrField,
        };
        return new GoCallTarget(kind, null, selector);
    }

    // F[int](x) against fs[i](x): what is indexed decides. x.M[int](y) is a generic method (go1.27), x.fs[i](y) a field:
    // there the index decides.
    private GoCallTarget OfIndex(GoNode index)
    {
        var operand = index[0].Unparenthesized();
        if (operand.Kind is GoSyntaxKind.Identifier or GoSyntaxKind.Selector)
        {
            var reference = Resolve(operand);
            if (reference.Object is { Kind: GoObjectKind.Function or GoObjectKind.TypeName })
            {
                return OfReference(reference, index);
            }

            if (reference.Status == GoReferenceStatus.Unresolved)
            {
                return new GoCallTarget(GoCallTargetKind.Unresolved, null, index);
            }

            if (reference.Status == GoReferenceStatus.Member && IsType(index[1]) == true)
            {
                return new GoCallTarget(GoCallTargetKind.MethodOrField, null, index);
            }
        }

        return new GoCallTarget(GoCallTargetKind.FunctionValueExpression, null, index);
    }

    // Whether an expression denotes a type; null where a name in it is not known.
    private bool? IsType(GoNode node)
    {
        while (true)
        {
            switch (node.Kind)
            {
                case GoSyntaxKind.Paren:
                case GoSyntaxKind.Star:
                case GoSyntaxKind.Index:
                    node = node[0];
                    break;
                case GoSyntaxKind.ArrayType:
                case GoSyntaxKind.SliceType:
                case GoSyntaxKind.MapType:
                case GoSyntaxKind.ChanType:
                case GoSyntaxKind.FuncType:
                case GoSyntaxKind.StructType:
                case GoSyntaxKind.InterfaceType:
                    return true;
                case GoSyntaxKind.Identifier:
                case GoSyntaxKind.Selector:
                    var reference = Resolve(node);
                    return reference.Status == GoReferenceStatus.Unresolved ? null : reference.Object?.Kind == GoObjectKind.TypeName;
                case GoSyntaxKind.BadExpr:
                case GoSyntaxKind.None:
                    return null;
                default:
                    return false;
            }
        }
    }
}
