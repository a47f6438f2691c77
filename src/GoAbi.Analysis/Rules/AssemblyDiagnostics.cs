using System.Collections.Generic;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Analysis;

/// <summary>
/// What the reading of assembly has to say, as findings: warnings, and what an encoder refuses in a file that could be read. What lexer, preprocessor and parser refuse
/// is no finding: the file is incomplete, and what is missing of it can't be told.
/// </summary>
internal static class AssemblyDiagnostics
{
    /// <summary>True where a diagnostic is a finding.</summary>
    public static bool IsFinding(SourceDiagnostic diagnostic) =>
        AsmDiagnosticCatalog.Find(diagnostic.Id) is { } descriptor
        && diagnostic.Location is not null
        && (descriptor.IsFinding || diagnostic.Severity != Severity.Error);

    /// <summary>The findings of a package's assembly.</summary>
    public static void Collect(PackageSymbols symbols, List<FindingDraft> drafts)
    {
        foreach (var program in symbols.Programs)
        {
            foreach (var diagnostic in program.Diagnostics)
            {
                if (IsFinding(diagnostic))
                {
                    drafts.Add(new FindingDraft(ToFinding(symbols, program, diagnostic)));
                }
            }
        }
    }

    private static Finding ToFinding(PackageSymbols symbols, AsmProgram program, SourceDiagnostic diagnostic)
    {
        var location = diagnostic.Location.GetValueOrDefault();
        var (function, symbol) = IsAboutFunction(diagnostic.Id) ? EnclosingFunction(symbols, program, location) : ("", "");
        return new Finding
        {
            RuleId = diagnostic.Id,
            Severity = diagnostic.Severity,
            Certainty = FindingCertainty.Must,
            Message = diagnostic.Message,
            Location = location,
            Function = function,
            Symbol = symbol,
            Expansion = diagnostic.Expansion,
            Suggestion = diagnostic.Suggestion,
        };
    }

    // DATA, GLOBL and directives may stand behind a function and are none of its.
    private static bool IsAboutFunction(string id) =>
        id is DiagnosticIds.TrailingLabel or DiagnosticIds.UnreachableLabelName or DiagnosticIds.EmptyMacroArgument
        || AsmDiagnosticCatalog.Find(id) is { Kind: AsmDiagnosticKind.Encoder };

    private static (string Function, string Symbol) EnclosingFunction(PackageSymbols symbols, AsmProgram program, SourceLocation location)
    {
        AsmFunction? found = null;
        foreach (var function in program.Functions)
        {
            var text = function.Text.Origin.Location;
            if (ReferenceEquals(text.File, location.File) && text.Span.Start <= location.Span.Start)
            {
                found = function;
            }
        }

        if (found is null)
        {
            return ("", "");
        }

        var name = found.Text.Symbol.Resolve(SymbolNames.LinkPath(symbols.Package));
        var known = found.Text.Symbol.IsStatic ? symbols.FindStatic(program, name) : symbols.Find(name);
        return (known?.FullName ?? name, name);
    }
}
