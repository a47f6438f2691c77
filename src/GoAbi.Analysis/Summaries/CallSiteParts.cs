using System.Collections.Generic;
using System.Collections.Immutable;
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

    /// <summary>Reads a number of call sites, then each. All are checked; objects are made of them when something asks.</summary>
    public static CallSiteList Read(SummaryReader r)
    {
        var count = r.Count();
        var records = new List<CallSiteRecord>(System.Math.Min(count, 1 << 16));
        var extras = new Dictionary<int, (LineDirectivePosition? Line, ImmutableArray<ExpansionFrame> Expansion)>();
        for (var i = 0; i < count && !r.HasFailed; i++)
        {
            records.Add(ReadOne(r, i, extras));
        }

        return new RecordedCallSites(r, records.ToArray(), extras);
    }

    private static CallSiteRecord ReadOne(SummaryReader r, int number, Dictionary<int, (LineDirectivePosition? Line, ImmutableArray<ExpansionFrame> Expansion)> extras)
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

        var record = new CallSiteRecord
        {
            Flags = (byte)flags,
            Meaning = (byte)meaning,
            Kind = (byte)kind,
            Languages = (byte)languages,
            File = r.FileNumber(),
            Start = r.Number(),
            Length = r.Number(),
            Index = r.Number(),
            Caller = r.StringNumber(),
            CallerSymbol = r.StringNumber(),
            Callee = (flags & HasCallee) != 0 ? r.StringNumber() : -1,
            CalleeSymbol = (flags & HasCalleeSymbol) != 0 ? r.StringNumber() : -1,
            Wrapper = (flags & HasWrapper) != 0 ? r.StringNumber() : -1,
        };
        if (record.Length > int.MaxValue - record.Start)
        {
            r.Fail();
        }

        if ((flags & (HasLineDirective | HasExpansion)) != 0)
        {
            LineDirectivePosition? line = (flags & HasLineDirective) != 0 ? new LineDirectivePosition(r.String(), r.Number()) : null;
            extras[number] = (line, (flags & HasExpansion) != 0 ? r.Expansion() : ImmutableArray<ExpansionFrame>.Empty);
        }

        return record;
    }

    private static void WriteIfAny(SummaryWriter w, string? value)
    {
        if (value is not null)
        {
            w.String(value);
        }
    }

    /// <summary>One call site in numbers.</summary>
    private readonly struct CallSiteRecord
    {
        public byte Flags { get; init; }

        public byte Meaning { get; init; }

        public byte Kind { get; init; }

        public byte Languages { get; init; }

        public int File { get; init; }

        public int Start { get; init; }

        public int Length { get; init; }

        public int Index { get; init; }

        public int Caller { get; init; }

        public int CallerSymbol { get; init; }

        public int Callee { get; init; }

        public int CalleeSymbol { get; init; }

        public int Wrapper { get; init; }
    }

    private sealed class RecordedCallSites(
        SummaryReader tables, CallSiteRecord[] records, Dictionary<int, (LineDirectivePosition? Line, ImmutableArray<ExpansionFrame> Expansion)> extras) : CallSiteList
    {
        public override int Count => records.Length;

        public override CallSitePlace PlaceOf(int number)
        {
            ref readonly var record = ref records[number];
            return new CallSitePlace(tables.FileAt(record.File), record.Start, record.Index, (AbiCase)(record.Meaning >> 4), (record.Kind & 3) != 0);
        }

        public override SummaryCallSite Get(int number)
        {
            ref readonly var record = ref records[number];
            var flags = record.Flags;
            var (line, expansion) = extras.TryGetValue(number, out var extra) ? extra : (null, ImmutableArray<ExpansionFrame>.Empty);
            var site = new CallSite
            {
                Location = new SourceLocation(tables.FileAt(record.File), new TextSpan(record.Start, record.Length)),
                Index = record.Index,
                Caller = tables.StringAt(record.Caller),
                CallerSymbol = tables.StringAt(record.CallerSymbol),
                Callee = record.Callee < 0 ? null : tables.StringAt(record.Callee),
                CalleeSymbol = record.CalleeSymbol < 0 ? null : tables.StringAt(record.CalleeSymbol),
                Wrapper = record.Wrapper < 0 ? null : tables.StringAt(record.Wrapper),
                LineDirective = line,
                Expansion = expansion,
                CallerLanguage = (SourceLanguage)(record.Languages >> 2),
                CalleeLanguage = (SourceLanguage)(record.Languages & 3),
                Case = (AbiCase)(record.Meaning >> 4),
                Relation = (AbiRelation)(record.Meaning & 15),
                IsDirect = (flags & IsDirect) != 0,
                Kind = (CallKind)(record.Kind >> 4),
                Abi = (flags & Abi) != 0 ? CallingConvention.AbiInternal : CallingConvention.Abi0,
                Certainty = (CallCertainty)((record.Kind >> 2) & 3),
            };
            return new SummaryCallSite(site, (LinkNeed)(record.Kind & 3)) { SelectsInternal = (flags & SelectsInternal) != 0 };
        }
    }
}
