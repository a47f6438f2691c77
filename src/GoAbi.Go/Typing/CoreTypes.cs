namespace GoAbi.Go;

/// <summary>The one underlying type of all types of a type set (Go spec, "Core types").</summary>
internal static class CoreTypes
{
    private const int MaxDepth = 20;

    /// <summary>The underlying type; of a type parameter its core type; unknown where there is none. Interfaces that are no constraints are their own.</summary>
    public static GoType Of(GoType type)
    {
        if (type is not GoTypeParameter)
        {
            return type.Underlying;
        }

        GoType? single = null;
        return Collect(type.Underlying, ref single, 0) && single is not null ? single : GoUnknownType.Instance;
    }

    /// <summary>The core type of a constraint with whether it was written with '~'; null for none.</summary>
    public static GoUnionTerm? Term(GoType constraint)
    {
        GoUnionTerm? found = null;
        return Terms(constraint.Underlying, ref found, 0) ? found : null;
    }

    // False where two terms differ. []byte | string counts as string, as most operations take it (go/types, coreString).
    private static bool Collect(GoType type, ref GoType? single, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        switch (type)
        {
            case GoInterfaceType constraint:
                foreach (var embedded in constraint.Embedded)
                {
                    var element = embedded is GoUnionType ? embedded : embedded.Underlying;
                    if (!Collect(element, ref single, depth + 1))
                    {
                        return false;
                    }
                }

                return true;
            case GoUnionType union:
                foreach (var term in union.Terms)
                {
                    if (!Collect(term.Type.Underlying, ref single, depth + 1))
                    {
                        return false;
                    }
                }

                return true;
            default:
                if (single is null || single.IsIdenticalTo(type))
                {
                    single = type;
                    return true;
                }

                if (Channel(single, type) is { } channel)
                {
                    single = channel;
                    return true;
                }

                if (IsBytes(single) && type is GoBasicType { IsString: true })
                {
                    single = type;
                    return true;
                }

                return single is GoBasicType { IsString: true } && IsBytes(type);
        }
    }

    // Channels of one element, of which some have a direction and all the same (Go spec, "Core types").
    private static GoChanType? Channel(GoType left, GoType right) =>
        left is not GoChanType a || right is not GoChanType b || !a.Element.IsIdenticalTo(b.Element) ? null
        : b is { CanSend: true, CanReceive: true } ? a
        : a is { CanSend: true, CanReceive: true } || a.CanSend == b.CanSend ? b
        : null;

    private static bool IsBytes(GoType type) => type is GoSliceType { Element.Underlying: GoBasicType { Kind: GoBasicKind.Uint8 } };

    private static bool Terms(GoType type, ref GoUnionTerm? found, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        switch (type)
        {
            case GoInterfaceType constraint:
                foreach (var embedded in constraint.Embedded)
                {
                    var element = embedded is GoUnionType or GoNamedType { Underlying: not GoInterfaceType } ? embedded : embedded.Underlying;
                    if (!Terms(element, ref found, depth + 1))
                    {
                        return false;
                    }
                }

                return true;
            case GoUnionType union:
                foreach (var term in union.Terms)
                {
                    if (!Add(term, ref found))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return Add(new GoUnionTerm(type, IsTilde: false), ref found);
        }
    }

    private static bool Add(GoUnionTerm term, ref GoUnionTerm? found)
    {
        if (found is { } known)
        {
            if (!known.Type.Underlying.IsIdenticalTo(term.Type.Underlying))
            {
                if (Channel(known.Type.Underlying, term.Type.Underlying) is { } channel)
                {
                    found = new GoUnionTerm(channel, IsTilde: true);
                    return true;
                }

                return false;
            }

            found = new GoUnionTerm(known.Type.IsIdenticalTo(term.Type) ? known.Type : known.Type.Underlying, known.IsTilde || term.IsTilde);
            return true;
        }

        found = term;
        return true;
    }
}
