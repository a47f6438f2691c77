using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>Diagnostics for people: the place, what is wrong, the line with carets, the macros and includes that led there.</summary>
public static class DiagnosticsTextReport
{
    /// <summary>Writes diagnostics.</summary>
    /// <param name="diagnostics">What there is to say, in order.</param>
    /// <param name="root">The directory that paths are relative to.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="color">True for a terminal that shows colours.</param>
    public static void Write(IEnumerable<SourceDiagnostic> diagnostics, string root, TextWriter writer, bool color = false)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(writer);
        var style = new TextStyle(color);
        foreach (var diagnostic in diagnostics)
        {
            Write(writer, style, root, diagnostic);
        }
    }

    /// <summary>One line that says how much was found in how many files.</summary>
    public static string Summarize(int errors, int warnings, int infos, int files)
    {
        var found = new List<string>();
        Add(found, errors, "error");
        Add(found, warnings, "warning");
        Add(found, infos, "info");
        return (found.Count == 0 ? "nothing found" : string.Join(", ", found)) + " in " + Count(files, "file");
    }

    private static void Write(TextWriter writer, TextStyle style, string root, SourceDiagnostic diagnostic)
    {
        var heading = ReportNames.Of(diagnostic.Severity) + " " + diagnostic.Id;
        var place = diagnostic.Location is { } at ? Place(root, at) : TerminalText.Clean(SourcePath.Relative(diagnostic.Path ?? "", root));
        writer.Write($"{style.Path(place)}: {style.Rule(heading, diagnostic.Severity)}: {TerminalText.Clean(diagnostic.Message)}\n");
        if (diagnostic.Location is not { } location)
        {
            writer.Write("\n");
            return;
        }

        var frame = CodeFrame.Of(location);
        frame.Write(writer, style, diagnostic.Severity);
        var margin = new string(' ', frame.Number.ToString(CultureInfo.InvariantCulture).Length) + " = ";
        if (diagnostic.Suggestion is { } suggestion)
        {
            writer.Write($"{style.Margin(margin + "hint:")} {TerminalText.Clean(suggestion)}\n");
        }

        foreach (var step in diagnostic.Expansion)
        {
            var label = step.IsInclude ? "included" : "macro";
            writer.Write($"{style.Margin(margin + label + ":")} {Place(root, step.Location)}: {TerminalText.Clean(step.Name)}\n");
        }

        writer.Write("\n");
    }

    private static void Add(List<string> found, int count, string noun)
    {
        if (count > 0)
        {
            found.Add(Count(count, noun));
        }
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Place(string root, SourceLocation location) =>
        TerminalText.Clean(SourcePath.Relative(location.File.Path, root)) + ":" + location.Start;
}
