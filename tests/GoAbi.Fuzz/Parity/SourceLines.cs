using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace GoAbi.Fuzz.Parity;

/// <summary>A file's bytes by lines, so that single ones can be emptied.</summary>
public sealed class SourceLines
{
    private readonly List<byte[]> lines = [];

    /// <summary>Divides at newlines; the last line is what follows the last newline.</summary>
    public SourceLines(ReadOnlySpan<byte> content)
    {
        while (true)
        {
            var newline = content.IndexOf((byte)'\n');
            lines.Add((newline < 0 ? content : content[..newline]).ToArray());
            if (newline < 0)
            {
                return;
            }

            content = content[(newline + 1)..];
        }
    }

    /// <summary>A line, from 1; "" where there is none.</summary>
    public string this[int line] => line >= 1 && line <= lines.Count ? Encoding.Latin1.GetString(lines[line - 1]) : "";

    /// <summary>Empties a line; false where it was empty.</summary>
    public bool Empty(int line)
    {
        if (line < 1 || line > lines.Count || lines[line - 1].Length == 0)
        {
            return false;
        }

        lines[line - 1] = [];
        return true;
    }

    /// <summary>Adds a line at the end.</summary>
    public void Append(string text)
    {
        lines.Insert(lines[^1].Length == 0 ? lines.Count - 1 : lines.Count, Encoding.Latin1.GetBytes(text));
        if (lines[^1].Length != 0)
        {
            lines.Add([]);
        }
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var all = new MemoryStream();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                all.WriteByte((byte)'\n');
            }

            all.Write(lines[i]);
        }

        return all.ToArray();
    }
}
