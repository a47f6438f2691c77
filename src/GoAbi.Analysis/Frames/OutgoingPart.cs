using System.Collections.Generic;
using GoAbi.Conventions;

namespace GoAbi.Analysis;

/// <summary>A piece of an argument or result of a callee, by its place in the caller's frame.</summary>
/// <param name="Name">As asmdecl names it: s_base, ret.</param>
/// <param name="Start">Its first byte, from the callee's 0(FP).</param>
/// <param name="Size">How many bytes.</param>
/// <param name="IsResult">True for a result.</param>
/// <param name="IsBlank">True where the callee can't read it: its name is _.</param>
internal readonly record struct OutgoingPart(string Name, long Start, long Size, bool IsResult, bool IsBlank)
{
    /// <summary>Behind its last byte.</summary>
    public long End => Start + Size;

    /// <summary>The pieces of a callee in the order of memory; null where some are not known.</summary>
    public static List<OutgoingPart>? Of(AbiLayout layout)
    {
        var parts = new List<OutgoingPart>();
        foreach (var value in layout.Parameters)
        {
            if (!Add(value, isResult: false))
            {
                return null;
            }
        }

        foreach (var value in layout.Results)
        {
            if (!Add(value, isResult: true))
            {
                return null;
            }
        }

        return parts;

        bool Add(AbiValue value, bool isResult)
        {
            foreach (var part in value.Parts)
            {
                parts.Add(new OutgoingPart(value.AssemblyName + part.Suffix, value.Abi0Offset + part.Offset, part.Size, isResult, value.Name == "_"));
            }

            return value.HasAllParts;
        }
    }
}
