using System.Collections.Immutable;
using GoAbi.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator;

/// <summary>The findings of <c>goabi check --goroot none</c> on a project's Go files as compiler diagnostics at their lines, and what can't be read of these files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GoAbiAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var project = new GoProject(start.Options);
            if (project.Inputs.IsEmpty)
            {
                return;
            }

            start.RegisterAdditionalFileAction(file => project.ReportFile(file.AdditionalFile, file.ReportDiagnostic, file.CancellationToken));
            start.RegisterCompilationEndAction(end =>
            {
                ProjectProperties.Report(project.Options, end.ReportDiagnostic);
                project.ReportRest(end.ReportDiagnostic, end.CancellationToken);
            });
        });
    }
}
