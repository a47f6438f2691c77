using System;

namespace GoAbi.Source;

/// <summary>Where each line of a text starts. A line ends with LF alone, as in the Go toolchain: a lone CR does not end one.</summary>
public sealed class LineTable
{
    private readonly int[] starts;

    internal LineTable(string text)
    {
        var count = 1;
#if NET
        count += text.AsSpan().Count('\n');
#else
        foreach (var c in text)
        {
            count += c == '\n' ? 1 : 0;
        }
#endif
        starts = new int[count];
        var line = 1;
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts[line++] = i + 1;
        }
    }

    /// <summary>Number of lines, 1 or more; a text that ends with LF has an empty last line.</summary>
    public int Count => starts.Length;

    /// <summary>Position of the first code unit of a line.</summary>
    /// <param name="line">From 0 to <see cref="Count"/> - 1.</param>
    public int StartOf(int line) => starts[line];

    /// <summary>The line, from 0, that holds <paramref name="position"/>; positions beyond the end belong to the last line.</summary>
    public int LineOf(int position)
    {
        var found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }
}
