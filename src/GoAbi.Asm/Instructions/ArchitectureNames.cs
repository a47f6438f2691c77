using System;
using System.Threading;

namespace GoAbi.Asm;

/// <summary>
/// What an architecture's tables say about the names of a session, by name number: found once per name, not once per
/// operand. Thread-safe without a lock: an entry is one number, and whoever finds it anew finds the same.
/// </summary>
internal sealed class ArchitectureNames(AsmNameTable names, AsmArchitecture architecture)
{
    private const int Resolved = 1;
    private const int IsSpecialBit = 2;
    private const int IsPrefixBit = 4;
    private const int IndexMask = 0xFFF;
    private const int RegisterShift = 4;
    private const int InstructionShift = 16;

    private int[] codes = new int[names.Count + 1];

    public AsmArchitecture Architecture { get; } = architecture;

    public bool IsSpecial(int nameId) => (Code(nameId) & IsSpecialBit) != 0;

    public bool IsPrefix(int nameId) => (Code(nameId) & IsPrefixBit) != 0;

    public bool IsRegister(int nameId) => ((Code(nameId) >> RegisterShift) & IndexMask) != 0;

    public bool TryGetRegister(int nameId, out AsmRegister register)
    {
        var index = (Code(nameId) >> RegisterShift) & IndexMask;
        register = index == 0 ? default : Architecture.Registers[index - 1];
        return index != 0;
    }

    public bool TryGetRegisterIndex(int nameId, out int index)
    {
        index = ((Code(nameId) >> RegisterShift) & IndexMask) - 1;
        return index >= 0;
    }

    public bool TryGetInstruction(int nameId, out InstructionFacts facts)
    {
        var index = Code(nameId) >> InstructionShift;
        facts = index == 0 ? default : Architecture.Instructions[index - 1];
        return index != 0;
    }

    private int Code(int id)
    {
        var known = Volatile.Read(ref codes);
        var code = (uint)id < (uint)known.Length ? known[id] : 0;
        return code != 0 ? code : Find(id, known);
    }

    private int Find(int id, int[] known)
    {
        if (id >= known.Length)
        {
            // Losing a race loses what the other found: it is found again.
            Array.Resize(ref known, Math.Max(names.Count + 1, known.Length * 2));
            Volatile.Write(ref codes, known);
        }

        return known[id] = Resolve(names.GetText(id));
    }

    private int Resolve(string name) =>
        Resolved
        | (Architecture.Data.SpecialOperands.Contains(name) ? IsSpecialBit : 0)
        | (Architecture.Data.Prefixes.ContainsKey(name) ? IsPrefixBit : 0)
        | ((Architecture.IndexOfRegister(name) + 1) << RegisterShift)
        | ((Architecture.IndexOfInstruction(name) + 1) << InstructionShift);
}
