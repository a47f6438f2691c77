// Written by eng/WidthTables from eng/data/widths. Do not edit.

#nullable enable

namespace GoAbi.Asm;

/// <summary>wasm: see <see cref="WidthPattern"/> for the form.</summary>
internal static partial class WidthTables
{
    internal const string Wasm =
        ":=1 I32Load8S I32Load8U I32Store8 I64Load8S I64Load8U I64Store8 MOVB V128Load8Lane V128Load8Splat V128Store8Lane :=16 V128Load V128Store "
            + ":=2 I32Load16S I32Load16U I32Store16 I64Load16S I64Load16U I64Store16 MOVH V128Load16Lane V128Load16Splat V128Store16Lane :=4 F32Load "
            + "F32Store I32Load I32Store I64Load32S I64Load32U I64Store32 MOVW V128Load32Lane V128Load32Splat V128Load32Zero V128Store32Lane :=8 F64Load "
            + "F64Store I64Load I64Store MOVD V128Load16x4S V128Load16x4U V128Load32x2S V128Load32x2U V128Load64Lane V128Load64Splat V128Load64Zero "
            + "V128Load8x8S V128Load8x8U V128Store64Lane ";
}
