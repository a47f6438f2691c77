using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>A function that matters to the ABI: every assembly function, and every Go function that assembly refers to or that is called by its ABI0 entry.</summary>
public sealed record FunctionSymbol
{
    /// <summary>The targets for which all of this holds.</summary>
    public ImmutableArray<Target> Targets { get; init; } = ImmutableArray<Target>.Empty;

    /// <summary>Import path of the package.</summary>
    public required string Package { get; init; }

    /// <summary>Linker name without ".abi0".</summary>
    public required string Symbol { get; init; }

    /// <summary>What its body is written in.</summary>
    public SourceLanguage Language { get; init; }

    /// <summary>The convention of its body.</summary>
    public CallingConvention Abi { get; init; }

    /// <summary>True for a file-local assembly function, f&lt;&gt;.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Its TEXT or its Go declaration with a body.</summary>
    public required SourceLocation Definition { get; init; }

    /// <summary>For an assembly function: its Go declaration, where there is one.</summary>
    public SourceLocation? Declaration { get; init; }

    /// <summary>Frame size in bytes as TEXT gives it; null for Go functions.</summary>
    public int? FrameSize { get; init; }

    /// <summary>Size of arguments and results in bytes as TEXT gives it; null where it gives none, and for Go functions.</summary>
    public int? ArgumentSize { get; init; }

    /// <summary>Text flags by name, in the order of textflag.h.</summary>
    public ImmutableArray<string> Flags { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The ABI wrappers that the toolchain makes for it.</summary>
    public ImmutableArray<AbiWrapper> Wrappers { get; init; } = ImmutableArray<AbiWrapper>.Empty;

    /// <summary>In how many places of the analysed packages its address or func value is taken in Go.</summary>
    public int AddressTaken { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Symbol + " " + Abi;
}

/// <summary>A wrapper function that the compiler makes.</summary>
/// <param name="From">The convention of its callers.</param>
/// <param name="To">The convention of the body that it calls.</param>
/// <param name="Reason">Why it is made, in words.</param>
public readonly record struct AbiWrapper(CallingConvention From, CallingConvention To, string Reason);
