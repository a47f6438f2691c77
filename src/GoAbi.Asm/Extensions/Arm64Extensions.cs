using System;
using System.Collections.Immutable;

namespace GoAbi.Asm;

/// <summary>The extensions of arm64 beyond ARMv8.0 with floating point and Advanced SIMD (Arm Architecture Reference Manual, ID_AA64ISAR0_EL1), under the names of Go's cpu packages.</summary>
internal static class Arm64Extensions
{
    public static ExtensionNames Names { get; } = new(
        ["ATOMICS", "AES", "PMULL", "SHA1", "SHA2", "SHA3", "SHA512", "CRC32", "JSCVT", "ASIMDDP", "SVE"],
        ImmutableArray.Create(("SHA512", "SHA2"), ("SHA3", "SHA512"), ("SHA2", "SHA1"), ("PMULL", "AES")),
        ImmutableArray.Create(("LSE", "ATOMICS"), ("AESARM", "AES"), ("CRYPTO", "AES PMULL SHA1 SHA2"), ("ASIMD", ""), ("FP", ""), ("DOTPROD", "ASIMDDP")));

    public static ulong Of(Instruction instruction)
    {
        var name = NameOf(instruction);
        return name is null ? 0 : Names.ParseAll(name);
    }

    // Apple's processors have had all of these since the first that Go runs on; GOARM64=v8.1 and up has the atomics, ",lse" and ",crypto" add to any (internal/buildcfg).
    public static ulong BaselineOf(string goos, string feature)
    {
        var set = goos is "darwin" or "ios" ? Names.ParseAll("ATOMICS AES PMULL SHA1 SHA2 SHA3 SHA512 CRC32 JSCVT ASIMDDP") : 0;
        var level = feature.Split(',');
        if (level[0].StartsWith("v9", StringComparison.Ordinal) || (level[0].StartsWith("v8.", StringComparison.Ordinal) && level[0] != "v8.0") || Array.IndexOf(level, "lse") > 0)
        {
            set |= Names.ParseAll("ATOMICS");
        }

        return Array.IndexOf(level, "crypto") > 0 ? set | Names.ParseAll("AES PMULL SHA1 SHA2") : set;
    }

    private static string? NameOf(Instruction instruction)
    {
        var mnemonic = instruction.Mnemonic;
        switch (mnemonic)
        {
            case "AESD" or "AESE" or "AESIMC" or "AESMC":
                return "AES";
            case "SHA1C" or "SHA1H" or "SHA1M" or "SHA1P" or "SHA1SU0" or "SHA1SU1":
                return "SHA1";
            case "SHA256H" or "SHA256H2" or "SHA256SU0" or "SHA256SU1":
                return "SHA2";
            case "SHA512H" or "SHA512H2" or "SHA512SU0" or "SHA512SU1":
                return "SHA512";
            case "VEOR3" or "VBCAX" or "VRAX1" or "VXAR":
                return "SHA3";
            case "FJCVTZS":
                return "JSCVT";
            case "VSDOT" or "VUDOT":
                return "ASIMDDP";
            case "VPMULL" or "VPMULL2":
                return IsPolynomialOfWords(instruction) ? "PMULL" : null;
        }

        if (mnemonic.StartsWith("CRC32", StringComparison.Ordinal))
        {
            return "CRC32";
        }

        if (IsAtomic(mnemonic))
        {
            return "ATOMICS";
        }

        foreach (var operand in instruction.Operands)
        {
            if (operand is RegisterOperand { Register: var plain } && IsScalable(plain) || operand is VectorRegisterOperand { Register: var vector } && IsScalable(vector))
            {
                return "SVE";
            }
        }

        return null;
    }

    private static bool IsAtomic(string mnemonic) =>
        mnemonic.StartsWith("CAS", StringComparison.Ordinal) || mnemonic.StartsWith("SWP", StringComparison.Ordinal)
        || mnemonic.StartsWith("LDADD", StringComparison.Ordinal) || mnemonic.StartsWith("LDCLR", StringComparison.Ordinal)
        || mnemonic.StartsWith("LDEOR", StringComparison.Ordinal) || mnemonic.StartsWith("LDOR", StringComparison.Ordinal);

    // VPMULL of bytes is plain Advanced SIMD; of 64 bits it is not.
    private static bool IsPolynomialOfWords(Instruction instruction)
    {
        foreach (var operand in instruction.Operands)
        {
            if (operand is VectorRegisterOperand { Arrangement: "Q1" or "D1" or "D2" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScalable(AsmRegister register) => register.Name.Length > 1 && register.Name[0] is 'Z' or 'P' && register.Name[1] is >= '0' and <= '9';
}
