// Written by eng/WidthTables from eng/data/widths. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>s390x: see <see cref="WidthPattern"/> for the form.</summary>
internal static partial class WidthTables
{
    internal const string S390x =
        ":=0 LA LARL LAY :=1 MOVB MOVBZ VLEB VLLEZB VLREPB VSTEB :=16 STCKE VL VST :=2 MOVH MOVHBR MOVHZ VLEH VLLEZH VLREPH VSTEH :=4 ADDW ANDW "
            + "CS FMOVS LAA LAAL LAN LAO LAX MOVW MOVWBR MOVWZ MULLW ORW SUBW VLEF VLLEZF VLREPF VSTEF XORW :=8 ADD AND CSG FMOVD LAAG LAALG LANG "
            + "LAOG LAXG MOVD MOVDBR MULLD OR STCK STCKC STCKF SUB VLEG VLLEZG VLREPG VSTEG XOR :length CLC CLEAR MVC MVCIN NC OC XC :range16 VLM "
            + "VSTM :range4 LMY STMY :range8 LMG STMG ";
}
