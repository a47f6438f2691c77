namespace GoAbi.Go;

/// <summary>What stands before the parentheses of a call, as far as scopes alone can tell.</summary>
public enum GoCallTargetKind : byte
{
    /// <summary>Something that was not at hand, or that cannot be called.</summary>
    Unresolved,

    /// <summary>A declared function, instantiated or not: a static call.</summary>
    Function,

    /// <summary>A built-in function, those of package unsafe included.</summary>
    Builtin,

    /// <summary>A type: T(x) is a conversion, not a call.</summary>
    Conversion,

    /// <summary>A function literal called where it stands.</summary>
    FunctionLiteral,

    /// <summary>x.f(...): a method, an interface's method or a field; needs types.</summary>
    MethodOrField,

    /// <summary>A variable that holds a function.</summary>
    Variable,

    /// <summary>T.M(x, ...), (*T).M(x, ...).</summary>
    MethodExpression,

    /// <summary>Any other expression that gives a function: f()(), fs[i](), (*p)(), x.(func())().</summary>
    FunctionValueExpression,

    /// <summary>C.f(...).</summary>
    Cgo,
}

/// <summary>What a call calls.</summary>
/// <param name="Kind">What stands before the parentheses.</param>
/// <param name="Object">The function, built-in, type or variable where a name says it; else null.</param>
/// <param name="Callee">The expression before the parentheses, without parentheses of its own.</param>
public readonly record struct GoCallTarget(GoCallTargetKind Kind, GoObject? Object, GoNode Callee);
