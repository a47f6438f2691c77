// Written by eng/WidthTables from eng/data/widths. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>riscv64: see <see cref="WidthPattern"/> for the form.</summary>
internal static partial class WidthTables
{
    internal const string Riscv64 =
        ":=1 LB LBU MOVB MOVBU SB :=16 FLQ FSQ :=2 LH LHU MOVH MOVHU SH :=4 AMOADDW AMOANDW AMOMAXUW AMOMAXW AMOMINUW AMOMINW AMOORW AMOSWAPW "
            + "AMOXORW CLW CLWSP CSW CSWSP FLW FSW LRW LW LWU MOVF MOVW MOVWU SCW SW :=8 AMOADDD AMOANDD AMOMAXD AMOMAXUD AMOMIND AMOMINUD AMOORD "
            + "AMOSWAPD AMOXORD CFLD CFLDSP CFSD CFSDSP CLD CLDSP CSD CSDSP FLD FSD LD LRD MOV MOVD SCD SD ";
}
