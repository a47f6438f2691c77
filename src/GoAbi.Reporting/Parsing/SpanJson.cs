using System.Text.Json;
using GoAbi.Source;

namespace GoAbi.Reporting;

/// <summary>Spans and pieces of one file as JSON: offsets in bytes, lines and columns as Go counts them.</summary>
internal sealed class SpanJson
{
    private readonly SourceText text;
    private readonly int[] lineBytes;

    public SpanJson(SourceText text)
    {
        this.text = text;
        lineBytes = new int[text.Lines.Count];
        for (var line = 1; line < lineBytes.Length; line++)
        {
            // The column of its line feed, from 1, is the length in bytes of the line before.
            lineBytes[line] = lineBytes[line - 1] + text.GetGoPosition(text.Lines.StartOf(line) - 1).Column;
        }
    }

    /// <summary>Writes the property "span".</summary>
    public void Write(Utf8JsonWriter writer, TextSpan span)
    {
        var start = text.GetGoPosition(span.Start);
        var end = text.GetGoPosition(span.End);
        writer.WriteStartObject("span");
        writer.WriteNumber("start", Offset(start));
        writer.WriteNumber("end", Offset(end));
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes a piece of the file: a string where it is well-formed, else an object with its bytes, because JSON has no way to say bytes that are no UTF-8.
    /// </summary>
    public void WriteText(Utf8JsonWriter writer, string name, TextSpan span)
    {
        if (IsWellFormed(text.Slice(span)))
        {
            writer.WriteString(name, text.Slice(span));
            return;
        }

        var start = Offset(text.GetGoPosition(span.Start));
        var end = Offset(text.GetGoPosition(span.End));
        writer.WriteStartObject(name);
        writer.WriteBase64String("base64", text.Bytes.Span[start..end]);
        writer.WriteEndObject();
    }

    private static bool IsWellFormed(System.ReadOnlySpan<char> piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            if (!char.IsSurrogate(piece[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(piece[i]) || i + 1 == piece.Length || !char.IsLowSurrogate(piece[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }

    private int Offset(GoPosition position) => lineBytes[position.Line - 1] + position.Column - 1;
}
