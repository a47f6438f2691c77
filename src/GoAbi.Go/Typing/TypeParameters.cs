using System.Collections.Generic;

namespace GoAbi.Go;

/// <summary>Type parameters in types.</summary>
internal static class TypeParameters
{
    private const int MaxSteps = 10_000;

    /// <summary>True where the size of a value depends on a type argument: it is no constant then (Go spec, "Package unsafe").</summary>
    public static bool AreNeededForSize(GoType type)
    {
        var seen = new HashSet<GoType>();
        var open = new Stack<GoType>();
        open.Push(type);
        while (open.Count > 0 && seen.Count < MaxSteps)
        {
            var at = open.Pop();
            if (!seen.Add(at))
            {
                continue;
            }

            if (at is GoTypeParameter)
            {
                return true;
            }

            switch (at.Underlying)
            {
                case GoArrayType array:
                    open.Push(array.Element);
                    break;
                case GoStructType structure:
                    foreach (var field in structure.Fields)
                    {
                        open.Push(field.Type);
                    }

                    break;
            }
        }

        return false;
    }
}
