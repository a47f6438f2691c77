using System.Collections.Immutable;

namespace GoAbi.Source;

/// <summary>What is said once about all diagnostics of one id that come neither from a rule nor from the assembler's front end; the page docs/rules/ID.md says the rest.</summary>
/// <param name="Id">The id, GOABI41nn or GOABI9nnn.</param>
/// <param name="Name">The id's name in <see cref="DiagnosticIds"/>.</param>
/// <param name="DefaultSeverity">How bad it is where nothing else is said.</param>
/// <param name="Title">One line: what it says.</param>
public sealed record ToolDiagnosticDescriptor(string Id, string Name, Severity DefaultSeverity, string Title)
{
    /// <inheritdoc/>
    public override string ToString() => Id + " " + Name;
}

/// <summary>What Go's front end and the tool itself say, sorted by id.</summary>
public static class ToolDiagnosticCatalog
{
    /// <summary>The descriptors.</summary>
    public static ImmutableArray<ToolDiagnosticDescriptor> All { get; } = ImmutableArray.Create<ToolDiagnosticDescriptor>(
        new(DiagnosticIds.GoSyntax, nameof(DiagnosticIds.GoSyntax), Severity.Error, "Go that can't be parsed"),
        new(DiagnosticIds.BuildConstraint, nameof(DiagnosticIds.BuildConstraint), Severity.Error, "A build constraint that can't be read"),
        new(DiagnosticIds.ModuleFile, nameof(DiagnosticIds.ModuleFile), Severity.Warning, "A go.mod or go.work with a line that can't be read"),
        new(DiagnosticIds.UnreadableFile, nameof(DiagnosticIds.UnreadableFile), Severity.Error, "A file or directory that can't be read"),
        new(DiagnosticIds.UnresolvedInclude, nameof(DiagnosticIds.UnresolvedInclude), Severity.Error, "An #include that leads nowhere"),
        new(DiagnosticIds.IncompletePackage, nameof(DiagnosticIds.IncompletePackage), Severity.Warning, "A package of which something is missing"),
        new(DiagnosticIds.UnknownGoVersion, nameof(DiagnosticIds.UnknownGoVersion), Severity.Warning, "A Go version newer than any known"),
        new(DiagnosticIds.SuppressionWithoutReason, nameof(DiagnosticIds.SuppressionWithoutReason), Severity.Warning, "A suppression that gives no reason"),
        new(DiagnosticIds.TargetWithoutWrappers, nameof(DiagnosticIds.TargetWithoutWrappers), Severity.Info, "A target on which there are no ABI wrappers"),
        new(DiagnosticIds.ListingLine, nameof(DiagnosticIds.ListingLine), Severity.Warning, "A line that no compiler listing has"),
        new(DiagnosticIds.RuleFailed, nameof(DiagnosticIds.RuleFailed), Severity.Error, "A rule of a rule pack that failed"),
        new(DiagnosticIds.ProjectProperty, nameof(DiagnosticIds.ProjectProperty), Severity.Warning, "A property of a C# project that can't be read"),
        new(DiagnosticIds.GoFunctionSignature, nameof(DiagnosticIds.GoFunctionSignature), Severity.Error, "A [GoFunction] whose Go signature can't be read"),
        new(DiagnosticIds.GoFunctionType, nameof(DiagnosticIds.GoFunctionType), Severity.Error, "A [GoFunction] on a type that can't hold what is read"),
        new(DiagnosticIds.GoFunctionTarget, nameof(DiagnosticIds.GoFunctionTarget), Severity.Error, "A [GoFunction] for a target that does not exist"),
        new(DiagnosticIds.GoFunctionPackage, nameof(DiagnosticIds.GoFunctionPackage), Severity.Error, "A [GoFunction] of a function that is not there"));

    /// <summary>The descriptor of an id; null where there is none.</summary>
    /// <param name="id">The id, compared without regard to case.</param>
    public static ToolDiagnosticDescriptor? Find(string id)
    {
        foreach (var descriptor in All)
        {
            if (string.Equals(descriptor.Id, id, System.StringComparison.OrdinalIgnoreCase))
            {
                return descriptor;
            }
        }

        return null;
    }
}
