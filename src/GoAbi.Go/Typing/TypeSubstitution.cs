using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Type arguments for type parameters.</summary>
internal readonly struct TypeSubstitution
{
    private const int MaxDepth = 60;

    private readonly ImmutableArray<GoTypeParameter> parameters;
    private readonly ImmutableArray<GoType> arguments;

    private readonly int generation;

    private TypeSubstitution(ImmutableArray<GoTypeParameter> parameters, ImmutableArray<GoType> arguments, int generation = 0)
    {
        this.generation = generation;
        this.parameters = parameters;
        this.arguments = arguments;
    }

    public bool IsEmpty => parameters.IsDefaultOrEmpty || arguments.IsDefaultOrEmpty;

    public static TypeSubstitution Of(ImmutableArray<GoTypeParameter> parameters, ImmutableArray<GoType> arguments) => new(parameters, arguments);

    /// <summary>The arguments of an instance for what its generic type is made of. Instances that come out of it are of the next generation.</summary>
    public static TypeSubstitution Of(GoNamedType instance) => new(instance.Origin.TypeParameters, instance.TypeArguments, instance.Generation + 1);

    /// <summary>The type with its parameters replaced; the same object where none is in it.</summary>
    public GoType Apply(GoType type) => IsEmpty ? type : Apply(type, 0);

    /// <summary>A generic signature as one that is not generic any more.</summary>
    public GoSignature ApplyToGeneric(GoSignature signature) =>
        new(ApplyAll(signature.Parameters, 0), ApplyAll(signature.Results, 0), signature.IsVariadic, default, signature.Receiver);

    private GoType Apply(GoType type, int depth)
    {
        if (depth++ > MaxDepth)
        {
            return GoUnknownType.Instance;
        }

        switch (type)
        {
            case GoTypeParameter parameter:
                for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
                {
                    if (ReferenceEquals(parameters[i], parameter))
                    {
                        return arguments[i];
                    }
                }

                return type;
            case GoNamedType { TypeArguments.IsEmpty: false } named:
                var replaced = ApplyAll(named.TypeArguments, depth);
                return replaced == named.TypeArguments ? type : named.Origin.Instantiate(replaced, generation);
            case GoPointerType pointer:
                return Apply(pointer.Element, depth) is var e && ReferenceEquals(e, pointer.Element) ? type : new GoPointerType(e);
            case GoSliceType slice:
                return Apply(slice.Element, depth) is var s && ReferenceEquals(s, slice.Element) ? type : new GoSliceType(s);
            case GoArrayType array:
                return Apply(array.Element, depth) is var a && ReferenceEquals(a, array.Element) ? type : new GoArrayType(a, array.Length);
            case GoMapType map:
                var (key, element) = (Apply(map.Key, depth), Apply(map.Element, depth));
                return ReferenceEquals(key, map.Key) && ReferenceEquals(element, map.Element) ? type : new GoMapType(key, element);
            case GoChanType channel:
                return Apply(channel.Element, depth) is var c && ReferenceEquals(c, channel.Element)
                    ? type : new GoChanType(c, channel.CanSend, channel.CanReceive);
            case GoTupleType tuple:
                var elements = ApplyAll(tuple.Elements, depth);
                return elements == tuple.Elements ? type : new GoTupleType(elements);
            case GoSignature signature:
                return Signature(signature, depth);
            case GoStructType structure:
                return Structure(structure, depth);
            case GoInterfaceType @interface:
                return Interface(@interface, depth);
            case GoUnionType union:
                return Union(union, depth);
            default:
                return type;
        }
    }

    private ImmutableArray<GoType> ApplyAll(ImmutableArray<GoType> types, int depth)
    {
        ImmutableArray<GoType>.Builder? changed = null;
        for (var i = 0; i < types.Length; i++)
        {
            var replaced = Apply(types[i], depth);
            if (changed is null && !ReferenceEquals(replaced, types[i]))
            {
                changed = ImmutableArray.CreateBuilder<GoType>(types.Length);
                changed.AddRange(types, i);
            }

            changed?.Add(replaced);
        }

        return changed is null ? types : changed.MoveToImmutable();
    }

    private GoSignature Signature(GoSignature signature, int depth)
    {
        var (given, results) = (ApplyAll(signature.Parameters, depth), ApplyAll(signature.Results, depth));
        return given == signature.Parameters && results == signature.Results
            ? signature
            : new GoSignature(given, results, signature.IsVariadic, signature.TypeParameters, signature.Receiver);
    }

    private GoStructType Structure(GoStructType structure, int depth)
    {
        ImmutableArray<GoField>.Builder? changed = null;
        for (var i = 0; i < structure.Fields.Length; i++)
        {
            var field = structure.Fields[i];
            var type = Apply(field.Type, depth);
            if (changed is null && !ReferenceEquals(type, field.Type))
            {
                changed = ImmutableArray.CreateBuilder<GoField>(structure.Fields.Length);
                changed.AddRange(structure.Fields, i);
            }

            changed?.Add(field with { Type = type });
        }

        return changed is null ? structure : new GoStructType(changed.MoveToImmutable());
    }

    private GoInterfaceType Interface(GoInterfaceType type, int depth)
    {
        var embedded = ApplyAll(type.Embedded, depth);
        ImmutableArray<GoInterfaceMethod>.Builder? changed = null;
        for (var i = 0; i < type.ExplicitMethods.Length; i++)
        {
            var method = type.ExplicitMethods[i];
            var signature = Signature(method.Signature, depth);
            if (changed is null && !ReferenceEquals(signature, method.Signature))
            {
                changed = ImmutableArray.CreateBuilder<GoInterfaceMethod>(type.ExplicitMethods.Length);
                changed.AddRange(type.ExplicitMethods, i);
            }

            changed?.Add(new GoInterfaceMethod(method.Name, signature, method.PackagePath, method.Declaration, method.DeclaringType));
        }

        return changed is null && embedded == type.Embedded
            ? type
            : new GoInterfaceType(changed?.MoveToImmutable() ?? type.ExplicitMethods, embedded, type.IsComparable);
    }

    private GoUnionType Union(GoUnionType union, int depth)
    {
        var terms = ImmutableArray.CreateBuilder<GoUnionTerm>(union.Terms.Length);
        foreach (var term in union.Terms)
        {
            terms.Add(new GoUnionTerm(Apply(term.Type, depth), term.IsTilde));
        }

        return new GoUnionType(terms.MoveToImmutable());
    }
}
