namespace GoAbi.Go;

/// <summary>
/// What the syntax of a function's declaration says about its signature, no types needed. Whether there are parameters or
/// results at all decides how the compiler translates "defer f()" and "go f()".
/// </summary>
/// <param name="HasReceiver">True for a method.</param>
/// <param name="ParameterCount">Parameters, named or not; without the receiver.</param>
/// <param name="ResultCount">Results, named or not.</param>
/// <param name="TypeParameterCount">Type parameters of the function itself.</param>
/// <param name="IsVariadic">True where the last parameter is ...T.</param>
public readonly record struct GoFunctionShape(bool HasReceiver, int ParameterCount, int ResultCount, int TypeParameterCount, bool IsVariadic)
{
    /// <summary>True without parameters and results: the function can be run by defer and go as it is.</summary>
    public bool IsEmpty => !HasReceiver && ParameterCount == 0 && ResultCount == 0;

    /// <summary>The shape of a FuncDecl, FuncLiteral, FuncType, MethodSpec or Signature; the default value for other nodes.</summary>
    public static GoFunctionShape Of(GoNode function)
    {
        switch (function.Kind)
        {
            case GoSyntaxKind.FuncDecl:
                return OfSignature(function[3]) with
                {
                    HasReceiver = !function[0].IsNone,
                    TypeParameterCount = Count(function[2]),
                };
            case GoSyntaxKind.MethodSpec:
                return OfSignature(function[1]);
            case GoSyntaxKind.FuncLiteral:
            case GoSyntaxKind.FuncType:
                return OfSignature(function[0]);
            case GoSyntaxKind.Signature:
                return OfSignature(function);
            default:
                return default;
        }
    }

    private static GoFunctionShape OfSignature(GoNode signature)
    {
        if (signature.Kind != GoSyntaxKind.Signature)
        {
            return default;
        }

        var parameters = signature[0];
        var last = parameters.LastChild;
        var isVariadic = last.Kind == GoSyntaxKind.Field && last[1].Kind == GoSyntaxKind.Ellipsis;
        return new GoFunctionShape(false, Count(parameters), Count(signature[1]), 0, isVariadic);
    }

    // A Field without names is one parameter.
    private static int Count(GoNode fields)
    {
        var count = 0;
        if (!fields.IsNone)
        {
            foreach (var field in fields.Children)
            {
                count += field.Kind != GoSyntaxKind.Field || field[0].IsNone ? 1 : field[0].ChildCount;
            }
        }

        return count;
    }
}
