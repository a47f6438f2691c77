using System;
using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>What a call calls, now that types are known.</summary>
public enum GoCalleeKind : byte
{
    /// <summary>Something that is not known, because source is missing or wrong.</summary>
    Unknown,

    /// <summary>T(x): no call.</summary>
    Conversion,

    /// <summary>A built-in function, those of package unsafe included.</summary>
    Builtin,

    /// <summary>A declared function, instantiated or not.</summary>
    Function,

    /// <summary>A method of a defined type, promoted or not, or by a method expression T.M: a static call.</summary>
    Method,

    /// <summary>A method of an interface or of a type parameter: found at run time, or when the generic function is instantiated.</summary>
    InterfaceMethod,

    /// <summary>A function literal called where it stands.</summary>
    FunctionLiteral,

    /// <summary>A func value: variable, field, element, result.</summary>
    FunctionValue,

    /// <summary>C.f(...).</summary>
    Cgo,
}

/// <summary>What a call calls.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Object">The function, method, built-in or type's name, where one is declared; else null.</param>
/// <param name="Selection">For x.f: the field or method selected; else null.</param>
/// <param name="FullName">The function's or method's name as go/types writes it; null for what has none.</param>
public readonly record struct GoCallee(GoCalleeKind Kind, GoObject? Object, GoSelection? Selection, string? FullName);

/// <summary>The types of a package's expressions, found when they are asked for. Thread-safe: one thread at a time works, the others wait.</summary>
public sealed class GoTypeBinding
{
    private readonly GoBinding binding;
    private readonly ExpressionTyper typer;
    private readonly object gate = new();

    /// <param name="binding">The package with its names resolved.</param>
    /// <param name="session">The types of package-level declarations; its scopes must be those that the binding was given.</param>
    public GoTypeBinding(GoBinding binding, GoTypeSession session)
    {
        this.binding = binding ?? throw new ArgumentNullException(nameof(binding));
        Session = session ?? throw new ArgumentNullException(nameof(session));
        var context = new TypeContext(session, binding.Scope, new BoundNames(binding));
        typer = new ExpressionTyper(context, new Dictionary<GoNode, TypedValue>(NodeComparer.Instance));
    }

    /// <summary>The types of package-level declarations.</summary>
    public GoTypeSession Session { get; }

    /// <summary>The type of an expression, or the type that a type expression denotes; a tuple for a call with several results; unknown where that can't be known.</summary>
    public GoType TypeOf(GoNode expression)
    {
        lock (gate)
        {
            var value = typer.Of(expression);
            return value.Mode == ValueMode.NoValue ? GoUnknownType.Instance : value.Type;
        }
    }

    /// <summary>The value of a constant expression; null for what is none.</summary>
    public GoConstantValue? ValueOf(GoNode expression)
    {
        lock (gate)
        {
            return typer.Constant(expression).Value;
        }
    }

    /// <summary>The field or method that x.f denotes; null where x is a package or nothing is found.</summary>
    public GoSelection? SelectionOf(GoNode selector)
    {
        if (selector.Kind != GoSyntaxKind.Selector)
        {
            return null;
        }

        lock (gate)
        {
            return typer.Selection(selector);
        }
    }

    /// <summary>What a Call calls.</summary>
    /// <exception cref="ArgumentException">The node is no Call.</exception>
    public GoCallee CalleeOf(GoNode call)
    {
        var target = binding.ClassifyCall(call);
        switch (target.Kind)
        {
            case GoCallTargetKind.Function:
                return new GoCallee(GoCalleeKind.Function, target.Object, null, target.Object!.PackagePath + "." + target.Object.Name);
            case GoCallTargetKind.Builtin:
                return new GoCallee(GoCalleeKind.Builtin, target.Object, null, target.Object!.Name);
            case GoCallTargetKind.Conversion:
                return new GoCallee(GoCalleeKind.Conversion, target.Object, null, null);
            case GoCallTargetKind.FunctionLiteral:
                return new GoCallee(GoCalleeKind.FunctionLiteral, null, null, null);
            case GoCallTargetKind.Cgo:
                return new GoCallee(GoCalleeKind.Cgo, null, null, null);
            case GoCallTargetKind.Variable:
                return new GoCallee(GoCalleeKind.FunctionValue, target.Object, null, null);
            case GoCallTargetKind.MethodOrField:
            case GoCallTargetKind.MethodExpression:
            case GoCallTargetKind.FunctionValueExpression:
                return OfExpression(target.Callee);
            default:
                return default;
        }
    }

    private GoCallee OfExpression(GoNode callee)
    {
        lock (gate)
        {
            var selector = callee.Kind == GoSyntaxKind.Index ? callee[0].Unparenthesized() : callee;
            if (selector.Kind == GoSyntaxKind.Selector && typer.Selection(selector) is { } selection && (selection.Kind != GoSelectionKind.Field || selector == callee))
            {
                return selection.Kind switch
                {
                    GoSelectionKind.Method => new GoCallee(GoCalleeKind.Method, selection.Method, selection, selection.FullName),
                    GoSelectionKind.InterfaceMethod => new GoCallee(GoCalleeKind.InterfaceMethod, null, selection, selection.FullName),
                    _ => new GoCallee(GoCalleeKind.FunctionValue, null, selection, null),
                };
            }

            var value = typer.Of(callee);
            return value.Mode switch
            {
                ValueMode.Type => new GoCallee(GoCalleeKind.Conversion, null, null, null),
                ValueMode.Value when CoreTypes.Of(value.Type) is GoSignature => new GoCallee(GoCalleeKind.FunctionValue, null, null, null),
                _ => default,
            };
        }
    }
}
