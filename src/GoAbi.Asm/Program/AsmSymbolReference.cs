using System;
using GoAbi.Source;

namespace GoAbi.Asm;

/// <summary>A symbol's name where it is written, with what stands directly behind it: &lt;&gt; or an ABI selector.</summary>
public readonly struct AsmSymbolReference : IEquatable<AsmSymbolReference>
{
    internal AsmSymbolReference(string name, AsmOrigin origin, bool isStatic, string? abiSelector)
    {
        Name = name;
        Origin = origin;
        IsStatic = isStatic;
        AbiSelector = abiSelector;
    }

    /// <summary>The name as the assembler sees it: '.' for '·', '/' for '∕'. A leading '.' stands for the package's own path.</summary>
    public string Name { get; }

    /// <summary>Where the name is written, without &lt;&gt; or selector.</summary>
    public AsmOrigin Origin { get; }

    /// <summary>The name as written, for example "·f" or "pkg∕path·f".</summary>
    public string Text
    {
        get
        {
            var spelling = Origin.Spelling;
            return spelling.File is null ? Name ?? "" : spelling.File.Text.ToString(spelling.Span);
        }
    }

    /// <summary>True for name&lt;&gt;: known in this file alone.</summary>
    public bool IsStatic { get; }

    /// <summary>The ABI selector as written ("ABI0", "ABIInternal"), allowed there or not; null for none.</summary>
    public string? AbiSelector { get; }

    /// <summary>True where the name stands in the package that is assembled.</summary>
    public bool IsPackageLocal => Name is { Length: > 0 } && Name[0] == '.';

    /// <summary>The linker's name: the package's escaped path before a name that begins with '·'; <c>""</c> in quotes for an empty path.</summary>
    public string Resolve(string packagePath) =>
        Name is null ? "" : !IsPackageLocal ? Name : packagePath.Length == 0 ? "\"\"" + Name : PackagePathEscape.Escape(packagePath) + Name;

    /// <inheritdoc/>
    public bool Equals(AsmSymbolReference other) =>
        Name == other.Name && IsStatic == other.IsStatic && AbiSelector == other.AbiSelector && Origin == other.Origin;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AsmSymbolReference other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name is null ? 0 : StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>Equal in name, selector and place.</summary>
    public static bool operator ==(AsmSymbolReference left, AsmSymbolReference right) => left.Equals(right);

    /// <summary>Different in name, selector or place.</summary>
    public static bool operator !=(AsmSymbolReference left, AsmSymbolReference right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Name + (IsStatic ? "<>" : AbiSelector is null ? "" : "<" + AbiSelector + ">");
}

/// <summary>One line of asm -gensymabis: a definition or a reference, and the ABI it is for.</summary>
/// <param name="IsDefinition">True for "def", false for "ref".</param>
/// <param name="Name">The symbol as that version of the toolchain writes it.</param>
/// <param name="Abi">"ABI0" or "ABIInternal".</param>
public readonly record struct AsmSymbolAbi(bool IsDefinition, string Name, string Abi)
{
    /// <summary>The line as the toolchain writes it.</summary>
    public override string ToString() => (IsDefinition ? "def " : "ref ") + Name + " " + Abi;
}
