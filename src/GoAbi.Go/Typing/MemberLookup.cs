using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>
/// Fields and methods by name: the shallowest wins, two at one depth cancel each other (Go spec, "Selectors"; go/types, lookupFieldOrMethod).
/// </summary>
internal static class MemberLookup
{
    private const int MaxDepth = 32;

    /// <summary>The member of that name as it is seen from a package; null where there is none or more than one.</summary>
    public static GoSelection? Find(GoTypeSession session, GoType type, string name, string packagePath)
    {
        if (name is "_" or "")
        {
            return null;
        }

        // *T has T's fields and methods; a pointer to an interface or to a pointer has none.
        var start = type;
        if (type is GoPointerType { Element: var pointed })
        {
            if (pointed.Underlying is GoInterfaceType)
            {
                return null;
            }

            start = pointed;
        }
        else if (type is GoNamedType { Underlying: GoPointerType { Element: var behind } })
        {
            // A defined pointer type has the fields of what it points to, and no methods.
            var field = Find(session, behind, name, packagePath);
            return field is { Kind: GoSelectionKind.Field } ? field : null;
        }

        var level = new List<Candidate> { new(start, ImmutableArray<GoField>.Empty, IsRepeated: false) };
        var seen = new List<GoNamedType>();
        for (var depth = 0; level.Count > 0 && depth < MaxDepth; depth++)
        {
            var next = new List<Candidate>();
            GoSelection? found = null;
            var isAmbiguous = false;
            foreach (var candidate in level)
            {
                var one = InType(session, candidate, name, packagePath, seen, next);
                if (one is not null)
                {
                    isAmbiguous |= found is not null || candidate.IsRepeated;
                    found ??= one;
                }
            }

            if (found is not null)
            {
                return isAmbiguous ? null : found;
            }

            level = Merge(next);
        }

        return null;
    }

    /// <summary>True where two names are one: exported, or of one package.</summary>
    public static bool SameName(string name, string packagePath, string otherName, string otherPackage) =>
        name == otherName && (packagePath == otherPackage || ImportNames.IsExported(name));

    private static GoSelection? InType(GoTypeSession session, Candidate candidate, string name, string packagePath, List<GoNamedType> seen, List<Candidate> next)
    {
        if (candidate.Type is GoNamedType named)
        {
            foreach (var other in seen)
            {
                if (ReferenceEquals(other, named) || (ReferenceEquals(other.Origin, named.Origin) && other.IsIdenticalTo(named)))
                {
                    return null;
                }
            }

            seen.Add(named);
            if (Method(session, named, candidate.Path, name, packagePath) is { } method)
            {
                return method;
            }
        }

        switch (candidate.Type.Underlying)
        {
            case GoStructType structure:
                return Field(structure, candidate, name, packagePath, next);
            case GoInterfaceType type:
                foreach (var method in type.Methods)
                {
                    if (SameName(name, packagePath, method.Name, method.PackagePath))
                    {
                        return new GoSelection
                        {
                            Kind = GoSelectionKind.InterfaceMethod, Type = method.Signature, InterfaceMethod = method, Path = candidate.Path,
                        };
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static GoSelection? Method(GoTypeSession session, GoNamedType type, ImmutableArray<GoField> path, string name, string packagePath)
    {
        foreach (var method in session.MethodsOf(type.Origin))
        {
            if (SameName(name, packagePath, method.Name, method.PackagePath ?? ""))
            {
                GoType signature = GoUnknownType.Instance;
                if (session.TypeOf(method) is GoSignature declared)
                {
                    signature = type.TypeArguments.IsEmpty || declared.ReceiverTypeParameters.IsEmpty
                        ? declared
                        : TypeSubstitution.Of(declared.ReceiverTypeParameters, type.TypeArguments).Apply(declared);
                }

                return new GoSelection { Kind = GoSelectionKind.Method, Type = signature, Method = method, DeclaringType = type.Origin, Path = path };
            }
        }

        return null;
    }

    private static GoSelection? Field(GoStructType structure, Candidate candidate, string name, string packagePath, List<Candidate> next)
    {
        GoSelection? found = null;
        foreach (var field in structure.Fields)
        {
            if (SameName(name, packagePath, field.Name, field.PackagePath))
            {
                found = new GoSelection { Kind = GoSelectionKind.Field, Type = field.Type, Field = field, Path = candidate.Path };
                break;
            }

            if (field.IsEmbedded)
            {
                var type = field.Type is GoPointerType pointer ? pointer.Element : field.Type;
                if (type is GoNamedType or GoInterfaceType or GoStructType)
                {
                    next.Add(new Candidate(type, candidate.Path.Add(field), candidate.IsRepeated));
                }
            }
        }

        return found;
    }

    // A type that is embedded twice at one depth hides what is in it.
    private static List<Candidate> Merge(List<Candidate> candidates)
    {
        var merged = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var at = merged.FindIndex(other => other.Type.IsIdenticalTo(candidate.Type));
            if (at < 0)
            {
                merged.Add(candidate);
            }
            else
            {
                merged[at] = merged[at] with { IsRepeated = true };
            }
        }

        return merged;
    }

    private readonly record struct Candidate(GoType Type, ImmutableArray<GoField> Path, bool IsRepeated);
}
