using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>The extensions of amd64 and 386: which an instruction needs depends on its widest vector register and on whether only the EVEX encoding fits.</summary>
internal static partial class X86Extensions
{
    private static readonly string[] All =
    [
        "SSE3", "SSSE3", "SSE41", "SSE42", "POPCNT", "AES", "PCLMULQDQ", "AVX", "AVX2", "BMI1", "BMI2", "LZCNT", "MOVBE", "F16C", "FMA", "ADX", "SHA", "RDRAND", "RDSEED", "GFNI", "VAES", "VPCLMULQDQ",
        "AVX512F", "AVX512CD", "AVX512BW", "AVX512DQ", "AVX512VL", "AVX512IFMA", "AVX512VBMI", "AVX512VBMI2", "AVX512VNNI", "AVX512BITALG", "AVX512VPOPCNTDQ", "AVX512ER", "AVX512PF", "AVX5124FMAPS",
        "AVX5124VNNIW", "AVX512BF16", "AVX512FP16", "AVX512VP2INTERSECT",
    ];

    // No processor has the one without the others. AVX2 without BMI2 or FMA there is.
    private static readonly ImmutableArray<(string, string)> Implied = ImmutableArray.Create(
        ("SSSE3", "SSE3"), ("SSE41", "SSSE3"), ("SSE42", "SSE41 POPCNT"), ("AVX", "SSE42"), ("AES", "SSE41"), ("PCLMULQDQ", "SSE41"), ("SHA", "SSE41"), ("F16C", "AVX"), ("FMA", "AVX"), ("AVX2", "AVX"),
        ("BMI2", "BMI1 LZCNT"), ("ADX", "BMI2"), ("VAES", "AVX AES"), ("VPCLMULQDQ", "AVX PCLMULQDQ"), ("AVX512F", "AVX2 FMA F16C BMI2 MOVBE"), ("AVX512CD", "AVX512F"), ("AVX512BW", "AVX512F"),
        ("AVX512DQ", "AVX512F"), ("AVX512VL", "AVX512F"), ("AVX512IFMA", "AVX512F"), ("AVX512VBMI", "AVX512BW"), ("AVX512VBMI2", "AVX512BW"), ("AVX512VNNI", "AVX512F"), ("AVX512BITALG", "AVX512BW"),
        ("AVX512VPOPCNTDQ", "AVX512F"), ("AVX512BF16", "AVX512F"), ("AVX512FP16", "AVX512BW AVX512VL"), ("AVX512VP2INTERSECT", "AVX512F"), ("AVX512ER", "AVX512F"), ("AVX512PF", "AVX512F"));

    // What golang.org/x/sys/cpu and github.com/klauspost/cpuid call them; HasAVX512 is the group of GOAMD64=v4.
    private static readonly ImmutableArray<(string, string)> Aliases = ImmutableArray.Create(
        ("ABM", "LZCNT"), ("SSE4", "SSE41"), ("AESNI", "AES"), ("CLMUL", "PCLMULQDQ"), ("FMA3", "FMA"), ("AVX512", "AVX512F AVX512CD AVX512BW AVX512DQ AVX512VL"), ("AVX512GFNI", "GFNI AVX512F"),
        ("AVX512VAES", "VAES AVX512F"), ("AVX512VPCLMULQDQ", "VPCLMULQDQ AVX512F"), ("VPCLMUL", "VPCLMULQDQ"), ("OSXSAVE", ""), ("SSE2", ""), ("SSE", ""), ("CMOV", ""), ("MMX", ""), ("ERMS", ""), ("FSRM", ""), ("CX16", ""), ("RDTSCP", ""));

    // GOAMD64, cumulative.
    private static readonly ImmutableArray<(string, string)> Levels = ImmutableArray.Create(
        ("v2", "SSE42"), ("v3", "AVX2 BMI2 F16C FMA MOVBE"), ("v4", "AVX512F AVX512CD AVX512BW AVX512DQ AVX512VL"));

    private static readonly Lazy<Dictionary<string, Dictionary<string, ulong>>> ByMnemonic = new(Read);

    public static ExtensionNames Names { get; } = new(All, Implied, Aliases);

    public static ulong Of(Instruction instruction)
    {
        if (!ByMnemonic.Value.TryGetValue(instruction.Mnemonic, out var places))
        {
            return 0;
        }

        var width = 0;
        var isGeneral = false;
        var isEvex = !instruction.Suffixes.IsEmpty;
        foreach (var operand in instruction.Operands)
        {
            switch (operand)
            {
                case RegisterOperand { Register: var register }:
                    See(register, ref width, ref isEvex);
                    isGeneral |= register.Class == AsmRegisterClass.General;
                    break;
                case RegisterListOperand list:
                    foreach (var register in list.Registers)
                    {
                        See(register, ref width, ref isEvex);
                    }

                    break;
                case MemoryOperand { Index: { } index }:
                    See(index, ref width, ref isEvex);
                    break;
            }
        }

        var key = (isGeneral ? "g" : "") + (width == 0 ? "" : width == 1 ? "x" : width == 2 ? "y" : "z");
        return (!isEvex && places.TryGetValue(key, out var found)) || places.TryGetValue(key + "e", out found)
            || places.TryGetValue(key, out found) || places.TryGetValue(key.TrimStart('g'), out found) || places.TryGetValue("g" + key, out found)
            ? found
            : 0;
    }

    public static ulong LevelOf(string level)
    {
        ulong set = 0;
        if (level is "v2" or "v3" or "v4")
        {
            foreach (var (name, adds) in Levels)
            {
                set |= Names.ParseAll(adds);
                if (name == level)
                {
                    break;
                }
            }
        }

        return Names.Close(set);
    }

    private static void See(AsmRegister register, ref int width, ref bool isEvex)
    {
        if (register.Class == AsmRegisterClass.Mask)
        {
            isEvex = true;
        }
        else if (register.Class == AsmRegisterClass.Vector && register.Name.Length > 1)
        {
            var own = register.Name[0] switch { 'X' => 1, 'Y' => 2, 'Z' => 3, _ => 0 };
            width = Math.Max(width, own);
            isEvex |= own == 3 || (register.Name.Length == 3 && (register.Name[1] >= '2' || (register.Name[1] == '1' && register.Name[2] >= '6')));
        }
    }

    private static Dictionary<string, Dictionary<string, ulong>> Read()
    {
        var all = new Dictionary<string, Dictionary<string, ulong>>(StringComparer.Ordinal);
        foreach (var line in Data.Split('\n'))
        {
            var colon = line.IndexOf(':');
            var places = new Dictionary<string, ulong>(StringComparer.Ordinal);
            foreach (var place in line.Substring(0, colon).Split(' '))
            {
                var equals = place.IndexOf('=');
                places[place.Substring(0, equals)] = Names.ParseAll(place.Substring(equals + 1).Replace('+', ' '));
            }

            foreach (var mnemonic in line.Substring(colon + 1).Split(' '))
            {
                all[mnemonic] = places;
            }
        }

        return all;
    }
}
