using System;
using GoAbi.Roslyn;
using GoAbi.Source;
using Microsoft.CodeAnalysis;

namespace GoAbi.Generator;

/// <summary>What is wrong with the project's properties: they stand in no file that the compiler sees.</summary>
internal static class ProjectProperties
{
    /// <summary>Reports what can't be read of them.</summary>
    public static void Report(GoProjectOptions options, Action<Diagnostic> report)
    {
        GoProjectOptions.TargetRequests(options.Targets, out var errors);
        foreach (var error in errors)
        {
            report(Diagnostic.Create(RuleDescriptors.Find(DiagnosticIds.ProjectProperty)!, Location.None, "GoAbiTargets: " + error));
        }
    }
}
