using System.IO;
using GoAbi.Source;

namespace GoAbi.Cli;

/// <summary>What goes to standard error.</summary>
internal sealed class Messages(TextWriter error, bool quiet, bool verbose)
{
    /// <summary>Where text that is neither result nor message can go; null with --quiet.</summary>
    public TextWriter? Writer => quiet ? null : error;

    /// <summary>Said unless --quiet.</summary>
    public void Info(string text)
    {
        if (!quiet)
        {
            error.Write("goabi: " + text + "\n");
        }
    }

    /// <summary>Said with --verbose.</summary>
    public void Detail(string text)
    {
        if (verbose)
        {
            error.Write("goabi: " + text + "\n");
        }
    }

    /// <summary>Always said.</summary>
    public void Error(string text) => error.Write("goabi: " + text + "\n");

    /// <summary>Errors are always said, warnings and notes unless --quiet.</summary>
    public void Diagnostic(SourceDiagnostic diagnostic, string root)
    {
        var place = diagnostic.Location is { } location ? SourcePath.Relative(location.File.Path, root) + ":" + location.Start + ": "
            : diagnostic.Path is { } path ? SourcePath.Relative(path, root) + ": "
            : "goabi: ";
        var (word, say) = diagnostic.Severity switch
        {
            Severity.Error => ("error", true),
            Severity.Warning => ("warning", !quiet),
            _ => ("note", !quiet),
        };
        if (say)
        {
            // The form that editors and problem matchers know, like that of findings.
            error.Write($"{place}{word} {diagnostic.Id}: {diagnostic.Message}\n");
            if (diagnostic.Suggestion is { } suggestion)
            {
                error.Write($"    hint: {suggestion}\n");
            }
        }
    }
}
