using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GoAbi.Reporting;

/// <summary>The JSON that <c>go build -overlay</c> takes: which file stands for which.</summary>
public static class OverlayReport
{
    /// <summary>Writes the overlay.</summary>
    /// <param name="replacements">Absolute path of a file as the go command sees it, and of the file to read instead.</param>
    /// <param name="output">Where to; gets UTF-8 without byte order mark.</param>
    public static void Write(IEnumerable<KeyValuePair<string, string>> replacements, Stream output)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonOutput.Create(output, indented: true);
        writer.WriteStartObject();
        writer.WriteStartObject("Replace");
        foreach (var (path, replacement) in replacements.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(path, replacement);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        output.WriteByte((byte)'\n');
    }
}
