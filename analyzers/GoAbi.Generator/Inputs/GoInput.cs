using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GoAbi.Generator;

/// <summary>An additional file that the project gives GoAbi, and what the project says of it. The same text object with the same metadata is equal: what is made of it need not be made again.</summary>
/// <param name="Text">The file.</param>
/// <param name="Path">Its path, '/' between its parts.</param>
/// <param name="Target">Targets of a <c>GoAssembly</c> item; "" for the project's.</param>
/// <param name="Namespace">Namespace of a <c>GoAssembly</c> item; "" for the project's.</param>
internal sealed record GoInput(AdditionalText Text, string Path, string Target, string Namespace)
{
    /// <summary>Reads the metadata of an additional file; null for one that isn't GoAbi's.</summary>
    /// <param name="text">The file.</param>
    /// <param name="options">Its options.</param>
    public static GoInput? Read(AdditionalText text, AnalyzerConfigOptions options) =>
        IsGo(text.Path) && Metadata(options, "GoAbiKind").Length > 0
            ? new GoInput(text, GoAbi.Roslyn.AdditionalSourceFiles.SourcePathOf(text.Path), Metadata(options, "GoAbiTarget"), Metadata(options, "GoAbiNamespace"))
            : null;

    private static bool IsGo(string path) =>
        path.EndsWith(".s", StringComparison.Ordinal) || path.EndsWith(".go", StringComparison.Ordinal) || path.EndsWith(".h", StringComparison.Ordinal)
        || path.EndsWith("go.mod", StringComparison.Ordinal) || path.EndsWith("go.work", StringComparison.Ordinal);

    private static string Metadata(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value : "";
}
