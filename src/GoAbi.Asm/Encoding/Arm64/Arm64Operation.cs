using System;

namespace GoAbi.Asm;

/// <summary>Instructions that checks have to tell apart; all others are Other.</summary>
internal enum Arm64Operation : byte
{
    Other,
    AND, ANDW, B, BL, RET, DUFF, ADR, NOP, PCALIGN, PCALIGNMAX,
    ASR, LSL, LSR, ROR, BFI, BFXIL, SBFIZ, SBFX, UBFIZ, UBFX, PRFM, TLBI, DC,
    MOVB, MOVH, MOVW, MOVWU, MOVD, FMOVS, FMOVD, FMOVQ,
    LDP, LDPW, LDPSW, STP, STPW, FLDPS, FLDPD, FLDPQ, FSTPS, FSTPD, FSTPQ,
    LDXP, ADDX, SUBX,
    AES, SHA1SU1, SHA512SU0, SHA512SU1, SHA1H, SHA512H,
    VADD, VSUB, VRAX1, VLOGIC, VFML, VUMAX, VMOV, VMOVS, VMOVD, VMOVQ, VRBIT, VCNT, VREV16, VREV32,
    VUSHR, VSHL, VUSHLL, VUSHLL2, VUXTL, VUXTL2, VPMULL, VPMULL2, VUADDW, VUADDW2,
    VLD1, VLD1R, VLD2, VLD3, VLD4, VLD2R, VLD3R, VLD4R, LDADD,
}

internal static class Arm64Operations
{
    /// <summary>What checks know an instruction as.</summary>
    public static Arm64Operation Find(string name)
    {
        switch (name)
        {
            case "DUFFCOPY" or "DUFFZERO":
                return Arm64Operation.DUFF;
            case "ADRP":
                return Arm64Operation.ADR;
            case "MOVBU":
                return Arm64Operation.MOVB;
            case "MOVHU":
                return Arm64Operation.MOVH;
            case "LDXPW" or "LDAXP" or "LDAXPW":
                return Arm64Operation.LDXP;
            case "ADD" or "CMN" or "ADDW" or "CMNW":
                return Arm64Operation.ADDX;
            case "SUB" or "CMP" or "SUBW" or "CMPW":
                return Arm64Operation.SUBX;
            case "AESD" or "AESE" or "AESIMC" or "AESMC":
                return Arm64Operation.AES;
            case "SHA256SU0":
                return Arm64Operation.SHA1SU1;
            case "SHA512H2":
                return Arm64Operation.SHA512H;
            case "VAND" or "VORR" or "VEOR" or "VBIT" or "VBSL" or "VBIF":
                return Arm64Operation.VLOGIC;
            case "VFMLA" or "VFMLS":
                return Arm64Operation.VFML;
            case "VUMIN":
                return Arm64Operation.VUMAX;
            case "VSRI" or "VUSRA":
                return Arm64Operation.VUSHR;
            case "VSLI":
                return Arm64Operation.VSHL;
            case "VST1":
                return Arm64Operation.VLD1;
            case "VST2":
                return Arm64Operation.VLD2;
            case "VST3":
                return Arm64Operation.VLD3;
            case "VST4":
                return Arm64Operation.VLD4;
        }

        if (name.StartsWith("LD", StringComparison.Ordinal) && IsMemoryArithmetic(name))
        {
            return Arm64Operation.LDADD;
        }

        // The shifts and bit fields of 32 bits are told apart by the set.
        var plain = name.Length > 2 && name[name.Length - 1] == 'W' && name is not ("ANDW" or "MOVW" or "LDPW" or "STPW" or "LDPSW" or "VUADDW")
            ? name.Substring(0, name.Length - 1)
            : name;
        return Enum.TryParse<Arm64Operation>(plain, out var found) ? found : Arm64Operation.Other;
    }

    // LDADD, LDCLR, LDEOR and LDOR that don't acquire: their result can't be thrown away in old releases.
    private static bool IsMemoryArithmetic(string name) =>
        (name.StartsWith("LDADD", StringComparison.Ordinal) || name.StartsWith("LDCLR", StringComparison.Ordinal)
            || name.StartsWith("LDEOR", StringComparison.Ordinal) || name.StartsWith("LDOR", StringComparison.Ordinal))
        && name.IndexOf('A', name.StartsWith("LDADD", StringComparison.Ordinal) ? 5 : 2) < 0;
}
