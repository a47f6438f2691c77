using System;
using System.IO;
using GoAbi.Asm;

namespace GoAbi.Reporting;

/// <summary>The page of a diagnostic of assembly: docs/rules/GOABI40nn.md as it was when this was built.</summary>
public static class AssemblyRulePage
{
    /// <summary>The page, in Markdown.</summary>
    public static string Read(AsmDiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        using var stream = typeof(AssemblyRulePage).Assembly.GetManifestResourceStream(descriptor.Id + ".md")
            ?? throw new ArgumentException(descriptor.Id + " is not in the catalogue.", nameof(descriptor));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
