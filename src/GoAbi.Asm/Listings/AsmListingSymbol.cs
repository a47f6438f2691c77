using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>One symbol of a listing: data, debug information or a function.</summary>
public class AsmListingSymbol
{
    internal AsmListingSymbol(ListingSymbolParts parts)
    {
        Package = parts.Package;
        Name = parts.Name;
        LinkName = parts.LinkName;
        AbiVersion = parts.AbiVersion;
        Kind = parts.Kind;
        Flags = parts.Flags;
        Size = parts.Size;
        Location = parts.Location;
        LineCount = parts.LineCount;
        Data = parts.Data;
        Relocations = parts.Relocations;
    }

    /// <summary>The import path in the "# path" line before; "" where there is none (the compiler alone prints none).</summary>
    public string Package { get; }

    /// <summary>The name as printed: up to Go 1.18 with <c>""</c> for the package's own path.</summary>
    public string Name { get; }

    /// <summary>The name with the package's path in place of <c>""</c>, where the listing says it.</summary>
    public string LinkName { get; }

    /// <summary>The number in name&lt;N&gt; of -S=2: 0 is ABI0, 1 ABIInternal; null with -S=1, which prints none.</summary>
    public int? AbiVersion { get; }

    /// <summary>The kind as printed: STEXT, SRODATA, SDWARFLINES; "" for none.</summary>
    public string Kind { get; }

    /// <summary>The words behind the kind: static, dupok, cfunc, nosplit, topframe, asm, leaf.</summary>
    public ImmutableArray<string> Flags { get; }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; }

    /// <summary>Its header line.</summary>
    public SourceLocation Location { get; }

    /// <summary>How many lines it has, the header included.</summary>
    public int LineCount { get; }

    /// <summary>The bytes of its hex dump.</summary>
    public ImmutableArray<byte> Data { get; }

    /// <summary>Its relocations in order.</summary>
    public ImmutableArray<AsmListingRelocation> Relocations { get; }

    /// <inheritdoc/>
    public override string ToString() => Name + " " + Kind;
}

/// <summary>One "rel" line.</summary>
/// <param name="Offset">Where in the symbol.</param>
/// <param name="Width">How many bytes are patched; 0 for a mark.</param>
/// <param name="Kind">What is stored: R_CALL, R_PCREL; a number up to Go 1.19.</param>
/// <param name="Symbol">The symbol as printed; "" for none.</param>
/// <param name="AbiVersion">The number in name&lt;N&gt;; null where none is printed.</param>
/// <param name="Addend">What is added.</param>
/// <param name="Line">The line in the file, from 0.</param>
public readonly record struct AsmListingRelocation(long Offset, int Width, string Kind, string Symbol, int? AbiVersion, long Addend, int Line)
{
    /// <summary>True for what a direct call or jump needs, where the kind is printed by name.</summary>
    public bool IsCall => Kind is "R_CALL" or "R_CALLARM" or "R_CALLARM64" or "R_CALLPOWER" or "R_CALLMIPS" or "R_JMPMIPS"
        or "R_RISCV_CALL" or "R_RISCV_JAL" or "R_RISCV_CALL_TRAMP" or "R_RISCV_JAL_TRAMP" or "R_CALLLOONG64" or "R_JMPLOONG64" or "R_LOONG64_CALL";
}

/// <summary>What a symbol is made from.</summary>
internal sealed record ListingSymbolParts
{
    public required string Package { get; init; }

    public required string Name { get; init; }

    public required string LinkName { get; init; }

    public int? AbiVersion { get; init; }

    public required string Kind { get; init; }

    public required ImmutableArray<string> Flags { get; init; }

    public required long Size { get; init; }

    public required SourceLocation Location { get; init; }

    public required int LineCount { get; init; }

    public required ImmutableArray<byte> Data { get; init; }

    public required ImmutableArray<AsmListingRelocation> Relocations { get; init; }
}
