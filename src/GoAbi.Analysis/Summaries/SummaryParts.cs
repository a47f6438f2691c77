using System.Collections.Generic;
using GoAbi.Go;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>What a summary holds, part by part: each is written and read side by side here.</summary>
internal static class SummaryParts
{
    public static void Write(SummaryWriter w, PackageSummary summary)
    {
        w.String(summary.ImportPath);
        w.Number((int)summary.Variant);
        w.String(summary.Target);
        w.Number(summary.Files.Length);
        foreach (var file in summary.Files)
        {
            w.Path(file);
        }

        w.Number(summary.Functions.Length);
        foreach (var function in summary.Functions)
        {
            Write(w, function);
        }

        w.Number(summary.SiteList.Count);
        for (var i = 0; i < summary.SiteList.Count; i++)
        {
            CallSiteParts.Write(w, summary.SiteList.Get(i));
        }

        w.Number(summary.Symbols.Length);
        foreach (var symbol in summary.Symbols)
        {
            Write(w, symbol);
        }

        w.Number(summary.AddressUses.Length);
        foreach (var use in summary.AddressUses)
        {
            w.String(use.Key);
            w.Number(use.Value);
        }

        w.Number(summary.Diagnostics.Length);
        foreach (var diagnostic in summary.Diagnostics)
        {
            Write(w, diagnostic);
        }

        w.Number(summary.Drafts.Length);
        foreach (var draft in summary.Drafts)
        {
            Write(w, draft);
        }
    }

    public static PackageSummary Read(SummaryReader r, string directory) => new()
    {
        Directory = directory,
        ImportPath = r.String(),
        Variant = (GoPackageVariant)r.Number((int)GoPackageVariant.ExternalTests),
        Target = r.String(),
        Files = r.Many(static r => r.Path()),
        Functions = r.Many(ReadFunction),
        SiteList = CallSiteParts.Read(r),
        Symbols = r.Many(ReadSymbol),
        AddressUses = r.Many(static r => new KeyValuePair<string, int>(r.String(), r.Number())),
        Diagnostics = r.Many(ReadDiagnostic),
        Drafts = r.Many(ReadDraft),
    };

    private static void Write(SummaryWriter w, in SummaryFunction function)
    {
        w.String(function.Symbol);
        w.String(function.FullName);
        w.Number(((int)function.Language << 1) | (int)function.Abi);
    }

    private static SummaryFunction ReadFunction(SummaryReader r)
    {
        var symbol = r.String();
        var name = r.String();
        var packed = r.Number(((int)SourceLanguage.Assembly << 1) | 1);
        return new SummaryFunction(symbol, name, (SourceLanguage)(packed >> 1), (CallingConvention)(packed & 1));
    }

    private static void Write(SummaryWriter w, FunctionSymbol symbol)
    {
        w.String(symbol.Package);
        w.String(symbol.Symbol);
        w.Number((int)symbol.Language);
        w.Number((int)symbol.Abi);
        w.Flag(symbol.IsStatic);
        w.Location(symbol.Definition);
        w.Optional(symbol.Declaration);
        w.Optional(symbol.FrameSize);
        w.Optional(symbol.ArgumentSize);
        w.Number(symbol.Flags.Length);
        foreach (var flag in symbol.Flags)
        {
            w.String(flag);
        }

        w.Number(symbol.Wrappers.Length);
        foreach (var wrapper in symbol.Wrappers)
        {
            w.Number((int)wrapper.From);
            w.Number((int)wrapper.To);
            w.String(wrapper.Reason);
        }
    }

    private static FunctionSymbol ReadSymbol(SummaryReader r) => new()
    {
        Package = r.String(),
        Symbol = r.String(),
        Language = (SourceLanguage)r.Number((int)SourceLanguage.Assembly),
        Abi = ReadAbi(r),
        IsStatic = r.Flag(),
        Definition = r.Location(),
        Declaration = r.OptionalLocation(),
        FrameSize = r.OptionalNumber(),
        ArgumentSize = r.OptionalNumber(),
        Flags = r.Many(static r => r.String()),
        Wrappers = r.Many(static r => new AbiWrapper(ReadAbi(r), ReadAbi(r), r.String())),
    };

    private static CallingConvention ReadAbi(SummaryReader r) => (CallingConvention)r.Number((int)CallingConvention.AbiInternal);

    private static void Write(SummaryWriter w, SourceDiagnostic diagnostic)
    {
        w.String(diagnostic.Id);
        w.Number((int)diagnostic.Severity);
        w.String(diagnostic.Message);
        w.Optional(diagnostic.Location);
        w.Expansion(diagnostic.Expansion);
        w.Optional(diagnostic.Suggestion);
        w.Flag(diagnostic.Path is not null);
        if (diagnostic.Path is { } path)
        {
            w.Path(path);
        }
    }

    private static SourceDiagnostic ReadDiagnostic(SummaryReader r) =>
        new(r.String(), (Severity)r.Number((int)Severity.Error), r.String(), r.OptionalLocation())
        {
            Expansion = r.Expansion(),
            Suggestion = r.OptionalString(),
            Path = r.Flag() ? r.Path() : null,
        };

    private static void Write(SummaryWriter w, FindingDraft draft)
    {
        var finding = draft.Finding;
        w.String(finding.RuleId);
        w.Number((int)finding.Severity);
        w.Number((int)finding.Certainty);
        w.String(finding.Message);
        w.Location(finding.Location);
        w.String(finding.Function);
        w.String(finding.Symbol);
        w.Expansion(finding.Expansion);
        w.Number(finding.Flow.Length);
        foreach (var step in finding.Flow)
        {
            w.Location(step.Location);
            w.String(step.Message);
        }

        w.Optional(finding.Suggestion);
        w.Number(finding.Fixes.Length);
        foreach (var fix in finding.Fixes)
        {
            Write(w, fix);
        }

        w.Flag(draft.IsAboutWrappers);
        w.Flag(draft.Stub is not null || draft.StubIsLost);
    }

    private static FindingDraft ReadDraft(SummaryReader r)
    {
        var finding = new Finding
        {
            RuleId = r.String(),
            Severity = (Severity)r.Number((int)Severity.Error),
            Certainty = (FindingCertainty)r.Number((int)FindingCertainty.May),
            Message = r.String(),
            Location = r.Location(),
            Function = r.String(),
            Symbol = r.String(),
            Expansion = r.Expansion(),
            Flow = r.Many(static r => new FlowStep(r.Location(), r.String())),
            Suggestion = r.OptionalString(),
            Fixes = r.Many(ReadFix),
        };
        return new FindingDraft(finding) { IsAboutWrappers = r.Flag(), StubIsLost = r.Flag() };
    }

    // Fixes that are edits of files that were read; those by address stubs are made anew.
    private static void Write(SummaryWriter w, Fix fix)
    {
        w.String(fix.Id);
        w.Number((int)fix.Safety);
        w.String(fix.Description);
        w.Number(fix.Edits.Length);
        foreach (var edit in fix.Edits)
        {
            w.Location(new SourceLocation(edit.File!, edit.Edit.Span));
            w.String(edit.Edit.NewText);
        }
    }

    private static Fix ReadFix(SummaryReader r)
    {
        var id = r.String();
        var safety = (FixSafety)r.Number((int)FixSafety.Unsafe);
        var description = r.String();
        var edits = r.Many(static r =>
        {
            var location = r.Location();
            return new FileEdit(location.File.Path, location.File, new TextEdit(location.Span, r.String()));
        });
        return Fix.OfEdits(id, safety, description, edits);
    }
}
