using System.Collections.Generic;
using System.Collections.Immutable;
using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>How many loads an expression is away from a function's code address.</summary>
internal enum AddressLevel
{
    /// <summary>Nothing to do with a function's address, as far as is known.</summary>
    None = -1,

    /// <summary>The code address as a number or pointer.</summary>
    Code = 0,

    /// <summary>A func value: the address of the word that holds the code address.</summary>
    FuncValue = 1,

    /// <summary>The address of a variable that holds a func value.</summary>
    Pointer = 2,

    /// <summary>The address of an interface variable that holds a func value: its second word is one.</summary>
    InterfacePointer = 3,

    /// <summary>The two words of such an interface, as an array or struct.</summary>
    InterfaceWords = 4,
}

/// <summary>What is known of an expression with regard to function addresses.</summary>
/// <param name="Level">How far from the code address.</param>
/// <param name="Functions">Whose.</param>
/// <param name="Steps">The expressions on the way, nearest to the function's use first.</param>
internal readonly record struct AddressValue(AddressLevel Level, FunctionValueSet Functions, ImmutableArray<GoNode> Steps)
{
    public static AddressValue None { get; } = new(AddressLevel.None, FunctionValueSet.Unknown, ImmutableArray<GoNode>.Empty);
}

/// <summary>
/// Evaluates the idioms by which Go code gets at a function's code address. A func value is a pointer to a word that holds
/// the code address (go.dev/s/go11func), and an interface holds it in its second word; from there on it is counting
/// dereferences, whatever the types in between are called.
/// </summary>
internal sealed class AddressLevels(AnalysisUnit unit, VariableValues variables, FunctionValueSources sources)
{
    private const int MaxDepth = 64;

    private readonly Dictionary<GoNode, AddressValue> known = [];
    private readonly HashSet<GoObject> visiting = [];
    private int depth;

    public AddressValue Of(GoNode expression)
    {
        var node = expression.Unparenthesized();
        if (known.TryGetValue(node, out var value))
        {
            return value;
        }

        if (depth >= MaxDepth)
        {
            return AddressValue.None;
        }

        depth++;
        value = Evaluate(node);
        depth--;
        if (visiting.Count == 0)
        {
            known[node] = value;
        }

        return value;
    }

    private AddressValue Evaluate(GoNode node) => node.Kind switch
    {
        GoSyntaxKind.Star => Dereference(node),
        GoSyntaxKind.Unary => AddressOf(node),
        GoSyntaxKind.Binary => Arithmetic(node),
        GoSyntaxKind.Call => Call(node),
        GoSyntaxKind.Index => Element(node),
        GoSyntaxKind.TypeAssertion => Of(node[0]),
        GoSyntaxKind.Identifier or GoSyntaxKind.Selector => Named(node),
        _ => AddressValue.None,
    };

    private AddressValue Dereference(GoNode star)
    {
        var inner = Of(star[0]);
        return inner.Level switch
        {
            AddressLevel.Pointer => At(inner, AddressLevel.FuncValue, star),
            AddressLevel.FuncValue => At(inner, AddressLevel.Code, star),
            AddressLevel.InterfacePointer => At(inner, AddressLevel.InterfaceWords, star),
            _ => AddressValue.None,
        };
    }

    private AddressValue AddressOf(GoNode unary)
    {
        if (unary.MainTokenKind != GoTokenKind.And)
        {
            return AddressValue.None;
        }

        var inner = Of(unary[0]);
        return inner.Level != AddressLevel.FuncValue ? AddressValue.None
            : At(inner, HoldsInterface(unary[0]) ? AddressLevel.InterfacePointer : AddressLevel.Pointer, unary);
    }

    private AddressValue Arithmetic(GoNode binary)
    {
        if (binary.MainTokenKind is not (GoTokenKind.Plus or GoTokenKind.Minus or GoTokenKind.And or GoTokenKind.AndNot or GoTokenKind.Or))
        {
            return AddressValue.None;
        }

        var left = Of(binary[0]);
        return left.Level == AddressLevel.None ? Offset(Of(binary[1]), binary) : Offset(left, binary);
    }

    // The word after an interface's type word is its data; for a func it is the func value itself (a pointer-shaped type).
    private static AddressValue Offset(AddressValue value, GoNode at) => value.Level switch
    {
        AddressLevel.InterfacePointer => At(value, AddressLevel.Pointer, at),
        AddressLevel.Code => At(value, AddressLevel.Code, at),
        _ => AddressValue.None,
    };

    private AddressValue Call(GoNode call)
    {
        var target = unit.Binding.ClassifyCall(call);
        if (target.Kind == GoCallTargetKind.Conversion)
        {
            return call.ChildCount == 2 ? Of(call[1]) : AddressValue.None;
        }

        var callee = call[0].Unparenthesized();
        if (callee.Kind != GoSyntaxKind.Selector)
        {
            return AddressValue.None;
        }

        var member = callee[1].Text;
        if (call.ChildCount == 1 && member is "Pointer" or "UnsafePointer")
        {
            return ReflectedFunction(callee[0], 0) is { IsEmpty: false } functions
                ? new AddressValue(AddressLevel.Code, functions, ImmutableArray.Create(call))
                : AddressValue.None;
        }

        if (call.ChildCount == 1 && member == "Entry")
        {
            return IsFuncForPC(callee[0], out var pc) ? Of(pc) : AddressValue.None;
        }

        return call.ChildCount == 3 && unit.Names(callee, "unsafe", "Add") ? Offset(Of(call[1]), call) : AddressValue.None;
    }

    private AddressValue Element(GoNode index)
    {
        if (index.ChildCount != 2 || index[1].Kind != GoSyntaxKind.BasicLiteral)
        {
            return AddressValue.None;
        }

        var array = Of(index[0]);
        return array.Level is AddressLevel.InterfacePointer or AddressLevel.InterfaceWords && index[1].Text == "1"
            ? At(array, AddressLevel.FuncValue, index)
            : AddressValue.None;
    }

    // (*eface)(unsafe.Pointer(&i)).data, where data is the second field of eface.
    private AddressValue Field(GoNode selector)
    {
        var value = Of(selector[0]);
        return value.Level is AddressLevel.InterfacePointer or AddressLevel.InterfaceWords && IsSecondField(selector)
            ? At(value, AddressLevel.FuncValue, selector)
            : AddressValue.None;
    }

    private bool IsSecondField(GoNode selector)
    {
        var words = selector[0].Unparenthesized();
        if (words.Kind == GoSyntaxKind.Identifier
            && unit.Binding.Resolve(words).Object is { Kind: GoObjectKind.Variable } variable
            && variables.Of(variable).Values is [var only])
        {
            words = only.Unparenthesized();
        }

        if (words.Kind == GoSyntaxKind.Star)
        {
            words = words[0].Unparenthesized();
        }

        if (words is not { Kind: GoSyntaxKind.Call, ChildCount: 2 } || words[0].Unparenthesized() is not { Kind: GoSyntaxKind.Star } pointerType)
        {
            return false;
        }

        var type = pointerType[0].Unparenthesized();
        if (type.Kind == GoSyntaxKind.Identifier
            && unit.Binding.Resolve(type).Object is { Kind: GoObjectKind.TypeName, DeclaringNode.Kind: GoSyntaxKind.TypeSpec } named)
        {
            type = named.DeclaringNode[2].Unparenthesized();
        }

        if (type.Kind != GoSyntaxKind.StructType)
        {
            return false;
        }

        var index = 0;
        foreach (var field in type.Children)
        {
            if (field[0].IsNone)
            {
                index++;
                continue;
            }

            foreach (var name in field[0].Children)
            {
                if (index++ == 1)
                {
                    return name.Text == selector[1].Text;
                }
            }
        }

        return false;
    }

    private AddressValue Named(GoNode node)
    {
        if (unit.NamedFunction(node) is { } function)
        {
            var value = new FunctionValue(function, node, ImmutableArray<GoNode>.Empty);
            return new AddressValue(AddressLevel.FuncValue, new FunctionValueSet([value], true), ImmutableArray<GoNode>.Empty);
        }

        var reference = unit.Binding.Resolve(node);
        if (node.Kind == GoSyntaxKind.Selector && reference.Status == GoReferenceStatus.Member)
        {
            return Field(node);
        }

        if (reference.Object is not { Kind: GoObjectKind.Variable } variable
            || (variable.IsPackageLevel && variable.PackagePath != unit.Package.ImportPath)
            || !visiting.Add(variable))
        {
            return AddressValue.None;
        }

        var contents = variables.Of(variable);
        var level = AddressLevel.None;
        var isComplete = contents.IsComplete;
        var steps = ImmutableArray<GoNode>.Empty;
        var functions = new List<FunctionValue>();
        foreach (var assigned in contents.Values)
        {
            var value = Of(assigned);
            if (value.Level == AddressLevel.None || (level != AddressLevel.None && value.Level != level))
            {
                isComplete = false;
                continue;
            }

            level = value.Level;
            isComplete &= value.Functions.IsComplete;
            foreach (var one in value.Functions.Values)
            {
                functions.Add(one with { Steps = one.Steps.Add(node) });
            }

            steps = value.Steps;
        }

        visiting.Remove(variable);
        return level == AddressLevel.None
            ? AddressValue.None
            : new AddressValue(level, new FunctionValueSet(functions, isComplete), steps.Add(node));
    }

    // reflect.ValueOf(f), a variable that holds one, and reflect.ValueOf(&f).Elem().
    private FunctionValueSet ReflectedFunction(GoNode expression, int nesting)
    {
        var node = expression.Unparenthesized();
        if (nesting > MaxDepth)
        {
            return FunctionValueSet.Unknown;
        }

        if (node.Kind == GoSyntaxKind.Call)
        {
            if (node.ChildCount == 2 && unit.Names(node[0], "reflect", "ValueOf"))
            {
                return sources.Of(node[1]);
            }

            var callee = node[0].Unparenthesized();
            return node.ChildCount == 1 && callee.Kind == GoSyntaxKind.Selector && callee[1].Text == "Elem"
                && callee[0].Unparenthesized() is { Kind: GoSyntaxKind.Call, ChildCount: 2 } valueOf
                && unit.Names(valueOf[0], "reflect", "ValueOf")
                && valueOf[1].Unparenthesized() is { Kind: GoSyntaxKind.Unary, MainTokenKind: GoTokenKind.And } addressOf
                ? sources.Of(addressOf[0])
                : FunctionValueSet.Unknown;
        }

        if (node.Kind != GoSyntaxKind.Identifier || unit.Binding.Resolve(node).Object is not { Kind: GoObjectKind.Variable } variable)
        {
            return FunctionValueSet.Unknown;
        }

        var contents = variables.Of(variable);
        var found = new List<FunctionValue>();
        var isComplete = contents.IsComplete;
        foreach (var assigned in contents.Values)
        {
            var inner = assigned.Unparenthesized() == node ? FunctionValueSet.None : ReflectedFunction(assigned, nesting + 1);
            isComplete &= inner.IsComplete;
            foreach (var one in inner.Values)
            {
                found.Add(one with { Steps = one.Steps.Add(node) });
            }
        }

        return new FunctionValueSet(found, isComplete);
    }

    private bool IsFuncForPC(GoNode expression, out GoNode pc)
    {
        var node = expression.Unparenthesized();
        if (node.Kind == GoSyntaxKind.Call && node.ChildCount == 2 && unit.Names(node[0], "runtime", "FuncForPC"))
        {
            pc = node[1];
            return true;
        }

        pc = default;
        return false;
    }

    // Without types: a declared type that is written as an interface, or a value that is converted to one.
    private bool HoldsInterface(GoNode variable)
    {
        if (unit.Binding.Resolve(variable.Unparenthesized()).Object is not { } resolved)
        {
            return false;
        }

        var declaring = resolved.DeclaringNode;
        if (declaring.Kind is GoSyntaxKind.ValueSpec or GoSyntaxKind.Field && !declaring[1].IsNone)
        {
            return IsInterfaceType(declaring[1]);
        }

        foreach (var value in variables.Of(resolved).Values)
        {
            if (value.Unparenthesized() is { Kind: GoSyntaxKind.Call, ChildCount: 2 } conversion && IsInterfaceType(conversion[0]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInterfaceType(GoNode type)
    {
        var node = type.Unparenthesized();
        return node.Kind == GoSyntaxKind.InterfaceType
            || (node.Kind == GoSyntaxKind.Identifier
                && unit.Binding.Resolve(node).Object is { Kind: GoObjectKind.TypeName } named
                && (named.IsUniverse
                    ? named.Name == "any"
                    : named.DeclaringNode is { Kind: GoSyntaxKind.TypeSpec } spec && spec[2].Kind == GoSyntaxKind.InterfaceType));
    }

    private static AddressValue At(AddressValue value, AddressLevel level, GoNode step) =>
        new(level, value.Functions, value.Steps.Add(step));
}
