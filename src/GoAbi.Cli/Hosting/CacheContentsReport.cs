using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using GoAbi.Workspace;

namespace GoAbi.Cli;

/// <summary>What the cache holds, for people and for scripts.</summary>
internal static class CacheContentsReport
{
    private static readonly string[] Units = ["KiB", "MiB", "GiB", "TiB"];

    /// <summary>A size for people: "12 bytes", "3.4 MiB".</summary>
    public static string Size(long bytes)
    {
        if (bytes < 1024)
        {
            return bytes.ToString(CultureInfo.InvariantCulture) + (bytes == 1 ? " byte" : " bytes");
        }

        var unit = 0;
        var value = bytes / 1024.0;
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
        {
            value /= 1024;
        }

        return value.ToString("0.#", CultureInfo.InvariantCulture) + " " + Units[unit];
    }

    public static void WriteText(CacheContents contents, TextWriter writer)
    {
        if (contents.Location.Directory is not { } directory)
        {
            writer.Write("the cache is off\n");
            return;
        }

        writer.Write("directory   " + directory + "\n");
        writer.Write("size        " + Size(contents.DiskBytes) + " of " + Size(contents.Location.MaxBytes) + "\n");
        writer.Write("summaries   " + Count(contents.Summaries) + "\n");
        writer.Write("indexes     " + Count(contents.Indexes) + "\n");
        if (contents.Unfinished.Count > 0)
        {
            writer.Write("unfinished  " + Count(contents.Unfinished) + "\n");
        }

        if (contents.OldestUse is not null)
        {
            writer.Write("last used   " + Time(contents.OldestUse) + " to " + Time(contents.NewestUse) + "\n");
        }
    }

    public static void WriteJson(CacheContents contents, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("directory", contents.Location.Directory);
        json.WriteNumber("maxBytes", contents.Location.MaxBytes);
        json.WriteNumber("diskBytes", contents.DiskBytes);
        WriteCount(json, "summaries", contents.Summaries);
        WriteCount(json, "indexes", contents.Indexes);
        WriteCount(json, "unfinished", contents.Unfinished);
        json.WriteString("oldestUse", Time(contents.OldestUse));
        json.WriteString("newestUse", Time(contents.NewestUse));
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteCount(Utf8JsonWriter json, string name, CacheCount count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", count.Count);
        json.WriteNumber("bytes", count.Bytes);
        json.WriteEndObject();
    }

    private static string Count(CacheCount count) =>
        count.Count.ToString(CultureInfo.InvariantCulture) + " (" + Size(count.Bytes) + ")";

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
