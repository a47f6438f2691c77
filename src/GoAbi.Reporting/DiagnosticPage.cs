using System;
using System.IO;
using GoAbi.Asm;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>The page of what is said by no rule: docs/rules/ID.md as it was when this was built.</summary>
public static class DiagnosticPage
{
    /// <summary>The page, in Markdown; null where neither <see cref="AsmDiagnosticCatalog"/> nor <see cref="ToolDiagnosticCatalog"/> has the id.</summary>
    /// <param name="id">The id, compared without regard to case.</param>
    public static string? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if ((AsmDiagnosticCatalog.Find(id)?.Id ?? ToolDiagnosticCatalog.Find(id)?.Id) is not { } known)
        {
            return null;
        }

        using var stream = typeof(DiagnosticPage).Assembly.GetManifestResourceStream(known + ".md") ?? throw new InvalidOperationException(known + " has no page.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
