using System;
using GoAbi.Source;

namespace GoAbi.Generator;

/// <summary>Divides what is reported between the action on one file, which editors run as people type, and the end of a compilation: each finding comes from one of them.</summary>
internal static class FileLocalDiagnostics
{
    /// <summary>True where the action on the file that a diagnostic stands in reports it: what the reading of that file has to say.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="path">The file. Headers are read as part of assembly files, so the end of a compilation reports what is in them.</param>
    public static bool Reports(string id, string path) =>
        IsAboutText(id) && (path.EndsWith(".s", StringComparison.Ordinal) || path.EndsWith(".go", StringComparison.Ordinal));

    private static bool IsAboutText(string id) => id.StartsWith("GOABI4", StringComparison.Ordinal) || id == DiagnosticIds.UnresolvedInclude;
}
