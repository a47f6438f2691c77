using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>One place that calls, and what the toolchain makes of it. An indirect call with several possible callees is several of these.</summary>
public sealed record CallSite
{
    /// <summary>The targets for which all of this holds, in the analysis's order.</summary>
    public ImmutableArray<Target> Targets { get; init; } = ImmutableArray<Target>.Empty;

    /// <summary>
    /// The place: a Go call's "(", a range over a function's operand, an assembly instruction's mnemonic or the outermost
    /// macro invocation that made it.
    /// </summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The place after //line or #line, where there is such a directive.</summary>
    public LineDirectivePosition? LineDirective { get; init; }

    /// <summary>Numbers the sites that share a location, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The calling function as go/types names it.</summary>
    public required string Caller { get; init; }

    /// <summary>Linker name of the outermost declared function that calls.</summary>
    public required string CallerSymbol { get; init; }

    /// <summary>What the caller is written in.</summary>
    public SourceLanguage CallerLanguage { get; init; }

    /// <summary>The called function as go/types names it; null where it is not known.</summary>
    public string? Callee { get; init; }

    /// <summary>Linker name of the callee without ".abi0", linknames resolved; null where it is not known.</summary>
    public string? CalleeSymbol { get; init; }

    /// <summary>What the callee is written in.</summary>
    public SourceLanguage CalleeLanguage { get; init; }

    /// <summary>The case.</summary>
    public AbiCase Case { get; init; }

    /// <summary>What the six cases do not say.</summary>
    public AbiRelation Relation { get; init; }

    /// <summary>False where the callee is reached through a value.</summary>
    public bool IsDirect { get; init; } = true;

    /// <summary>How the call is written.</summary>
    public CallKind Kind { get; init; }

    /// <summary>The convention of the entry that is called.</summary>
    public CallingConvention Abi { get; init; }

    /// <summary>Linker name of the ABI wrapper that is called; null where the call reaches the body itself.</summary>
    public string? Wrapper { get; init; }

    /// <summary>How sure the callee is.</summary>
    public CallCertainty Certainty { get; init; }

    /// <summary>For a site that a macro or include made: how, outermost first.</summary>
    public ImmutableArray<ExpansionFrame> Expansion { get; init; } = ImmutableArray<ExpansionFrame>.Empty;

    /// <summary>
    /// True for a call from or to assembly, to a wrapper or a stub of cgo: cases 3 to 6, and what relations say outside of them. A call of a Go function that the compiler replaces by instructions is none.
    /// </summary>
    public bool IsAboutAssembly() =>
        Case >= AbiCase.GoToAssemblyDirect || CallerLanguage == SourceLanguage.Assembly || (Relation != AbiRelation.None && !(Relation == AbiRelation.Intrinsic && CalleeLanguage == SourceLanguage.Go));

    /// <inheritdoc/>
    public override string ToString() => Location + ": " + Caller + " -> " + (Callee ?? "?") + " case " + (int)Case;
}

/// <summary>Where a //line or #line directive says that a place is.</summary>
/// <param name="File">The file it names.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct LineDirectivePosition(string File, int Line);
