using System;
using System.Collections.Generic;
using GoAbi.Go;

namespace GoAbi.Conventions;

/// <summary>
/// How many registers a type needs (cmd/compile/internal/types/size.go, IntRegs and FloatRegs). An array of two or more elements is never in registers, nor is what holds one, even where the elements have
/// no size.
/// </summary>
internal sealed class RegisterNeeds(GoSizes sizes)
{
    /// <summary>So many as no machine has.</summary>
    private const int Never = 255;
    private const int MaxDepth = 100;
    private const int MaxSteps = 1 << 13;

    private readonly Dictionary<GoType, (int Integers, int Floats)> known = [];
    private int steps;

    public (int Integers, int Floats) Of(GoType type)
    {
        steps = 0;
        return Of(type, 0);
    }

    private (int Integers, int Floats) Of(GoType type, int depth)
    {
        if (known.TryGetValue(type, out var found))
        {
            return found;
        }

        found = depth > MaxDepth || steps++ > MaxSteps ? (Never, Never) : Count(type.Underlying, depth + 1);
        if (type is GoNamedType)
        {
            known[type] = found;
        }

        return found;
    }

    private (int Integers, int Floats) Count(GoType type, int depth)
    {
        switch (type)
        {
            case GoBasicType basic:
                return OfBasic(basic.Kind);
            case GoInterfaceType:
                return (2, 0);
            case GoSliceType:
                return (3, 0);
            case GoArrayType { Length: 0 }:
                return (0, 0);
            case GoArrayType { Length: 1 } array:
                return Of(array.Element, depth);
            case GoArrayType:
                return (Never, Never);
            case GoStructType structure:
                var integers = 0;
                var floats = 0;
                foreach (var field in structure.Fields)
                {
                    var (moreIntegers, moreFloats) = Of(field.Type, depth);
                    integers += moreIntegers;
                    floats += moreFloats;
                    if (integers >= Never || floats >= Never)
                    {
                        return (Never, Never);
                    }
                }

                return (integers, floats);
            default:
                return (1, 0);
        }
    }

    private (int Integers, int Floats) OfBasic(GoBasicKind kind) => kind switch
    {
        GoBasicKind.Float32 or GoBasicKind.Float64 => (0, 1),
        GoBasicKind.Complex64 or GoBasicKind.Complex128 => (0, 2),
        GoBasicKind.String => (2, 0),
        GoBasicKind.Int64 or GoBasicKind.Uint64 => ((int)Math.Max(1, 8 / sizes.WordSize), 0),
        _ => (1, 0),
    };
}
