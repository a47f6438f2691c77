using System;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>Which registers an instruction overwrites to the last bit, so that nothing of what they held is left.</summary>
internal static class RegisterOverwrites
{
    /// <summary>
    /// The registers that are certainly overwritten as a whole: those of loads, moves and addresses alone. Others may keep parts, as MOVSD, SETEQ and MOVK do, or all, as BSFQ of zero does.
    /// </summary>
    public static AsmRegisterSet Of(AsmArchitecture architecture, Instruction instruction, AsmEffects effects)
    {
        var isX86 = architecture.Name is "386" or "amd64";
        if (effects.Has(AsmEffectFlags.Conditional) || !(isX86 ? IsWholeOfX86(instruction.Mnemonic) : IsWhole(instruction.Mnemonic)))
        {
            return AsmRegisterSet.Empty;
        }

        // A legacy SSE instruction leaves the upper half of a YMM register, VEX ones clear it.
        var hasVectors = isX86 && instruction.Mnemonic[0] == 'V';
        var whole = AsmRegisterSet.Empty;
        foreach (var register in effects.Writes.Except(effects.Reads))
        {
            if (register.Class == AsmRegisterClass.General || (hasVectors && register.Class == AsmRegisterClass.Vector))
            {
                whole = whole.Union(AsmRegisterSet.Of(architecture, register));
            }
        }

        return whole;
    }

    // 32 and 64 bits wide; the first clear the rest. MOVBWZX writes 16.
    private static bool IsWholeOfX86(string name)
    {
        if (name.Length == 0)
        {
            return false;
        }

        if (name[0] == 'V')
        {
            return true;
        }

        var width = name.EndsWith("ZX", StringComparison.Ordinal) || name.EndsWith("SX", StringComparison.Ordinal) ? name.Length - 3 : name.Length - 1;
        return (name.StartsWith("MOV", StringComparison.Ordinal) || name is "LEAL" or "LEAQ" or "POPL" or "POPQ") && width >= 3 && name[width] is 'L' or 'Q';
    }

    private static bool IsWhole(string name) => name is "MOVD" or "MOVV" or "MOV" or "MOVW" or "MOVWU" or "MOVWZ" or "MOVH" or "MOVHU" or "MOVHZ" or "MOVB" or "MOVBU" or "MOVBZ" or "LDP" or "LDPW";
}
