using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using GoAbi.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace GoAbi.Generator.Tests.Diagnostics;

/// <summary>What the analyzer says of a project.</summary>
internal static class AnalyzedProject
{
    /// <summary>All diagnostics, as lines sorted: path:line:column: severity id: message. Lines and columns from 1, columns in UTF-16.</summary>
    public static async Task<string[]> LinesAsync(this GoProject project) => Lines(await project.DiagnosticsAsync());

    /// <summary>All diagnostics.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(this GoProject project)
    {
        List<string> failures = [];
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. project.Files.Values], project.OptionsProvider()),
            (exception, _, _) => failures.Add(exception.ToString()),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await project.Compile().WithAnalyzers([new GoAbiAnalyzer()], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(failures);
        return diagnostics;
    }

    /// <summary>What the action on one file says, which an editor runs.</summary>
    public static async Task<string[]> FileLinesAsync(this GoProject project, string path)
    {
        var options = new AnalyzerOptions([.. project.Files.Values], project.OptionsProvider());
        var result = await project.Compile().WithAnalyzers([new GoAbiAnalyzer()], options)
            .GetAnalysisResultAsync(project.Files[GoProject.FullPath(path)], CancellationToken.None);
        return Lines(result.GetAllDiagnostics());
    }

    /// <summary>Diagnostics as lines.</summary>
    public static string[] Lines(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(static diagnostic => Line(diagnostic)).Order(StringComparer.Ordinal)];

    private static string Line(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.GetLineSpan();
        return FormattableString.Invariant($"{at.Path}:{at.StartLinePosition.Line + 1}:{at.StartLinePosition.Character + 1}-{at.EndLinePosition.Line + 1}:{at.EndLinePosition.Character + 1}: {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(null)}");
    }
}
