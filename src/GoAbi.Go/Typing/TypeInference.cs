using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Type arguments that a program leaves out (Go spec, "Type inference"). What can't be inferred is unknown, and so is what depends on it.</summary>
internal static class TypeInference
{
    private const int MaxRounds = 16;

    /// <summary>A generic signature with type arguments in place: all, or the first ones with the rest by their constraints.</summary>
    public static GoSignature Instantiate(GoSignature generic, ImmutableArray<GoType> given)
    {
        if (given.Length > generic.TypeParameters.Length)
        {
            return Finish(generic, new TypeUnifier(generic.TypeParameters));
        }

        var unifier = Start(generic, given);
        ByConstraints(generic, unifier);
        return IsComplete(unifier) ? Finish(generic, unifier) : generic;
    }

    /// <summary>The signature that a call of a generic function uses.</summary>
    public static GoSignature OfCall(GoSignature generic, ImmutableArray<GoType> given, List<TypedValue> arguments, bool isSpread)
    {
        var unifier = Start(generic, given);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Mode == ValueMode.Value && !arguments[i].IsUntyped && ParameterAt(generic, i, isSpread) is { } parameter
                && arguments[i].Type is not GoSignature { TypeParameters.IsEmpty: false })
            {
                unifier.Unify(parameter, arguments[i].Type);
            }
            else if (arguments[i] is { Mode: ValueMode.Constant, IsUntyped: false } && ParameterAt(generic, i, isSpread) is { } typed)
            {
                unifier.Unify(typed, arguments[i].Type);
            }
        }

        ByConstraints(generic, unifier);
        Defaults(generic, arguments, isSpread, unifier);
        ByConstraints(generic, unifier);
        return Finish(generic, unifier);
    }

    private static TypeUnifier Start(GoSignature generic, ImmutableArray<GoType> given)
    {
        var unifier = new TypeUnifier(generic.TypeParameters);
        for (var i = 0; i < given.Length && i < unifier.Arguments.Length; i++)
        {
            unifier.Arguments[i] = given[i];
        }

        return unifier;
    }

    private static GoType? ParameterAt(GoSignature signature, int index, bool isSpread)
    {
        var last = signature.Parameters.Length - 1;
        if (signature.IsVariadic && index >= last && !isSpread)
        {
            return (signature.Parameters[last] as GoSliceType)?.Element;
        }

        return index <= last ? signature.Parameters[index] : null;
    }

    // A core type that the argument must have the shape of says what is in it: S ~[]E gives E.
    private static void ByConstraints(GoSignature generic, TypeUnifier unifier)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = Count(unifier);
            for (var i = 0; i < generic.TypeParameters.Length; i++)
            {
                var constraint = generic.TypeParameters[i].Constraint;
                if (CoreTypes.Term(constraint) is { } core)
                {
                    if (unifier.Arguments[i] is { } known)
                    {
                        unifier.Unify(core.Type, core.IsTilde && known is not GoTypeParameter ? known.Underlying : known);
                    }
                    else if (!core.IsTilde)
                    {
                        unifier.Arguments[i] = core.Type;
                    }
                }
            }

            Close(generic, unifier);
            if (Count(unifier) == before && round > 0)
            {
                break;
            }
        }
    }

    // Arguments may be made of other parameters: []E with E known by now.
    private static void Close(GoSignature generic, TypeUnifier unifier)
    {
        var known = new GoType[generic.TypeParameters.Length];
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = unifier.Arguments[i] ?? generic.TypeParameters[i];
        }

        var substitution = TypeSubstitution.Of(generic.TypeParameters, ImmutableArray.Create(known));
        for (var i = 0; i < known.Length; i++)
        {
            if (unifier.Arguments[i] is { } argument && !ReferenceEquals(argument, generic.TypeParameters[i]))
            {
                unifier.Arguments[i] = substitution.Apply(argument);
            }
        }
    }

    private static int Count(TypeUnifier unifier)
    {
        var count = 0;
        foreach (var argument in unifier.Arguments)
        {
            count += argument is null ? 0 : 1;
        }

        return count;
    }

    // Untyped constants for what is left: of several the kind that comes last.
    private static void Defaults(GoSignature generic, List<TypedValue> arguments, bool isSpread, TypeUnifier unifier)
    {
        for (var p = 0; p < generic.TypeParameters.Length; p++)
        {
            if (unifier.Arguments[p] is not null)
            {
                continue;
            }

            GoBasicType? found = null;
            for (var i = 0; i < arguments.Count; i++)
            {
                if (ReferenceEquals(ParameterAt(generic, i, isSpread), generic.TypeParameters[p]) && arguments[i].Type is GoBasicType { IsUntyped: true } basic && basic.Kind != GoBasicKind.UntypedNil)
                {
                    found = found is null || basic.Kind > found.Kind ? basic : found;
                }
            }

            unifier.Arguments[p] = found?.Default;
        }
    }

    private static bool IsComplete(TypeUnifier unifier) => Count(unifier) == unifier.Arguments.Length;

    private static GoSignature Finish(GoSignature generic, TypeUnifier unifier)
    {
        var arguments = ImmutableArray.CreateBuilder<GoType>(unifier.Arguments.Length);
        foreach (var argument in unifier.Arguments)
        {
            arguments.Add(argument ?? GoUnknownType.Instance);
        }

        return TypeSubstitution.Of(generic.TypeParameters, arguments.MoveToImmutable()).ApplyToGeneric(generic);
    }
}
