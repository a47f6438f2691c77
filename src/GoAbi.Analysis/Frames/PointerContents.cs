using GoAbi.Go;

namespace GoAbi.Analysis;

/// <summary>Whether what pointers lead to holds pointers in turn.</summary>
internal static class PointerContents
{
    private const int MaxDepth = 50;

    /// <summary>True where a value of the type may hold pointers; of a type that isn't known too.</summary>
    public static bool HasPointers(GoType type, int depth = 0) => depth > MaxDepth || type.Underlying switch
    {
        GoBasicType basic => basic.Kind is GoBasicKind.String or GoBasicKind.UnsafePointer,
        GoArrayType array => array.Length != 0 && HasPointers(array.Element, depth + 1),
        GoStructType structure => AnyFieldHasPointers(structure, depth),
        _ => true,
    };

    /// <summary>True where what is behind the value's pointers may hold pointers.</summary>
    public static bool LeadsToPointers(GoType type, int depth = 0) => depth > MaxDepth || type.Underlying switch
    {
        GoBasicType basic => basic.Kind == GoBasicKind.UnsafePointer,
        GoPointerType pointer => HasPointers(pointer.Element, depth + 1),
        GoSliceType slice => HasPointers(slice.Element, depth + 1),
        GoArrayType array => LeadsToPointers(array.Element, depth + 1),
        GoStructType structure => AnyFieldLeadsToPointers(structure, depth),
        _ => true,
    };

    private static bool AnyFieldHasPointers(GoStructType structure, int depth)
    {
        foreach (var field in structure.Fields)
        {
            if (HasPointers(field.Type, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyFieldLeadsToPointers(GoStructType structure, int depth)
    {
        foreach (var field in structure.Fields)
        {
            if (LeadsToPointers(field.Type, depth + 1))
            {
                return true;
            }
        }

        return false;
    }
}
