using System;
using GoAbi.Conventions;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>Completes call sites whose callee is defined in another package.</summary>
internal static class CallLinker
{
    /// <summary>The call site with what its callee decides.</summary>
    /// <param name="pending">As the package gave it.</param>
    /// <param name="target">The target.</param>
    /// <param name="find">The function behind a linker name as the package sees it; null where none is known.</param>
    public static CallSite Complete(in SummaryCallSite pending, Target target, Func<string, SummaryFunction?> find)
    {
        var site = pending.Site;
        return pending.Need switch
        {
            LinkNeed.GoDeclaration => FromGo(site, AbiWrappers.Exist(target), find(site.CalleeSymbol!)),
            LinkNeed.AssemblyReference => FromAssembly(site, AbiWrappers.Exist(target), pending.SelectsInternal, find(site.CalleeSymbol!)),
            _ => site,
        };
    }

    /// <summary>A reference in assembly to <paramref name="callee"/>, null where nobody knows it.</summary>
    public static CallSite FromAssembly(CallSite site, bool hasWrappers, bool selectsInternal, SummaryFunction? callee) => site with
    {
        Callee = callee?.FullName ?? site.CalleeSymbol,
        CalleeLanguage = callee?.Language ?? SourceLanguage.Unknown,
        Case = callee?.Language switch
        {
            SourceLanguage.Assembly => AbiCase.AssemblyToAssembly,
            SourceLanguage.Go => AbiCase.AssemblyToGo,
            _ => AbiCase.None,
        },
        Abi = selectsInternal && hasWrappers ? CallingConvention.AbiInternal : CallingConvention.Abi0,
        Wrapper = hasWrappers && !selectsInternal && callee is { Abi: CallingConvention.AbiInternal } ? site.CalleeSymbol : null,
        Certainty = callee is null or { Language: SourceLanguage.Unknown } ? CallCertainty.Unknown : CallCertainty.Exact,
    };

    // A declaration without a body whose definition is in another package: the compiler knows no ABI for it and calls ABIInternal.
    private static CallSite FromGo(CallSite site, bool hasWrappers, SummaryFunction? callee)
    {
        site = site with
        {
            CalleeLanguage = callee?.Language ?? SourceLanguage.Unknown,
            Abi = hasWrappers ? CallingConvention.AbiInternal : CallingConvention.Abi0,
        };
        return callee switch
        {
            _ when site.Relation == AbiRelation.Intrinsic => site,
            { Language: SourceLanguage.Go } => site with { Case = AbiCase.GoToGoDirect },
            { Language: SourceLanguage.Assembly, Abi: CallingConvention.AbiInternal } => site with { Relation = AbiRelation.AbiInternalAssembly },
            { Language: SourceLanguage.Assembly } => site with
            {
                Relation = AbiRelation.LinknamePull,
                Wrapper = hasWrappers ? site.CalleeSymbol : null,
            },
            _ => site with { Certainty = CallCertainty.Unknown },
        };
    }
}
