// Written by eng/WidthTables from eng/data/widths. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>mips: see <see cref="WidthPattern"/> for the form.</summary>
internal static partial class WidthTables
{
    internal const string Mips =
        ":=1 MOVB MOVBU :=16 VMOVB VMOVD VMOVH VMOVW :=2 MOVH MOVHU :=4 LL MOVF MOVW MOVWU SC :=8 LLV MOVD MOVV SCV ";
}
