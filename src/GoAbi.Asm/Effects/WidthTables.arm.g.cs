// Written by eng/WidthTables from eng/data/widths. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>arm: see <see cref="WidthPattern"/> for the form.</summary>
internal static partial class WidthTables
{
    internal const string Arm =
        ":=0 PLD :=1 LDREXB MOVB MOVBS MOVBU STREXB SWPBU :=2 MOVH MOVHS MOVHU :=4 LDREX MOVF MOVW STREX SWPW :=8 LDREXD MOVD STREXD :list4 "
            + "MOVM ";
}
