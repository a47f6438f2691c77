using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Go;

/// <summary>Go spec, "Type identity".</summary>
internal static class TypeIdentity
{
    private const int MaxDepth = 100;

    public static bool AreIdentical(GoType left, GoType right) => Same(left, right, 0);

    // Beyond the depth nothing is known, and what is not known is not the same.
    private static bool Same(GoType left, GoType right, int depth)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (depth++ > MaxDepth)
        {
            return false;
        }

        switch (left)
        {
            case GoNamedType a:
                return right is GoNamedType b && ReferenceEquals(a.Origin, b.Origin) && All(a.TypeArguments, b.TypeArguments, depth);
            case GoPointerType a:
                return right is GoPointerType p && Same(a.Element, p.Element, depth);
            case GoSliceType a:
                return right is GoSliceType s && Same(a.Element, s.Element, depth);
            case GoArrayType a:
                return right is GoArrayType r && a.Length == r.Length && a.Length >= 0 && Same(a.Element, r.Element, depth);
            case GoMapType a:
                return right is GoMapType m && Same(a.Key, m.Key, depth) && Same(a.Element, m.Element, depth);
            case GoChanType a:
                return right is GoChanType c && a.CanSend == c.CanSend && a.CanReceive == c.CanReceive && Same(a.Element, c.Element, depth);
            case GoTupleType a:
                return right is GoTupleType t && All(a.Elements, t.Elements, depth);
            case GoSignature a:
                return right is GoSignature f && SameSignatures(a, f, depth);
            case GoStructType a:
                return right is GoStructType u && SameStructs(a, u, depth);
            case GoInterfaceType a:
                return right is GoInterfaceType i && SameInterfaces(a, i, depth);
            case GoUnionType a:
                return right is GoUnionType n && SameUnions(a, n, depth);
            default:
                return false;
        }
    }

    private static bool All(ImmutableArray<GoType> left, ImmutableArray<GoType> right, int depth)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Same(left[i], right[i], depth))
            {
                return false;
            }
        }

        return true;
    }

    // Two generic signatures are the same where renaming the one's parameters gives the other.
    private static bool SameSignatures(GoSignature left, GoSignature right, int depth)
    {
        if (left.IsVariadic != right.IsVariadic || left.TypeParameters.Length != right.TypeParameters.Length)
        {
            return false;
        }

        if (left.TypeParameters.Length > 0)
        {
            right = TypeSubstitution.Of(right.TypeParameters, ImmutableArray.CreateRange<GoType>(left.TypeParameters)).ApplyToGeneric(right);
        }

        return All(left.Parameters, right.Parameters, depth) && All(left.Results, right.Results, depth);
    }

    private static bool SameStructs(GoStructType left, GoStructType right, int depth)
    {
        if (left.Fields.Length != right.Fields.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Fields.Length; i++)
        {
            var (a, b) = (left.Fields[i], right.Fields[i]);
            if (a.Name != b.Name || a.IsEmbedded != b.IsEmbedded || a.Tag != b.Tag
                || (a.PackagePath != b.PackagePath && !ImportNames.IsExported(a.Name)) || !Same(a.Type, b.Type, depth))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameInterfaces(GoInterfaceType left, GoInterfaceType right, int depth)
    {
        if (left.IsComparable != right.IsComparable || left.Methods.Length != right.Methods.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Methods.Length; i++)
        {
            if (left.Methods[i].Name != right.Methods[i].Name || !Same(left.Methods[i].Signature, right.Methods[i].Signature, depth))
            {
                return false;
            }
        }

        // Constraints with other elements than interfaces: their lists are compared as they are written.
        return All(TypeElements(left), TypeElements(right), depth);
    }

    private static ImmutableArray<GoType> TypeElements(GoInterfaceType type)
    {
        var found = new List<GoType>();
        foreach (var element in type.Embedded)
        {
            if (element.Underlying is not GoInterfaceType)
            {
                found.Add(element);
            }
        }

        return found.ToImmutableArray();
    }

    private static bool SameUnions(GoUnionType left, GoUnionType right, int depth)
    {
        if (left.Terms.Length != right.Terms.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Terms.Length; i++)
        {
            if (left.Terms[i].IsTilde != right.Terms[i].IsTilde || !Same(left.Terms[i].Type, right.Terms[i].Type, depth))
            {
                return false;
            }
        }

        return true;
    }
}
