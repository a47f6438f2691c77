using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using GoAbi.Analysis;
using GoAbi.Source;
using Microsoft.CodeAnalysis;

namespace GoAbi.Roslyn;

/// <summary>GoAbi's findings as compiler diagnostics.</summary>
public static class RoslynFindings
{
    /// <summary>The finding as a diagnostic at its line; the steps of its flow, then those of its expansion, are the additional locations.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="pathOf">The compiler's path for one of <see cref="SourceFile.Path"/>.</param>
    /// <param name="severity">How bad it is here; null for the finding's own severity.</param>
    public static Diagnostic ToDiagnostic(this Finding finding, Func<string, string> pathOf, Severity? severity = null)
    {
        if (finding is null)
        {
            throw new ArgumentNullException(nameof(finding));
        }

        var places = finding.Flow.Select(static step => step.Location).Concat(finding.Expansion.Select(static frame => frame.Location));
        return Create(finding.RuleId, severity ?? finding.Severity, Message(finding.Message, finding.Suggestion), finding.Location, places, pathOf);
    }

    /// <summary>What the reading of a file has to say, as a diagnostic at its line.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="pathOf">The compiler's path for one of <see cref="SourceFile.Path"/>.</param>
    /// <param name="severity">How bad it is here; null for the diagnostic's own severity.</param>
    public static Diagnostic ToDiagnostic(this SourceDiagnostic diagnostic, Func<string, string> pathOf, Severity? severity = null)
    {
        if (diagnostic is null)
        {
            throw new ArgumentNullException(nameof(diagnostic));
        }

        var places = diagnostic.Expansion.Select(static frame => frame.Location);
        return Create(diagnostic.Id, severity ?? diagnostic.Severity, Message(diagnostic.Message, diagnostic.Suggestion), diagnostic.Location ?? default, places, pathOf);
    }

    private static string Message(string message, string? suggestion) => suggestion is null ? message : message + " (" + suggestion + ")";

    private static Diagnostic Create(
        string id, Severity severity, string message, SourceLocation location, IEnumerable<SourceLocation> places, Func<string, string> pathOf)
    {
        var descriptor = RuleDescriptors.Find(id) ?? RuleDescriptors.Create(id, id, severity, "", atCompilationEnd: false);
        return Diagnostic.Create(
            descriptor,
            location.ToLocation(pathOf),
            severity.ToDiagnosticSeverity(),
            places.Select(place => place.ToLocation(pathOf)),
            properties: null,
            message);
    }
}
