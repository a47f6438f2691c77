using System;
using System.Linq;
using System.Text.Json;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>Places as SARIF has them: lines and columns from 1, columns in UTF-16 code units, files as URIs below the root.</summary>
internal static class SarifPlaces
{
    /// <summary>Names the root of the analysed tree.</summary>
    public const string BaseId = "SRCROOT";

    // A line of a machine-written file is no help to anybody, and there is one for each of its findings.
    private const int LongestSnippet = 2000;

    public static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    public static void WriteLocation(
        Utf8JsonWriter writer, string root, SourceLocation location, string? message = null, string? function = null, int? id = null, bool withContext = false)
    {
        var text = location.File.Text;
        writer.WriteStartObject();
        if (id is { } number)
        {
            writer.WriteNumber("id", number);
        }

        writer.WriteStartObject("physicalLocation");
        WriteArtifact(writer, root, location.File.Path);
        WriteRegion(writer, "region", text, location.Span, withSnippet: true);
        if (withContext)
        {
            WriteContext(writer, text, location.Span);
        }

        writer.WriteEndObject();
        if (function is { Length: > 0 })
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", function);
            writer.WriteString("kind", "function");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (message is not null)
        {
            WriteText(writer, "message", message);
        }

        writer.WriteEndObject();
    }

    public static void WriteArtifact(Utf8JsonWriter writer, string root, string path)
    {
        var relative = SourcePath.Relative(path, root);
        var isBelow = relative != path || !IsRooted(path);
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", isBelow ? Escape(relative) : path[0] == '/' ? "file://" + Escape(path) : "file:///" + path[..2] + Escape(path[2..]));
        if (isBelow)
        {
            writer.WriteString("uriBaseId", BaseId);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes where a span is; without text it is the beginning of a file that does not exist yet.</summary>
    public static void WriteRegion(Utf8JsonWriter writer, string name, SourceText? text, TextSpan span, bool withSnippet = false)
    {
        writer.WriteStartObject(name);
        var (line, column) = text is null ? (1, 1) : Position(text, span.Start);
        var (endLine, endColumn) = text is null ? (1, 1) : Position(text, span.End);
        writer.WriteNumber("startLine", line);
        writer.WriteNumber("startColumn", column);
        writer.WriteNumber("endLine", endLine);
        writer.WriteNumber("endColumn", endColumn);
        if (withSnippet && text is not null)
        {
            WriteSnippet(writer, text, span);
        }

        writer.WriteEndObject();
    }

    // The line before, the lines of the span, the line behind.
    private static void WriteContext(Utf8JsonWriter writer, SourceText text, TextSpan span)
    {
        var first = Math.Max(0, text.GetLinePosition(span.Start).Line - 1);
        var last = Math.Min(text.Lines.Count - 1, text.GetLinePosition(span.End).Line + 1);
        var lines = TextSpan.FromBounds(text.LineSpan(first).Start, text.LineSpan(last).End);
        if (lines.Length > LongestSnippet)
        {
            return;
        }

        writer.WriteStartObject("contextRegion");
        writer.WriteNumber("startLine", first + 1);
        writer.WriteNumber("endLine", last + 1);
        WriteSnippet(writer, text, lines);
        writer.WriteEndObject();
    }

    private static void WriteSnippet(Utf8JsonWriter writer, SourceText text, TextSpan span)
    {
        if (span.Length <= LongestSnippet)
        {
            WriteText(writer, "snippet", text.Slice(span).ToString().TrimStart('\uFEFF'));
        }
    }

    // A byte order mark is no character of the file to those who show it.
    private static (int Line, int Column) Position(SourceText text, int position)
    {
        var place = text.GetLinePosition(position);
        var mark = place.Line == 0 && place.Character > 0 && text.Slice(new TextSpan(0, 1))[0] == '\uFEFF' ? 1 : 0;
        return (place.Line + 1, place.Character + 1 - mark);
    }

    // "C:/x" is rooted on every system: the report of a tree does not depend on where it is written.
    private static bool IsRooted(string path) => path.StartsWith('/') || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/');

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
