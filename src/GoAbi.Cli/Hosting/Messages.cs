using System;
using System.IO;
using GoAbi.Source;

namespace GoAbi.Cli;

/// <summary>What goes to standard error.</summary>
/// <param name="error">Standard error.</param>
/// <param name="quiet">Errors only.</param>
/// <param name="verbose">Details too.</param>
/// <param name="forBuilds">Errors, warnings and notes in the form that MSBuild takes for its own: file(line,column): error ID: text, with whole paths, since a build has a directory of its own.</param>
internal sealed class Messages(TextWriter error, bool quiet, bool verbose, bool forBuilds = false)
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
    public void Error(string text) => error.Write((forBuilds ? "goabi : error : " : "goabi: ") + text + "\n");

    /// <summary>Errors are always said, warnings and notes unless --quiet.</summary>
    public void Diagnostic(SourceDiagnostic diagnostic, string root)
    {
        var place = forBuilds ? PlaceForBuilds(diagnostic)
            : diagnostic.Location is { } location ? SourcePath.Relative(location.File.Path, root) + ":" + location.Start + ": "
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

    // Columns as compilers of .NET count them.
    private static string PlaceForBuilds(SourceDiagnostic diagnostic)
    {
        if (diagnostic.Location is not { } location)
        {
            return (diagnostic.Path ?? "goabi ") + ": ";
        }

        var start = location.File.Text.GetLinePosition(location.Span.Start);
        return FormattableString.Invariant($"{location.File.Path}({start.Line + 1},{start.Character + 1}): ");
    }
}
