using System.Collections.Generic;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What has to be written of a result before RET: a word of memory, or a register.</summary>
/// <param name="Result">The result.</param>
/// <param name="Name">As assembly names it.</param>
/// <param name="Offset">Bytes from the argument base, for memory.</param>
/// <param name="Size">Its size.</param>
/// <param name="Register">The register by the assembler's name; null for memory.</param>
internal readonly record struct ResultLeaf(AbiValue Result, string Name, long Offset, long Size, string? Register)
{
    /// <summary>As many as there are bits to follow them with.</summary>
    public const int MaxLeaves = 64;

    private const int MaxPartsEach = 16;

    /// <summary>The leaves of a function's results; empty where there are none, or more than can be followed.</summary>
    public static List<ResultLeaf> Of(AbiLayout layout, bool isInternal, bool isBigEndian)
    {
        var word = GoPlatforms.PointerSize(layout.Target.Goarch);
        var leaves = new List<ResultLeaf>();
        foreach (var result in layout.Results)
        {
            if (result.Size == 0)
            {
                continue;
            }

            if (isInternal && !result.Registers.IsEmpty)
            {
                foreach (var (register, part) in result.Registers)
                {
                    leaves.Add(new ResultLeaf(result, result.AssemblyName + part.Suffix, 0, part.Size, register.Name));
                }

                continue;
            }

            var place = (isInternal ? result.StackOffset : null) ?? result.Abi0Offset;
            if (!result.HasAllParts || result.Parts.Length > MaxPartsEach)
            {
                leaves.Add(new ResultLeaf(result, result.AssemblyName, place, result.Size, null));
                continue;
            }

            foreach (var part in result.Parts)
            {
                AddPart(leaves, result, part, place, isBigEndian, word);
            }
        }

        if (leaves.Count > MaxLeaves)
        {
            leaves.Clear();
        }

        return leaves;
    }

    // Two words of a machine are written one by one.
    private static void AddPart(List<ResultLeaf> leaves, AbiValue result, in AbiPart part, long place, bool isBigEndian, long word)
    {
        var name = result.AssemblyName + part.Suffix;
        if (word != 4 || part.Size != 2 * word)
        {
            leaves.Add(new ResultLeaf(result, name, place + part.Offset, part.Size, null));
            return;
        }

        leaves.Add(new ResultLeaf(result, name + (isBigEndian ? "_hi" : "_lo"), place + part.Offset, word, null));
        leaves.Add(new ResultLeaf(result, name + (isBigEndian ? "_lo" : "_hi"), place + part.Offset + word, word, null));
    }

    /// <summary>As messages name it.</summary>
    public override string ToString() => Register is null ? ArgumentReference.Text(Name, Offset) : Name + " in " + Register;
}
