using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using GoAbi.Asm;

namespace GoAbi.Analysis;

/// <summary>
/// The call sites that a compiler listing shows. A listing says what was emitted, not why: which Go construct a call comes from is not in it, and without -S=2 neither is
/// the convention of most calls. What is inferred is marked <see cref="CallCertainty.May"/>, what nothing tells <see cref="CallCertainty.Unknown"/>.
/// </summary>
public static class ListingCallSites
{
    /// <summary>The call sites, in the order of the listing; the place is the instruction's line in it, <see cref="CallSite.LineDirective"/> the Go line.</summary>
    public static ImmutableArray<CallSite> Collect(AsmListing listing, CancellationToken cancellationToken = default)
    {
        if (listing is null)
        {
            throw new ArgumentNullException(nameof(listing));
        }

        var entries = new Dictionary<string, AsmListingFunction>(StringComparer.Ordinal);
        foreach (var function in listing.Functions)
        {
            // A name can be there twice, body and wrapper: the body says what language it is.
            if (!entries.TryGetValue(function.LinkName, out var known) || known.IsAbiWrapper)
            {
                entries[function.LinkName] = function;
            }
        }

        var sites = ImmutableArray.CreateBuilder<CallSite>();
        foreach (var function in listing.Functions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var call in function.Calls())
            {
                sites.Add(SiteOf(listing, call, entries));
            }
        }

        return sites.ToImmutable();
    }

    private static CallSite SiteOf(AsmListing listing, AsmListingCall call, Dictionary<string, AsmListingFunction> entries)
    {
        var callee = call.LinkName is not null && entries.TryGetValue(call.LinkName, out var found) ? found : null;
        var language = LanguageOf(callee);
        var abi = AbiOf(call, language);
        return new CallSite
        {
            Targets = ImmutableArray.Create(listing.Target),
            Location = call.Instruction.Location,
            LineDirective = call.Instruction.GoLine is { } line ? new LineDirectivePosition(line.File, line.Line) : null,
            Caller = call.Caller.LinkName,
            CallerSymbol = call.Caller.LinkName,
            CallerLanguage = call.Caller.IsAssembly ? SourceLanguage.Assembly : SourceLanguage.Go,
            Callee = call.LinkName,
            CalleeSymbol = call.LinkName,
            CalleeLanguage = language,
            Case = CaseOf(call, language),
            IsDirect = call.IsDirect,
            Kind = call.Kind switch
            {
                AsmInstructionKind.Jump => CallKind.Jump,
                AsmInstructionKind.Return => CallKind.Return,
                _ => CallKind.Call,
            },
            Abi = abi,
            Wrapper = callee is { IsAbiWrapper: true } && call.Abi == callee.Abi ? call.LinkName : null,
            Certainty = !call.IsDirect || (callee is null && call.Abi is null) ? CallCertainty.Unknown
                : call.Abi is null ? CallCertainty.May
                : CallCertainty.Exact,
        };
    }

    // An ABIInternal wrapper stands for assembly, an ABI0 one for Go.
    private static SourceLanguage LanguageOf(AsmListingFunction? callee) => callee switch
    {
        null => SourceLanguage.Unknown,
        { IsAssembly: true } => SourceLanguage.Assembly,
        { IsAbiWrapper: true, Abi: AbiSelectors.Internal } => SourceLanguage.Assembly,
        _ => SourceLanguage.Go,
    };

    private static CallingConvention AbiOf(AsmListingCall call, SourceLanguage callee) => call.Abi switch
    {
        AbiSelectors.Abi0 => CallingConvention.Abi0,
        AbiSelectors.Internal => CallingConvention.AbiInternal,
        _ => call.Caller.IsAssembly || callee == SourceLanguage.Assembly || call.Caller.Abi == AbiSelectors.Abi0 ? CallingConvention.Abi0 : CallingConvention.AbiInternal,
    };

    private static AbiCase CaseOf(AsmListingCall call, SourceLanguage callee) => (call.Caller.IsAssembly, call.IsDirect, callee) switch
    {
        (true, true, SourceLanguage.Assembly) => AbiCase.AssemblyToAssembly,
        (true, true, SourceLanguage.Go) => AbiCase.AssemblyToGo,
        (false, true, SourceLanguage.Go) => AbiCase.GoToGoDirect,
        (false, true, SourceLanguage.Assembly) => AbiCase.GoToAssemblyDirect,
        _ => AbiCase.None,
    };
}
