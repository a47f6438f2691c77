using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What has to be linked before a call site's case is known.</summary>
public enum LinkNeed
{
    /// <summary>Nothing: the package itself and its imports decide.</summary>
    None,

    /// <summary>A Go call of a declaration without a body: the callee is whatever the linker finds under its symbol.</summary>
    GoDeclaration,

    /// <summary>Assembly names a symbol that its package does not define.</summary>
    AssemblyReference,
}

/// <summary>
/// A call site as its package alone gives it. What another package's definition decides is left open: it depends on which
/// packages are in the analysis, so it is no part of a summary.
/// </summary>
/// <param name="Site">The site; where something needs to be linked, without case and convention.</param>
/// <param name="Need">What has to be linked.</param>
public readonly record struct SummaryCallSite(CallSite Site, LinkNeed Need = LinkNeed.None)
{
    /// <summary>True where an instruction asks for the ABIInternal entry by an ABI selector.</summary>
    public bool SelectsInternal { get; init; }
}

/// <summary>A function of a package as linking knows it: enough to say what calling it means.</summary>
/// <param name="Symbol">Linker name without ".abi0".</param>
/// <param name="FullName">As go/types names it.</param>
/// <param name="Language">What its body is written in.</param>
/// <param name="Abi">The convention of its body.</param>
public readonly record struct SummaryFunction(string Symbol, string FullName, SourceLanguage Language, CallingConvention Abi)
{
    internal static SummaryFunction? Of(FunctionInfo? function) =>
        function is null ? null : new SummaryFunction(function.Symbol, function.FullName, function.Language, function.Abi);
}
