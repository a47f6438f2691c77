using System.Collections.Immutable;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>The call sites of a summary. Who only counts them needs no object for each.</summary>
internal abstract class CallSiteList
{
    private ImmutableArray<SummaryCallSite> all;

    public abstract int Count { get; }

    /// <summary>What tells a site from others, and its case.</summary>
    public abstract CallSitePlace PlaceOf(int number);

    public abstract SummaryCallSite Get(int number);

    /// <summary>All of them, made once.</summary>
    public virtual ImmutableArray<SummaryCallSite> ToArray()
    {
        if (all.IsDefault)
        {
            var made = ImmutableArray.CreateBuilder<SummaryCallSite>(Count);
            for (var i = 0; i < Count; i++)
            {
                made.Add(Get(i));
            }

            ImmutableInterlocked.InterlockedInitialize(ref all, made.MoveToImmutable());
        }

        return all;
    }
}

/// <summary>What tells a call site from others, and its case.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Where in it.</param>
/// <param name="Index">Which of several there.</param>
/// <param name="Case">The case, as far as the package itself knows.</param>
/// <param name="NeedsLink">True where linking decides the case.</param>
internal readonly record struct CallSitePlace(SourceFile File, int Start, int Index, AbiCase Case, bool NeedsLink);

/// <summary>Call sites that were just found.</summary>
internal sealed class CallSiteArray(ImmutableArray<SummaryCallSite> sites) : CallSiteList
{
    public override int Count => sites.Length;

    public override CallSitePlace PlaceOf(int number)
    {
        var site = sites[number];
        return new CallSitePlace(site.Site.Location.File, site.Site.Location.Span.Start, site.Site.Index, site.Site.Case, site.Need != LinkNeed.None);
    }

    public override SummaryCallSite Get(int number) => sites[number];

    public override ImmutableArray<SummaryCallSite> ToArray() => sites;
}
