using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Finds type arguments that make types equal, as far as inference wants them equal (Go spec, "Type unification").</summary>
internal sealed class TypeUnifier(ImmutableArray<GoTypeParameter> parameters)
{
    private const int MaxDepth = 60;

    /// <summary>What is known of each parameter.</summary>
    public GoType?[] Arguments { get; } = new GoType?[parameters.Length];

    public bool Unify(GoType parameter, GoType argument) => Unify(parameter, argument, 0, isExact: false);

    private int IndexOf(GoType type)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (ReferenceEquals(parameters[i], type))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Unify(GoType x, GoType y, int depth, bool isExact)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        if (depth++ > MaxDepth || x.IsUnknown || y.IsUnknown)
        {
            return false;
        }

        // The unknown side first.
        if (IndexOf(x) < 0 && IndexOf(y) >= 0)
        {
            (x, y) = (y, x);
        }

        var index = IndexOf(x);
        if (index >= 0)
        {
            return Bind(index, y, depth, isExact);
        }

        // A defined type and a type literal are as good as equal where the literal is what is behind the name.
        if (!isExact && x is GoNamedType != y is GoNamedType)
        {
            if (x is GoNamedType { Underlying: not GoInterfaceType } && y is not GoTypeParameter)
            {
                x = x.Underlying;
            }
            else if (y is GoNamedType { Underlying: not GoInterfaceType } && x is not GoTypeParameter)
            {
                y = y.Underlying;
            }
        }

        return Structural(x, y, depth);
    }

    private bool Bind(int index, GoType type, int depth, bool isExact)
    {
        var other = IndexOf(type);
        if (Arguments[index] is { } known)
        {
            if (other >= 0)
            {
                return Arguments[other] is { } both ? Unify(known, both, depth, isExact) : Set(other, known);
            }

            if (!Unify(known, type, depth, isExact))
            {
                return false;
            }

            // Of a defined type and a literal the defined type stays; of two channels the one with a direction.
            if ((known is not GoNamedType && type is GoNamedType) || (!isExact && known is GoChanType { CanSend: true, CanReceive: true } && type is GoChanType))
            {
                Arguments[index] = type;
            }

            return true;
        }

        if (other >= 0)
        {
            return Arguments[other] is not { } of || Set(index, of);
        }

        return Set(index, type);
    }

    private bool Set(int index, GoType type)
    {
        Arguments[index] = type;
        return true;
    }

    private bool Structural(GoType x, GoType y, int depth)
    {
        switch (x)
        {
            case GoNamedType a:
                if (y is GoNamedType b && ReferenceEquals(a.Origin, b.Origin))
                {
                    return All(a.TypeArguments, b.TypeArguments, depth);
                }

                return x.Underlying is GoInterfaceType i && y.Underlying is GoInterfaceType j ? Methods(i, j, depth) : x.Underlying is GoInterfaceType or GoTypeParameter;
            case GoPointerType a:
                return y is GoPointerType p && Unify(a.Element, p.Element, depth, isExact: true);
            case GoSliceType a:
                return y is GoSliceType s && Unify(a.Element, s.Element, depth, isExact: true);
            case GoArrayType a:
                return y is GoArrayType r && (a.Length == r.Length || a.Length < 0 || r.Length < 0) && Unify(a.Element, r.Element, depth, isExact: true);
            case GoMapType a:
                return y is GoMapType m && Unify(a.Key, m.Key, depth, isExact: true) && Unify(a.Element, m.Element, depth, isExact: true);
            case GoChanType a:
                return y is GoChanType c && Unify(a.Element, c.Element, depth, isExact: true);
            case GoSignature a:
                return y is GoSignature f && a.IsVariadic == f.IsVariadic && All(a.Parameters, f.Parameters, depth) && All(a.Results, f.Results, depth);
            case GoTupleType a:
                return y is GoTupleType t && All(a.Elements, t.Elements, depth);
            case GoStructType a:
                return y is GoStructType u && Structures(a, u, depth);
            case GoInterfaceType a:
                return y.Underlying is not GoInterfaceType n || Methods(a, n, depth);
            default:
                return x.IsIdenticalTo(y) || y is GoInterfaceType;
        }
    }

    private bool All(ImmutableArray<GoType> left, ImmutableArray<GoType> right, int depth)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Unify(left[i], right[i], depth, isExact: true))
            {
                return false;
            }
        }

        return true;
    }

    private bool Structures(GoStructType left, GoStructType right, int depth)
    {
        if (left.Fields.Length != right.Fields.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Fields.Length; i++)
        {
            if (left.Fields[i].Name != right.Fields[i].Name || !Unify(left.Fields[i].Type, right.Fields[i].Type, depth, isExact: true))
            {
                return false;
            }
        }

        return true;
    }

    // Methods that both have say something about the parameters in them.
    private bool Methods(GoInterfaceType left, GoInterfaceType right, int depth)
    {
        foreach (var method in left.Methods)
        {
            foreach (var other in right.Methods)
            {
                if (method.Name == other.Name && !Unify(method.Signature, other.Signature, depth, isExact: true))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
