using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>How a call site is written: most parts are small numbers and go into one, since a summary holds call sites more than anything else.</summary>
internal static class CallSiteParts
{
    private const int Abi = 1 << 0;
    private const int IsDirect = 1 << 1;
    private const int HasCallee = 1 << 2;
    private const int HasCalleeSymbol = 1 << 3;
    private const int HasWrapper = 1 << 4;
    private const int HasLineDirective = 1 << 5;
    private const int HasExpansion = 1 << 6;
    private const int SelectsInternal = 1 << 7;
    private const int AllFlags = (1 << 8) - 1;

    public static void Write(SummaryWriter w, in SummaryCallSite pending)
    {
        var site = pending.Site;
        w.Number((site.Abi == CallingConvention.AbiInternal ? Abi : 0)
            | (site.IsDirect ? IsDirect : 0)
            | (site.Callee is null ? 0 : HasCallee)
            | (site.CalleeSymbol is null ? 0 : HasCalleeSymbol)
            | (site.Wrapper is null ? 0 : HasWrapper)
            | (site.LineDirective is null ? 0 : HasLineDirective)
            | (site.Expansion.IsEmpty ? 0 : HasExpansion)
            | (pending.SelectsInternal ? SelectsInternal : 0));
        w.Number(((int)site.Case << 4) | (int)site.Relation);
        w.Number(((int)site.Kind << 4) | ((int)site.Certainty << 2) | (int)pending.Need);
        w.Number(((int)site.CallerLanguage << 2) | (int)site.CalleeLanguage);
        w.Location(site.Location);
        w.Number(site.Index);
        w.String(site.Caller);
        w.String(site.CallerSymbol);
        WriteIfAny(w, site.Callee);
        WriteIfAny(w, site.CalleeSymbol);
        WriteIfAny(w, site.Wrapper);
        if (site.LineDirective is { } directive)
        {
            w.String(directive.File);
            w.Number(directive.Line);
        }

        if (!site.Expansion.IsEmpty)
        {
            w.Expansion(site.Expansion);
        }
    }

    public static SummaryCallSite Read(SummaryReader r)
    {
        var flags = r.Number(AllFlags);
        var meaning = r.Number();
        var kind = r.Number();
        var languages = r.Number();
        if ((meaning >> 4) > (int)AbiCase.AssemblyToGo || (meaning & 15) > (int)AbiRelation.Intrinsic
            || (kind >> 4) > (int)CallKind.Return || ((kind >> 2) & 3) > (int)CallCertainty.Unknown || (kind & 3) > (int)LinkNeed.AssemblyReference
            || (languages >> 2) > (int)SourceLanguage.Assembly || (languages & 3) > (int)SourceLanguage.Assembly
            || ((kind & 3) != (int)LinkNeed.None && (flags & HasCalleeSymbol) == 0))
        {
            r.Fail();
        }

        var site = new CallSite
        {
            Location = r.Location(),
            Index = r.Number(),
            Caller = r.String(),
            CallerSymbol = r.String(),
            Callee = (flags & HasCallee) != 0 ? r.String() : null,
            CalleeSymbol = (flags & HasCalleeSymbol) != 0 ? r.String() : null,
            Wrapper = (flags & HasWrapper) != 0 ? r.String() : null,
            LineDirective = (flags & HasLineDirective) != 0 ? new LineDirectivePosition(r.String(), r.Number()) : null,
            Expansion = (flags & HasExpansion) != 0 ? r.Expansion() : System.Collections.Immutable.ImmutableArray<ExpansionFrame>.Empty,
            CallerLanguage = (SourceLanguage)(languages >> 2),
            CalleeLanguage = (SourceLanguage)(languages & 3),
            Case = (AbiCase)(meaning >> 4),
            Relation = (AbiRelation)(meaning & 15),
            IsDirect = (flags & IsDirect) != 0,
            Kind = (CallKind)(kind >> 4),
            Abi = (flags & Abi) != 0 ? CallingConvention.AbiInternal : CallingConvention.Abi0,
            Certainty = (CallCertainty)((kind >> 2) & 3),
        };
        return new SummaryCallSite(site, (LinkNeed)(kind & 3)) { SelectsInternal = (flags & SelectsInternal) != 0 };
    }

    private static void WriteIfAny(SummaryWriter w, string? value)
    {
        if (value is not null)
        {
            w.String(value);
        }
    }
}
