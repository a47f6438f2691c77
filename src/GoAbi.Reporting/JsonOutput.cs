using System;
using System.Collections.Immutable;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using GoAbi.Analysis;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>What the JSON reports share. UTF-8 without byte order mark; names stay readable ("·", "∕", "&lt;").</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    private static readonly JsonWriterOptions IndentedOptions = Options with { Indented = true, NewLine = "\n" };

    public static Utf8JsonWriter Create(Stream stream, bool indented = false) => new(stream, indented ? IndentedOptions : Options);

    /// <summary>Ends an object that stands on its line.</summary>
    public static void EndLine(Utf8JsonWriter writer, Stream stream)
    {
        writer.Flush();
        stream.WriteByte((byte)'\n');
        writer.Reset();
    }

    public static void WriteTargets(Utf8JsonWriter writer, ImmutableArray<Target> targets)
    {
        writer.WriteStartArray("targets");
        foreach (var target in targets)
        {
            writer.WriteStringValue(target.ToString());
        }

        writer.WriteEndArray();
    }

    public static void WriteStart(Utf8JsonWriter writer, string root, SourceLocation location)
    {
        var start = location.Start;
        writer.WriteString("file", SourcePath.Relative(location.File.Path, root));
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
    }

    public static void WriteRange(Utf8JsonWriter writer, string root, SourceLocation location)
    {
        WriteStart(writer, root, location);
        WriteEnd(writer, location.End);
    }

    public static void WriteEnd(Utf8JsonWriter writer, GoPosition end)
    {
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }

    public static void WriteLocation(Utf8JsonWriter writer, string name, string root, SourceLocation? location)
    {
        if (location is not { } place)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteStart(writer, root, place);
        writer.WriteEndObject();
    }

    public static void WriteExpansion(Utf8JsonWriter writer, string root, ImmutableArray<ExpansionFrame> expansion)
    {
        writer.WriteStartArray("expansion");
        foreach (var frame in expansion)
        {
            writer.WriteStartObject();
            WriteStart(writer, root, frame.Location);
            writer.WriteString("macro", frame.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
