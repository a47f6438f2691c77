using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <content>Calls, conversions and built-in functions (Go spec, "Calls", "Conversions", "Built-in functions").</content>
internal sealed partial class ExpressionTyper
{
    private TypedValue Call(GoNode node)
    {
        var callee = Of(node[0]);
        switch (callee.Mode)
        {
            case ValueMode.Type:
                return node.ChildCount == 2 ? Convert(Of(node[1]), callee.Type) : TypedValue.OfType(callee.Type) with { Mode = ValueMode.Value };
            case ValueMode.Builtin:
                return Builtin(callee.Object!, node);
            case ValueMode.Value:
                return CoreTypes.Of(callee.Type) is GoSignature signature ? Result(signature, node) : TypedValue.Unknown;
            default:
                return TypedValue.Unknown;
        }
    }

    private TypedValue Result(GoSignature signature, GoNode call)
    {
        if (!signature.TypeParameters.IsEmpty)
        {
            signature = TypeInference.OfCall(signature, ExplicitArguments(call[0]), Arguments(call), (call.Flags & GoNodeFlags.Variadic) != 0);
        }

        return signature.Results.Length switch
        {
            0 => TypedValue.NoValue,
            1 => TypedValue.Of(signature.Results[0]),
            _ => TypedValue.Of(new GoTupleType(signature.Results)),
        };
    }

    // F[int](x): what is given already; the rest is inferred. Index has typed the complete ones.
    private ImmutableArray<GoType> ExplicitArguments(GoNode callee)
    {
        callee = callee.Unparenthesized();
        return callee.Kind == GoSyntaxKind.Index && Of(callee[0]) is { Type: GoSignature { TypeParameters.IsEmpty: false } } ? TypeArguments(callee) : ImmutableArray<GoType>.Empty;
    }

    /// <summary>What is passed: of f(g()) with several results of g, each of them.</summary>
    private List<TypedValue> Arguments(GoNode call)
    {
        var found = new List<TypedValue>();
        var isCallee = true;
        foreach (var child in call.Children)
        {
            if (!isCallee)
            {
                found.Add(Of(child));
            }

            isCallee = false;
        }

        if (found.Count == 1 && found[0] is { Mode: ValueMode.Value, Type: GoTupleType tuple })
        {
            found.Clear();
            foreach (var element in tuple.Elements)
            {
                found.Add(TypedValue.Of(element));
            }
        }

        return found;
    }

    /// <summary>A value converted to a type; a constant stays one where the language says so.</summary>
    public static TypedValue Convert(TypedValue value, GoType type)
    {
        if (type.IsUnknown)
        {
            return TypedValue.Unknown;
        }

        return value.Mode == ValueMode.Constant && type is not GoTypeParameter && type.Underlying is GoBasicType basic && (basic.IsNumeric || basic.IsString || basic.IsBoolean)
            ? new TypedValue(ValueMode.Constant, type, ConstantArithmetic.Convert(value.Value, basic))
            : TypedValue.Of(type);
    }

    private TypedValue Builtin(GoObject builtin, GoNode call)
    {
        var hasArgument = call.ChildCount > 1;
        var first = hasArgument ? call[1] : default;
        if (builtin.PackagePath == "unsafe")
        {
            return hasArgument ? Unsafe(builtin.Name, first) : TypedValue.Unknown;
        }

        switch (builtin.Name)
        {
            case "append":
                return hasArgument ? Append(first) : TypedValue.Unknown;
            case "len":
            case "cap":
                return new TypedValue(ValueMode.Value, GoBasicType.Of(GoBasicKind.Int)) is var length && hasArgument && ConstantLength(builtin.Name, first) is { } known
                    ? length with { Mode = ValueMode.Constant, Value = ConstantReader.Number(known) }
                    : length;
            case "copy":
                return TypedValue.Basic(GoBasicKind.Int);
            case "make":
                return hasArgument ? TypedValue.Of(ReadType(first)) : TypedValue.Unknown;
            case "new":
                return hasArgument ? New(first) : TypedValue.Unknown;
            case "recover":
                return TypedValue.Of(UniverseTypes.Any);
            case "complex":
                return hasArgument ? Complex(call) : TypedValue.Unknown;
            case "real":
            case "imag":
                return hasArgument ? Part(Of(first), builtin.Name == "real") : TypedValue.Unknown;
            case "min":
            case "max":
                return hasArgument ? Extreme(call, builtin.Name == "max") : TypedValue.Unknown;
            default:
                return TypedValue.NoValue;
        }
    }

    private TypedValue Append(GoNode first)
    {
        var slice = Of(first);
        return slice.Mode == ValueMode.Value && CoreTypes.Of(slice.Type) is GoSliceType or GoBasicType { IsString: true } ? TypedValue.Of(slice.Type) : TypedValue.Unknown;
    }

    // new(expression) since go1.26.
    private TypedValue New(GoNode first)
    {
        var operand = Of(first);
        var pointed = operand.Mode == ValueMode.Type ? operand.Type : operand.DefaultType;
        return pointed.IsUnknown ? TypedValue.Unknown : TypedValue.Of(new GoPointerType(pointed));
    }

    // Constant where the length is part of the type and nothing has to be evaluated (Go spec, "Length and capacity").
    private long? ConstantLength(string name, GoNode argument)
    {
        var operand = Of(argument);
        if (operand.Mode == ValueMode.Constant)
        {
            return name == "len" && operand.Value is GoStringValue text ? Utf8Length(text.Value) : null;
        }

        var array = operand.Type.Underlying is GoPointerType pointer ? pointer.Element.Underlying as GoArrayType : operand.Type.Underlying as GoArrayType;
        return array is { Length: >= 0 } && operand.Type is not GoTypeParameter && !HasCallOrReceive(argument) ? array.Length : null;
    }

    private static long Utf8Length(string text)
    {
        long count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                count += 4;
                i++;
            }
            else
            {
                // A lone low surrogate stands for a byte.
                count += c < 0x80 || char.IsLowSurrogate(c) ? 1 : c < 0x800 ? 2 : 3;
            }
        }

        return count;
    }

    private bool HasCallOrReceive(GoNode node)
    {
        var stack = new Stack<GoNode>();
        stack.Push(node);
        while (stack.Count > 0)
        {
            var at = stack.Pop();
            if (at.Kind == GoSyntaxKind.FuncLiteral)
            {
                continue;
            }

            if ((at.Kind == GoSyntaxKind.Call && Of(at).Mode != ValueMode.Constant && Of(at[0]).Mode is not (ValueMode.Type or ValueMode.Builtin))
                || (at.Kind == GoSyntaxKind.Unary && at.MainTokenKind == GoTokenKind.Arrow))
            {
                return true;
            }

            foreach (var child in at.Children)
            {
                stack.Push(child);
            }
        }

        return false;
    }

    private TypedValue Complex(GoNode call)
    {
        var (real, imaginary) = (Of(call[1]), call.ChildCount > 2 ? Of(call[2]) : TypedValue.Unknown);
        if (real.Mode == ValueMode.Constant && imaginary.Mode == ValueMode.Constant && real.IsUntyped && imaginary.IsUntyped)
        {
            return TypedValue.Constant(
                GoBasicKind.UntypedComplex, real.Value is GoNumberValue a && imaginary.Value is GoNumberValue b ? new GoNumberValue(a.Real, b.Real) : null);
        }

        var typed = real.IsUntyped ? imaginary : real;
        return typed.Type.Underlying is GoBasicType { Kind: GoBasicKind.Float32 } ? TypedValue.Basic(GoBasicKind.Complex64) : TypedValue.Basic(GoBasicKind.Complex128);
    }

    private static TypedValue Part(TypedValue operand, bool isReal)
    {
        if (operand is { Mode: ValueMode.Constant, IsUntyped: true })
        {
            return TypedValue.Constant(GoBasicKind.UntypedFloat, operand.Value is GoNumberValue number ? new GoNumberValue(isReal ? number.Real : number.Imaginary) : null);
        }

        return operand.Type.Underlying is GoBasicType { Kind: GoBasicKind.Complex64 } ? TypedValue.Basic(GoBasicKind.Float32) : TypedValue.Basic(GoBasicKind.Float64);
    }

    private TypedValue Extreme(GoNode call, bool isMaximum)
    {
        var result = TypedValue.Unknown;
        var isFirst = true;
        foreach (var argument in Arguments(call))
        {
            if (isFirst)
            {
                result = argument;
                isFirst = false;
                continue;
            }

            var type = Common(result, argument);
            if (result.Mode == ValueMode.Constant && argument.Mode == ValueMode.Constant)
            {
                var wins = ConstantArithmetic.Compare(isMaximum ? GoTokenKind.Greater : GoTokenKind.Less, argument.Value, result.Value);
                result = new TypedValue(ValueMode.Constant, type, wins is null ? null : wins.Value ? argument.Value : result.Value);
            }
            else
            {
                result = TypedValue.Of(type);
            }
        }

        return result;
    }

    private TypedValue Unsafe(string name, GoNode first)
    {
        switch (name)
        {
            case "Add":
                return TypedValue.Basic(GoBasicKind.UnsafePointer);
            case "Slice":
                return CoreTypes.Of(Of(first).Type) is GoPointerType pointer ? TypedValue.Of(new GoSliceType(pointer.Element)) : TypedValue.Unknown;
            case "SliceData":
                return CoreTypes.Of(Of(first).Type) is GoSliceType slice ? TypedValue.Of(new GoPointerType(slice.Element)) : TypedValue.Unknown;
            case "String":
                return TypedValue.Basic(GoBasicKind.String);
            case "StringData":
                return TypedValue.Of(new GoPointerType(GoBasicType.Of(GoBasicKind.Uint8)));
            case "Sizeof":
            case "Alignof":
                var type = TypeOf(first);
                return TypeParameters.AreNeededForSize(type)
                    ? TypedValue.Basic(GoBasicKind.Uintptr)
                    : UintptrConstant(name == "Sizeof" ? Session.Sizes.TrySizeOf(type) : Session.Sizes.TryAlignOf(type));
            case "Offsetof":
                var selector = first.Unparenthesized();
                return selector.Kind == GoSyntaxKind.Selector && TypeParameters.AreNeededForSize(Pointed(TypeOf(selector[0])))
                    ? TypedValue.Basic(GoBasicKind.Uintptr)
                    : UintptrConstant(Offset(selector));
            default:
                return TypedValue.Unknown;
        }
    }

    private static TypedValue UintptrConstant(long? value) =>
        new(ValueMode.Constant, GoBasicType.Of(GoBasicKind.Uintptr), value is { } known ? ConstantReader.Number(known) : null);

    private static GoType Pointed(GoType type) => type.Underlying is GoPointerType pointer ? pointer.Element : type;

    // The offset in the innermost struct that no pointer leads to.
    private long? Offset(GoNode selector)
    {
        if (selector.Kind != GoSyntaxKind.Selector || Selection(selector) is not { Kind: GoSelectionKind.Field, Field: { } field } selection)
        {
            return null;
        }

        long offset = 0;
        var type = Of(selector[0]).Type;
        foreach (var step in selection.Path.Add(field))
        {
            var structure = Pointed(type).Underlying as GoStructType;
            var index = structure is null ? -1 : structure.Fields.IndexOf(step);
            if (index < 0 || Session.Sizes.TrySizeOf(structure!) is null)
            {
                return null;
            }

            offset += Session.Sizes.OffsetOf(structure!, index);
            type = step.Type;
        }

        return offset;
    }
}
